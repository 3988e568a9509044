import type { Ctx } from '#platform/db/database.ts';
import { addDays } from '#platform/kernel/day.ts';
import type { Action } from '../../domain/action.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { maySeeDecision } from '../../domain/who-sees.ts';
import { actionsOfDecisions } from '../../store/actions.ts';
import { decisionsOfBody, decisionsReplacing } from '../../store/decisions.ts';
import { lastHeldBefore } from '../../store/meetings.ts';
import { actionsSeen } from '../plan/actions-seen.ts';
import { changesOfDecisions, type ChangeSeen } from '../decisions/changes-seen.ts';

/** A decision with all that came of it. */
export type DecisionSince = {
  decision: Decision;
  actions: readonly Action[];
  /** what it changed in the plan or a service */
  changes: readonly ChangeSeen[];
  replacedBy: Decision | undefined;
};

/** What was decided since the meeting before, which is taken in, and what came of each. */
export type LastTime = { meeting: Meeting; decisions: readonly DecisionSince[] };

/**
 * What a body decided since it last met for the same: one that oversees the plan opens with what was decided from the one
 * before it on, workshops between them taken in. Undefined where it never met. What is exempt is left out for those who
 * may not see it.
 */
export async function lastTime(
  ctx: Ctx,
  { bodyId, on, kind }: Pick<Meeting, 'bodyId' | 'on' | 'kind'>,
): Promise<LastTime | undefined> {
  const before =
    (await lastHeldBefore(ctx, { bodyId, on, kind })) ?? (await lastHeldBefore(ctx, { bodyId, on }));
  if (!before) return undefined;
  const decided = await decisionsOfBody(ctx, bodyId, { from: before.on, to: addDays(on, -1) });
  return { meeting: before, decisions: await withWhatCame(ctx, decided.toReversed()) };
}

/** Decisions that this person may see, each with its actions and with what took its place. */
export async function withWhatCame(ctx: Ctx, decisions: readonly Decision[]): Promise<DecisionSince[]> {
  const seen = decisions.filter((decision) => maySeeDecision(ctx.actor, decision));
  const ids = seen.map(({ id }) => id);
  const made = await actionsSeen(ctx, await actionsOfDecisions(ctx, ids));
  const actions = Map.groupBy(made, ({ decisionId }) => decisionId);
  const changes = await changesOfDecisions(ctx, ids);
  const later = new Map(
    (await decisionsReplacing(ctx, ids)).map((decision) => [decision.replaces, decision]),
  );
  return seen.map((decision) => {
    const replacedBy = later.get(decision.id);
    return {
      decision,
      actions: actions.get(decision.id) ?? [],
      changes: changes.get(decision.id) ?? [],
      replacedBy: replacedBy && maySeeDecision(ctx.actor, replacedBy) ? replacedBy : undefined,
    };
  });
}
