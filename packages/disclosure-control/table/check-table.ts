import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Dimension, Sum } from './dimension.ts';
import { figureOf } from './table.ts';
import type { At, Cell, Table } from './table.ts';

/** Why a table cannot be read at all. */
export type TableRefusal =
  | { readonly reason: 'no-cells'; readonly table: string }
  | { readonly reason: 'wrong-figure'; readonly table: string; readonly at: At }
  | { readonly reason: 'wrong-place'; readonly table: string; readonly at: At }
  | { readonly reason: 'doubled-cell'; readonly table: string; readonly at: At }
  | {
      readonly reason: 'wrong-sum';
      readonly table: string;
      readonly whole: string;
      readonly dimension: string;
    }
  | {
      readonly reason: 'margins-disagree';
      readonly table: string;
      readonly at: At;
      readonly whole: number;
      readonly parts: number;
    };

/** Checks that a table means something: whole counts, known codes, no cell twice, and sums that are sums. */
export function checkTable(table: Table): Result<Table, TableRefusal> {
  if (table.cells.length === 0) return refuse({ reason: 'no-cells', table: table.id });
  const wrongSum = table.dimensions.find(
    (dimension) => !dimension.sums.every((sum) => isSum(dimension, sum)),
  );
  if (wrongSum) {
    const whole = wrongSum.sums.find((sum) => !isSum(wrongSum, sum))?.whole ?? '';
    return refuse({ reason: 'wrong-sum', table: table.id, whole, dimension: wrongSum.key });
  }
  const known = new Map<string, Cell>();
  const codes = table.dimensions.map((dimension) => new Set(dimension.codes));
  for (const cell of table.cells) {
    const { at } = cell;
    if (at.length !== codes.length || !at.every((code, index) => codes[index]?.has(code)))
      return refuse({ reason: 'wrong-place', table: table.id, at });
    if (!isFigure(table, cell)) return refuse({ reason: 'wrong-figure', table: table.id, at });
    const place = at.join('\u0000');
    if (known.has(place)) return refuse({ reason: 'doubled-cell', table: table.id, at });
    known.set(place, cell);
  }
  return checkSums(table, known);
}

function isSum({ codes }: Dimension, { whole, parts }: Sum): boolean {
  const all = [whole, ...parts];
  return parts.length > 0 && new Set(all).size === all.length && all.every((code) => codes.includes(code));
}

function isFigure(table: Table, cell: Cell): boolean {
  const extras = [cell.base, cell.schools].filter((extra) => extra !== undefined);
  if (![cell.count, ...extras].every((count) => Number.isSafeInteger(count) && count >= 0)) return false;
  if (table.kind === 'counts') return true;
  const contributors = cell.contributors ?? [];
  return contributors.length === cell.count && contributors.every((x) => Number.isFinite(x) && x >= 0);
}

function checkSums(table: Table, known: ReadonlyMap<string, Cell>): Result<Table, TableRefusal> {
  for (const [index, dimension] of table.dimensions.entries()) {
    for (const cell of table.cells)
      for (const sum of dimension.sums.filter(({ whole }) => whole === cell.at[index])) {
        const parts = sum.parts.flatMap((part) => known.get(cell.at.with(index, part).join('\u0000')) ?? []);
        const total = parts.reduce((all, part) => all + figureOf(table, part), 0);
        const whole = figureOf(table, cell);
        const stray = table.kind === 'counts' ? 0 : 1e-9 * Math.max(1, whole);
        const missing = parts.length < sum.parts.length;
        if (missing ? total > whole + stray : Math.abs(total - whole) > stray)
          return refuse({ reason: 'margins-disagree', table: table.id, at: cell.at, whole, parts: total });
      }
  }
  return done(table);
}
