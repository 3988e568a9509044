import type { NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Finding } from '../../domain/finding.ts';
import { mayKeepKind, ownsFinding } from '../../domain/findings/finding-as-seen.ts';
import { closed, opened, sayMended, type CourseRefusal } from '../../domain/findings/finding-course.ts';
import { keepFinding, lockFinding } from '../../store/findings.ts';
import { addFindingNote, findingNotesOf } from '../../store/findings/finding-notes.ts';

export const findingActs = ['note', 'mended', 'close', 'reopen'] as const;
export type FindingAct = (typeof findingActs)[number];

export type SayFindingRefusal =
  | NotAllowed
  | { reason: 'finding-missing' }
  | { reason: 'changed-meanwhile'; theirs: Finding }
  | CourseRefusal;

type ToSay = { number: number; seen: number; act: FindingAct; words: string };

/**
 * Says something of a finding: a note, that it is mended and what shows it, that somebody else saw so and closes it, or
 * that it is open again. Its owner says the first two, whoever keeps findings of its kind all, and nobody closes their own.
 */
export async function sayFinding(ctx: Ctx, given: ToSay): Promise<Outcome<Finding, SayFindingRefusal>> {
  const before = await lockFinding(ctx, given.number);
  const ofOwn = before && ownsFinding(before, ctx.actor) && (given.act === 'note' || given.act === 'mended');
  const keeps = mayKeepKind(ctx.actor, before?.kind ?? 'inspection');
  if (!ofOwn && !keeps) return refuse({ reason: 'not-allowed' });
  if (!before) return refuse({ reason: 'finding-missing' });
  // a note writes over nothing, so nobody has to have read the newest
  if (given.act !== 'note' && before.version !== given.seen)
    return refuse({ reason: 'changed-meanwhile', theirs: before });
  const after = await afterAct(ctx, before, given);
  if (!after.done) return after;
  if (given.act !== 'note') await keepFinding(ctx, after.value);
  const words = given.words.trim();
  await addFindingNote(ctx, {
    findingId: before.id,
    words,
    before: before.state,
    after: after.value.state,
  });
  await ctx.record({
    type: 'delivery.finding-said',
    subject: { kind: 'finding', id: before.id },
    details: { number: before.number, before: before.state, after: after.value.state },
  });
  return after;
}

async function afterAct(
  ctx: Ctx,
  before: Finding,
  { act, words }: ToSay,
): Promise<Outcome<Finding, CourseRefusal>> {
  switch (act) {
    case 'note':
      return words.trim() === '' ? refuse({ reason: 'reason-missing' }) : done(before);
    case 'mended':
      return sayMended(before, words);
    case 'close':
      return closed(before, {
        actor: ctx.actor,
        name: nameOfActor(ctx.actor),
        words,
        today: ctx.today,
        mendedBy: await mendedByOf(ctx, before.id),
      });
    case 'reopen':
      return opened(before, words);
  }
}

/** Who last said that it is mended. */
async function mendedByOf(ctx: Ctx, id: Finding['id']): Promise<string | undefined> {
  const notes = await findingNotesOf(ctx, [id]);
  return notes.find(({ before, after }) => before === 'open' && after === 'ready')?.saidByName;
}
