import type { ProtectedCell, ProtectedShare } from './protected-table.ts';

/** How a person hears why there is no number. */
const heldBackWords = 'held back so that nobody can be recognised';
const lowWords = 'more than none, but rounds to none';

/**
 * What a cell says aloud, in whole words: a number with its rounding, or why there is none. Zero, held back and low
 * never sound alike. `unit` stands after the number: "children".
 * @example sayCell({ kind: 'suppressed', at: [], symbol: 'c' }) // 'held back so that nobody can be recognised'
 */
export function sayCell(cell: ProtectedCell, unit?: string): string {
  if (cell.kind === 'suppressed') return heldBackWords;
  if (cell.kind === 'low') return lowWords;
  if (cell.number === 0) return 'none';
  const number = cell.number.toLocaleString('en-GB');
  return `${cell.roundedTo === undefined ? '' : 'about '}${number}${unit === undefined ? '' : ` ${unit}`}`;
}

/** What a cell shows: the number with thousands apart, or its symbol. Give the symbol its words beside it. */
export function showCell(cell: ProtectedCell): string {
  return cell.kind === 'number' ? cell.number.toLocaleString('en-GB') : cell.symbol;
}

/** What a cell is in a file for machines: digits alone, or its symbol; never empty and never words. */
export function csvCell(cell: ProtectedCell): string {
  return cell.kind === 'number' ? String(cell.number) : cell.symbol;
}

/** What a share says aloud: a percentage, or why there is none. */
export function sayShare(share: ProtectedShare<number>): string {
  if (share.kind === 'made') return `${share.value.toLocaleString('en-GB')} per cent`;
  if (share.kind === 'not-shown') return 'not shown in this table';
  return share.kind === 'low' ? lowWords : heldBackWords;
}

/** What a share is in a file for machines. */
export function csvShare(share: ProtectedShare<number>, unavailable: string): string {
  if (share.kind === 'made') return String(share.value);
  return share.kind === 'not-shown' ? unavailable : share.symbol;
}
