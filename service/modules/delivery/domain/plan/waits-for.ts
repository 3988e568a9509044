import { isLate, isOver, type Action } from '../action.ts';
import type { Day } from '#platform/kernel/day.ts';

/** One action that cannot begin or end before another is done; both by their ids. */
export type Wait = { actionId: string; waitsFor: string };

/** The way round that one more wait would close, its first again at its end; undefined where it closes none. */
export function circleMadeBy(waits: readonly Wait[], { actionId, waitsFor }: Wait): string[] | undefined {
  if (actionId === waitsFor) return [actionId, actionId];
  const steps = walk(waits, waitsFor, 'before');
  const found = steps.get(actionId);
  return found && [actionId, ...found, actionId];
}

/** Everything that an action holds up, nearest first: what waits for it, and what waits for that. */
export function heldUpBy(waits: readonly Wait[], actionId: string): string[] {
  return [...walk(waits, actionId, 'after').keys()];
}

/** From an action along its waits; to each, the way there, where it begins first and it itself left out. */
function walk(waits: readonly Wait[], start: string, way: 'before' | 'after'): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const queue: { id: string; path: string[] }[] = [{ id: start, path: [start] }];
  for (const { id, path } of queue) {
    for (const wait of waits) {
      const [from, to] = way === 'before' ? [wait.actionId, wait.waitsFor] : [wait.waitsFor, wait.actionId];
      if (from !== id || to === start || found.has(to)) continue;
      found.set(to, path);
      queue.push({ id: to, path: [...path, to] });
    }
  }
  return found;
}

/** A late action, and what is not over and cannot go on because of it. */
export type HeldUp = { late: Action; holdsUp: readonly Action[] };

/** What is late, the longest overdue first, each with what it holds up. */
export function lateAndHeldUp(given: {
  actions: readonly Action[];
  waits: readonly Wait[];
  today: Day;
}): HeldUp[] {
  const { actions, waits, today } = given;
  const byId = new Map<string, Action>(actions.map((action) => [action.id, action]));
  return actions
    .filter((action) => isLate(action, today))
    .toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999') || a.number - b.number)
    .map((late) => ({
      late,
      holdsUp: heldUpBy(waits, late.id).flatMap((id) => {
        const held = byId.get(id);
        return held && !isOver(held) ? [held] : [];
      }),
    }));
}
