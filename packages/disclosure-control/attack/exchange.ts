import { activity } from './knowledge.ts';
import type { Columns, Filling, Knowledge } from './knowledge.ts';

/** Where the search starts, and what it may use. */
export type Ground = {
  readonly knowledge: Knowledge;
  readonly columns: Columns;
  /** a filling that agrees with everything known */
  readonly base: Float64Array;
  /** what each row comes to under the base */
  readonly sums: Float64Array;
};

/** What is looked for: a figure at a value, by steps that lead toward a filling in parts of people, where one is given. */
export type Wanted = {
  readonly variable: number;
  readonly value: number;
  readonly toward?: Float64Array | undefined;
};

/** failing must cost less than asking the solver */
const mostSteps = 40;
const mostGuidedSteps = 400;
const mostDepth = 16;
const mostWays = 8;

/** The ground for searches from a base. */
export function groundOf(knowledge: Knowledge, columns: Columns, base: Float64Array): Ground {
  const sums = Float64Array.from(knowledge.rows, (row) => activity(row, base));
  return { knowledge, columns, base, sums };
}

/**
 * Looks for fillings in which one count has other values, by exchanges: one more here, one fewer there, until every row
 * agrees again; then the same once more, up to the value wanted. Answers with a filling for each value on the way, the
 * last of them the one wanted if it was reached. Quick, and right in what it finds; where it stops short, nothing is
 * said and the solver is asked.
 */
export function exchange(ground: Ground, { variable, value, toward }: Wanted): readonly Filling[] {
  const state: State = { ground, values: ground.base.slice(), sums: ground.sums.slice(), toward };
  const changed = new Set<number>();
  const found: Filling[] = [];
  let move: Move | undefined;
  while (state.values[variable] !== value) {
    const step = Math.sign(value - (state.values[variable] ?? 0));
    if (!move || !fits(state, move)) move = unitMove(state, variable, step);
    if (!move) break;
    for (const [at, by] of move) {
      put(state, at, by);
      changed.add(at);
    }
    found.push(new Map([...changed].map((at) => [at, state.values[at] ?? 0])));
  }
  return found;
}

type State = {
  readonly ground: Ground;
  readonly values: Float64Array;
  readonly sums: Float64Array;
  readonly toward: Float64Array | undefined;
};
type Move = ReadonlyMap<number, number>;
type Search = {
  readonly state: State;
  readonly move: Map<number, number>;
  readonly broken: number[];
  left: number;
};

/** A set of steps of one that starts at a figure and leaves every row in agreement; the state is as it was. */
function unitMove(state: State, variable: number, step: number): Move | undefined {
  const left = state.toward ? mostGuidedSteps : mostSteps;
  const search: Search = { state, move: new Map(), broken: [], left };
  if (spare(state, variable, step) < 1) return undefined;
  take(search, variable, step);
  const found = mend(search, 0);
  for (const [at, by] of search.move) put(state, at, -by);
  return found ? search.move : undefined;
}

function mend(search: Search, depth: number): boolean {
  const { state, broken } = search;
  const row = broken.findLast((one) => excess(state, one, 0) !== 0);
  if (row === undefined) return true;
  if (depth >= mostDepth) return false;
  const size = broken.length;
  for (const { variable, step } of waysToMend(search, row)) {
    search.left -= 1;
    if (search.left < 0) return false;
    take(search, variable, step);
    if (mend(search, depth + 1)) return true;
    put(state, variable, -step);
    search.move.delete(variable);
    broken.length = size;
  }
  return false;
}

function take({ state, move, broken }: Search, variable: number, step: number): void {
  put(state, variable, step);
  move.set(variable, step);
  for (const [row] of state.ground.columns[variable] ?? []) broken.push(row);
}

function put({ ground, values, sums }: State, variable: number, by: number): void {
  values[variable] = (values[variable] ?? 0) + by;
  for (const [row, weight] of ground.columns[variable] ?? []) sums[row] = (sums[row] ?? 0) + weight * by;
}

/** How far a row is above (positive) or below (negative) what it may be, with so much added. */
function excess({ ground, sums }: State, row: number, more: number): number {
  const known = ground.knowledge.rows[row];
  if (!known) return 0;
  const sum = (sums[row] ?? 0) + more;
  if (sum > known.upper + 1e-9) return sum - known.upper;
  return sum < known.lower - 1e-9 ? sum - known.lower : 0;
}

type Way = {
  readonly variable: number;
  readonly step: number;
  readonly broken: number;
  readonly spare: number;
};

/** The steps that bring a row nearer, those that break the fewest others first, then those with the most room. */
function waysToMend({ state, move }: Search, row: number): readonly Way[] {
  const known = state.ground.knowledge.rows[row];
  const direction = -Math.sign(excess(state, row, 0));
  const found: Way[] = [];
  for (const [place, variable] of (known?.variables ?? []).entries()) {
    const step = direction * Math.sign(known?.weights[place] ?? 0);
    if (step === 0 || move.has(variable)) continue;
    const left = spare(state, variable, step);
    if (left >= 1) found.push({ variable, step, broken: brokenBy(state, variable, step), spare: left });
  }
  found.sort((a, b) => a.broken - b.broken || b.spare - a.spare || a.variable - b.variable);
  if (found.length > mostWays) found.length = mostWays;
  return found;
}

/** How many more rows would be broken by a step than are now. */
function brokenBy(state: State, variable: number, step: number): number {
  let more = 0;
  for (const [row, weight] of state.ground.columns[variable] ?? []) {
    if (excess(state, row, weight * step) !== 0) more += 1;
    if (excess(state, row, 0) !== 0) more -= 1;
  }
  return more;
}

/** How far a figure can still go in a direction: to its bound, or to where it is led. */
function spare({ ground, values, toward }: State, variable: number, step: number): number {
  const value = values[variable] ?? 0;
  const { lower, upper } = ground.knowledge;
  const room = step > 0 ? (upper[variable] ?? 0) - value : value - (lower[variable] ?? 0);
  const goal = toward?.[variable];
  if (goal === undefined) return room;
  return Math.min(room, Math.ceil((step > 0 ? goal - value : value - goal) - 1e-6));
}

/** Whether a move can be made once more as it is. */
function fits(state: State, move: Move): boolean {
  for (const [variable, step] of move) if (spare(state, variable, step) < 1) return false;
  const changes = new Map<number, number>();
  for (const [variable, step] of move)
    for (const [row, weight] of state.ground.columns[variable] ?? [])
      changes.set(row, (changes.get(row) ?? 0) + weight * step);
  for (const [row, change] of changes) if (excess(state, row, change) !== 0) return false;
  return true;
}
