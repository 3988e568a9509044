import type { EditDistance, Similarity } from '../model/model.ts';
import type { Dictionary } from '../records/dictionary.ts';
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
import { missing } from './fields.ts';
import { neither, no, open, quickJudge, yes, type Judge } from './judge.ts';
import { oneEditApart } from './one-edit.ts';
import { lastRemembered, remembered } from './pair-cache.ts';

/** Two columns whose values are measured against each other, and where their codes stand. */
export type Measured = {
  readonly left: Dictionary;
  readonly right: Dictionary;
  readonly leftSlot: number;
  readonly rightSlot: number;
  readonly words: Int32Array;
  readonly counts: 'letters' | 'bytes';
  /** a measure made once for all conditions on the same two columns */
  shared(name: string, make: () => Compare): Compare;
};

/** At least so similar: codes that are equal are, texts with too few letters in common are not, the rest is open. */
export function similarJudge(
  condition: { readonly by: Similarity; readonly atLeast: number },
  of: Measured,
): Judge {
  const { by, atLeast } = condition;
  const [left, right] = lettersOf(of);
  const measure = of.shared(by, () => remembered(similarities[by](left, right), left.size * right.size));
  const ceiling =
    by === 'jaccard'
      ? () => 1
      : of.shared('ceiling', () => lastRemembered(jaroWinklerCeiling(letterSigns(left), letterSigns(right))));
  return judged(of, {
    atOnce: (l, r) => (ceiling(l, r) < atLeast ? no : open),
    // two empty texts are not similar
    ofEqual: (code) => (lengthOf(left, code) === 0 ? Number(atLeast <= 0) : Number(atLeast <= 1)),
    full: (l, r) => (measure(l, r) >= atLeast ? yes : no),
  });
}

const similarities: Readonly<Record<Similarity, (left: Dictionary, right: Dictionary) => Compare>> = {
  jaro: jaroSimilarity,
  'jaro-winkler': jaroWinklerSimilarity,
  jaccard: jaccardSimilarity,
};

/** At most so many changes apart: lengths and letters that only one side has say no for many. */
export function editsJudge(
  condition: { readonly by: EditDistance; readonly atMost: number },
  of: Measured,
): Judge {
  const { by, atMost } = condition;
  const [left, right] = lettersOf(of);
  if (atMost === 1) {
    const isOne = oneEditApart(left, right, by === 'damerau-levenshtein');
    const ask: Compare = (l, r) => (isOne(l, r) ? yes : no);
    return quickJudge(judged(of, { atOnce: ask, ofEqual: () => yes, full: ask }).quick);
  }
  const measure = of.shared(by, () => remembered(distances[by](left, right), left.size * right.size));
  const floor = of.shared('floor', () => lastRemembered(editsFloor(left, right)));
  return judged(of, {
    atOnce: (l, r) => (floor(l, r) > atMost ? no : open),
    ofEqual: () => Number(atMost >= 0),
    full: (l, r) => (measure(l, r) <= atMost ? yes : no),
  });
}

const distances: Readonly<Record<EditDistance, (left: Dictionary, right: Dictionary) => Compare>> = {
  levenshtein: (left, right) => levenshtein(left, right),
  'damerau-levenshtein': (left, right) => damerauLevenshtein(left, right),
};

function lettersOf(of: Measured): readonly [Dictionary, Dictionary] {
  if (of.counts === 'letters') return [of.left, of.right];
  const left = inBytes(of.left);
  return [left, of.left === of.right ? left : inBytes(of.right)];
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

function judged(
  of: Measured,
  asks: { readonly atOnce: Compare; readonly ofEqual: (code: number) => number; readonly full: Compare },
): Judge {
  const { words, leftSlot, rightSlot } = of;
  const isSame = of.left === of.right;
  const ask =
    (whenDifferent: Compare): Compare =>
    (left, right) => {
      const one = words[left + leftSlot] ?? missing;
      const other = words[right + rightSlot] ?? missing;
      if (one === missing || other === missing) return neither;
      return isSame && one === other ? asks.ofEqual(one) : whenDifferent(one, other);
    };
  return { quick: ask(asks.atOnce), full: ask(asks.full) };
}
