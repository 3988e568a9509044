import { noNumber } from './value.ts';
import type { NotNumber, ValueStatus } from './value.ts';

/** How a status is kept beside figures: a small number, 0 being a number. The order must never change. */
const codes: readonly ValueStatus[] = [
  'suppressed',
  'not-applicable',
  'missing',
  'low',
  'unreliable',
  'not-compared',
];

export function statusCode(status: ValueStatus): number {
  return codes.indexOf(status) + 1;
}

/** The value that a kept status stands for; throws on a number that stands for none. */
export function statusOfCode(code: number): NotNumber {
  const status = codes[code - 1];
  if (status === undefined) throw new RangeError(`no status is kept as ${code}`);
  return noNumber(status);
}
