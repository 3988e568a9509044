import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Finding } from '../../domain/finding.ts';
import { mayKeepKind } from '../../domain/findings/finding-as-seen.ts';
import { addChildrensFinding } from '../../domain/permissions.ts';
import { checkFinding, type FindingRefusal, type FindingWords } from '../../domain/findings/new-finding.ts';
import { nextNumber } from '../../store/delivery-tables.ts';
import { keepFinding, lockFinding } from '../../store/findings.ts';

export type AddFindingRefusal = NotAllowed | FindingRefusal;

/** Writes down what somebody found; of children, young inspectors may too. */
export async function addFinding(
  ctx: Ctx,
  words: FindingWords,
): Promise<Outcome<Finding, AddFindingRefusal>> {
  if (!allowed(ctx.actor, addChildrensFinding) || !mayKeepKind(ctx.actor, words.kind))
    return refuse({ reason: 'not-allowed' });
  const checked = checkFinding(words, ctx.today);
  if (!checked.done) return checked;
  const finding: Finding = {
    ...checked.value,
    id: ctx.newId<'finding'>(),
    number: await nextNumber(ctx, 'delivery.finding'),
    state: 'open',
    evidence: '',
    closed: undefined,
    version: 1,
  };
  await keepFinding(ctx, finding);
  await ctx.record({
    type: 'delivery.finding-added',
    subject: { kind: 'finding', id: finding.id },
    details: { number: finding.number, kind: finding.kind },
  });
  return done(finding);
}

export type ChangeFindingRefusal =
  | AddFindingRefusal
  | { reason: 'finding-missing' }
  /** what is closed is history: it is opened again first */
  | { reason: 'closed-already' }
  | { reason: 'changed-meanwhile'; theirs: Finding };

/** Changes what is written of a finding, unless somebody changed it first. How it stands is said, not written. */
export async function changeFinding(
  ctx: Ctx,
  given: { number: number; seen: number; words: FindingWords },
): Promise<Outcome<Finding, ChangeFindingRefusal>> {
  const before = await lockFinding(ctx, given.number);
  const mayBoth =
    mayKeepKind(ctx.actor, given.words.kind) && (!before || mayKeepKind(ctx.actor, before.kind));
  if (!mayBoth) return refuse({ reason: 'not-allowed' });
  if (!before) return refuse({ reason: 'finding-missing' });
  if (before.version !== given.seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  if (before.state === 'closed') return refuse({ reason: 'closed-already' });
  const checked = checkFinding(given.words, ctx.today);
  if (!checked.done) return checked;
  const finding: Finding = { ...before, ...checked.value, version: before.version + 1 };
  await keepFinding(ctx, finding);
  await ctx.record({
    type: 'delivery.finding-changed',
    subject: { kind: 'finding', id: finding.id },
    details: { number: finding.number },
  });
  return done(finding);
}
