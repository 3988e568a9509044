import type { Compare } from '../similarity/compare.ts';
import { missing } from './fields.ts';
import { isQuick, open, yes, type Ask, type Judge } from './judge.ts';
import type { Chosen, Pairs } from './pairs.ts';
import type { Measure } from './measures.ts';
import type { PairSql } from './pair-sql.ts';

/**
 * One step of a comparison: answers what it can of the pairs that are left, and leaves the others in `rest`. An answer
 * is the number of a level; -1 where nothing can be said; `-2 - n` where letters are needed and it is level n or later.
 */
export type Act = (pairs: Pairs, rest: Chosen, answers: Int8Array) => void;

/** A step from codes alone, and to the letters; the same where letters are never needed. */
export type Step = { readonly quick: Act; readonly full: Act };

/** Nothing can be said where a value is missing. */
export function missingStep(words: Int32Array, slot: number): Step {
  const act: Act = ({ left, right }, rest, answers) => {
    const { at } = rest;
    let kept = 0;
    for (let place = 0; place < rest.count; place += 1) {
      const pair = at[place] ?? 0;
      if (words[(left[pair] ?? 0) + slot] === missing || words[(right[pair] ?? 0) + slot] === missing)
        answers[pair] = -1;
      else {
        at[kept] = pair;
        kept += 1;
      }
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
      if (one === missing || other === missing) answers[pair] = -1;
      else if (one === other) answers[pair] = level;
      else {
        at[kept] = pair;
        kept += 1;
      }
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
      const code = words[(left[pair] ?? 0) + slot];
      if (code === words[(right[pair] ?? 0) + slot] && code !== missing) answers[pair] = level;
      else {
        at[kept] = pair;
        kept += 1;
      }
    }
    rest.count = kept;
  };
  return { quick: act, full: act };
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
  const full = ladderAct(ladder, { ask: value, isExact: true });
  return { quick: value === bound ? full : ladderAct(ladder, { ask: bound, isExact: false }), full };
}

function ladderAct(ladder: Ladder, of: { readonly ask: Compare; readonly isExact: boolean }): Act {
  const { words, leftSlot, rightSlot, first } = ladder;
  const { ask, isExact } = of;
  const atLeast = Float64Array.from(ladder.atLeast);
  const levels = atLeast.length;
  return ({ left, right }, rest, answers) => {
    const { at } = rest;
    let kept = 0;
    for (let place = 0; place < rest.count; place += 1) {
      const pair = at[place] ?? 0;
      const one = words[(left[pair] ?? 0) + leftSlot] ?? missing;
      const other = words[(right[pair] ?? 0) + rightSlot] ?? missing;
      let level = levels;
      if (one !== missing && other !== missing) {
        const close = ask(one, other);
        level = 0;
        while (level < levels && !(close >= (atLeast[level] ?? 0))) level += 1;
      }
      if (level < levels) answers[pair] = isExact ? first + level : -2 - first - level;
      else {
        at[kept] = pair;
        kept += 1;
      }
    }
    rest.count = kept;
  };
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
