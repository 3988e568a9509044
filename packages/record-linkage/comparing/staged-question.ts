import { keyOf } from '../model/expression.ts';
import type { Comparison, Condition, Level } from '../model/model.ts';
import { judgeOf, measuringOf, slotOf, type Ground, type Measuring } from './judge-of.ts';
import { Chosen, type Pairs } from './pairs.ts';
import {
  elseStep,
  equalStep,
  judgeStep,
  ladderStep,
  missingOrEqualStep,
  missingStep,
  type Act,
  type Step,
} from './step.ts';

/** A comparison as the engine asks it: of many pairs at a time, one level after the other. */
export class StagedQuestion {
  /** codes alone always answer */
  readonly isQuick: boolean;
  readonly #quick: readonly Act[];
  readonly #full: readonly Act[];
  readonly #rest = new Chosen();
  readonly #open = new Chosen();

  /** Makes a comparison ready. */
  constructor(comparison: Comparison, ground: Ground) {
    const steps = stepsOf(comparison, ground);
    this.isQuick = steps.every((step) => step.quick === step.full);
    this.#quick = steps.map((step) => step.quick);
    this.#full = steps.map((step) => step.full);
  }

  /**
   * Answers the chosen pairs from codes alone: `answers[pair]` becomes the answer; or `-2 - n` where letters are needed
   * and the answer is n or a later level (with n the number of levels: any answer, or none).
   */
  quick(pairs: Pairs, chosen: Chosen, answers: Int8Array): void {
    this.#run(this.#quick, { pairs, chosen, answers });
  }

  /** Answers the chosen pairs: from codes where they say enough, else to the letters. */
  answer(pairs: Pairs, chosen: Chosen, answers: Int8Array): void {
    this.quick(pairs, chosen, answers);
    if (this.isQuick) return;
    const open = this.#open;
    open.count = 0;
    for (let place = 0; place < chosen.count; place += 1) {
      const pair = chosen.at[place] ?? 0;
      if ((answers[pair] ?? 0) >= -1) continue;
      open.at[open.count] = pair;
      open.count += 1;
    }
    this.full(pairs, open, answers);
  }

  /** Answers the chosen pairs to the letters. */
  full(pairs: Pairs, chosen: Chosen, answers: Int8Array): void {
    this.#run(this.#full, { pairs, chosen, answers });
  }

  #run(
    acts: readonly Act[],
    of: { readonly pairs: Pairs; readonly chosen: Chosen; readonly answers: Int8Array },
  ): void {
    const rest = this.#rest.same(of.chosen);
    for (const act of acts) {
      if (rest.count === 0) return;
      act(of.pairs, rest, of.answers);
    }
    for (let place = 0; place < rest.count; place += 1) of.answers[rest.at[place] ?? 0] = -1;
  }
}

function stepsOf({ nullWhen, levels }: Comparison, ground: Ground): readonly Step[] {
  const slot = slotOfBoth(nullWhen, levels[0]?.when, ground);
  const { words } = ground.fields;
  const isBoth = slot !== undefined;
  const steps = [
    isBoth ? missingOrEqualStep(words, { slot, level: 0 }) : nullStep(nullWhen, ground, levels.length),
  ];
  let level = isBoth ? 1 : 0;
  while (level < levels.length) {
    const ladder = measuringsFrom(levels.slice(level), ground);
    const [first] = ladder;
    if (first) {
      const atLeast = ladder.map((each) => each.atLeast);
      steps.push(ladderStep({ ...first, words, atLeast, first: level }));
    } else steps.push(stepOf(levels[level]?.when ?? { is: 'else' }, ground, level));
    level += Math.max(1, ladder.length);
  }
  return steps;
}

/** The slot that both must have and that is compared first, where it is one and the same. */
function slotOfBoth(nullWhen: Condition, first: Condition | undefined, ground: Ground): number | undefined {
  if (nullWhen.is !== 'missing' || first?.is !== 'equal') return undefined;
  const keys = [nullWhen.of, first.left, first.right].map(keyOf);
  return new Set(keys).size === 1 ? slotOf(ground, keyOf(nullWhen.of)) : undefined;
}

function nullStep(nullWhen: Condition, ground: Ground, levels: number): Step {
  if (nullWhen.is === 'missing') return missingStep(ground.fields.words, slotOf(ground, keyOf(nullWhen.of)));
  const { pairSql } = ground;
  return judgeStep(judgeOf(nullWhen, ground), { answer: -1, whenOpen: -2 - levels, pairSql });
}

/** The levels at the beginning that take one and the same measure. */
function measuringsFrom(levels: readonly Level[], ground: Ground): readonly Measuring[] {
  const found: Measuring[] = [];
  for (const { when } of levels) {
    if (!('left' in when) || when.is === 'equal') break;
    const measuring = measuringOf(when, ground);
    if (found[0] && found[0].name !== measuring.name) break;
    found.push(measuring);
  }
  return found;
}

function stepOf(when: Condition, ground: Ground, level: number): Step {
  const { fields, pairSql } = ground;
  if (when.is === 'else') return elseStep(level);
  if (when.is === 'equal' && keyOf(when.left) === keyOf(when.right)) {
    const slot = slotOf(ground, keyOf(when.left));
    return equalStep(fields.words, { slot, level });
  }
  return judgeStep(judgeOf(when, ground), { answer: level, whenOpen: -2 - level, pairSql });
}
