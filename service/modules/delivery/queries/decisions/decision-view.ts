import { threadsAbove, type SubjectRegistry, type ThreadAbove } from '#modules/strategy/index.ts';
import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { ThreadSubject } from '#platform/kernel/subject.ts';
import type { Body } from '../../domain/body.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { readBoards, takeMinutes } from '../../domain/permissions.ts';
import { maySeeDecision } from '../../domain/who-sees.ts';
import { allBodies, bodyById } from '../../store/bodies.ts';
import { allDecisions, decisionByNumber, decisionsById } from '../../store/decisions.ts';
import { meetingsById } from '../../store/meetings.ts';
import { planChanges } from '../../store/minutes/plan-changes.ts';
import { withWhatCame, type DecisionSince } from '../meetings/last-time.ts';
import { withPlans, type ChangeSeen } from './changes-seen.ts';
import { measureNow } from './measure-now.ts';

export type { SubjectRegistry } from '#modules/strategy/index.ts';

/** All that a page tells of a decision. */
export type DecisionView = DecisionSince & {
  body: Body;
  meeting: Meeting | undefined;
  replaces: Decision | undefined;
  threads: readonly ThreadAbove[];
  /** what it rests on, where this person may see it */
  restsOn: ThreadSubject | undefined;
  /** how the measure stands now; '' where none is named */
  measureNow: string;
  mayTell: boolean;
  /** whether names of people are for this person */
  seesNames: boolean;
};

/** A decision; undefined where there is none, or none that this person may see. */
export async function decisionView(
  ctx: Ctx,
  number: number,
  registry: SubjectRegistry<Ctx>,
): Promise<DecisionView | undefined> {
  const decision = await decisionByNumber(ctx, number);
  const body = decision && (await bodyById(ctx, decision.bodyId));
  if (!decision || !body || !maySeeDecision(ctx.actor, decision)) return undefined;
  const [since] = await withWhatCame(ctx, [decision]);
  const [meeting] = decision.meetingId === undefined ? [] : await meetingsById(ctx, [decision.meetingId]);
  const [replaced] = decision.replaces === undefined ? [] : await decisionsById(ctx, [decision.replaces]);
  const { restsOn } = decision;
  const room = registry.find(({ kind }) => kind === restsOn.kind);
  const [subject] = (await room?.find(ctx, [restsOn.id])) ?? [];
  return {
    decision,
    actions: since?.actions ?? [],
    replacedBy: since?.replacedBy,
    body,
    meeting,
    replaces: replaced && maySeeDecision(ctx.actor, replaced) ? replaced : undefined,
    changes: since?.changes ?? [],
    threads: decision.element.elementKey === '' ? [] : await threadsAbove(ctx, decision.element),
    restsOn: subject,
    measureNow: await measureNow(ctx, decision.measureId),
    mayTell: allowed(ctx.actor, takeMinutes),
    seesNames: allowed(ctx.actor, readBoards),
  };
}

/** Which decisions are asked for; what is undefined is not asked. */
export type DecisionsAsked = {
  bodyKey: string | undefined;
  year: number | undefined;
  state: 'to-hear' | 'came' | undefined;
};

export type DecisionList = {
  /** the body whose decisions alone were asked for */
  of: Body | undefined;
  /** how many there are to see in all */
  all: number;
  decisions: readonly (DecisionSince & { body: Body | undefined; isLate: boolean })[];
  bodies: readonly Body[];
  years: readonly number[];
};

/** The decisions that this person may see, the newest first. */
export async function decisionList(ctx: Ctx, asked: DecisionsAsked): Promise<DecisionList> {
  const all = (await allDecisions(ctx)).filter((decision) => maySeeDecision(ctx.actor, decision));
  const bodies = await allBodies(ctx);
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const of = bodies.find(({ key }) => key === asked.bodyKey);
  const chosen = all.filter(
    (decision) =>
      (of === undefined || decision.bodyId === of.id) &&
      (asked.year === undefined || yearOf(decision.decidedOn) === asked.year) &&
      (asked.state === undefined || (asked.state === 'came') === (decision.cameOfIt !== '')),
  );
  const used = new Set(all.map(({ bodyId }) => bodyId));
  return {
    of,
    all: all.length,
    decisions: (await withWhatCame(ctx, chosen)).map((since) => ({
      ...since,
      body: byId.get(since.decision.bodyId),
      isLate: isUnheard(since, ctx.today),
    })),
    bodies: bodies.filter(({ id }) => used.has(id) || id === of?.id),
    years: [...new Set(all.map(({ decidedOn }) => yearOf(decidedOn)))],
  };
}

function isUnheard({ decision, replacedBy }: DecisionSince, today: Day): boolean {
  const { due, cameOfIt } = decision;
  return cameOfIt === '' && replacedBy === undefined && due !== undefined && due < today;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** A change to the plan or a service, with the decision that made it. */
export type Redesign = { change: ChangeSeen; decision: Decision; body: Body | undefined };

/** Every change that decisions made, as it was and as it became; the newest first. */
export async function redesigns(ctx: Ctx): Promise<Redesign[]> {
  const changes = await withPlans(ctx, await planChanges(ctx));
  const decisions = await decisionsById(
    ctx,
    changes.map(({ decisionId }) => decisionId),
  );
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const bodies = new Map((await allBodies(ctx)).map((body) => [body.id, body]));
  return changes.flatMap((change) => {
    const decision = byId.get(change.decisionId);
    return decision && maySeeDecision(ctx.actor, decision)
      ? [{ change, decision, body: bodies.get(decision.bodyId) }]
      : [];
  });
}
