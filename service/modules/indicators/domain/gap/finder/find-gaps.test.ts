import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testMeasure, testSeries, type TestFigure } from '../testing.ts';
import { findGaps, nearEnd, type ToFind } from './find-gaps.ts';

type Of = TestFigure[1];

function gap(title: string, [of, beside]: readonly [Of, Of], definition = testMeasure()): ToFind {
  const series = testSeries({ of: [[2025, of]], beside: [[2025, beside]], definition });
  return { measure: `lait:${title}`, title, series };
}

test('C08 a tiny group with a huge gap does not win over a large group with a sure one', () => {
  const found = findGaps([
    gap('tiny', [
      [3, 31],
      [19, 31],
    ]),
    gap('large', [
      [4000, 10_000],
      [7000, 10_000],
    ]),
    gap('under thirty', [
      [0, 29],
      [900, 1000],
    ]),
  ]);
  assert.deepEqual(
    found.large.map(({ title }) => title),
    ['large', 'tiny'],
  );
  const [first, second] = found.large;
  assert.ok(first && second && nearEnd(first) > nearEnd(second));
  assert.ok((second.worse?.ratio ?? 0) > (first.worse?.ratio ?? 0), 'the tiny group’s gap looks wider');
  assert.deepEqual(
    found['too-few'].map(({ title }) => title),
    ['under thirty'],
  );
});

test('C08 large is the near end of the interval from 1.25 on; a sure but smaller gap stands apart from one of chance', () => {
  const found = findGaps([
    gap('small but sure', [
      [6000, 10_000],
      [6500, 10_000],
    ]),
    gap('chance', [
      [60, 100],
      [65, 100],
    ]),
    gap('large', [
      [4000, 10_000],
      [6500, 10_000],
    ]),
    gap('better', [
      [8000, 10_000],
      [6500, 10_000],
    ]),
  ]);
  assert.deepEqual(
    [found.large, found.sure, found['could-be-chance'], found.better].map((list) =>
      list.map(({ title }) => title),
    ),
    [['large'], ['small but sure'], ['chance'], ['better']],
  );
  assert.equal(found.compared, 4);
});

test('C08 a gap without an interval never stands among the sure ones, and a withheld one is named', () => {
  const found = findGaps([
    gap('no counts', [10, 90]),
    gap('withheld', [null, 90]),
    gap('no worse', [90, 10]),
  ]);
  assert.deepEqual(
    [found.large.length, found['certainty-not-known'].length, found.withheld.length],
    [0, 1, 1],
  );
});

test('where high is good the scale is of those who did not reach it; where low is good of those whom it befell', () => {
  const [high] = findGaps([
    gap('high', [
      [390, 1000],
      [650, 1000],
    ]),
  ]).large;
  assert.equal(high?.worse?.ratio.toFixed(2), (61 / 35).toFixed(2));
  const low = testMeasure({ polarity: 'low-is-good' });
  const [befell] = findGaps([
    gap(
      'low',
      [
        [200, 1000],
        [100, 1000],
      ],
      low,
    ),
  ]).large;
  assert.equal(befell?.worse?.ratio, 2);
  const unjudged = findGaps([
    gap(
      'neither',
      [
        [200, 1000],
        [100, 1000],
      ],
      testMeasure({ polarity: 'no-judgement' }),
    ),
  ]);
  assert.equal(unjudged.notJudged, 1);
});
