import { isNumber } from './value.ts';
import type { Value, ValueStatus } from './value.ts';

/** For a narrow cell: the shorthand that official statistics use, so that readers know it from elsewhere. */
const marks: { readonly [Status in ValueStatus]: string } = {
  suppressed: '[c]',
  'not-applicable': '[z]',
  missing: '[x]',
  low: '[low]',
  unreliable: '[u]',
  'not-compared': '[n]',
};

/** For people and for screen readers, which would read "[c]" as a letter. */
const words: { readonly [Status in ValueStatus]: string } = {
  suppressed: 'hidden to protect people, because the number is small',
  'not-applicable': 'does not apply here',
  missing: 'not available',
  low: 'rounds to zero, but is not zero',
  unreliable: 'too unreliable to publish',
  'not-compared': 'not compared',
};

const names: { readonly [Status in ValueStatus]: string } = {
  suppressed: 'Hidden',
  'not-applicable': 'Does not apply',
  missing: 'Not available',
  low: 'Low',
  unreliable: 'Unreliable',
  'not-compared': 'Not compared',
};

/** The mark that stands in a table for a status, "[c]" say; a key beside the table explains it with `wordsOfStatus`. */
export function markOf(status: ValueStatus): string {
  return marks[status];
}

/** What a status means, as the end of a sentence: "hidden to protect people, because the number is small". */
export function wordsOfStatus(status: ValueStatus): string {
  return words[status];
}

/** The short name of a status, for a key or a filter: "Hidden". */
export function nameOfStatus(status: ValueStatus): string {
  return names[status];
}

/**
 * A value as a person says it: "68.6%", "47.2 per 10,000", "£1,204", "not available".
 * @param unit as published: "%", "pp", "£", "£m", "Rate per 10,000", "Number of children", or "" for a bare number
 * @param decimals how many to show; undefined shows what the publisher gave (at most six)
 */
export function sayValue(value: Value, unit: string, decimals?: number): string {
  return isNumber(value) ? withUnit(sayNumber(value, decimals), unit) : words[value.status];
}

/** A number with thousands separated, a true minus and no "minus zero". */
export function sayNumber(number: number, decimals?: number): string {
  return writer(decimals).format(number).replace('-', '\u2212');
}

const writers = new Map<number | undefined, Intl.NumberFormat>();

function writer(decimals: number | undefined): Intl.NumberFormat {
  const known = writers.get(decimals);
  if (known) return known;
  const made = new Intl.NumberFormat('en-GB', {
    signDisplay: 'negative',
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 6,
  });
  writers.set(decimals, made);
  return made;
}

/** A rate's unit is said ("per 10,000"); a long name of what is counted stands in the heading and is not repeated. */
function withUnit(number: string, unit: string): string {
  if (unit.startsWith('%')) return `${number}%`;
  if (unit === 'pp') return `${number} percentage points`;
  if (unit === '£' || unit === '£m') return pounds(number, unit);
  const rate = /\bper (\d[\d,]*)/i.exec(unit);
  return rate ? `${number} per ${sayNumber(Number(rate[1]?.replaceAll(',', '')))}` : number;
}

function pounds(number: string, unit: '£' | '£m'): string {
  const amount = number.startsWith('\u2212') ? `\u2212£${number.slice(1)}` : `£${number}`;
  return unit === '£m' ? `${amount} million` : amount;
}
