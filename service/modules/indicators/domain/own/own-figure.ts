import type { WordsFor } from '#platform/kernel/outcome.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Period } from '../period.ts';
import type { OwnMeasure } from './own-measure.ts';

/** What was counted in a place, of a group of people, in a period: as it is, for its owner alone. */
export type OwnFigure = {
  readonly areaCode: string;
  /** '' for everybody, as in `breakdownOf` */
  readonly breakdown: string;
  readonly period: Pick<Period, 'start' | 'end' | 'kind' | 'text'>;
  readonly count: number;
  /** of how many; the count itself where the measure is a plain count */
  readonly base: number;
  /** from how many schools the answers came */
  readonly schools: number | undefined;
};

/** What a person typed for one place; empty where they left it. */
export type TypedFigure = { readonly count: string; readonly base: string; readonly schools: string };

export type TypedRefusal =
  | { reason: 'not-a-count'; field: 'count' | 'base' | 'schools'; text: string }
  | { reason: 'count-missing' }
  | { reason: 'base-missing' }
  | { reason: 'schools-missing' }
  | { reason: 'more-than-all'; count: number; base: number }
  | { reason: 'base-of-nobody' };

export const typedRefusalWords: WordsFor<TypedRefusal> = {
  'not-a-count': ({ text }) => `“${text}” is not a whole number. Write it in digits, or leave it empty`,
  'count-missing': () => 'Say how many were counted, or empty the whole line',
  'base-missing': () => 'Say of how many, or empty the whole line',
  'schools-missing': () => 'Say from how many schools the answers came',
  'more-than-all': ({ count, base }) =>
    `${count} of ${base} cannot be: the first number is part of the second`,
  'base-of-nobody': () => 'Nothing can be said of a group of none. Empty the line, or correct the number',
};

type Counted = Pick<OwnFigure, 'count' | 'base' | 'schools'>;

/** Reads a line of the form: a figure, nothing where it was left empty, or what does not fit. */
export function readTyped(own: OwnMeasure, typed: TypedFigure): Outcome<Counted | undefined, TypedRefusal> {
  if (typed.count === '' && typed.base === '' && typed.schools === '') return done(undefined);
  const numbers: { count?: number; base?: number; schools?: number } = {};
  for (const field of ['count', 'base', 'schools'] as const) {
    const text = typed[field];
    if (text === '') continue;
    const plain = text.replaceAll(/[\s,]/g, '');
    if (!/^\d{1,9}$/.test(plain)) return refuse({ reason: 'not-a-count', field, text });
    numbers[field] = Number(plain);
  }
  const { count, schools } = numbers;
  if (count === undefined) return refuse({ reason: 'count-missing' });
  if (own.kind === 'count') return done({ count, base: count, schools });
  const { base } = numbers;
  if (base === undefined) return refuse({ reason: 'base-missing' });
  if (base === 0) return refuse({ reason: 'base-of-nobody' });
  if (own.kind === 'proportion' && count > base) return refuse({ reason: 'more-than-all', count, base });
  if (own.origin === 'answers' && schools === undefined) return refuse({ reason: 'schools-missing' });
  return done({ count, base, schools });
}

/** The number that a count and a base come to, as the measure gives it. */
export function valueOfOwn(
  { kind, times }: OwnMeasure,
  { count, base }: { count: number; base: number },
): number {
  return kind === 'count' ? count : (times * count) / base;
}
