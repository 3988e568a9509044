import { measureSubjects } from '#modules/indicators/index.ts';
import { threadsAbove, type ThreadAbove } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { ThreadSubject } from '#platform/kernel/subject.ts';
import { currentLink, type Link } from '#platform/links/link.ts';
import { linksFor } from '#platform/links/links.ts';
import type { Action } from '../../domain/action.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Plan } from '../../domain/plan.ts';
import { findingAsSeen } from '../../domain/findings/finding-as-seen.ts';
import { actionPurpose } from '../../domain/plan/asking-owners.ts';
import type { Loose } from '../../domain/plan/came-loose.ts';
import { heldUpBy } from '../../domain/plan/waits-for.ts';
import { actionAsSeen, maySeeDecision, maySeePlan, seesNames } from '../../domain/who-sees.ts';
import { actionByNumber, actionsById } from '../../store/actions.ts';
import { decisionsById } from '../../store/decisions.ts';
import { findingsById } from '../../store/findings.ts';
import { partnersOf, type ActionPartner } from '../../store/plan/action-partners.ts';
import { milestonesOf, type Milestone } from '../../store/plan/milestones.ts';
import { allWaits } from '../../store/plan/waits-for.ts';
import { planById } from '../../store/plans.ts';
import { progressNotesOf, type ProgressNote } from '../../store/progress-notes.ts';
import { actionsSeen } from './actions-seen.ts';
import { looseActions, organisationNames } from './standing.ts';

export type { ProgressNote } from '../../store/progress-notes.ts';

/** An action with all that it hangs on and all that hangs on it, as one person sees it. */
export type ActionView = {
  action: Action;
  plan: Plan | undefined;
  thread: ThreadAbove | undefined;
  decision: Decision | undefined;
  finding: Finding | undefined;
  measure: ThreadSubject | undefined;
  milestones: readonly Milestone[];
  partners: readonly ActionPartner[];
  waitsFor: readonly Action[];
  holdsUp: readonly Action[];
  notes: readonly ProgressNote[];
  loose: readonly Loose[];
  carriedFrom: Action | undefined;
  /** the newest letter's link, for whoever keeps the plan */
  link: Link | undefined;
  organisations: ReadonlyMap<string, string>;
};

/** The action with this number; undefined where there is none, or none that this person may see. */
export async function actionView(ctx: Ctx, number: number): Promise<ActionView | undefined> {
  const named = await actionByNumber(ctx, number);
  const [stored] = named ? await actionsSeen(ctx, [named]) : [];
  if (!stored) return undefined;
  const plan = stored.planId && (await planById(ctx, stored.planId));
  const partners = await partnersOf(ctx, stored.id);
  const around = await aroundOf(ctx, stored);
  const waiting = [...around.waitsFor, ...around.holdsUp];
  const keys = [stored, ...waiting].map(({ owner }) => owner.organisationKey);
  return {
    ...around,
    ...(await originOf(ctx, stored)),
    action: actionAsSeen(ctx.actor, stored),
    plan: plan && maySeePlan(ctx.actor, plan) ? plan : undefined,
    thread: (await threadsAbove(ctx, stored.element))[0],
    measure: (await measureSubjects.find(ctx, stored.measureId === '' ? [] : [stored.measureId]))[0],
    milestones: await milestonesOf(ctx, stored.id),
    partners,
    notes: (await progressNotesOf(ctx, [stored.id])).map((note) => noteAsSeen(ctx, note)),
    loose: (await looseActions(ctx, [stored])).get(stored.id) ?? [],
    link: seesNames(ctx.actor) ? await linkOf(ctx, stored) : undefined,
    organisations: await organisationNames(ctx, [
      ...keys,
      ...partners.map(({ organisationKey }) => organisationKey),
    ]),
  };
}

async function originOf(ctx: Ctx, { decisionId, findingId, carriedFrom }: Action) {
  const [decision] = await decisionsById(ctx, decisionId ? [decisionId] : []);
  const [finding] = await findingsById(ctx, findingId ? [findingId] : []);
  const [before] = await actionsSeen(ctx, await actionsById(ctx, carriedFrom ? [carriedFrom] : []));
  return {
    decision: decision && maySeeDecision(ctx.actor, decision) ? decision : undefined,
    finding: finding && findingAsSeen(ctx.actor, finding),
    carriedFrom: before && actionAsSeen(ctx.actor, before),
  };
}

async function aroundOf(ctx: Ctx, { id }: Action) {
  const waits = await allWaits(ctx);
  const before = waits.filter(({ actionId }) => actionId === id).map(({ waitsFor }) => waitsFor);
  const after = heldUpBy(waits, id);
  const found = await actionsSeen(ctx, await actionsById(ctx, [...before, ...after]));
  const all = new Map<string, Action>(found.map((action) => [action.id, actionAsSeen(ctx.actor, action)]));
  const named = (ids: readonly string[]) => ids.flatMap((one) => all.get(one) ?? []);
  return { waitsFor: named(before), holdsUp: named(after) };
}

/** What a link was sent for this action, and how it stands. */
async function linkOf(ctx: Ctx, { id }: Action): Promise<Link | undefined> {
  return currentLink(await linksFor(ctx, { purpose: actionPurpose, subjectIds: [id] }), ctx.now);
}

function noteAsSeen(ctx: Ctx, note: ProgressNote): ProgressNote {
  if (seesNames(ctx.actor)) return note;
  return { ...note, words: '', saidBy: { name: '', organisation: note.saidBy.organisation } };
}
