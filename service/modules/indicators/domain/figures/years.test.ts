import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import { financialYears } from '../period.ts';
import type { Figure } from './figure.ts';
import type { Place } from './place.ts';
import { ownFigures, rowOf } from '../scorecard/row.ts';
import { brackenshire, figure, figuresOf, inventedMeasure } from '../scorecard/testing.ts';
import { latestFiveYears, yearsOf } from './years.ts';

const merged: Place = {
  ...brackenshire,
  name: 'New Brackenshire',
  standsFrom: dayOf(2019, 4, 1),
  before: [
    {
      codes: ['X20000001'],
      name: 'Old Brackenshire',
      words:
        'Old Brackenshire was divided on 1 April 2019, and New Brackenshire (X10000001) covers only a part of it.',
    },
  ],
};

function financial(year: number, told: number, areaCode: string): Figure {
  return {
    ...figure(year, told, { areaCode }),
    period: financialYears(year - 1, year, { state: 'final', text: String(year) }),
  };
}

test('R72 a series never runs from an area on to another: it breaks, and says what happened', () => {
  const figures = [
    financial(2018, 10, 'X20000001'),
    financial(2019, 11, 'X20000001'),
    financial(2020, 20, 'X10000001'),
    financial(2021, 21, 'X10000001'),
  ];
  const row = rowOf(merged, undefined, figuresOf({ own: figures }));
  assert.deepEqual(
    row.points.map(({ period, joinsPrevious }) => [period, joinsPrevious]),
    [
      ['2017/18', true],
      ['2018/19', true],
      ['2019/20', false],
      ['2020/21', true],
    ],
  );
  assert.match(row.points[2]?.breakReason ?? '', /was not the same area/);
  assert.ok(row.notes.some((note) => note.includes('divided on 1 April 2019')));
  assert.ok(row.notes.some((note) => note.includes('are of Old Brackenshire, another area')));
});

test('R72 no change is worked out across the change of an area', () => {
  const figures = [financial(2019, 11, 'X20000001'), financial(2020, 20, 'X10000001')];
  assert.equal(rowOf(merged, undefined, figuresOf({ own: figures })).finding, '20.0% in 2019/20.');
});

test('R72 figures that a publisher carries back to the new area are kept apart too, and not mixed with those of the old', () => {
  const figures = [
    financial(2019, 11, 'X20000001'),
    { ...financial(2019, 12, 'X10000001'), batch: 2 },
    financial(2020, 20, 'X10000001'),
  ];
  assert.deepEqual(
    ownFigures(merged, figures).map(({ value }) => value),
    [12, 20],
  );
  const row = rowOf(merged, undefined, figuresOf({ own: figures }));
  assert.equal(row.points[1]?.joinsPrevious, false);
  assert.ok(
    row.notes.some((note) =>
      note.startsWith('The publisher gives figures of earlier days for New Brackenshire'),
    ),
  );
});

test('R72 an area that only changed its code goes on', () => {
  const recoded: Place = { ...brackenshire, codes: ['X20000009', 'X10000001'] };
  const figures = [financial(2019, 11, 'X20000009'), financial(2020, 20, 'X10000001')];
  const row = rowOf(recoded, undefined, figuresOf({ own: figures }));
  assert.equal(row.points[1]?.joinsPrevious, true);
  assert.equal(row.finding, '20.0% in 2019/20, up from 11.0% a year before.');
});

test('a change of definition breaks the line, with its words; the year before it is no year before', () => {
  const definition = inventedMeasure({ breaks: [{ on: '2021-09-01', words: 'It was assessed anew.' }] });
  const row = rowOf(
    brackenshire,
    undefined,
    figuresOf({ definition, own: [figure(2021, 70), figure(2022, 65)] }),
  );
  assert.equal(row.points[1]?.joinsPrevious, false);
  assert.equal(row.points[1]?.breakReason, 'It was assessed anew');
  assert.equal(row.finding, '65.0% in 2021/22.');
});

test('a year for which nothing was published stands as not available, so that no line runs over it', () => {
  const { points } = yearsOf({
    definition: inventedMeasure(),
    figures: [figure(2019, 70), figure(2022, 65)],
  });
  assert.deepEqual(
    points.map(({ period, value }) => [period, value.kind === 'number' ? value.number : value.status]),
    [
      ['2018/19', 70],
      ['2019/20', 'missing'],
      ['2020/21', 'missing'],
      ['2021/22', 65],
    ],
  );
});

test('the five-year picture holds five years, whatever is missing in them', () => {
  const figures = [2014, 2016, 2019, 2022, 2023].map((year) => figure(year, year - 2000));
  const { points } = yearsOf({ definition: inventedMeasure(), figures });
  assert.deepEqual(
    latestFiveYears(points).map(({ period }) => period),
    ['2018/19', '2019/20', '2020/21', '2021/22', '2022/23'],
  );
});
