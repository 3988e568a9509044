import loadHighs from 'highs';
import type { Highs, ModelData, ObjectiveSense, RawModelApi } from 'highs';

/** A linear programme: columns with bounds and costs, rows over them. */
export type Programme = {
  readonly costs: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly {
    readonly columns: readonly number[];
    readonly weights: readonly number[];
    readonly lower: number;
    readonly upper: number;
  }[];
};

/** What the solver found. Anything that is neither optimal, impossible nor endless is a failure, and proves nothing. */
export type Answer =
  | { readonly kind: 'optimal'; readonly values: Float64Array; readonly objective: number }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'endless' }
  | { readonly kind: 'failed' };

/** A programme in the solver's memory, to be asked again and again with other bounds and costs. */
export type Loaded = {
  bound(column: number, lower: number, upper: number): void;
  cost(column: number, cost: number): void;
  minimise(): Answer;
  maximise(): Answer;
  /** the least, with whole numbers in these columns */
  minimiseWhole(columns: number): Answer;
};

/** The one solver of the process; loading another programme takes the place of the one before. */
export type Solver = { load(programme: Programme): Loaded };

let opened: Promise<Solver> | undefined;

/** The solver (HiGHS, WebAssembly), loaded once; the same questions in the same order get the same answers. */
export function openSolver(): Promise<Solver> {
  opened ??= load().then((highs) => solverOn(highs));
  return opened;
}

type Load = typeof loadHighs.default;

/** The solver's types describe its CommonJS face, where the loader is a property; as a module it is the default itself. */
function load(): Promise<Highs> {
  const found: unknown = loadHighs;
  return isLoad(found) ? found() : loadHighs.default();
}

function isLoad(found: unknown): found is Load {
  return typeof found === 'function';
}

function solverOn(highs: Highs): Solver {
  const model = highs.raw.createModel();
  const settings: readonly (readonly [string, string | number | boolean])[] = [
    ['output_flag', false],
    ...forParts,
    ['random_seed', 0],
    ['simplex_iteration_limit', 100_000],
    ['mip_max_nodes', 2_000],
  ];
  for (const [name, value] of settings) model.setOptionValue(name, value);
  return { load: (programme) => loaded(highs, model, programme) };
}

function loaded(highs: Highs, model: RawModelApi, programme: Programme): Loaded {
  const shape = modelOf(programme);
  const { minimize, maximize } = highs.constants.objectiveSense;
  const bounds = new Map<number, readonly [number, number]>();
  const costs = new Map<number, number>();
  const passWhole = () => {
    model.clearModel();
    model.passModel(shape);
    for (const [column, [lower, upper]] of bounds) model.changeColBounds(column, lower, upper);
    for (const [column, cost] of costs) model.changeColCost(column, cost);
  };
  passWhole();
  const asked = (sense: ObjectiveSense): Answer => {
    model.changeObjectiveSense(sense);
    return answered(highs, model);
  };
  return {
    bound: (column, lower, upper) => {
      bounds.set(column, [lower, upper]);
      model.changeColBounds(column, lower, upper);
    },
    cost: (column, cost) => {
      costs.set(column, cost);
      model.changeColCost(column, cost);
    },
    minimise: () => asked(minimize),
    maximise: () => asked(maximize),
    minimiseWhole: (columns) => {
      for (let column = 0; column < columns; column += 1) model.changeColIntegrality(column, 1);
      for (const [name, value] of forWhole) model.setOptionValue(name, value);
      const answer = asked(minimize);
      for (const [name, value] of forParts) model.setOptionValue(name, value);
      passWhole();
      return answer;
    },
  };
}

type Settings = readonly (readonly [string, string])[];
const forWhole: Settings = [
  ['solver', 'choose'],
  ['presolve', 'choose'],
];
const forParts: Settings = [
  ['solver', 'simplex'],
  ['presolve', 'off'],
];

function answered(highs: Highs, model: RawModelApi): Answer {
  if (model.run().status === highs.constants.status.error) return { kind: 'failed' };
  const status = model.getModelStatus();
  const { modelStatus } = highs.constants;
  if (status === modelStatus.infeasible) return { kind: 'impossible' };
  if (status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible)
    return { kind: 'endless' };
  if (status !== modelStatus.optimal && status !== modelStatus.empty) return { kind: 'failed' };
  const solution = model.getSolution();
  if (!solution.value) return { kind: 'failed' };
  return { kind: 'optimal', values: solution.value.colValue, objective: model.getObjectiveValue() };
}

function modelOf({ costs, lower, upper, rows }: Programme): ModelData {
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.columns.length);
  return {
    numCols: costs.length,
    numRows: rows.length,
    colCost: costs,
    colLower: lower,
    colUpper: upper,
    rowLower: rows.map((row) => row.lower),
    rowUpper: rows.map((row) => row.upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: costs.length,
      starts,
      indices: rows.flatMap((row) => row.columns),
      values: rows.flatMap((row) => row.weights),
    },
  };
}
