import type { KnownPart } from './known-part.ts';
import type { Quantity, Terms } from './quantity.ts';

/** Why a number made by a formula has no interval. */
export type NoWay =
  | 'a-count'
  | 'a-difference'
  | 'numbers-without-counts'
  | 'something-taken-away'
  | 'weighted'
  | 'counted-in-both';

/** How sure a number made by a formula can be said to be, and of which counts. */
export type Way =
  | { readonly by: 'share' | 'rate' | 'ratio-of-counts'; readonly top: Terms; readonly bottom: Terms }
  | { readonly by: 'none'; readonly reason: NoWay };

/** For readers, as a whole sentence. */
export const wayWords: { readonly [By in Exclude<Way['by'], 'none'>]: string } = {
  share:
    'Its 95% interval is Wilson’s for a share: the upper count is part of the lower one, and nobody is counted twice.',
  rate: 'Its 95% interval is that of a rate (exact below ten events, Byar’s from ten).',
  'ratio-of-counts':
    'Its 95% interval is that of two separate counts: Wilson’s for the first as a share of both together, turned back into a ratio.',
};

export const noWayWords: { readonly [Reason in NoWay]: string } = {
  'a-count': 'A count has no interval here: it is compared by its value only.',
  'a-difference':
    'No interval: the two numbers may be about the same children, and nobody knows how far they move together. It is compared by its value only.',
  'numbers-without-counts':
    'No interval: it is made of numbers whose counts are not in the formula. It is compared by its value only.',
  'something-taken-away':
    'No interval: a count is taken away of which nobody knows that it was part of the other. It is compared by its value only.',
  weighted: 'No interval: a count stands in it more or less than once. It is compared by its value only.',
  'counted-in-both':
    'No interval: a count stands above and below the line, and is not the whole of either. It is compared by its value only.',
};

/** How sure a number of this sort can be. */
export function waysOf(quantity: Quantity, parts: readonly KnownPart[]): Way {
  if (quantity.is === 'count') return { by: 'none', reason: 'a-count' };
  if (quantity.is === 'difference') return { by: 'none', reason: 'a-difference' };
  const counts = quantity.is === 'ratio' ? quantity : quantity.is === 'value' ? quantity.of : undefined;
  if (!counts) return { by: 'none', reason: 'numbers-without-counts' };
  return wayOfCounts(counts, parts);
}

function wayOfCounts({ top, bottom }: { top: Terms; bottom: Terms }, parts: readonly KnownPart[]): Way {
  const above = withRests(top, parts);
  if ([...above.values(), ...bottom.values()].some((times) => times < 0))
    return { by: 'none', reason: 'something-taken-away' };
  if ([...above.values(), ...bottom.values()].some((times) => times !== 1))
    return { by: 'none', reason: 'weighted' };
  if (isPartOf(above, bottom, parts)) return { by: 'share', top, bottom };
  if ([...bottom.keys()].every((name) => isPeople(name, parts))) return { by: 'rate', top, bottom };
  if ([...above.keys()].some((name) => bottom.has(name) || bottom.has(wholeOf(name, parts) ?? name)))
    return { by: 'none', reason: 'counted-in-both' };
  return { by: 'ratio-of-counts', top, bottom };
}

/** All of whom a share is, less those to whom it applies, are those to whom it does not: a part of the whole again. */
function withRests(terms: Terms, parts: readonly KnownPart[]): Terms {
  const found = new Map(terms);
  for (const { measure, kind } of parts) {
    const [base, count] = [`base|${measure}`, `count|${measure}`];
    if (kind !== 'proportion' || found.get(base) !== 1 || found.get(count) !== -1) continue;
    found.delete(base);
    found.delete(count);
    found.set(`rest|${measure}`, 1);
  }
  // all less some of them: what is taken away stands in the whole itself
  return found;
}

/** Whether each count above is one of those below, or part of one, each of them used once. */
function isPartOf(above: Terms, bottom: Terms, parts: readonly KnownPart[]): boolean {
  const free = new Set(bottom.keys());
  for (const name of above.keys()) {
    const whole = wholeOf(name, parts);
    const used = free.has(name) ? name : whole !== undefined && free.has(whole) ? whole : undefined;
    if (used === undefined) return false;
    free.delete(used);
  }
  return true;
}

/** The count of which this one is a part: those of whom a share is. */
function wholeOf(name: string, parts: readonly KnownPart[]): string | undefined {
  const measure = /^(?:count|rest)\|(.*)$/s.exec(name)?.[1];
  const part = parts.find((one) => one.measure === measure);
  return part?.kind === 'proportion' ? `base|${part.measure}` : undefined;
}

/** Whether a count is of people among whom events happen: a population. */
function isPeople(name: string, parts: readonly KnownPart[]): boolean {
  const measure = name.slice(name.indexOf('|') + 1);
  const part = parts.find((one) => one.measure === measure);
  if (!part) return false;
  if (name.startsWith('base|')) return part.kind === 'rate';
  return name.startsWith('value|') && (part.match === 'year-begun' || part.unit.name === 'people');
}
