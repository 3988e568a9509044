import assert from 'node:assert/strict';
import { test } from 'node:test';
import { againstTarget } from '../../index.ts';
import type { Target } from '../../index.ts';
import { judgements } from './judgements.ts';
import { elsewhere, numberIn } from './tables.ts';

function targetOf(kind: string, lower: number, upper: number): Target {
  return kind === 'range'
    ? { kind, lower, upper }
    : { kind: kind === 'single-value-by-limits' ? kind : 'single-value', goal: lower };
}

test('targets: every place beside a goal, between two numbers, and of limits about a goal', () => {
  assert.ok(judgements.targets.length > 60);
  for (const row of judgements.targets) {
    const made = againstTarget({
      target: targetOf(row.kind, row.lower, row.upper),
      polarity: row.highIsGood ? 'high-is-good' : 'low-is-good',
      value: row.value,
      limits95: row.limits && { lower: row.limits[0], upper: row.limits[1] },
    });
    assert.equal(made.verdict, row.expected, JSON.stringify(row));
  }
});

const words = new Map([
  ['Better', 'met'],
  ['Same', 'near'],
  ['Worse', 'missed'],
  ['None', 'not-compared'],
]);

test('targets: upstream cases', (t) => {
  const file = elsewhere('statistics/fingertips/comparison_target.csv');
  if ('absent' in file) return t.skip(file.absent);
  assert.equal(file.rows.length, 23);
  for (const row of file.rows) {
    const [lower, upper] = [numberIn(row, 'lower_ci_95'), numberIn(row, 'upper_ci_95')];
    const kind =
      row['comparer'] === 'RangeTarget'
        ? 'range'
        : row['use_cis'] === 'True'
          ? 'single-value-by-limits'
          : 'single-value';
    const goal = numberIn(row, 'lower_limit') ?? Number.NaN;
    const made = againstTarget({
      target: targetOf(kind, goal, numberIn(row, 'upper_limit') ?? goal),
      polarity: row['polarity'] === 'RagHighIsGood' ? 'high-is-good' : 'low-is-good',
      value: numberIn(row, 'value'),
      limits95: lower === undefined || upper === undefined ? undefined : { lower, upper },
    });
    assert.equal(made.verdict, words.get(row['expected'] ?? ''), JSON.stringify(row));
  }
});
