import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayOf, type Day } from '#platform/kernel/day.ts';
import { brackenshire, england, figure, figuresOf, withInterval } from '../scorecard/testing.ts';
import { rowOf, type MeasureFigures } from '../scorecard/row.ts';
import { changesBetween } from './changes.ts';
import { freeze } from './freeze.ts';
import { frozenScorecard, type FrozenScorecard } from './frozen-scorecard.ts';
import { lastQuarter, quarterOf } from './quarter.ts';
import { sayChange, sayChanges } from './say-change.ts';

function frozen(figures: readonly MeasureFigures[]): FrozenScorecard {
  const rows = figures.map((each) => rowOf(brackenshire, undefined, each));
  const groups = [{ key: 'start', title: 'Start', rows }];
  return freeze(
    { place: brackenshire, neighbourSet: undefined, groups },
    { figures: '7 abc', figuresUntil: null, takenOn: dayOf(2026, 10, 1), strategy: null, owner: null },
  );
}

const before = frozen([
  figuresOf({ own: [figure(2024, 28), withInterval(2025, 31.2, 2)], england: [england(2025, 24.5)] }),
]);

function since(after: FrozenScorecard): readonly string[] {
  return changesBetween(before, after).flatMap(({ changes }) => changes.map(sayChange));
}

test('B20: a frozen scorecard goes through the database and comes back as it was', () => {
  assert.deepEqual(frozenScorecard.parse(JSON.parse(JSON.stringify(before))), before);
});

test('B20: the quarters of a financial year, and the one that has ended', () => {
  assert.deepEqual(quarterOf(dayOf(2026, 4, 1)), {
    name: 'Quarter 1, 2026/27',
    start: dayOf(2026, 4, 1),
    end: dayOf(2026, 6, 30),
  });
  assert.equal(quarterOf(dayOf(2027, 3, 31)).name, 'Quarter 4, 2026/27');
  assert.equal(quarterOf(dayOf(2026, 12, 31)).end, '2026-12-31');
  assert.equal(lastQuarter(dayOf(2026, 11, 22)).name, 'Quarter 2, 2026/27');
  assert.equal(lastQuarter(dayOf(2026, 4, 1)).name, 'Quarter 4, 2025/26');
  assert.equal(lastQuarter(dayOf(2100, 1, 1)).name, 'Quarter 3, 2099/00');
});

test('B20: every day lies in its quarter, and quarters meet without a gap', () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map((at): Day => addDays(dayOf(2000, 1, 1), at));
  fc.assert(
    fc.property(days, (day) => {
      const { start, end } = quarterOf(day);
      assert.ok(start <= day && day <= end);
      assert.equal(quarterOf(addDays(end, 1)).start, addDays(end, 1));
    }),
  );
});

test('B20: nothing changed where nothing changed', () => {
  assert.deepEqual(changesBetween(before, before), []);
  assert.equal(sayChanges([]), 'Nothing has changed.');
});

test('B20: each kind of change is told by itself, with old and new', () => {
  const own = [figure(2024, 28), withInterval(2025, 31.2, 2)];
  const nation = [england(2025, 24.5)];
  assert.deepEqual(
    since(
      frozen([
        figuresOf({ own: [...own, withInterval(2026, 30, 2)], england: [...nation, england(2026, 25)] }),
      ]),
    ),
    ['31.2% (2024/25) before; now 30.0% (2025/26).'],
  );
  assert.deepEqual(
    since(frozen([figuresOf({ own: [figure(2024, 27.5), withInterval(2025, 31.2, 2)], england: nation })])),
    ['The figure for 2023/24 was 28.0%; the publisher now gives 27.5%.'],
  );
  assert.deepEqual(since(frozen([figuresOf({ own: [figure(2024, 28)], england: nation })])), [
    '31.2% (2024/25) stood here and no longer does; now 28.0% (2023/24).',
    'Compared with England: worse before, not compared now.',
  ]);
  assert.deepEqual(since(frozen([figuresOf({ own, england: [england(2025, 31)] })])), [
    'Compared with England: worse before, similar now.',
  ]);
  assert.deepEqual(since(frozen([])), ['It is not on the later scorecard.']);
  assert.deepEqual(
    changesBetween(frozen([]), before).flatMap(({ changes }) => changes),
    [{ kind: 'measure-added' }],
  );
});

test('B20: a revision in digits that are not shown is told in full', () => {
  const after = frozen([
    figuresOf({ own: [figure(2024, 28.04), withInterval(2025, 31.2, 2)], england: [england(2025, 24.5)] }),
  ]);
  assert.deepEqual(since(after), ['The figure for 2023/24 was 28.0%; the publisher now gives 28.04%.']);
});

test('B20: the changes are added up in one sentence, verdicts first', () => {
  const after = frozen([
    figuresOf({ own: [figure(2024, 27), withInterval(2025, 31.2, 2)], england: [england(2025, 31)] }),
  ]);
  assert.equal(
    sayChanges(changesBetween(before, after)),
    '1 measure moved against England and 1 measure was revised.',
  );
});
