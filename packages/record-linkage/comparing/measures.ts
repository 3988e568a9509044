import { agreements } from '../fields/agreements.ts';
import type { Condition, EditDistance, Expression, Similarity } from '../model/model.ts';
import type { Dictionary } from '../records/dictionary.ts';
import { numberOf, secondsOf } from '../similarity/amounts.ts';
import { inBytes, lengthOf, type Compare } from '../similarity/compare.ts';
import { damerauLevenshtein } from '../similarity/damerau-levenshtein.ts';
import { jaccardSimilarity } from '../similarity/jaccard.ts';
import {
  jaroSimilarity,
  jaroWinklerCeiling,
  jaroWinklerSimilarity,
  letterSigns,
} from '../similarity/jaro-winkler.ts';
import { levenshtein } from '../similarity/levenshtein.ts';
import { oneEditApart } from './one-edit.ts';
import { remembered } from './pair-cache.ts';
import { twoEditsApart } from './two-edits.ts';
import { sharedValues } from './values-in-both.ts';

/** How close two values are, by their codes. */
export type Measure = {
  /** more is closer; NaN where nothing can be said */
  readonly value: Compare;
  /** never less than `value`, and quicker, for it reads no letters; `value` itself where that is as quick */
  readonly bound: Compare;
};

/** A condition on the values of two records, other than being equal. */
export type Measured = Exclude<Extract<Condition, { readonly left: Expression }>, { readonly is: 'equal' }>;

/** The values of the two columns that a condition reads. */
export type Values = {
  readonly left: Dictionary;
  readonly right: Dictionary;
  /** what a letter is to similarities: a letter, or a byte of UTF-8 as in DuckDB */
  readonly counts: 'letters' | 'bytes';
  /** pairs of values are asked once, so that no answer need be remembered */
  readonly asksOnce: boolean;
};

/** What a condition measures, by name: conditions on the same columns with the same name share one measure. */
export function measureName(condition: Measured): string {
  if (condition.is === 'edits' && isFew(condition))
    return `${condition.atMost === 1 ? 'one edit' : 'two edits'}, ${condition.by}`;
  return 'by' in condition ? `${condition.is} ${condition.by}` : condition.is;
}

/** How close two values must be at least for a condition to hold. */
export function thresholdOf(condition: Measured): number {
  if (condition.is === 'agree') return 1;
  return 'atLeast' in condition ? condition.atLeast : -condition.atMost;
}

/** The measure of a condition. */
export function measureOf(condition: Measured, of: Values): Measure {
  switch (condition.is) {
    case 'similar':
      return similarMeasure(condition.by, inLetters(of));
    case 'edits':
      if (!isFew(condition)) return editsMeasure(condition.by, inLetters(of));
      return condition.atMost === 1
        ? oneEditMeasure(condition.by, inLetters(of))
        : twoEditsMeasure(inLetters(of));
    case 'days-apart':
      return apartMeasure(secondsOf, of);
    case 'numbers-apart':
      return apartMeasure(numberOf, of);
    case 'shared':
      return unbounded(sharedValues(of.left, of.right), of);
    case 'agree':
      return agreeMeasure(condition.by, of);
  }
}

type Sides = Omit<Values, 'counts'>;

function inLetters({ counts, ...sides }: Values): Sides {
  return counts === 'letters' ? sides : { ...sides, left: inBytes(sides.left), right: inBytes(sides.right) };
}

/** Of more pairs of values than this (numbers that everybody has their own of) hardly one comes again. */
const mostWorthRemembering = 2 ** 34;

function rememberedOf(measure: Compare, { left, right, asksOnce }: Sides): Compare {
  const different = left.size * right.size;
  return asksOnce || different > mostWorthRemembering ? measure : remembered(measure, different);
}

/** A measure of which nothing is known before it is taken. */
function unbounded(measure: Compare, sides: Sides): Measure {
  return { value: rememberedOf(measure, sides), bound: () => Infinity };
}

const similarities: Readonly<Record<Similarity, (left: Dictionary, right: Dictionary) => Compare>> = {
  jaro: jaroSimilarity,
  'jaro-winkler': jaroWinklerSimilarity,
  jaccard: jaccardSimilarity,
};

/** Texts with few letters in common are not similar; two empty texts are not either. */
function similarMeasure(by: Similarity, sides: Sides): Measure {
  const { left, right } = sides;
  const measure = rememberedOf(similarities[by](left, right), sides);
  const isSame = left === right;
  return {
    value: (l, r) => (isSame && l === r ? Number(lengthOf(left, l) > 0) : measure(l, r)),
    bound: by === 'jaccard' ? () => 1 : jaroWinklerCeiling(letterSigns(left), letterSigns(right)),
  };
}

const distances: Readonly<Record<EditDistance, (left: Dictionary, right: Dictionary) => Compare>> = {
  levenshtein: (left, right) => levenshtein(left, right),
  'damerau-levenshtein': (left, right) => damerauLevenshtein(left, right),
};

/** Fewer edits are closer; lengths, and letters that only one side has, say how many there are at least. */
function editsMeasure(by: EditDistance, sides: Sides): Measure {
  const { left, right } = sides;
  const measure = rememberedOf(distances[by](left, right), sides);
  const floor = editsFloor(left, right);
  const isSame = left === right;
  return {
    value: (l, r) => (isSame && l === r ? 0 : -measure(l, r)),
    bound: (l, r) => -floor(l, r),
  };
}

/** So few edits that they are seen without being counted; swaps that other edits come between only one at a time. */
function isFew({ by, atMost }: Extract<Measured, { readonly is: 'edits' }>): boolean {
  return atMost === 1 || (atMost === 2 && by === 'levenshtein');
}

/** Whether there are at most two edits is seen without counting how many there are. */
function twoEditsMeasure({ left, right }: Sides): Measure {
  const isTwo = twoEditsApart(left, right);
  return fewEdits((l, r) => (isTwo(l, r) ? -2 : -3), { atBest: -2, left, right });
}

/** Whether there is at most one edit is seen without counting how many there are. */
function oneEditMeasure(by: EditDistance, { left, right }: Sides): Measure {
  const isOne = oneEditApart(left, right, by === 'damerau-levenshtein');
  return fewEdits((l, r) => (isOne(l, r) ? -1 : -2), { atBest: -1, left, right });
}

/** More values than this do not stay near the processor: looking at one waits for memory. */
const mostNear = 1 << 15;

/** Few values are looked at at once, which leaves fewer pairs; many only where a pair still has hope. */
function fewEdits(
  value: Compare,
  of: { readonly atBest: number; readonly left: Dictionary; readonly right: Dictionary },
): Measure {
  const isNear = Math.max(of.left.size, of.right.size) <= mostNear;
  return { value, bound: isNear ? value : () => of.atBest };
}

/** Fewer changes cannot do: a change puts at most one letter in and takes at most one out. */
function editsFloor(left: Dictionary, right: Dictionary): Compare {
  const ofLeft = letterSigns(left).signs;
  const ofRight = letterSigns(right).signs;
  return (l, r) => {
    const one = ofLeft[l] ?? 0;
    const other = ofRight[r] ?? 0;
    const longer = Math.abs(lengthOf(left, l) - lengthOf(right, r));
    return Math.max(longer, bitsIn(one & ~other), bitsIn(other & ~one));
  };
}

function bitsIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Days or numbers: the nearer, the closer; what is neither has no distance. */
function apartMeasure(amountOf: (text: string) => number | undefined, { left, right }: Sides): Measure {
  const ofLeft = amounts(left, amountOf);
  const ofRight = left === right ? ofLeft : amounts(right, amountOf);
  const value: Compare = (l, r) => -Math.abs((ofLeft[l] ?? 0) - (ofRight[r] ?? 0));
  return { value, bound: value };
}

function amounts(values: Dictionary, amountOf: (text: string) => number | undefined): Float64Array {
  return Float64Array.from({ length: values.size }, (_, code) => amountOf(values.text(code)) ?? NaN);
}

function agreeMeasure(by: string, sides: Sides): Measure {
  const agree = agreements.get(by);
  if (!agree) throw new Error(`there is no agreement called ${by}`);
  const { left, right } = sides;
  return unbounded((l, r) => Number(agree(left.kept(l), right.kept(r))), sides);
}
