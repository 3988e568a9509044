import { leavesOf } from '../../comparing/fields.ts';
import { all, any, neither, no, not, open, quickJudge, yes, type Ask } from '../../comparing/judge.ts';
import { expressionsOf } from '../../records/expressions-of.ts';
import { keyOf } from '../../model/expression.ts';
import type { Comparison, Condition, Expression } from '../../model/model.ts';
import {
  termFrequencyWeight,
  weightsOf,
  type ComparisonWeights,
  type TermFrequencyWeight,
} from '../../model/weights.ts';
import { growingInts, type Ints } from './growing.ts';
import type { Held } from './held.ts';

/** The sum is made in another order than the scorer's; so much less, no rounding leaves a pair out. */
const slack = 1e-9;

/** One answer: whether it is given, what it weighs, and what the rarity of a value adds. */
type Answer = {
  readonly ask: Ask;
  readonly weight: number;
  readonly rarity: ((left: number, right: number) => number) | undefined;
};

/** A store, and the rows that are asked. */
type Ground = { readonly held: Held; readonly rows: Ints };

type Asked = {
  readonly nothing: Ask;
  readonly answers: readonly Answer[];
  /** the one value that all of it is asked of; -1 where there are several */
  readonly slot: number;
  /** the most that it weighs where that value is missing, equal or different; NaN where its rarity counts */
  readonly missing: number;
  readonly equal: number;
  readonly different: number;
};

/**
 * The most that a held record can weigh with each of its partners, from the numbers of their values alone, which are
 * the same wherever texts are: no letter is read. What cannot reach a threshold so is never taken out of the store for
 * the scorer.
 */
export class MostWeight {
  readonly #held: Held;
  /** the rows of a record and its partners side by side */
  readonly #rows = growingInts();
  /** so many values of a row are asked about, from its beginning on */
  readonly #width: number;
  readonly #asked: readonly Asked[];
  readonly #prior: number;
  /** whether left and right can be told apart by what is asked of numbers */
  readonly #isOneWay: boolean;

  constructor(held: Held) {
    const { model } = held.shape;
    const ground = { held, rows: this.#rows };
    this.#held = held;
    this.#width =
      1 + Math.max(-1, ...expressionsOf({ ...model, blockingRules: [] }).map((each) => slotOf(held, each)));
    const { prior, comparisons } = weightsOf(model);
    this.#prior = prior;
    this.#asked = model.comparisons.map((comparison, at) => askedOf(ground, comparison, comparisons[at]));
    this.#isOneWay = model.comparisons.some(({ nullWhen, levels }) =>
      [nullWhen, ...levels.map(({ when }) => when)].flatMap(leavesOf).some(isOneWay),
    );
  }

  /** Begins with a record and its partners; their rows are fetched at once, so that memory is waited for together. */
  begin(record: number, partners: Ints): void {
    const { stride } = this.#held;
    const { all } = this.#held.rows;
    const width = this.#width;
    this.#rows.reserve((partners.size + 1) * width);
    const own = this.#rows.all;
    for (let slot = 0; slot < width; slot += 1) own[slot] = all[record * stride + slot] ?? -1;
    for (let at = 0; at < partners.size; at += 1) {
      const from = (partners.all[at] ?? 0) * stride;
      const to = (at + 1) * width;
      for (let slot = 0; slot < width; slot += 1) own[to + slot] = all[from + slot] ?? -1;
    }
  }

  /** Whether the record may reach a weight with the partner at this place, whichever of them is the left. */
  mayReach(place: number, weight: number): boolean {
    const partner = (place + 1) * this.#width;
    const floor = weight - slack * (1 + Math.abs(weight));
    return this.#of(0, partner) >= floor || (this.#isOneWay && this.#of(partner, 0) >= floor);
  }

  #of(left: number, right: number): number {
    let most = this.#prior;
    for (const asked of this.#asked) most += this.#mostOf(asked, left, right);
    return most;
  }

  #mostOf(asked: Asked, left: number, right: number): number {
    const { slot, missing, equal, different } = asked;
    if (slot < 0) return mostOf(asked, left, right);
    const one = this.#rows.all[left + slot] ?? -1;
    const other = this.#rows.all[right + slot] ?? -1;
    const most = one < 0 || other < 0 ? missing : one === other ? equal : different;
    return Number.isNaN(most) ? mostOf(asked, left, right) : most;
  }
}

function mostOf(
  { nothing, answers }: Pick<Asked, 'nothing' | 'answers'>,
  left: number,
  right: number,
): number {
  const isNothing = nothing(left, right);
  if (isNothing === yes) return 0;
  let most = isNothing === open ? 0 : -Infinity;
  for (const { ask, weight, rarity } of answers) {
    const said = ask(left, right);
    if (said !== yes && said !== open) continue;
    most = Math.max(most, rarity ? weight + rarity(left, right) : weight);
    if (said === yes) return most;
  }
  return Math.max(most, 0);
}

function askedOf(ground: Ground, { nullWhen, levels }: Comparison, weights?: ComparisonWeights): Asked {
  const answers = levels.map(({ when }, answer) => {
    const rule = weights?.termFrequencies[answer];
    return {
      ask: askOf(when, ground),
      weight: weights?.byAnswer[answer] ?? 0,
      rarity: rule && rarityOf(rule, ground),
    };
  });
  const asked = { nothing: askOf(nullWhen, ground), answers };
  const slot = onlySlot([nullWhen, ...levels.map(({ when }) => when)], ground.held);
  return { ...asked, slot, ...(slot < 0 ? unknown : mostByValue(asked, slot, ground)) };
}

const unknown = { missing: NaN, equal: NaN, different: NaN };

/** What a comparison of one value weighs at most, asked of rows that are made up. */
function mostByValue(
  asked: Pick<Asked, 'nothing' | 'answers'>,
  slot: number,
  { held, rows }: Ground,
): Pick<Asked, 'missing' | 'equal' | 'different'> {
  const { stride } = held;
  const answers = asked.answers.map((answer) => ({ ...answer, rarity: answer.rarity && (() => NaN) }));
  const most = (one: number, other: number): number => {
    rows.reserve(stride * 2);
    rows.all[slot] = one;
    rows.all[stride + slot] = other;
    return mostOf({ ...asked, answers }, 0, stride);
  };
  return { missing: most(-1, -1), equal: most(0, 0), different: most(0, 1) };
}

/** The slot that all conditions read, letters or not; -1 where they read none or several. */
function onlySlot(conditions: readonly Condition[], held: Held): number {
  const slots = conditions.flatMap(leavesOf).flatMap((leaf) => {
    if (leaf.is === 'missing' || leaf.is === 'value') return [slotOf(held, leaf.of)];
    if ('left' in leaf) return [slotOf(held, leaf.left), slotOf(held, leaf.right)];
    return leaf.is === 'else' ? [] : [-1];
  });
  return new Set(slots).size === 1 ? (slots[0] ?? -1) : -1;
}

/** A condition as numbers alone answer it: open where letters are needed. */
function askOf(condition: Condition, ground: Ground): Ask {
  const judges = (of: readonly Condition[]) => of.map((part) => quickJudge(askOf(part, ground)));
  switch (condition.is) {
    case 'else':
      return () => yes;
    case 'all':
      return all(judges(condition.of)).quick;
    case 'any':
      return any(judges(condition.of)).quick;
    case 'not':
      return not(quickJudge(askOf(condition.of, ground))).quick;
    case 'missing':
      return missingAsk(slotOf(ground.held, condition.of), ground);
    case 'value':
    case 'pair-sql':
      return () => open;
    default:
      return valuesAsk(condition, ground);
  }
}

function missingAsk(slot: number, { rows }: Ground): Ask {
  return (left, right) =>
    (rows.all[left + slot] ?? -1) < 0 || (rows.all[right + slot] ?? -1) < 0 ? yes : no;
}

function valuesAsk(
  condition: Extract<Condition, { readonly left: Expression }>,
  { held, rows }: Ground,
): Ask {
  const [leftSlot, rightSlot] = [slotOf(held, condition.left), slotOf(held, condition.right)];
  const isEqual = condition.is === 'equal';
  return (left, right) => {
    const one = rows.all[left + leftSlot] ?? -1;
    const other = rows.all[right + rightSlot] ?? -1;
    if (one < 0 || other < 0) return neither;
    if (!isEqual) return open;
    return one === other ? yes : no;
  };
}

function rarityOf(
  rule: TermFrequencyWeight,
  { held, rows }: Ground,
): (left: number, right: number) => number {
  const slot = slotOf(held, rule.column);
  const tally = held.tallies.find((each) => each.slot === slot);
  if (!tally) throw new Error(`no frequencies are kept of ${keyOf(rule.column)}`);
  const frequencyOf = (text: number): number | undefined =>
    text < 0 ? undefined : tally.counts.at(text) / tally.known;
  return (left, right) =>
    termFrequencyWeight(
      rule,
      frequencyOf(rows.all[left + slot] ?? -1),
      frequencyOf(rows.all[right + slot] ?? -1),
    );
}

function slotOf(held: Held, expression: Expression): number {
  const key = keyOf(expression);
  const slot = held.shape.expressions.findIndex((each) => keyOf(each) === key);
  if (slot < 0) throw new Error(`the store keeps no ${key}`);
  return slot;
}

function isOneWay(leaf: Condition): boolean {
  return 'left' in leaf && keyOf(leaf.left) !== keyOf(leaf.right);
}
