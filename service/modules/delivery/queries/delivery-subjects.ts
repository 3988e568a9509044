import type { Ctx } from '#platform/db/database.ts';
import { sayDay } from '#platform/kernel/day.ts';
import type { ThreadSubject, ThreadSubjects } from '#platform/kernel/subject.ts';
import { isLate, sayNumber, stateWords, type Action } from '../domain/action.ts';
import { sayDecisionNumber, type Decision } from '../domain/decision.ts';
import { maySeeDecision } from '../domain/who-sees.ts';
import { actionsById, actionsUnder, allActions } from '../store/actions.ts';
import { allDecisions, decisionsById, decisionsUnder } from '../store/decisions.ts';
import { actionsSeen } from './plan/actions-seen.ts';

const mostFound = 20;

/** Actions as they hang on the golden thread: what is promised to be done is for everybody to see, once it is promised. */
export const actionSubjects: ThreadSubjects<Ctx> = {
  kind: 'action',
  name: 'Actions',
  find: async (ctx, ids) => told(ctx, await actionsById(ctx, ids)),
  search: async (ctx, words) => told(ctx, holding(await actionsSeen(ctx, await allActions(ctx)), words)),
  under: async (ctx, element) => told(ctx, await actionsUnder(ctx, element)),
};

/** Decisions as they hang on the golden thread: those that are not published are for those who read a board's papers. */
export const decisionSubjects: ThreadSubjects<Ctx> = {
  kind: 'decision',
  name: 'Decisions',
  find: async (ctx, ids) => seen(ctx, await decisionsById(ctx, ids)).map(decisionSubject),
  search: async (ctx, words) => holding(seen(ctx, await allDecisions(ctx)), words).map(decisionSubject),
  under: async (ctx, element) => seen(ctx, await decisionsUnder(ctx, element)).map(decisionSubject),
};

async function told(ctx: Ctx, actions: readonly Action[]): Promise<ThreadSubject[]> {
  return (await actionsSeen(ctx, actions)).map((action) => actionSubject(ctx, action));
}

/** How an action is read on the thread: "A7, under way, by 31 March 2027". */
function actionSubject(ctx: Ctx, action: Action): ThreadSubject {
  const late = isLate(action, ctx.today) && action.state !== 'late' ? ' and past its day' : '';
  const by = action.due === undefined || action.state === 'done' ? '' : `, by ${sayDay(action.due)}`;
  const state = `${sayNumber(action)}, ${stateWords[action.state]}${late}${by}`;
  return { kind: 'action', id: action.id, title: action.title, link: `/actions/${action.number}`, state };
}

/** "D12, decided on 14 September 2026. What came of it: …" */
function decisionSubject(decision: Decision): ThreadSubject {
  const came = decision.cameOfIt === '' ? '' : ` What came of it: ${decision.cameOfIt}`;
  return {
    kind: 'decision',
    id: decision.id,
    title: decision.title,
    link: `/decisions/${decision.number}`,
    state: `${sayDecisionNumber(decision)}, decided on ${sayDay(decision.decidedOn)}.${came}`,
  };
}

function seen(ctx: Ctx, decisions: readonly Decision[]): Decision[] {
  return decisions.filter((decision) => maySeeDecision(ctx.actor, decision));
}

function holding<Thing extends { title: string }>(things: readonly Thing[], words: string): Thing[] {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [];
  return things
    .filter(({ title }) => asked.every((word) => title.toLowerCase().includes(word)))
    .slice(0, mostFound);
}
