import type { MeasureKind } from '../measure-facts.ts';

/**
 * Counts added and taken away: how often each stands in it. A count is named `value|measure` where the measure is a
 * count, `count|measure` and `base|measure` where it is one of the two of which a share or rate was made, and
 * `sum|measure|column` where it is added over groups.
 */
export type Terms = ReadonlyMap<string, number>;

/** What a piece of a formula is, so that nothing is added that cannot be. */
export type Quantity =
  | { readonly is: 'number'; readonly number: number }
  | { readonly is: 'count'; readonly terms: Terms }
  /** one count over another, before anybody said for every how many */
  | { readonly is: 'ratio'; readonly top: Terms; readonly bottom: Terms }
  /** a number of a measure in its own unit; `of` are the counts behind it, where it has any */
  | {
      readonly is: 'value';
      readonly kind: MeasureKind;
      readonly unit: string;
      readonly multiplier: number | undefined;
      readonly of: { readonly top: Terms; readonly bottom: Terms } | undefined;
    }
  /** a number of a measure times how many it speaks of: the upper part of a weighted mean */
  | { readonly is: 'total'; readonly kind: MeasureKind; readonly unit: string }
  /** two numbers of one unit, one less the other; `unit` is undefined for two ratios */
  | { readonly is: 'difference'; readonly unit: string | undefined }
  /** two numbers of one unit, one over the other */
  | { readonly is: 'relative' }
  | { readonly is: 'index' };

/** For people: "a percentage", "a rate per 10,000", "a count". */
export function sayQuantity(quantity: Quantity): string {
  switch (quantity.is) {
    case 'number':
      return 'a plain number';
    case 'count':
      return 'a count';
    case 'ratio':
      return 'one count over another';
    case 'value':
      return sayValueIn(quantity);
    case 'total':
      return 'a number times how many it speaks of';
    case 'difference':
      return 'a difference';
    case 'relative':
      return 'one number over another';
    case 'index':
      return 'an index';
  }
}

function sayValueIn({ kind, unit }: { kind: MeasureKind; unit: string }): string {
  if (unit.startsWith('%')) return 'a percentage';
  if (kind === 'rate') return unit === '' ? 'a rate' : `a rate ${/\bper .*/.exec(unit)?.[0] ?? unit}`;
  if (kind === 'mean') return unit === '' ? 'an average' : `an average in ${unit}`;
  return unit === '' ? 'a number' : `a number in ${unit}`;
}

export function oneTerm(name: string): Terms {
  return new Map([[name, 1]]);
}

/** Terms of both, the second's times a factor; what comes to nothing is left out. */
export function addTerms(first: Terms, second: Terms, factor = 1): Terms {
  const sum = new Map(first);
  for (const [name, times] of second) {
    const now = (sum.get(name) ?? 0) + factor * times;
    if (now === 0) sum.delete(name);
    else sum.set(name, now);
  }
  return sum;
}

export function scaleTerms(terms: Terms, factor: number): Terms {
  return new Map([...terms].map(([name, times]) => [name, times * factor]));
}
