import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Agreement, AgreementWords } from '../../domain/agreements/agreement.ts';
import { checkAgreement, type AgreementWordsRefusal } from '../../domain/agreements/new-agreement.ts';
import { keepSharing } from '../../domain/permissions.ts';
import { lockAgreement } from '../../store/agreements/agreements.ts';
import { keepNewAgreement, keepStanding, keepVersion } from '../../store/agreements/write-agreements.ts';
import { sharingSetting } from '../../store/register/setting.ts';
import { nextNumber } from '../../store/sharing-tables.ts';

export type WriteAgreementRefusal = NotAllowed | AgreementWordsRefusal;

/** Writes a new agreement down. It holds when every party has signed it. */
export async function writeAgreement(
  ctx: Ctx,
  given: AgreementWords,
): Promise<Outcome<{ number: number }, WriteAgreementRefusal>> {
  if (!allowed(ctx.actor, keepSharing)) return refuse({ reason: 'not-allowed' });
  const { dutyBeginsOn } = await sharingSetting(ctx);
  const words = checkAgreement({ words: { ...given, whyChanged: '' }, dutyBeginsOn });
  if (!words.done) return words;
  const id = ctx.newId<'agreement'>();
  const number = await nextNumber(ctx, 'sharing.agreement');
  await keepNewAgreement(ctx, { id, number });
  await keepVersion(ctx, id, { ...words.value, id: ctx.newId<'agreement-version'>(), number: 1 });
  await ctx.record({
    type: 'sharing.agreement-written',
    subject: { kind: 'agreement', id },
    details: { number },
  });
  return done({ number });
}

export type ChangeAgreementRefusal =
  | WriteAgreementRefusal
  | { reason: 'agreement-missing' }
  | { reason: 'ended-already' }
  /** a change says why */
  | { reason: 'why-missing' }
  | { reason: 'changed-meanwhile'; theirs: Agreement };

/** Writes a new version of an agreement. The one before stays in force until every party has signed the new one. */
export async function changeAgreement(
  ctx: Ctx,
  given: { number: number; seen: number; words: AgreementWords },
): Promise<Outcome<{ number: number }, ChangeAgreementRefusal>> {
  if (!allowed(ctx.actor, keepSharing)) return refuse({ reason: 'not-allowed' });
  const before = await lockAgreement(ctx, given.number);
  if (!before) return refuse({ reason: 'agreement-missing' });
  if (before.version !== given.seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  if (before.ended) return refuse({ reason: 'ended-already' });
  const { dutyBeginsOn } = await sharingSetting(ctx);
  const words = checkAgreement({ words: given.words, dutyBeginsOn });
  if (!words.done) return words;
  if (words.value.whyChanged === '') return refuse({ reason: 'why-missing' });
  const number = before.versions.length + 1;
  await keepVersion(ctx, before.id, { ...words.value, id: ctx.newId<'agreement-version'>(), number });
  await keepStanding(ctx, { ...before, version: before.version + 1 });
  await ctx.record({
    type: 'sharing.agreement-changed',
    subject: { kind: 'agreement', id: before.id },
    details: { number: before.number, version: number },
  });
  return done({ number: before.number });
}
