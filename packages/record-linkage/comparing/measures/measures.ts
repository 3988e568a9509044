import { agreements } from '../../fields/agreements.ts';
import type { Condition, EditDistance, Expression, Similarity } from '../../model/model.ts';
import type { Dictionary } from '../../records/dictionary.ts';
import { numberOf, secondsOf } from '../../similarity/amounts.ts';
import { inBytes, lengthOf, type Compare } from '../../similarity/compare.ts';
import { damerauLevenshtein } from '../../similarity/damerau-levenshtein.ts';
import { jaccardSimilarity } from '../../similarity/jaccard.ts';
import { jaroSimilarity, jaroWinklerSimilarity } from '../../similarity/jaro-winkler.ts';
import { bitsIn, letterSigns } from '../../similarity/letter-signs.ts';
import { levenshtein } from '../../similarity/levenshtein.ts';
import { fewEdits } from './few-edits.ts';
import { jaroWinklerCeiling } from './jaro-winkler-ceiling.ts';
import { remembered } from './pair-cache.ts';
import { always, each, type MeasureAll } from './value-pairs.ts';
import { sharedValues } from './values-in-both.ts';

/** How close values are, of many pairs at a time. */
export type Measure = {
  /** more is closer; NaN where nothing can be said */
  readonly value: MeasureAll;
  /** never less than `value`, and quicker, for it reads no letters; `value` itself where that is as quick */
  readonly bound: MeasureAll;
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
  if (condition.is === 'edits' && isFew(condition)) return `few edits, ${condition.by}`;
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
      return isFew(condition)
        ? fewEditsMeasure(condition.by, inLetters(of))
        : editsMeasure(condition.by, inLetters(of));
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
  return { value: each(rememberedOf(measure, sides)), bound: always(Infinity) };
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
    value: each((l, r) => (isSame && l === r ? Number(lengthOf(left, l) > 0) : measure(l, r))),
    bound: by === 'jaccard' ? always(1) : jaroWinklerCeiling(letterSigns(left), letterSigns(right)),
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
    value: each((l, r) => (isSame && l === r ? 0 : -measure(l, r))),
    bound: each((l, r) => -floor(l, r)),
  };
}

/** So few edits that they are seen without being counted; swaps that other edits come between only one at a time. */
function isFew({ by, atMost }: Extract<Measured, { readonly is: 'edits' }>): boolean {
  return atMost === 1 || (atMost === 2 && by === 'levenshtein');
}

/** So few edits are seen at a look, which leaves nothing open. */
function fewEditsMeasure(by: EditDistance, { left, right }: Sides): Measure {
  const value = fewEdits(left, right, by === 'damerau-levenshtein');
  return { value, bound: value };
}

/** Fewer changes cannot do: a change puts at most one letter in and takes at most one out. */
function editsFloor(left: Dictionary, right: Dictionary): Compare {
  const [ofLeft, ofRight] = [letterSigns(left), letterSigns(right)];
  return (l, r) => {
    const one = ofLeft[l * 2] ?? 0;
    const other = ofRight[r * 2] ?? 0;
    const longer = Math.abs((ofLeft[l * 2 + 1] ?? 0) - (ofRight[r * 2 + 1] ?? 0));
    return Math.max(longer, bitsIn(one & ~other), bitsIn(other & ~one));
  };
}

/** Days or numbers: the nearer, the closer; what is neither has no distance. */
function apartMeasure(amountOf: (text: string) => number | undefined, { left, right }: Sides): Measure {
  const ofLeft = amounts(left, amountOf);
  const ofRight = left === right ? ofLeft : amounts(right, amountOf);
  const value: MeasureAll = ({ left: l, right: r, count }, close) => {
    for (let pair = 0; pair < count; pair += 1)
      close[pair] = -Math.abs((ofLeft[l[pair] ?? 0] ?? 0) - (ofRight[r[pair] ?? 0] ?? 0));
  };
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
