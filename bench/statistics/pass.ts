/** One computation over all rows, made ready outside the time that is taken. */
export type Pass = {
  /** what the figures are called by: "proportions" */
  readonly name: string;
  /** inputs made, from the table that every pass shares, so that only the computation is timed; returns a check sum */
  readonly prepare: (table: Table) => () => number;
  /** what the same is called in `formulas.r`, where it is there */
  readonly inR?: readonly string[];
};

/** The counts and bases that both sides compute from. */
export type Table = {
  readonly rows: number;
  /** people counted once, of all of them: never more than the base */
  readonly counts: Float64Array;
  readonly bases: Float64Array;
  /** events: a third of them fewer than ten, as in small areas */
  readonly events: Float64Array;
};

/** The same table whenever it is made. */
export function makeTable(rows: number): Table {
  const random = lehmer(20260401);
  const table = {
    rows,
    counts: new Float64Array(rows),
    bases: new Float64Array(rows),
    events: new Float64Array(rows),
  };
  for (let row = 0; row < rows; row += 1) {
    const base = 1 + Math.floor(10 ** (1 + 4 * random()));
    table.bases[row] = base;
    table.counts[row] = Math.floor(random() * (base + 1));
    table.events[row] = Math.floor(1000 ** random() - random());
  }
  return table;
}

/** Numbers from 0 to 1 from a seed (Lehmer's generator with Park and Miller's constants). */
function lehmer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** The sum of a column, so that no computation is for nothing and two sides can be compared. */
export function checkSum(column: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < column.length; row += 1) sum += column[row] ?? 0;
  return sum;
}
