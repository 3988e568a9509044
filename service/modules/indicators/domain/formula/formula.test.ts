import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { proportion } from '#packages/statistics';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { isNumber, noNumber, type Value } from '../value.ts';
import { inOrder } from './circles.ts';
import { parseFormula } from './parse-formula.ts';
import { formulaWords } from './refusal-words.ts';
import { checked, part } from './testing.ts';
import { workOut } from './work-out.ts';

const a = part('a', { kind: 'count' });
const b = part('b', { kind: 'count' });
const share = part('s', { kind: 'proportion' });
const share2 = part('t', { kind: 'proportion' });
const rate = part('r', { kind: 'rate', unit: 'per 10,000' });
const days = part('d', { kind: 'mean', unit: 'days' });
const people = part('p', { kind: 'count', unit: 'people', match: 'year-begun' });

function come(text: string, parts: Parameters<typeof checked>[1], numbers: Readonly<Record<string, Value>>) {
  const made = checked(text, parts);
  assert.ok(made.done, made.done ? '' : `${made.refusal.reason} in ${text}`);
  const at = (name: string) => numbers[name.replaceAll('other:invented:', '')] ?? noNumber('missing');
  return { ...workOut(made.value, parts, { at, first: at }), made: made.value };
}

test('B03: a share of a total carries its counts, so its interval is Wilson’s', () => {
  const came = come('a ÷ (a + b) per 100', [a, b], { 'value|a': 30, 'value|b': 90 });
  assert.equal(came.value, 25);
  assert.deepEqual([came.count, came.base, came.made.kind, came.made.unit], [30, 120, 'proportion', '%']);
  assert.equal(came.made.way.by, 'share');
});

test('B03: what each kind of formula is, in which unit, and how sure it can be', () => {
  const taken = (letter: string, take: 'count' | 'base') => part(letter, { kind: 'proportion', take });
  const cases: readonly [string, Parameters<typeof checked>[1], string, string, string][] = [
    ['a + b', [a, b], 'count', 'count', 'a-count'],
    ['a − b', [a, b], 'count', 'count', 'a-count'],
    ['a / b per 1,000', [a, b], 'index', 'per 1,000', 'ratio-of-counts'],
    ['a / p per 10,000', [a, people], 'rate', 'per 10,000', 'rate'],
    ['(a + b) / p per 10000', [a, b, people], 'rate', 'per 10,000', 'rate'],
    ['(a - b) / p per 10000', [a, b, people], 'index', 'per 10,000', 'something-taken-away'],
    ['1 - a / (a + b) per 100', [a, b], 'proportion', '%', 'share'],
    ['(2 * a) / (a + b) per 100', [a, b], 'index', 'per 100', 'weighted'],
    ['s - t', [share, share2], 'gap', 'pp', 'a-difference'],
    ['s / t', [share, share2], 'index', 'times', 'numbers-without-counts'],
    ['mean(s, t)', [share, share2], 'proportion', '%', 'share'],
    ['mean(r, r)', [rate], 'rate', 'per 10,000', 'weighted'],
    ['(d * a + d * b) / (a + b)', [days, a, b], 'mean', 'days', 'numbers-without-counts'],
    ['index(s)', [share], 'index', 'first year = 100', 'numbers-without-counts'],
    ['sum(a, "Sex")', [a], 'count', 'count', 'a-count'],
    ['s / t per 100', [taken('s', 'count'), taken('t', 'base')], 'index', 'per 100', 'ratio-of-counts'],
  ];
  for (const [text, parts, kind, unit, sure] of cases) {
    const made = checked(text, parts);
    assert.ok(made.done, made.done ? '' : `${text}: ${made.refusal.reason}`);
    const { way } = made.value;
    assert.deepEqual(
      [made.value.kind, made.value.unit, way.by === 'none' ? way.reason : way.by],
      [kind, unit, sure],
      text,
    );
  }
});

test('what cannot be meant is refused in words that point at the place', () => {
  const cases: readonly [string, string, string][] = [
    ['', 'empty', ''],
    ['s + r', 'units-differ', 'r'],
    ['s + t', 'shares-added', 't'],
    ['a + s', 'units-differ', 's'],
    ['a + 1', 'number-among-measures', '1'],
    ['a / b', 'per-missing', 'a / b'],
    ['a + b per 100', 'per-not-needed', ' per 100'],
    ['a / b per 7', 'per-what', '7'],
    ['a * b', 'cannot-multiply', 'b'],
    ['s / a', 'cannot-divide', 'a'],
    ['a / 0', 'divides-by-nothing', '0'],
    ['a / (b - b) per 1', 'divides-by-nothing', '(b - b)'],
    ['(a + b', 'bracket-open', '('],
    ['a +', 'ends-too-early', '+'],
    ['a b', 'not-expected', 'b'],
    ['a + )', 'not-expected', ')'],
    ['a & b', 'sign-unknown', '&'],
    ['a; drop', 'sign-unknown', ';'],
    ['1,00 * a', 'number-unreadable', '1,00'],
    ['eval(a)', 'name-unknown', 'eval'],
    ['z', 'letter-unknown', 'z'],
    ['2 + 3', 'only-numbers', '2 + 3'],
    ['sum(a)', 'says-badly', 'sum(a)'],
    ['sum(s, "Sex")', 'sum-of-no-count', 'sum(s, "Sex")'],
    ['mean(a, b)', 'mean-of-what', 'mean(a, b)'],
    ['mean(s, r)', 'units-differ', 'mean(s, r)'],
    ['n', 'kind-not-known', 'n'],
    ['a + b', 'part-not-used', 'a + b'],
  ];
  const all = [a, b, share, share2, rate, days, part('n', { kind: 'not-known' })];
  for (const [text, reason, place] of cases) {
    const made = checked(text, all);
    assert.ok(!made.done, text);
    const { refusal } = made;
    assert.equal(refusal.reason, reason, text);
    assert.equal(text.slice(refusal.at.from, refusal.at.to), place, `${text}: the place`);
    assert.ok(wordsOf(formulaWords, refusal).length > 10);
  }
});

test('products come before sums, and what follows is taken from the left', () => {
  const numbers = { 'value|a': 20, 'value|b': 6 };
  assert.equal(come('a - b - b', [a, b], numbers).value, 8);
  assert.equal(come('a - (b - b) - b', [a, b], numbers).value, 14);
  assert.equal(come('a + 2 * b', [a, b], numbers).value, 32);
  assert.equal(come('(a + b) × 2 ÷ 4', [a, b], numbers).value, 13);
});

test('a mean is weighted by how many stand behind each, never a mean of means', () => {
  const numbers = {
    'count|s': 10,
    'base|s': 100,
    'count|t': 450,
    'base|t': 500,
    'value|s': 10,
    'value|t': 90,
  };
  const came = come('mean(s, t)', [share, share2], numbers);
  assert.ok(isNumber(came.value));
  assert.ok(Math.abs(came.value - (100 * 460) / 600) < 1e-9);
  assert.deepEqual([came.count, came.base], [460, 600]);
  const second = part('e', { kind: 'mean', unit: 'days' });
  const mean = come('mean(d, e)', [days, second], {
    ...{ 'value|d': 10, 'base|d': 1, 'value|e': 40, 'base|e': 3 },
  });
  assert.equal(mean.value, 32.5);
});

test('a part that is missing or withheld leaves the whole so, and what is withheld is said first', () => {
  const missing = come('a / (a + b) per 100', [a, b], { 'value|a': 4 });
  assert.deepEqual(missing.value, noNumber('missing'));
  assert.match(missing.why ?? '', /Measure B.*has no figure/);
  const hidden = come('a / (a + b) per 100', [a, b], { 'value|b': noNumber('suppressed') });
  assert.deepEqual(hidden.value, noNumber('suppressed'));
  assert.match(hidden.why ?? '', /Measure B.*withheld/);
  const nothing = come('a / b per 100', [a, b], { 'value|a': 4, 'value|b': 0 });
  assert.deepEqual(nothing.value, noNumber('not-applicable'));
  const impossible = come(
    's / t per 100',
    [part('s', { kind: 'proportion', take: 'count' }), part('t', { kind: 'count' })],
    {
      'count|s': 4,
      'value|t': 2,
    },
  );
  assert.equal(impossible.value, 200, 'a ratio of separate counts may be more than one');
});

test('a ratio of two counts has the limits of one in both, turned back', () => {
  const came = come('a / b per 100', [a, b], { 'value|a': 30, 'value|b': 60 });
  const of = proportion({ count: 30, base: 90, multiplier: 1 });
  assert.ok(of.done && came.limits);
  const { lower, upper } = of.value.limits95;
  assert.ok(Math.abs(came.limits.lower - (100 * lower) / (1 - lower)) < 1e-9);
  assert.ok(Math.abs(came.limits.upper - (100 * upper) / (1 - upper)) < 1e-9);
  assert.ok(came.limits.lower < 50 && came.limits.upper > 50);
});

test('no text makes the reader throw, and every place that a refusal points at is in the text', () => {
  const signs = fc.stringMatching(/^[ab s()+\-*/÷×,."0-9perindxm]{0,40}$/);
  fc.assert(
    fc.property(fc.oneof(signs, fc.string({ maxLength: 60 })), (text) => {
      const made = checked(text, [a, b, share]);
      if (made.done) return;
      const { from, to } = made.refusal.at;
      assert.ok(from >= 0 && to <= text.length && from <= to, `${text}: ${from}-${to}`);
    }),
    { numRuns: 2000 },
  );
  assert.equal(parseFormula('('.repeat(200)).done, false);
});

test('a measure cannot be made of itself, by however long a way', () => {
  const made = (code: string, ...of: string[]) => ({
    code,
    parts: of.map((each, at) => ({
      letter: 'abc'.charAt(at),
      measure: `local:${each}`,
      take: 'value' as const,
      match: 'same-days' as const,
    })),
  });
  const round = inOrder([made('x', 'y'), made('y', 'z'), made('z', 'x')]);
  assert.deepEqual(round.done ? [] : round.refusal.way, ['x', 'y', 'z', 'x']);
  assert.equal(inOrder([made('x', 'x')]).done, false);
  const fine = inOrder([made('sum', 'x', 'y'), made('x', 'counted'), made('y', 'x')]);
  assert.deepEqual(fine.done ? fine.value.map(({ code }) => code) : [], ['x', 'y', 'sum']);
});
