import assert from 'node:assert/strict';
import { test } from 'node:test';
import { xmr } from '#packages/statistics';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import type { Figure } from '../figures/figure.ts';
import { months } from '../period.ts';
import { figure } from '../scorecard/testing.ts';
import { isNumber } from '../value.ts';
import { limitsChart } from './limits-chart.ts';
import { nothingDecided, type LimitsDecision, type LimitsDeed } from './limits-decision.ts';
import { fitsPlan, limitsPlan } from './limits-plan.ts';

/** Months from January 2024 on. */
function monthly(values: readonly (number | 'missing')[]): Figure[] {
  return values.map((value, at) => {
    const month = (at % 12) + 1;
    const period = months(2024 + Math.floor(at / 12), [month, month], {
      kind: 'month',
      state: 'final',
      text: String(at),
    });
    return { ...figure(2025, value), period };
  });
}

function decided(deed: LimitsDeed, of: Figure | undefined, name = 'first'): LimitsDecision {
  assert.ok(of);
  const { start, end, kind } = of.period;
  return {
    id: storedId(`00000000-0000-7000-8000-0000000${name === 'first' ? '00001' : '00002'}`),
    measure: 'local:visits',
    areaCode: 'X10000001',
    deed,
    period: { start, end, kind, words: `month ${start.slice(0, 7)}` },
    reason: 'A second worker began at the front door.',
    by: { name: 'Ada Brook', job: 'Analyst' },
    on: dayOf(2026, 9, 3),
    takenBack: undefined,
  };
}

const low = [20, 22, 21, 23, 20, 22, 21];
const high = [40, 42, 41, 43, 40, 42, 41, 43, 40, 42, 41, 43, 40];
const moved = monthly([...low, ...high]);

function chartOf(figures: readonly Figure[], decisions: readonly LimitsDecision[]) {
  const written = { ...nothingDecided, turn: decisions.length, decisions };
  return limitsChart({ figures, polarity: 'high-is-good', written });
}

function whyNot(figures: readonly Figure[], standing: readonly LimitsDecision[], next: LimitsDecision) {
  const came = fitsPlan(figures, standing, next);
  return came.done ? 'fits' : came.refusal;
}

test('B02 limits worked anew from a period are those that the method gives when it is told to begin there', () => {
  const decision = decided('anew', moved[7]);
  const { lines } = chartOf(moved, [decision]);
  const whole = xmr({
    values: moved.map(({ value }) => (isNumber(value) ? value : undefined)),
    polarity: 'high-is-good',
    rebases: [{ at: 7, on: '2026-09-03', reason: 'x', by: 'y' }],
  });
  assert.ok(whole.done);
  const values = lines.map(({ points }) =>
    points.map(({ value }) => (value.kind === 'number' ? value.number : undefined)),
  );
  assert.deepEqual(values, [
    whole.value.points.map(({ centre }) => centre),
    whole.value.points.map(({ upper }) => upper),
    whole.value.points.map(({ lower }) => lower),
  ]);
});

test('B02 what was decided goes with the line: its reason, its person and its day, at the place where it stands', () => {
  const { lines, words, finding } = chartOf(moved, [decided('anew', moved[7])]);
  const sentence =
    'Limits are worked anew from month 2024-08 on: “A second worker began at the front door.” Decided by Ada Brook, analyst, 3 September 2026.';
  for (const { points } of lines)
    assert.deepEqual(
      points.flatMap((point, at) => (point.decided ? [[at, point.decided]] : [])),
      [[7, { where: 'before', mark: 'limits anew', sentence }]],
    );
  assert.equal(finding, 'No change but its usual wobble', 'each side wobbles about a mean of its own');
  assert.ok(
    words.includes(
      'The limits of Jan 2024 to Jul 2024 rest on 7 figures alone: believe them less. From 13 on they are firm.',
    ),
  );
  assert.match(chartOf(moved, []).finding ?? '', /Getting better/, 'as one process it has changed');
});

test('B02 held limits are made of the figures up to a period, and what came after is seen against them', () => {
  const drifting = monthly([5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 12, 12, 12, 12]);
  const { lines, finding } = chartOf(drifting, [decided('held', drifting[11])]);
  const [mean, upper, lower] = lines.map(({ points }) => points.at(-1)?.value);
  assert.deepEqual(
    [mean, upper, lower].map((value) => (value?.kind === 'number' ? value.number.toFixed(2) : '')),
    ['5.50', '8.16', '2.84'],
  );
  assert.equal(finding, 'Getting better (higher)');
  assert.equal(lines[0]?.points[11]?.decided?.where, 'after');
});

test('B06 a point that leaves too few figures on a side is refused, and says on which side and how many there are', () => {
  assert.deepEqual(whyNot(moved, [], decided('anew', moved[6])), {
    reason: 'too-few-points',
    side: 'before',
    points: 6,
    least: 7,
  });
  assert.deepEqual(whyNot(moved, [], decided('anew', moved[14])), {
    reason: 'too-few-points',
    side: 'after',
    points: 6,
    least: 7,
  });
  assert.equal(whyNot(moved, [], decided('anew', moved[7])), 'fits');
  assert.equal(whyNot(moved, [], decided('anew', moved[13])), 'fits');
  const gaps = monthly([...low.slice(0, 6), 'missing', ...high]);
  assert.deepEqual(whyNot(gaps, [], decided('anew', gaps[7])), {
    reason: 'too-few-points',
    side: 'before',
    points: 6,
    least: 7,
  });
});

test('B06 figures that all stand alone have no limits, so no stretch is made of them', () => {
  const alone = monthly(
    Array.from({ length: 14 }, (_, at) => (at % 2 === 0 ? 20 + at : ('missing' as const))).concat(high),
  );
  const came = whyNot(alone, [], decided('anew', alone[14]));
  assert.ok(came !== 'fits' && came.reason === 'too-few-points' && came.side === 'before');
});

test('B06 limits are held on twelve figures or more, and once in a stretch; a later decision does not undo that unsaid', () => {
  assert.deepEqual(whyNot(moved, [], decided('held', moved[10])), {
    reason: 'too-few-to-hold',
    points: 11,
    least: 12,
  });
  const held = decided('held', moved[12]);
  assert.equal(whyNot(moved, [], held), 'fits');
  assert.deepEqual(whyNot(moved, [held], decided('held', moved[15], 'second')), { reason: 'held-already' });
  assert.deepEqual(whyNot(moved, [held], decided('held', moved[12], 'second')), {
    reason: 'decided-already',
  });
  assert.deepEqual(
    whyNot(moved, [held], decided('anew', moved[7], 'second')),
    { reason: 'too-few-to-hold', points: 6, least: 12 },
    'it would leave six figures for what is held',
  );
  assert.equal(whyNot(moved, [held], decided('anew', moved[13], 'second')), 'fits');
});

test('B06 a decision that the figures no longer bear is left out and told, and nothing moves to another period', () => {
  const decision = decided('anew', moved[7]);
  const shorter = moved.slice(1);
  const plan = limitsPlan(shorter, [decision]);
  assert.deepEqual(
    plan.lapsed.map(({ because }) => because),
    [{ reason: 'too-few-points', side: 'before', points: 6, least: 7 }],
  );
  assert.equal(plan.stretches.length, 1);
  assert.deepEqual(
    limitsPlan(moved.slice(8), [decision]).lapsed.map(({ because }) => because.reason),
    ['no-such-period'],
  );
});
