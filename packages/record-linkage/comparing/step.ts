import { missing } from './fields.ts';
import { isQuick, open, yes, type Ask, type Judge } from './judge.ts';
import { batchSize, type Chosen, type Pairs } from './pairs.ts';
import type { Measure } from './measures/measures.ts';
import type { PairSql } from './pair-sql.ts';
import { roomForPairs, type MeasureAll, type ValuePairs } from './measures/value-pairs.ts';

/**
 * One step of a comparison: answers what it can of the pairs that are left, and leaves the others in `rest`. An answer
 * is the number of a level; -1 where nothing can be said; `-2 - n` where letters are needed and it is level n or later.
 */
export type Act = (pairs: Pairs, rest: Chosen, answers: Int8Array) => void;

/** A step from codes alone, and to the letters; the same where letters are never needed. */
export type Step = { readonly quick: Act; readonly full: Act };

// The steps that look at codes alone do not branch on what they see, for whether values are the same is a toss-up that
// a processor guesses wrong: an answer is written for every pair, and those left are asked again.

/** Nothing can be said where a value is missing. */
export function missingStep(words: Int32Array, slot: number): Step {
  const act: Act = ({ left, right }, rest, answers) => {
    const { at } = rest;
    let kept = 0;
    for (let place = 0; place < rest.count; place += 1) {
      const pair = at[place] ?? 0;
      const lacks = lacking(words[(left[pair] ?? 0) + slot], words[(right[pair] ?? 0) + slot]);
      answers[pair] = -1;
      at[kept] = pair;
      kept += 1 + lacks;
    }
    rest.count = kept;
  };
  return { quick: act, full: act };
}

/** Nothing can be said where a value is missing; the level of pairs whose values are the same. Both at one look. */
export function missingOrEqualStep(
  words: Int32Array,
  of: { readonly slot: number; readonly level: number },
): Step {
  const { slot, level } = of;
  const act: Act = ({ left, right }, rest, answers) => {
    const { at } = rest;
    let kept = 0;
    for (let place = 0; place < rest.count; place += 1) {
      const pair = at[place] ?? 0;
      const one = words[(left[pair] ?? 0) + slot];
      const other = words[(right[pair] ?? 0) + slot];
      const lacks = lacking(one, other);
      answers[pair] = level | lacks;
      at[kept] = pair;
      kept += differing(one, other) & ~lacks;
    }
    rest.count = kept;
  };
  return { quick: act, full: act };
}

/** The level of pairs whose codes are the same. */
export function equalStep(words: Int32Array, of: { readonly slot: number; readonly level: number }): Step {
  const { slot, level } = of;
  const act: Act = ({ left, right }, rest, answers) => {
    const { at } = rest;
    let kept = 0;
    for (let place = 0; place < rest.count; place += 1) {
      const pair = at[place] ?? 0;
      const one = words[(left[pair] ?? 0) + slot];
      const other = words[(right[pair] ?? 0) + slot];
      answers[pair] = level;
      at[kept] = pair;
      kept += differing(one, other) | -lacking(one, other);
    }
    rest.count = kept;
  };
  return { quick: act, full: act };
}

/** -1 (all bits) where a code is below 0, which is no value; else 0. */
function lacking(one = missing, other = missing): number {
  return (one | other) >> 31;
}

/** 1 where two codes differ, else 0. */
function differing(one = missing, other = missing): number {
  const apart = one ^ other;
  return (apart | -apart) >>> 31;
}

/** The level of all that is left. */
export function elseStep(level: number): Step {
  const act: Act = (_, rest, answers) => {
    for (let place = 0; place < rest.count; place += 1) answers[rest.at[place] ?? 0] = level;
    rest.count = 0;
  };
  return { quick: act, full: act };
}

/** Levels that set thresholds to one measure of the same two codes, so that it is taken once for all of them. */
export type Ladder = {
  readonly words: Int32Array;
  readonly leftSlot: number;
  readonly rightSlot: number;
  readonly measure: Measure;
  /** what each level asks for at least; the first of them is level `first`, the others follow it */
  readonly atLeast: readonly number[];
  readonly first: number;
};

/** The first level whose threshold is reached. */
export function ladderStep(ladder: Ladder): Step {
  const { value, bound } = ladder.measure;
  const full = ladderAct(ladder, { measure: value, isExact: true });
  return { quick: value === bound ? full : ladderAct(ladder, { measure: bound, isExact: false }), full };
}

function ladderAct(ladder: Ladder, of: { readonly measure: MeasureAll; readonly isExact: boolean }): Act {
  const least = leastSoFar(ladder.atLeast);
  const levels = least.length;
  // where letters are needed, the answer says from which level on
  const [begin, step] = of.isExact ? [ladder.first, 1] : [-2 - ladder.first, -1];
  const values = roomForPairs(batchSize);
  const lacks = new Int8Array(batchSize);
  const close = new Float64Array(batchSize);
  return (pairs, rest, answers) => {
    const someLack = gather(ladder, { pairs, rest }, { values, lacks });
    of.measure(values, close);
    if (someLack)
      for (let place = 0; place < values.count; place += 1) if (lacks[place] !== 0) close[place] = NaN;
    const { at, count } = rest;
    let kept = 0;
    for (let place = 0; place < count; place += 1) {
      const pair = at[place] ?? 0;
      const value = close[place] ?? NaN;
      let level = levels;
      for (let each = 0; each < levels; each += 1) level -= Number(value >= (least[each] ?? NaN));
      answers[pair] = begin + step * level;
      at[kept] = pair;
      kept += Number(level === levels);
    }
    rest.count = kept;
  };
}

/**
 * Puts the codes that are left to be measured side by side. Where one is missing, other values stand in for it, and
 * `lacks` says so. Returns whether any is.
 */
function gather(
  { words, leftSlot, rightSlot }: Ladder,
  { pairs, rest }: { readonly pairs: Pairs; readonly rest: Chosen },
  { values, lacks }: { readonly values: ValuePairs; readonly lacks: Int8Array },
): boolean {
  const { at, count } = rest;
  let some = 0;
  for (let place = 0; place < count; place += 1) {
    const pair = at[place] ?? 0;
    const one = words[(pairs.left[pair] ?? 0) + leftSlot] ?? missing;
    const other = words[(pairs.right[pair] ?? 0) + rightSlot] ?? missing;
    const lack = lacking(one, other);
    values.left[place] = one & ~lack;
    values.right[place] = other & ~lack;
    lacks[place] = lack;
    some |= lack;
  }
  values.count = count;
  return some !== 0;
}

/** By level, the least that it or one before it asks for: so many as are reached are left when the first is. */
function leastSoFar(atLeast: readonly number[]): Float64Array {
  let least = Infinity;
  return Float64Array.from(atLeast, (each) => (least = Math.min(least, each)));
}

/** Any condition, asked of one pair after the other; its answer where it holds, and where that is open. */
export function judgeStep(
  judge: Judge,
  of: { readonly answer: number; readonly whenOpen: number; readonly pairSql: PairSql | undefined },
): Step {
  const { answer, whenOpen, pairSql } = of;
  const actOf =
    (ask: Ask): Act =>
    ({ left, right }, rest, answers) => {
      let kept = 0;
      for (let place = 0; place < rest.count; place += 1) {
        const pair = rest.at[place] ?? 0;
        if (pairSql) pairSql.at = pair;
        const said = ask(left[pair] ?? 0, right[pair] ?? 0);
        if (said === yes || said === open) answers[pair] = said === yes ? answer : whenOpen;
        else {
          rest.at[kept] = pair;
          kept += 1;
        }
      }
      rest.count = kept;
    };
  const full = actOf(judge.full);
  return { quick: isQuick(judge) ? full : actOf(judge.quick), full };
}
