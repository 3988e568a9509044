import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Action } from '../../domain/action.ts';
import { sayDecisionNumber, type Decision } from '../../domain/decision.ts';
import {
  checkDecision,
  type ActionOfDecision,
  type Change,
  type DecisionRefusal,
  type DecisionWords,
} from '../../domain/decisions/new-decision.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { checkAction, emptyAction, type ActionRefusal, type ActionWords } from '../../domain/new-action.ts';
import { takeMinutes } from '../../domain/permissions.ts';
import { measureNow } from '../../queries/decisions/measure-now.ts';
import { quorumOf } from '../../queries/meetings/quorum-of.ts';
import { plansToChange } from '../../queries/plan/plans-in-force.ts';
import { agendaOf } from '../../store/agenda-items.ts';
import { decisionsById, decisionsReplacing, keepDecision } from '../../store/decisions.ts';
import { nextNumber } from '../../store/delivery-tables.ts';
import { lockMeeting } from '../../store/meetings.ts';
import { minutesAgreed } from '../../store/minutes/minutes-agreed.ts';
import { addPlanChange } from '../../store/minutes/plan-changes.ts';
import { makeAction } from '../plan/write-action.ts';

export type ToDecide = {
  meetingKey: string;
  itemId: Id<'agenda-item'> | undefined;
  words: DecisionWords;
  /** what it becomes at once, where it becomes an action */
  action?: ActionOfDecision | undefined;
  /** what it becomes at once, where it changes the plan or a service; where one plan is in force, it is that one */
  change?: (Change & { planId: Id<'plan'> | undefined }) | undefined;
};

export type DecideRefusal =
  | NotAllowed
  | { reason: 'meeting-missing' }
  | { reason: 'meeting-cancelled' }
  /** what was agreed as the minutes stands; a later meeting decides anew */
  | { reason: 'minutes-agreed' }
  | { reason: 'item-missing' }
  | { reason: 'replaced-missing' }
  /** another decision took its place before */
  | { reason: 'replaced-already'; by: Decision }
  /** several plans are in force, and nobody said which one changes */
  | { reason: 'plan-to-choose' }
  | { reason: 'plan-not-in-force' }
  | DecisionRefusal
  | ActionRefusal;

export type Decided = { decision: Decision; action: Action | undefined };

/**
 * Writes down what a meeting decided, with what it becomes: an action with its owner and day, a change to the plan or to
 * a service, or nothing but the record. All of it stands, or nothing of it does.
 */
export async function decide(ctx: Ctx, given: ToDecide): Promise<Outcome<Decided, DecideRefusal>> {
  if (!allowed(ctx.actor, takeMinutes)) return refuse({ reason: 'not-allowed' });
  const meeting = await lockMeeting(ctx, given.meetingKey);
  if (!meeting) return refuse({ reason: 'meeting-missing' });
  const against = await whatStandsAgainst(ctx, meeting, given);
  if (against) return refuse(against);
  const checked = checkDecision({ words: given.words, change: given.change }, meeting.on);
  if (!checked.done) return checked;
  const { words, change } = checked.value;
  const decision: Decision = {
    ...words,
    id: ctx.newId<'decision'>(),
    number: await nextNumber(ctx, 'delivery.decision'),
    bodyId: meeting.bodyId,
    meetingId: meeting.id,
    itemId: given.itemId,
    decidedOn: meeting.on,
    measureThen: await measureNow(ctx, words.measureId),
    quorum: await quorumOf(ctx, meeting),
    cameOfIt: '',
    cameOn: undefined,
    version: 1,
  };
  const actionWords = decision.becomes === 'action' ? actionWordsOf(decision, given.action) : undefined;
  const checkedAction = actionWords && checkAction(actionWords);
  if (checkedAction && !checkedAction.done) return checkedAction;
  const changed = await planChanged(ctx, decision, given.change?.planId);
  if (!changed.done) return changed;
  await keepAll(ctx, decision, change && { ...change, planId: changed.value });
  if (!actionWords) return done({ decision, action: undefined });
  const made = await makeAction(ctx, actionWords, { decisionId: decision.id });
  return made.done ? done({ decision, action: made.value }) : made;
}

async function keepAll(ctx: Ctx, decision: Decision, change: ToDecide['change']): Promise<void> {
  await keepDecision(ctx, decision);
  if (change)
    await addPlanChange(ctx, { ...change, id: ctx.newId(), decisionId: decision.id, madeAt: ctx.now });
  await ctx.record({
    type: 'delivery.decided',
    subject: { kind: 'decision', id: decision.id },
    details: { number: decision.number, becomes: decision.becomes, replaces: decision.replaces ?? null },
  });
}

/** Which plan a decision changes: one of those in force; none where it changes none, or none is in force. */
async function planChanged(
  ctx: Ctx,
  { becomes, decidedOn }: Decision,
  chosen: Id<'plan'> | undefined,
): Promise<Outcome<Id<'plan'> | undefined, DecideRefusal>> {
  if (becomes !== 'plan-change') return done(undefined);
  const inForce = await plansToChange(ctx, decidedOn);
  if (chosen !== undefined && !inForce.some(({ id }) => id === chosen))
    return refuse({ reason: 'plan-not-in-force' });
  if (chosen === undefined && inForce.length > 1) return refuse({ reason: 'plan-to-choose' });
  return done(chosen ?? inForce[0]?.id);
}

async function whatStandsAgainst(
  ctx: Ctx,
  meeting: Meeting,
  given: ToDecide,
): Promise<DecideRefusal | undefined> {
  if (meeting.state === 'cancelled') return { reason: 'meeting-cancelled' };
  if (await minutesAgreed(ctx, meeting.id)) return { reason: 'minutes-agreed' };
  const { itemId } = given;
  if (itemId !== undefined && !(await agendaOf(ctx, meeting.id)).some(({ id }) => id === itemId))
    return { reason: 'item-missing' };
  const { replaces } = given.words;
  if (replaces === undefined) return undefined;
  const [replaced] = await decisionsById(ctx, [replaces]);
  if (!replaced) return { reason: 'replaced-missing' };
  const [by] = await decisionsReplacing(ctx, [replaces]);
  return by && { reason: 'replaced-already', by };
}

/**
 * The action that a decision becomes: what it says, done by its owner, by the day that was named. An action is for
 * everybody to see, so that nothing of what is exempt stands in it.
 */
function actionWordsOf(decision: Decision, given: ActionOfDecision | undefined): ActionWords {
  const { element, measureId, equalityNote, childImpactNote, publishing } = decision;
  const isPublished = publishing.publish === 'publish';
  const titleWhereNone = isPublished ? decision.title : `What ${sayDecisionNumber(decision)} decided`;
  return {
    ...emptyAction,
    element,
    measureId,
    title: given?.title.trim() || titleWhereNone,
    what: isPublished ? decision.words : '',
    equalityNote: isPublished ? equalityNote : '',
    childImpactNote: isPublished ? childImpactNote : '',
    owner: {
      personId: undefined,
      name: decision.ownerName,
      email: given?.email ?? '',
      organisationKey: decision.ownerOrganisation,
    },
    due: given?.due ?? decision.due,
  };
}
