import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import type { Figure } from '../figures/figure.ts';
import type { MeasureDefinition } from '../figures/measure-definition.ts';
import { rowOf } from '../scorecard/row.ts';
import { brackenshire, figure, figuresOf, inventedMeasure, withInterval } from '../scorecard/testing.ts';
import { aimSeries } from './aim-series.ts';
import { nameForecast, sayForecast, sayNow, sayTarget } from './say-target.ts';
import type { Target } from './target.ts';

function targetOf(given: Partial<Target> = {}): Target {
  return {
    measure: 'lait:Invented',
    areaCode: brackenshire.code,
    value: 20,
    byOn: dayOf(2028, 8, 31),
    agreedBy: 'the board',
    words: '',
    version: 1,
    changedBy: 'Priya Ramanathan',
    changedOn: dayOf(2026, 9, 3),
    ...given,
  };
}

const falling = [30, 28.2, 26.1, 23.8, 22.2].map((value, at) => withInterval(2021 + at, value, 1));

function aimAt(
  value: number,
  own: readonly Figure[] = falling,
  given: { definition?: Partial<MeasureDefinition>; byOn?: Target['byOn'] } = {},
) {
  const definition = inventedMeasure(given.definition);
  const target = targetOf({ value, ...(given.byOn ? { byOn: given.byOn } : {}) });
  const { aim, points } = rowOf(brackenshire, undefined, figuresOf({ own, definition, target }));
  assert.ok(aim);
  return { aim, definition, points };
}

test('a target is said with its side, its day and who agreed it', () => {
  assert.equal(
    sayTarget(targetOf(), inventedMeasure()),
    '20.0% or less by 31 August 2028, agreed by the board',
  );
  assert.match(sayTarget(targetOf(), inventedMeasure({ polarity: 'high-is-good' })), /^20\.0% or more by/);
});

test('B22 a forecast to a target comes with how far it can be out, and is never a promise', () => {
  const easy = aimAt(25);
  assert.equal(nameForecast(easy.aim), 'On course');
  assert.equal(sayNow(easy.aim), 'Met already by the latest figure');
  const likely = aimAt(16);
  assert.equal(nameForecast(likely.aim), 'May be met');
  assert.equal(sayNow(likely.aim), 'Not met yet');
  const far = aimAt(5);
  assert.equal(nameForecast(far.aim), 'Not on course');
  const said = sayForecast(far.aim, far.definition);
  assert.match(
    said,
    /^If the 5 figures go on as they have, 1\d\.\d% is to be expected by then, and 95 times in 100 something between \d+\.\d% and \d+\.\d%: none of that meets the target of 5\.0%\. A forecast is no promise/,
  );
  assert.match(
    sayForecast(likely.aim, likely.definition),
    /some of that meets the target of 16\.0%, and some misses it/,
  );
});

test('where there is no forecast its reason is told in words', () => {
  const few = aimAt(20, falling.slice(2));
  assert.equal(nameForecast(few.aim), 'No forecast');
  assert.equal(
    sayForecast(few.aim, few.definition),
    'A forecast needs 5 figures that can be joined, and there are 3.',
  );
  const over = aimAt(20, falling, { byOn: dayOf(2024, 8, 31) });
  assert.equal(sayNow(over.aim), 'Target missed');
  assert.match(sayForecast(over.aim, over.definition), /The figures reach the day of the target/);
  const flat = [20, 20, 20, 20, 20].map((value, at) => figure(2021 + at, value));
  const still = aimAt(19, flat);
  assert.match(sayForecast(still.aim, still.definition), /lie on one line exactly/);
  const unjudged = aimAt(20, falling, { definition: { polarity: 'no-judgement' } });
  assert.match(sayForecast(unjudged.aim, unjudged.definition), /no target can be met or missed/);
  assert.equal(sayNow(unjudged.aim), 'Not held against a target');
});

test('R73 a forecast looks back no further than the last change of definition', () => {
  const breaks = [{ on: '2022-09-01', words: 'Counted anew.' }];
  const { aim, definition } = aimAt(20, falling, { definition: { breaks } });
  assert.equal(
    sayForecast(aim, definition),
    'A forecast needs 5 figures that can be joined, and there are 3 since 1 September 2022.',
  );
});

test('a percentage is never expected below nothing or above all', () => {
  const steep = [40, 31, 21, 12, 3].map((value, at) => withInterval(2021 + at, value, 1));
  const { aim } = aimAt(1, steep);
  assert.ok(aim.forecast.done);
  assert.equal(aim.forecast.value.limits95.lower, 0);
  assert.ok(aim.forecast.value.expected >= 0);
});

test('on the chart a target is a point at its day, and a forecast a fan from the latest figure', () => {
  const { aim, points } = aimAt(16);
  const [goal, fan] = aimSeries(aim, points);
  assert.deepEqual(
    [goal?.name, goal?.points.map(({ period, value }) => [period, value])],
    ['Target', [['Aug 2028', { kind: 'number', number: 16 }]]],
  );
  const [from, to] = fan?.points ?? [];
  assert.deepEqual([from?.period, from?.lower, from?.upper], ['2024/25', 22.2, 22.2]);
  assert.ok(to?.lower !== undefined && to.upper !== undefined && to.lower < to.upper);
  const few = aimAt(16, falling.slice(3));
  assert.equal(aimSeries(few.aim, few.points).length, 1, 'without a forecast there is no fan');
  assert.deepEqual(aimSeries(undefined, points), []);
});
