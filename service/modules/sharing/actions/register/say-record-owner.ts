import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { keepSharing } from '../../domain/permissions.ts';
import {
  checkRecordOwner,
  type RecordOwner,
  type RecordOwnerRefusal,
  type RecordOwnerWords,
} from '../../domain/register/record-owners.ts';
import { keepRecordOwner as keep, lockRecordOwner } from '../../store/register/record-owners.ts';

export type SayRecordOwnerRefusal =
  | NotAllowed
  | RecordOwnerRefusal
  | { reason: 'changed-meanwhile'; theirs: RecordOwner | undefined };

/** Says which one body answers for a kind of record. */
export async function sayRecordOwner(
  ctx: Ctx,
  { words, seen }: { words: RecordOwnerWords; seen: number },
): Promise<Outcome<RecordOwner, SayRecordOwnerRefusal>> {
  if (!allowed(ctx.actor, keepSharing)) return refuse({ reason: 'not-allowed' });
  const before = await lockRecordOwner(ctx, words.kind);
  if ((before?.version ?? 0) !== seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  const checked = checkRecordOwner(words);
  if (!checked.done) return checked;
  const owner = { ...checked.value, version: seen + 1 };
  await keep(ctx, owner);
  await ctx.record({
    type: 'sharing.record-owner-said',
    subject: { kind: 'record-kind', id: owner.kind },
    details: { part: owner.ourPart },
  });
  return done(owner);
}
