import { activity } from './knowledge.ts';
import type { Knowledge } from './knowledge.ts';
import type { Answer, Loaded, Programme, Solver } from './solver.ts';

/** Questions to the solver about what is known; the programme is loaded at the first of them. */
export type Asked = {
  /** any filling that agrees; undefined where there is none, or none was found */
  any(): Float64Array | undefined;
  /** the least and the most that a figure can be, in whole numbers where they are; undefined when the solver failed */
  ends(variable: number): { lower: number; upper: number } | undefined;
  /** a filling in which a figure has a value */
  filling(wanted: Sought): Float64Array | 'impossible' | 'failed';
  /** how often the solver was asked */
  times(): number;
};

/** A figure at a value, and what to try with a filling in parts of people before whole numbers are asked for. */
export type Sought = {
  readonly variable: number;
  readonly value: number;
  readonly mend?: (parts: Float64Array) => Float64Array | undefined;
};

/** The linear programme of what is known, over the figures that are still open. */
export function programmeOf(knowledge: Knowledge, solver: Solver): Asked {
  const open = openVariables(knowledge);
  const columns = new Map(open.map((variable, column) => [variable, column]));
  let asked = 0;
  let loaded: Loaded | undefined;
  const programme = (): Loaded => {
    asked += 1;
    loaded ??= solver.load(programmeOver(knowledge, open, columns));
    return loaded;
  };
  const full = (values: Float64Array): Float64Array => fullOf(knowledge, open, values);
  const bound = (column: number, lower: number, upper: number) => programme().bound(column, lower, upper);
  const filled = (mend?: Sought['mend']) => fillingFrom(programme, { knowledge, open, mend });
  return {
    any: () => {
      const found = open.length === 0 ? full(new Float64Array()) : filled();
      return typeof found === 'object' ? found : undefined;
    },
    ends: (variable) => {
      const column = columns.get(variable);
      if (column === undefined) return fixedEnds(knowledge, variable);
      const loaded = programme();
      loaded.cost(column, 1);
      const ends = endsOf(loaded.minimise(), loaded.maximise(), knowledge.whole);
      loaded.cost(column, 0);
      return ends;
    },
    filling: ({ variable, value, mend }) => {
      const column = columns.get(variable);
      if (column === undefined) return 'failed';
      bound(column, value, value);
      const found = filled(mend);
      bound(column, knowledge.lower[variable] ?? 0, knowledge.upper[variable] ?? 0);
      return found;
    },
    times: () => asked,
  };
}

type Filler = { knowledge: Knowledge; open: readonly number[]; mend: Sought['mend'] };

/** A filling from the programme as it stands: at once in whole numbers, or mended, or asked for in whole numbers. */
function fillingFrom(
  programme: () => Loaded,
  { knowledge, open, mend }: Filler,
): Float64Array | 'impossible' | 'failed' {
  const answer = programme().minimise();
  if (answer.kind !== 'optimal') return answer.kind === 'impossible' ? 'impossible' : 'failed';
  if (!knowledge.whole || answer.values.every(isWhole)) return fullOf(knowledge, open, answer.values);
  const mended = mend?.(partsOf(knowledge, open, answer.values));
  if (mended) return mended;
  const whole = programme().minimiseWhole(open.length);
  if (whole.kind === 'optimal') return fullOf(knowledge, open, whole.values);
  return whole.kind === 'impossible' ? 'impossible' : 'failed';
}

/** Whether a number that a solver gave stands for a whole one. */
export function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-5;
}

function openVariables(knowledge: Knowledge): number[] {
  const found: number[] = [];
  const inRow = new Set(knowledge.rows.flatMap((row) => row.variables));
  for (let variable = 0; variable < knowledge.names.length; variable += 1)
    if (knowledge.lower[variable] !== knowledge.upper[variable] && inRow.has(variable)) found.push(variable);
  return found;
}

function programmeOver(
  knowledge: Knowledge,
  open: readonly number[],
  columns: ReadonlyMap<number, number>,
): Programme {
  const rows = knowledge.rows.flatMap((row) => {
    const places = row.variables.flatMap((variable, place) => (columns.has(variable) ? [place] : []));
    if (places.length === 0) return [];
    const fixed = activity(row, knowledge.lower, fixedOnly(row.variables, columns));
    return {
      columns: places.map((place) => columns.get(row.variables[place] ?? -1) ?? 0),
      weights: places.map((place) => row.weights[place] ?? 0),
      lower: row.lower - fixed,
      upper: row.upper - fixed,
    };
  });
  return {
    costs: open.map(() => 0),
    lower: open.map((variable) => knowledge.lower[variable] ?? 0),
    upper: open.map((variable) => knowledge.upper[variable] ?? 0),
    rows,
  };
}

/** Open figures count nothing toward what a row holds already. */
function fixedOnly(variables: readonly number[], columns: ReadonlyMap<number, number>): Map<number, number> {
  return new Map(variables.filter((variable) => columns.has(variable)).map((variable) => [variable, 0]));
}

function fullOf(knowledge: Knowledge, open: readonly number[], values: Float64Array): Float64Array {
  const full = partsOf(knowledge, open, values);
  return knowledge.whole ? full.map(Math.round) : full;
}

function partsOf(knowledge: Knowledge, open: readonly number[], values: Float64Array): Float64Array {
  const parts = knowledge.lower.slice();
  for (const [column, variable] of open.entries()) parts[variable] = values[column] ?? 0;
  return parts;
}

function fixedEnds(knowledge: Knowledge, variable: number): { lower: number; upper: number } {
  return { lower: knowledge.lower[variable] ?? 0, upper: knowledge.upper[variable] ?? 0 };
}

function endsOf(least: Answer, most: Answer, whole: boolean): { lower: number; upper: number } | undefined {
  const lower = least.kind === 'optimal' ? least.objective : Number.NaN;
  const upper =
    most.kind === 'optimal'
      ? most.objective
      : most.kind === 'endless'
        ? Number.POSITIVE_INFINITY
        : Number.NaN;
  if (Number.isNaN(lower) || Number.isNaN(upper)) return undefined;
  return whole ? { lower: Math.ceil(lower - 1e-6), upper: Math.floor(upper + 1e-6) } : { lower, upper };
}
