import type { Unit } from '../series.ts';

/**
 * A number for people, as written in England: "1,234.5", with a true minus sign and never "-0".
 * @param decimals how many decimals are always shown, 0 to 20
 * @throws RangeError where the number is not finite or the decimals are not a whole number from 0 to 20
 */
export function formatNumber(value: number, decimals: number): string {
  return formatterOf(decimals, 'grouped').format(finite(value)).replace('-', '−');
}

/**
 * A number for machines: a point, a plain minus sign, no thousands separators, the decimals that people see.
 * @throws RangeError as `formatNumber` does
 */
export function plainNumber(value: number, decimals: number): string {
  return formatterOf(decimals, 'plain').format(finite(value));
}

function finite(value: number): number {
  if (!Number.isFinite(value))
    throw new RangeError(`a chart cannot write ${value}: give it a status instead`);
  return value;
}

// Making a formatter costs a hundred times what using it does, and a page writes thousands of numbers.
const formatters = new Map<string, Intl.NumberFormat>();

function formatterOf(decimals: number, kind: 'grouped' | 'plain'): Intl.NumberFormat {
  const key = `${kind} ${decimals}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
    useGrouping: kind === 'grouped',
  });
  formatters.set(key, made);
  return made;
}

/** A number with its unit's symbol: "19.4%", "£1,200", "19.4" where the unit has none. */
export function formatInUnit(value: number, unit: Pick<Unit, 'symbol' | 'decimals'>): string {
  const text = formatNumber(value, unit.decimals);
  if (unit.symbol === undefined) return text;
  if (unit.symbol !== '£') return `${text}${unit.symbol}`;
  return text.startsWith('−') ? `−£${text.slice(1)}` : `£${text}`;
}

/** The decimals that a step between ticks needs: 0 for 5, 1 for 0.5, 2 for 0.25. */
export function decimalsOfStep(step: number): number {
  for (let decimals = 0; decimals < 10; decimals += 1) {
    const scaled = step * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6) return decimals;
  }
  return 10;
}
