import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Id } from '#platform/kernel/id.ts';
import { isOver, type Action } from '../action.ts';
import type { Plan, Priority } from '../plan.ts';

export const becamings = ['done', 'carried', 'stopped'] as const;
/** What becomes of a priority or an action as the year turns. */
export type Became = (typeof becamings)[number];

export type LineKind = 'priority' | 'action';

/** What became of one line, said once. */
export type Turn = {
  id: Id<'year-turn'>;
  kind: LineKind;
  subjectId: string;
  became: Became;
  reason: string;
  /** what carries it on in the next plan */
  intoId: string | undefined;
  saidAt: Date;
  saidByName: string;
};

/** What was said of a line and then taken back. */
export type TurnedBack = Turn & { backAt: Date; backByName: string };

/** A priority or an action of a year, with what became of it; `open` where nobody has said yet. */
export type Line = {
  subject: { kind: 'priority'; priority: Priority } | { kind: 'action'; action: Action };
  turn: Turn | undefined;
  /** what was said of it before and taken back, the last of it */
  turnedBack: TurnedBack | undefined;
  standing: 'turned' | 'over' | 'open';
};

/** Every line of a year: each priority, each with its actions behind it, and those under none at the end. */
export function linesOf(given: {
  priorities: readonly Priority[];
  actions: readonly Action[];
  turns: readonly Turn[];
  turnedBack: readonly TurnedBack[];
}): Line[] {
  const saidOf = (id: string) => ({
    turn: given.turns.find(({ subjectId }) => subjectId === id),
    turnedBack: given.turnedBack.findLast(({ subjectId }) => subjectId === id),
  });
  const known = new Set<string>(given.priorities.map(({ id }) => id));
  const actionLine = (action: Action): Line => {
    const said = saidOf(action.id);
    return {
      subject: { kind: 'action', action },
      ...said,
      standing: said.turn ? 'turned' : isOver(action) ? 'over' : 'open',
    };
  };
  const under = given.priorities.flatMap((priority): Line[] => {
    const said = saidOf(priority.id);
    return [
      { subject: { kind: 'priority', priority }, ...said, standing: said.turn ? 'turned' : 'open' },
      ...given.actions.filter(({ priorityId }) => priorityId === priority.id).map(actionLine),
    ];
  });
  const beside = given.actions.filter(({ priorityId }) => priorityId === undefined || !known.has(priorityId));
  return [...under, ...beside.map(actionLine)];
}

export function openLines(lines: readonly Line[]): Line[] {
  return lines.filter(({ standing }) => standing === 'open');
}

export type TurnRefusal =
  | { reason: 'plan-not-agreed' }
  | { reason: 'plan-closed' }
  | { reason: 'line-missing' }
  /** it was said before: what stands is told, and nothing changes */
  | { reason: 'turned-already'; turn: Turn }
  /** it was done or stopped in the year itself */
  | { reason: 'over-already' }
  /** what is stopped says why, so that nobody promises it again without knowing */
  | { reason: 'reason-missing' };

/** Whether something can become of a line; its reason as it is kept. */
export function checkTurn(given: {
  plan: Pick<Plan, 'state'>;
  line: Line | undefined;
  became: Became;
  reason: string;
}): Outcome<{ line: Line; reason: string }, TurnRefusal> {
  const { plan, line, became } = given;
  if (plan.state === 'draft') return refuse({ reason: 'plan-not-agreed' });
  if (plan.state === 'closed') return refuse({ reason: 'plan-closed' });
  if (!line) return refuse({ reason: 'line-missing' });
  if (line.turn) return refuse({ reason: 'turned-already', turn: line.turn });
  if (line.standing === 'over') return refuse({ reason: 'over-already' });
  const reason = given.reason.trim();
  if (became === 'stopped' && reason === '') return refuse({ reason: 'reason-missing' });
  return done({ line, reason });
}

export type CloseRefusal =
  | { reason: 'plan-not-agreed' }
  | { reason: 'plan-closed' }
  | { reason: 'lines-open'; priorities: number; actions: number };

/** A year closes when something was said of every line of it. */
export function checkClose(
  plan: Pick<Plan, 'state'>,
  lines: readonly Line[],
): Outcome<undefined, CloseRefusal> {
  if (plan.state === 'draft') return refuse({ reason: 'plan-not-agreed' });
  if (plan.state === 'closed') return refuse({ reason: 'plan-closed' });
  const open = openLines(lines);
  if (open.length === 0) return done(undefined);
  const priorities = open.filter(({ subject }) => subject.kind === 'priority').length;
  return refuse({ reason: 'lines-open', priorities, actions: open.length - priorities });
}
