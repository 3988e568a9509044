import type { Dimension, Level } from './dimension.ts';

/** One code of each dimension, in the order of the table's dimensions. */
export type At = readonly string[];

/** One figure, as its owner knows it. */
export type Cell = {
  readonly at: At;
  /** how many people or things; in a table of magnitudes, how many contributed */
  readonly count: number;
  /** false for a cell that is not shown but could be worked out, such as the rest of a total */
  readonly published?: false;
  /**
   * held back by its owner for a reason of their own: the counts that must stay possible, or only that it may not be
   * worked out exactly
   */
  readonly heldBack?: { readonly from: number; readonly to: number } | 'exact';
  /** a zero that everybody knows must be one (boys at a girls' school); it is shown as it is */
  readonly knownZero?: true;
  /** a survey: how many answered in the group that this figure is a share of */
  readonly base?: number;
  /** a survey: from how many schools they came */
  readonly schools?: number;
  /** a magnitude: what each contributor brings; the cell's figure is their sum */
  readonly contributors?: readonly number[];
};

/**
 * A table as its owner knows it, before anything is held back.
 *
 * `quantity` says what is counted and when, in one text ("children with a plan, 31 March 2025"). Cells of two tables
 * with the same quantity and the same codes are the same cell: that is how tables, releases and geographies are linked.
 * A cell that is not listed is not known to the owner and not shown; readers may still work it out from the sums.
 */
export type Table = {
  readonly id: string;
  readonly quantity: string;
  readonly kind: 'counts' | 'magnitudes';
  readonly dimensions: readonly Dimension[];
  readonly cells: readonly Cell[];
  /** the level of codes that no dimension gives one */
  readonly level: Level;
  /** a survey about a matter that needs a larger base */
  readonly sensitive?: true;
};

/** The figure of a cell: its count, or the sum of its contributions. */
export function figureOf(table: Pick<Table, 'kind'>, cell: Cell): number {
  if (table.kind === 'counts') return cell.count;
  return (cell.contributors ?? []).reduce((sum, contribution) => sum + contribution, 0);
}

/** How far up a cell stands. */
export function levelOf(table: Pick<Table, 'dimensions' | 'level'>, at: At): Level {
  for (const [index, dimension] of table.dimensions.entries()) {
    const code = at[index];
    const level = dimension.levels && code !== undefined ? dimension.levels[code] : undefined;
    if (level) return level;
  }
  return table.level;
}

/** What one cell is called in every table that holds it: codes that stand for everything are left out. */
export function cellKey(table: Pick<Table, 'dimensions' | 'quantity'>, at: At): string {
  const parts = table.dimensions.flatMap((dimension, index) => {
    const code = at[index] ?? '';
    return code === dimension.whole ? [] : [`${dimension.key}=${code}`];
  });
  return JSON.stringify([table.quantity, ...parts.toSorted()]);
}
