import type { Symbols } from '../rules/rule-set.ts';
import type { At } from '../table/table.ts';
import type { AuditLine } from './audit.ts';
import type { Release } from './release.ts';

/** What stands in one cell, for everybody. A number is already rounded where its rule rounds. */
export type ProtectedCell =
  | { readonly kind: 'number'; readonly at: At; readonly number: number; readonly roundedTo?: number }
  | { readonly kind: 'suppressed'; readonly at: At; readonly symbol: string }
  | { readonly kind: 'low'; readonly at: At; readonly symbol: string };

/** What a share, rate or limit comes to: made from what is shown, or held back with what it would be made from. */
export type ProtectedShare<Value> =
  | { readonly kind: 'made'; readonly value: Value }
  | { readonly kind: 'suppressed' | 'low'; readonly symbol: string }
  | { readonly kind: 'not-shown' };

/** Nobody outside can make one: the mark is not handed out. */
const proved = Symbol('proved');

/**
 * A table that the attacker could not open, and the only face of it: no count that is held back can be read from it, by
 * any output. Screens, files, charts, tooltips and speech all draw from this.
 */
export type ProtectedTable = {
  readonly [proved]: true;
  readonly id: string;
  readonly rulesId: string;
  readonly symbols: Symbols;
  /** whether every zero stands as a zero; where not, say so in a note: a cell that is held back may be none */
  readonly zerosShown: boolean;
  /** every published cell, in the order of the table */
  readonly cells: readonly ProtectedCell[];
  /** one cell; undefined for a place that the table does not publish */
  cell(at: At): ProtectedCell | undefined;
  /**
   * A share of one cell in another, from the numbers shown, in percent, with the decimals of the rules. Held back with
   * either of them, for a base that is too small, and where it would say 0% or 100% of a group to which the rules hold
   * such a zero against it.
   */
  share(of: At, outOf: At): ProtectedShare<number>;
  /** Anything else made from the same two numbers, such as a rate or limits; held back as the share is. */
  made<Value>(of: At, outOf: At, make: (count: number, base: number) => Value): ProtectedShare<Value>;
  /** who held back what and why; for the owner alone */
  readonly audit: readonly AuditLine[];
  /** what has been given away for good, to be kept and handed in with the next table; for the owner alone */
  readonly release: Release;
};

/** What a protected table is made of. */
export type Making = Omit<ProtectedTable, typeof proved | 'cell' | 'share' | 'made'> & {
  readonly decimals: number;
  readonly leastBase: number;
  readonly zeroTells: boolean;
};

/** Makes a protected table; only what has been proved closed may be handed in. */
export function protectedTable(making: Making): ProtectedTable {
  const { decimals, leastBase, zeroTells, ...shown } = making;
  const byPlace = new Map(shown.cells.map((cell) => [cell.at.join('\u0000'), cell]));
  const cell = (at: At): ProtectedCell | undefined => byPlace.get(at.join('\u0000'));
  const made = <Value>(
    of: At,
    outOf: At,
    make: (count: number, base: number) => Value,
  ): ProtectedShare<Value> => {
    const [part, whole] = [cell(of), cell(outOf)];
    if (!part || !whole) return { kind: 'not-shown' };
    if (part.kind !== 'number') return { kind: part.kind, symbol: part.symbol };
    if (whole.kind !== 'number') return { kind: whole.kind, symbol: whole.symbol };
    const everybody = zeroTells && (part.number === 0 || part.number >= whole.number);
    if (whole.number < leastBase || everybody)
      return { kind: 'suppressed', symbol: making.symbols.suppressed };
    return { kind: 'made', value: make(part.number, whole.number) };
  };
  return {
    ...shown,
    [proved]: true,
    cell,
    made,
    share: (of, outOf) => made(of, outOf, (count, base) => Number(((100 * count) / base).toFixed(decimals))),
  };
}
