import { isNumber } from '../../../value.ts';
import type { Value, ValueStatus } from '../../../value.ts';

/** The format has no symbol for what was not compared; it does not apply there. */
const symbols: { readonly [Status in ValueStatus]: string } = {
  suppressed: 'c',
  'not-applicable': 'z',
  missing: 'x',
  low: 'low',
  unreliable: 'u',
  'not-compared': 'z',
};

/** What stands where nothing was published: not available. */
export const notAvailable = symbols.missing;

/** A value as the format writes it: a plain number, or a symbol for why there is none. Never empty. */
export function eesCell(value: Value): string {
  return isNumber(value) ? plainNumber(value) : symbols[value.status];
}

/**
 * A number that stands beside a value: its count, say. Where the value is withheld, so is all that it could be worked
 * out from.
 */
export function besideCell(value: Value, beside: number | undefined): string {
  if (!isNumber(value)) return symbols[value.status];
  return beside === undefined ? notAvailable : plainNumber(beside);
}

/** Every digit of a number and no others, without an exponent. */
export function plainNumber(number: number): string {
  const text = String(Object.is(number, -0) ? 0 : number);
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!parts) return text;
  const [, sign = '', first = '', rest = '', exponent = '0'] = parts;
  const digits = `${first}${rest}`;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}

/** A line of cells. What a spreadsheet would take for a formula is made plain text. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}

function csvCell(text: string): string {
  const plain = /^[=@+\t]|^-(?![\d.])/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
