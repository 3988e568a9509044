import { proportion, type Limits } from '#packages/statistics';
import { isNumber, noNumber, type NotNumber, type Value } from '../value.ts';
import { sumName, termName, type Checked } from './check-formula.ts';
import type { KnownPart } from './known-part.ts';
import type { Tree } from './parse-formula.ts';
import type { Terms } from './quantity.ts';

/** What a formula came to in one place and period. */
export type WorkedOut = {
  readonly value: Value;
  /** of a share or rate, so that its interval is made as everywhere else */
  readonly count: number | undefined;
  readonly base: number | undefined;
  /** of a ratio of two counts */
  readonly limits: Limits | undefined;
  /** why there is no number, for a reader */
  readonly why: string | undefined;
};

/** The figures of one place and period, by the names of terms (`value|measure`, `count|measure`, …). */
export type Lookup = (name: string) => Value;

/** Works a formula out. One part without a number leaves the whole without one, for the same reason. */
export function workOut(
  checked: Checked,
  parts: readonly KnownPart[],
  given: { at: Lookup; first: Lookup },
): WorkedOut {
  const lookups = { ...given, parts };
  const came = come(checked.formula.tree, lookups);
  if (!('number' in came)) return without(came);
  const value = came.number * checked.multiplier;
  if (!Number.isFinite(value)) return without({ none: noNumber('not-applicable'), why: dividedByNothing });
  const { way } = checked;
  const none = { value, count: undefined, base: undefined, limits: undefined, why: undefined };
  if (way.by === 'none') return none;
  const [count, base] = [totalOf(way.top, given.at), totalOf(way.bottom, given.at)];
  if (count === undefined || base === undefined) return none;
  if (way.by === 'share' && (count > base || count < 0))
    return without({ none: noNumber('unreliable'), why: 'The upper count is more than the lower one.' });
  if (way.by === 'ratio-of-counts')
    return { ...none, limits: ratioLimits({ count, base, times: checked.multiplier }) };
  return { ...none, count, base };
}

/**
 * Limits of a ratio of two separate counts: given both together, the first is a share of them, whose Wilson limits
 * turn back into a ratio. None where the limits have no end.
 */
function ratioLimits(given: { count: number; base: number; times: number }): Limits | undefined {
  const { count, base, times } = given;
  const share = proportion({ count, base: count + base, multiplier: 1 });
  if (!share.done) return undefined;
  const { lower, upper } = share.value.limits95;
  return upper >= 1
    ? undefined
    : { lower: (times * lower) / (1 - lower), upper: (times * upper) / (1 - upper) };
}

const dividedByNothing = 'It would be divided by nothing.';

type Came = { number: number } | { none: NotNumber; why: string };
type Lookups = { at: Lookup; first: Lookup; parts: readonly KnownPart[] };

function come(tree: Tree, lookups: Lookups): Came {
  switch (tree.is) {
    case 'number':
      return { number: tree.number };
    case 'two':
      return two(tree, lookups);
    case 'mean':
      return meanOf(tree.letters, lookups);
    case 'sum': {
      const part = partOf(tree.letter, lookups);
      return found(lookups.at(sumName(part, tree.over)), part);
    }
    case 'index': {
      const part = partOf(tree.letter, lookups);
      const name = termName(part.take, part.measure);
      return divided(found(lookups.at(name), part), found(lookups.first(name), part), 100);
    }
    case 'part': {
      const part = partOf(tree.letter, lookups);
      return found(lookups.at(termName(part.take, part.measure)), part);
    }
  }
}

function two(tree: Extract<Tree, { is: 'two' }>, lookups: Lookups): Came {
  const [left, right] = worst(come(tree.left, lookups), come(tree.right, lookups));
  if (!('number' in left)) return left;
  if (!('number' in right)) return right;
  switch (tree.operator) {
    case '+':
      return { number: left.number + right.number };
    case '-':
      return { number: left.number - right.number };
    case '*':
      return { number: left.number * right.number };
    case '/':
      return divided(left, right, 1);
  }
}

function divided(left: Came, right: Came, times: number): Came {
  const [a, b] = worst(left, right);
  if (!('number' in a)) return a;
  if (!('number' in b)) return b;
  return b.number === 0
    ? { none: noNumber('not-applicable'), why: dividedByNothing }
    : { number: (times * a.number) / b.number };
}

function meanOf(letters: readonly string[], lookups: Lookups): Came {
  let [above, below]: [Came, Came] = [{ number: 0 }, { number: 0 }];
  let multiplier = 1;
  for (const letter of letters) {
    const part = partOf(letter, lookups);
    const base = found(lookups.at(termName('base', part.measure)), part);
    const isMean = part.kind === 'mean';
    const name = termName(isMean ? 'value' : 'count', part.measure);
    const of = found(lookups.at(name), part);
    multiplier = isMean ? 1 : (part.unit.multiplier ?? 1);
    above = added(above, isMean ? multiplied(of, base) : of);
    below = added(below, base);
  }
  return divided(above, below, multiplier);
}

function added(left: Came, right: Came): Came {
  const [a, b] = worst(left, right);
  if (!('number' in a)) return a;
  return 'number' in b ? { number: a.number + b.number } : b;
}

function multiplied(left: Came, right: Came): Came {
  const [a, b] = worst(left, right);
  if (!('number' in a)) return a;
  return 'number' in b ? { number: a.number * b.number } : b;
}

/** What is withheld is told before what is only missing, so that nobody takes the one for the other. */
function worst(left: Came, right: Came): [Came, Came] {
  const isNone = !('number' in left) && !('number' in right);
  return isNone && isWithheld(right) && !isWithheld(left) ? [right, left] : [left, right];
}

function isWithheld(came: Came): boolean {
  return !('number' in came) && (came.none.status === 'suppressed' || came.none.status === 'low');
}

function found(value: Value, { title }: KnownPart): Came {
  return isNumber(value)
    ? { number: value }
    : { none: value, why: `“${title}” ${statusWords[value.status]}` };
}

const statusWords: { readonly [Status in NotNumber['status']]: string } = {
  suppressed: 'is withheld, to protect children.',
  low: 'is so low that it was rounded away.',
  'not-applicable': 'does not apply here.',
  missing: 'has no figure.',
  unreliable: 'is too unreliable to show.',
  'not-compared': 'cannot be set beside the others.',
};

function partOf(letter: string, { parts }: Lookups): KnownPart {
  const part = parts.find((one) => one.letter === letter);
  if (!part) throw new RangeError(`a formula was checked without its part ${letter}`);
  return part;
}

/** Counts added up; undefined where one of them is no number. */
export function totalOf(terms: Terms, at: Lookup): number | undefined {
  let total = 0;
  for (const [name, times] of terms) {
    const value = at(name);
    if (!isNumber(value)) return undefined;
    total += times * value;
  }
  return total;
}

function without({ none, why }: { none: NotNumber; why: string }): WorkedOut {
  return { value: none, count: undefined, base: undefined, limits: undefined, why };
}
