import type { Unit } from '../series.ts';

/**
 * A number for people, as written in England: "1,234.5", with a true minus sign and never "-0".
 * @param decimals how many decimals are always shown, 0 to 20
 * @throws RangeError where the number is not finite or the decimals are not a whole number from 0 to 20
 */
export function formatNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value))
    throw new RangeError(`a chart cannot write ${value}: give it a status instead`);
  const formatter = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  });
  return formatter.format(value).replace('-', '−');
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
