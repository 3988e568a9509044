/** One thing that a reader knows: lower ≤ Σ weight · variable ≤ upper. */
export type Row = {
  readonly variables: readonly number[];
  readonly weights: readonly number[];
  readonly lower: number;
  readonly upper: number;
};

/** All that a reader knows about the figures: bounds of each, and rows that join them. */
export type Knowledge = {
  /** what each variable stands for */
  readonly names: readonly string[];
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: readonly Row[];
  /** counts are whole numbers; magnitudes are not */
  readonly whole: boolean;
};

/** What must stay possible for one figure. */
export type Aim =
  /** every whole number from one end to the other (counts), or both ends (magnitudes) */
  | { readonly variable: number; readonly kind: 'range'; readonly from: number; readonly to: number }
  /** more than one value */
  | { readonly variable: number; readonly kind: 'two' };

/** A filling that a reader cannot rule out, as what differs from the base: variable and its other value. */
export type Filling = ReadonlyMap<number, number>;

/** The rows in which each variable stands, as [row, weight] pairs. */
export type Columns = readonly (readonly (readonly [row: number, weight: number])[])[];

const columnsOfRows = new WeakMap<readonly Row[], Columns>();

/** The rows in which each variable stands; made once for one list of rows, which does not change any more. */
export function columnsOf({ rows, names }: Pick<Knowledge, 'rows' | 'names'>): Columns {
  const made = columnsOfRows.get(rows);
  if (made) return made;
  const columns: [number, number][][] = names.map(() => []);
  for (const [row, { variables, weights }] of rows.entries())
    for (const [place, variable] of variables.entries()) columns[variable]?.push([row, weights[place] ?? 0]);
  columnsOfRows.set(rows, columns);
  return columns;
}

/** What the left side of a row comes to under a filling. */
export function activity(row: Row, base: Float64Array, filling?: Filling): number {
  let sum = 0;
  for (let place = 0; place < row.variables.length; place += 1) {
    const variable = row.variables[place] ?? 0;
    sum += (row.weights[place] ?? 0) * (filling?.get(variable) ?? base[variable] ?? 0);
  }
  return sum;
}

/** How far a sum may stray by the arithmetic alone: nothing for whole numbers, a billionth for magnitudes. */
function slack(knowledge: Knowledge, size: number): number {
  return knowledge.whole ? 1e-9 : 1e-7 * Math.max(1, Math.abs(size));
}

/**
 * Whether a filling agrees with everything that is known, where its base does: bounds, whole numbers, and every row that
 * it touches. Exact for whole numbers below 2⁵³: this, and not the solver, is what a proof rests on.
 */
export function agrees(
  { knowledge, columns }: { knowledge: Knowledge; columns: Columns },
  base: Float64Array,
  filling: Filling,
): boolean {
  const touched = new Set<number>();
  for (const [variable, value] of filling) {
    const stray = slack(knowledge, value);
    const [lower = 0, upper = 0] = [knowledge.lower[variable], knowledge.upper[variable]];
    if (knowledge.whole && !Number.isSafeInteger(value)) return false;
    if (value < lower - stray || value > upper + stray) return false;
    for (const [row] of columns[variable] ?? []) touched.add(row);
  }
  for (const place of touched) {
    const row = knowledge.rows[place];
    if (!row) return false;
    const sum = activity(row, base, filling);
    const stray = slack(knowledge, sum);
    if (sum < row.lower - stray || sum > row.upper + stray) return false;
  }
  return true;
}

/** Every figure of a base as a filling, to check a base itself. */
export function wholeFilling(base: Float64Array): Filling {
  return new Map(base.entries());
}
