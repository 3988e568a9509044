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

/** failing must cost less than asking the solver */
const mostSteps = 40;
const mostGuidedSteps = 400;
const mostDepth = 16;

/** What is looked for: a figure at a value, by steps that lead toward a filling in parts of people, where one is given. */
export type Wanted = {
  readonly variable: number;
  readonly value: number;
  readonly toward?: Float64Array | undefined;
};

/** The ground for searches from a base. */
export function groundOf(knowledge: Knowledge, columns: Columns, base: Float64Array): Ground {
  const sums = Float64Array.from(knowledge.rows, (row) => activity(row, base));
  return { knowledge, columns, base, sums };
}

/**
 * Looks for a filling in which one count has another value, by exchanges: one more here, one fewer there, until every
 * row agrees again. Quick, and right when it finds one; when it does not, nothing is said and the solver is asked.
 */
export function exchange(ground: Ground, { variable, value, toward }: Wanted): Filling | undefined {
  const values = new Map<number, number>();
  const sums = new Map<number, number>();
  const valueOf = (at: number): number => values.get(at) ?? ground.base[at] ?? 0;
  while (valueOf(variable) !== value) {
    const left = value - valueOf(variable);
    const state: State = { ground, values, sums, toward };
    const unit = unitMove(state, variable, Math.sign(left));
    if (!unit) return undefined;
    apply(state, unit, timesOf(state, unit, Math.abs(left)));
  }
  return values;
}

type State = {
  ground: Ground;
  values: Map<number, number>;
  sums: Map<number, number>;
  toward: Float64Array | undefined;
};
type Move = ReadonlyMap<number, number>;

/** A set of steps of one that starts at a figure and leaves every row in agreement. */
function unitMove(state: State, variable: number, step: number): Move | undefined {
  const search: Search = {
    state,
    move: new Map(),
    rows: new Map(),
    budget: state.toward ? mostGuidedSteps : mostSteps,
  };
  if (!room(search, variable, step)) return undefined;
  put(search, variable, step);
  return mend(search, 0) ? search.move : undefined;
}

type Search = { state: State; move: Map<number, number>; rows: Map<number, number>; budget: number };

function mend(search: Search, depth: number): boolean {
  const broken = brokenRow(search);
  if (!broken) return true;
  if (depth >= mostDepth) return false;
  for (const { variable, step } of candidates(search, broken)) {
    search.budget -= 1;
    if (search.budget < 0) return false;
    put(search, variable, step);
    if (mend(search, depth + 1)) return true;
    put(search, variable, -step);
  }
  return false;
}

/** The broken row with the fewest ways to mend it is not worth the search: the latest broken one does as well. */
function brokenRow(search: Search): { row: number; by: number } | undefined {
  let found: { row: number; by: number } | undefined;
  for (const [row, change] of search.rows) {
    const by = change === 0 ? 0 : excess(search, row, change);
    if (by !== 0) found = { row, by };
  }
  return found;
}

/** How far a row is above (positive) or below (negative) what it may be, once its sum has changed. */
function excess({ state }: Search, row: number, change: number): number {
  const { ground, sums } = state;
  const known = ground.knowledge.rows[row];
  if (!known) return 0;
  const sum = (sums.get(row) ?? ground.sums[row] ?? 0) + change;
  if (sum > known.upper + 1e-9) return sum - known.upper;
  return sum < known.lower - 1e-9 ? sum - known.lower : 0;
}

function candidates(search: Search, { row, by }: { row: number; by: number }) {
  const { knowledge } = search.state.ground;
  const known = knowledge.rows[row];
  const found: { variable: number; step: number; broken: number; spare: number }[] = [];
  for (const [place, variable] of (known?.variables ?? []).entries()) {
    const weight = known?.weights[place] ?? 0;
    const step = -Math.sign(by) * Math.sign(weight);
    if (search.move.has(variable) || step === 0 || !room(search, variable, step)) continue;
    found.push({
      variable,
      step,
      broken: brokenBy(search, variable, step),
      spare: spare(search, variable, step),
    });
  }
  return found
    .toSorted((a, b) => a.broken - b.broken || b.spare - a.spare || a.variable - b.variable)
    .slice(0, 12);
}

/** How many more rows would be broken by a step than are now. */
function brokenBy(search: Search, variable: number, step: number): number {
  let more = 0;
  for (const [row, weight] of search.state.ground.columns[variable] ?? []) {
    const now = search.rows.get(row) ?? 0;
    const isBroken = excess(search, row, now + weight * step) !== 0;
    const wasBroken = now !== 0 && excess(search, row, now) !== 0;
    more += Number(isBroken) - Number(wasBroken);
  }
  return more;
}

function spare({ state }: Search, variable: number, step: number): number {
  const { ground, values, toward } = state;
  const value = values.get(variable) ?? ground.base[variable] ?? 0;
  const goal = toward?.[variable];
  if (goal !== undefined) return Math.max(0, Math.ceil(step > 0 ? goal - value - 1e-6 : value - goal - 1e-6));
  const [lower = 0, upper = 0] = [ground.knowledge.lower[variable], ground.knowledge.upper[variable]];
  return step > 0 ? upper - value : value - lower;
}

function room(search: Search, variable: number, step: number): boolean {
  return spare(search, variable, step) >= 1;
}

function put(search: Search, variable: number, step: number): void {
  const now = (search.move.get(variable) ?? 0) + step;
  if (now === 0) search.move.delete(variable);
  else search.move.set(variable, now);
  for (const [row, weight] of search.state.ground.columns[variable] ?? []) {
    const change = (search.rows.get(row) ?? 0) + weight * step;
    if (change === 0) search.rows.delete(row);
    else search.rows.set(row, change);
  }
}

/** How often a move can be made: until a bound or a row is met, and not more than wanted. */
function timesOf(state: State, move: Move, wanted: number): number {
  let times = wanted;
  const changes = new Map<number, number>();
  for (const [variable, step] of move) {
    times = Math.min(times, spare({ state, move: new Map(), rows: new Map(), budget: 0 }, variable, step));
    for (const [row, weight] of state.ground.columns[variable] ?? [])
      changes.set(row, (changes.get(row) ?? 0) + weight * step);
  }
  for (const [row, change] of changes) {
    const known = state.ground.knowledge.rows[row];
    if (!known || change === 0) continue;
    const sum = state.sums.get(row) ?? state.ground.sums[row] ?? 0;
    const left = change > 0 ? (known.upper - sum) / change : (known.lower - sum) / change;
    times = Math.min(times, Math.floor(left + 1e-9));
  }
  return Math.max(times, 1);
}

function apply({ ground, values, sums }: State, move: Move, times: number): void {
  for (const [variable, step] of move) {
    values.set(variable, (values.get(variable) ?? ground.base[variable] ?? 0) + step * times);
    for (const [row, weight] of ground.columns[variable] ?? [])
      sums.set(row, (sums.get(row) ?? ground.sums[row] ?? 0) + weight * step * times);
  }
}
