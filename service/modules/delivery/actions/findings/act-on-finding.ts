import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Action } from '../../domain/action.ts';
import { emptyAction, type ActionRefusal } from '../../domain/new-action.ts';
import { keepPlan } from '../../domain/permissions.ts';
import { plansInForce } from '../../queries/plan/plans-in-force.ts';
import { actionsOfFindings } from '../../store/actions.ts';
import { lockFinding } from '../../store/findings.ts';
import { makeAction } from '../plan/write-action.ts';

export type ActOnFindingRefusal =
  | NotAllowed
  | ActionRefusal
  | { reason: 'finding-missing' }
  | { reason: 'closed-already' }
  /** somebody made one since the page was opened */
  | { reason: 'made-meanwhile'; number: number };

/**
 * Makes an action of a finding in the plan in force: its title, its element, its owner and its day; not its words, which
 * the finding keeps. `known`: how many it had.
 */
export async function actOnFinding(
  ctx: Ctx,
  given: { number: number; known: number },
): Promise<Outcome<Action, ActOnFindingRefusal>> {
  if (!allowed(ctx.actor, keepPlan)) return refuse({ reason: 'not-allowed' });
  const finding = await lockFinding(ctx, given.number);
  if (!finding) return refuse({ reason: 'finding-missing' });
  if (finding.state === 'closed') return refuse({ reason: 'closed-already' });
  const before = await actionsOfFindings(ctx, [finding.id]);
  const newest = before.at(-1);
  if (newest && before.length !== given.known)
    return refuse({ reason: 'made-meanwhile', number: newest.number });
  const plan = (await plansInForce(ctx)).find(
    ({ frameworkSlug }) => frameworkSlug === finding.element.frameworkSlug,
  );
  return makeAction(
    ctx,
    {
      ...emptyAction,
      planId: plan?.id,
      title: finding.title,
      // its words are not for everybody, and an action is
      what: '',
      element: finding.element,
      owner: { ...finding.owner, email: '' },
      due: finding.due,
    },
    { findingId: finding.id },
  );
}
