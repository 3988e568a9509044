import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf } from '#platform/kernel/day.ts';
import { changesBetween } from '../snapshots/changes.ts';
import { freeze } from '../snapshots/freeze.ts';
import {
  brackenshire,
  england,
  figure,
  figuresOf,
  inventedMeasure,
  withInterval,
} from '../scorecard/testing.ts';
import { rowOf, type ScorecardRow } from '../scorecard/row.ts';
import type { Scorecard } from '../scorecard/scorecard.ts';
import { exceptionsIn, type Around, type ExceptionRow } from './exceptions.ts';
import { freshnessOf, sayFresh } from './freshness.ts';
import { sayWorseByChance } from './say-exceptions.ts';
import { surenessOf } from './sureness.ts';

const today = dayOf(2026, 11, 22);
const quiet: Around = { since: undefined, freshness: new Map() };

function row(code: string, years: readonly (readonly [number, number])[], half = 2): ScorecardRow {
  const definition = inventedMeasure({ id: `lait:${code}`, code, title: code });
  const own = years.map(([year, value]) => withInterval(year, value, half));
  return rowOf(
    brackenshire,
    undefined,
    figuresOf({ definition, own, england: years.map(([year]) => england(year, 24)) }),
  );
}

function scorecard(...rows: readonly ScorecardRow[]): Scorecard {
  return { place: brackenshire, neighbourSet: undefined, groups: [{ key: 'all', title: 'All', rows }] };
}

function told(found: readonly ExceptionRow[]) {
  return found.map(({ row: { definition }, reasons }) => [
    definition.code,
    ...reasons.map(({ kind }) => kind),
  ]);
}

const rising = [2021, 2022, 2023, 2024, 2025].map((year, at) => [year, 20 + at * 5] as const);
const level = (value: number) => [2021, 2022, 2023, 2024, 2025].map((year) => [year, value] as const);

test('B06: worse with a rising trend, or very far from England, needs attention; the surest stands first', () => {
  const found = exceptionsIn(
    scorecard(
      row('near', level(26.5)),
      row('like England', level(24)),
      row('far', level(30)),
      row('rising', rising),
      row('rising but wide', rising, 30),
    ),
    quiet,
  );
  assert.deepEqual(told(found), [
    ['rising', 'worse'],
    ['far', 'worse'],
  ]);
  assert.match(
    found[0]?.reasons[0].words ?? '',
    /^Worse than England: chance alone .* Increasing and getting worse/,
  );
});

test('B06: better is told as well, after worse', () => {
  const found = exceptionsIn(scorecard(row('better', level(10)), row('worse', level(30))), quiet);
  assert.deepEqual(told(found), [
    ['worse', 'worse'],
    ['better', 'better'],
  ]);
});

test('B20: a verdict that moved since the last kept scorecard needs attention; a newer figure alone does not', () => {
  const about = { figures: '1', figuresUntil: null, takenOn: today, strategy: null, owner: null };
  const was = freeze(scorecard(row('moved', level(26.5)), row('news', level(24).slice(0, 3))), about);
  const now = scorecard(row('moved', level(26.5), 3), row('news', level(24).slice(0, 4)));
  const since = changesBetween(was, freeze(now, about));
  assert.deepEqual(told(exceptionsIn(now, { ...quiet, since })), [['moved', 'changed']]);
});

test('B06: a figure that cannot be read beside the one before is told', () => {
  const definition = inventedMeasure({ breaks: [{ on: '2024-09-01', words: 'counted anew' }] });
  const broken = rowOf(
    brackenshire,
    undefined,
    figuresOf({ definition, own: [figure(2024, 20), figure(2025, 30)], england: [] }),
  );
  assert.deepEqual(told(exceptionsIn(scorecard(broken), quiet)), [['Invented', 'break']]);
});

test('sureness counts standard errors towards England, and is never less than none', () => {
  const sure = surenessOf(row('z', level(28), 1.959963984540054));
  assert.ok(sure !== undefined && Math.abs(sure - 4) < 1e-9);
  assert.equal(surenessOf(row('no interval', [[2025, 28]], 0)), 99);
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 99, noNaN: true }),
      fc.double({ min: 0.01, max: 50, noNaN: true }),
      (value, half) => {
        const found = surenessOf(row('any', [[2025, value]], half)) ?? 0;
        assert.ok(found >= 0 && found <= 99);
      },
    ),
  );
});

test('how many worse luck alone would give is said so that it can be read aloud', () => {
  const rows = Array.from({ length: 40 }, (_, at) => row(`m${at}`, level(at < 3 ? 30 : 24)));
  assert.equal(
    sayWorseByChance(scorecard(...rows)),
    'Of 40 measures that can be compared fairly, 3 come out worse than England. Were Brackenshire exactly like England, luck alone would still make about one look worse; so one by itself proves little, and those below are the ones that luck explains least.',
  );
  assert.equal(sayWorseByChance(scorecard()), undefined);
});

test('B20: a figure is late when its frequency says that the next should be here', () => {
  const yearly = row('yearly', [
    [2024, 20],
    [2025, 21],
  ]);
  const fresh = freshnessOf(yearly, undefined, today);
  assert.deepEqual(fresh, {
    from: '2024/25',
    everyMonths: 12,
    expectedOn: dayOf(2027, 8, 31),
    because: 'frequency',
    late: false,
  });
  assert.equal(freshnessOf(yearly, undefined, dayOf(2027, 9, 1))?.late, true);
  assert.equal(freshnessOf({ latest: undefined, points: [] }, undefined, today), undefined);
});

test('B20: the day that an owner said counts, until the figure that it was of has come', () => {
  const yearly = row('yearly', [
    [2024, 20],
    [2025, 21],
  ]);
  const card = { nextOn: dayOf(2026, 11, 1) };
  const late = freshnessOf(yearly, card, today);
  assert.equal(
    late && sayFresh(late),
    'Figures of 2024/25; they come each year. The next was expected on 1 November 2026 and is late.',
  );
  const come = row('yearly', [
    [2024, 20],
    [2025, 21],
    [2026, 22],
  ]);
  assert.deepEqual(
    [freshnessOf(come, card, today)?.because, freshnessOf(come, card, today)?.late],
    ['frequency', false],
  );
});
