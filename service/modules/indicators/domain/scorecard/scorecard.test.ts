import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCsv } from '#packages/charts';
import { measurePath, measureUnit, sayInUnit } from '../figures/measure-definition.ts';
import { rowOf } from './row.ts';
import { showing, sourcesOf, tallyOf, type Scorecard } from './scorecard.ts';
import { scorecardTable } from './scorecard-table.ts';
import { sayChance, summaryOf } from './summary.ts';
import { brackenshire, england, figure, figuresOf, neighboursOf2025, withInterval } from './testing.ts';

const rows = {
  worse: rowOf(
    brackenshire,
    neighboursOf2025,
    figuresOf({ own: [withInterval(2025, 31, 2)], england: [england(2025, 24)] }),
  ),
  similar: rowOf(
    brackenshire,
    neighboursOf2025,
    figuresOf({ own: [withInterval(2025, 25, 2)], england: [england(2025, 24)] }),
  ),
  untold: rowOf(
    brackenshire,
    neighboursOf2025,
    figuresOf({ own: [figure(2025, 31)], england: [england(2025, 24)] }),
  ),
  hidden: rowOf(
    brackenshire,
    neighboursOf2025,
    figuresOf({ own: [figure(2025, 'suppressed')], england: [england(2025, 24)] }),
  ),
  zero: rowOf(
    brackenshire,
    neighboursOf2025,
    figuresOf({ own: [figure(2025, 0)], england: [england(2025, 24)] }),
  ),
  empty: rowOf(brackenshire, neighboursOf2025, figuresOf({ own: [] })),
};

const scorecard: Scorecard = {
  place: brackenshire,
  neighbourSet: neighboursOf2025,
  groups: [
    { key: 'start', title: 'A good start', rows: [rows.worse, rows.similar, rows.hidden, rows.zero] },
    { key: 'safe', title: '=Safe', rows: [rows.untold, rows.empty] },
  ],
};

test('B02 a reader may ask for one topic, or for what came out worse; groups without rows go', () => {
  const worse = showing(scorecard, { group: undefined, showing: 'worse' });
  assert.deepEqual(
    worse.groups.map(({ key, rows: left }) => [key, left.length]),
    [['start', 1]],
  );
  assert.equal(showing(scorecard, { group: 'safe', showing: 'all' }).groups.length, 1);
  assert.deepEqual(
    showing(scorecard, { group: undefined, showing: 'no-figure' }).groups.map(
      ({ rows: left }) => left.length,
    ),
    [1, 1],
  );
  assert.deepEqual(showing(scorecard, { group: 'safe', showing: 'not-compared' }).groups[0]?.rows, [
    rows.untold,
  ]);
});

test('B02 what could not be compared is never counted as similar', () => {
  assert.deepEqual(tallyOf(scorecard), {
    better: 0,
    similar: 1,
    worse: 1,
    higher: 0,
    lower: 0,
    notCompared: 2,
    noFigure: 2,
  });
});

test('B02 a file says of each cell what it is: hidden is not zero, and words are no formula', () => {
  const lines = toCsv(scorecardTable(scorecard)).trimEnd().split('\r\n');
  assert.equal(lines.length, 7);
  assert.match(lines[3] ?? '', /,Hidden,/);
  assert.match(lines[4] ?? '', /,0\.0,/);
  assert.match(lines[5] ?? '', /^'=Safe,/);
  assert.match(lines[6] ?? '', /,Not available,/);
  assert.match(lines[1] ?? '', /,31\.0,29\.0,33\.0,the publisher's 95% interval,24\.0,2024\/25,/);
  assert.match(lines[1] ?? '', /,Worse,/);
});

test('each publication is named once, with the day on which it was last brought in', () => {
  assert.deepEqual(
    sourcesOf(scorecard).map(({ publication, broughtInOn }) => [publication, String(broughtInOn)]),
    [['Invented figures', '2026-09-01']],
  );
});

test('B02 of forty comparisons chance alone makes one worse and two different, and the summary says so', () => {
  const rows = Array.from({ length: 40 }, (_, at) =>
    rowOf(
      brackenshire,
      undefined,
      figuresOf({ own: [withInterval(2025, at < 3 ? 30 : 25, 1)], england: [england(2025, 25)] }),
    ),
  );
  const scorecard = {
    place: brackenshire,
    neighbourSet: undefined,
    groups: [{ key: 'all', title: 'All', rows }],
  };
  assert.match(
    summaryOf(scorecard),
    /37 similar and 3 worse\. Of the 40 in which one way is better, 3 are worse; chance alone would give about 1\.$/,
  );
  assert.match(
    sayChance(scorecard) ?? '',
    /about 2 look different, and about 1 look worse\. 3 worse or more would come by chance alone about 78 times in 1,000/,
  );
  const few = { ...scorecard, groups: [{ key: 'all', title: 'All', rows: rows.slice(0, 10) }] };
  assert.doesNotMatch(summaryOf(few), /chance alone/);
});

test('units are said as people say them', () => {
  assert.equal(sayInUnit(31.24, measureUnit('%', 1)), '31.2%');
  assert.equal(sayInUnit(52, measureUnit('Rate per 10,000', 1)), '52.0 per 10,000');
  assert.equal(measureUnit('per 100,000', 0).multiplier, 100_000);
  assert.equal(sayInUnit(-1204, measureUnit('£', 0)), '−£1,204');
  assert.equal(sayInUnit(1204, measureUnit('count', 0)), '1,204');
});

test('an address holds any code that a publisher has made up', () => {
  assert.equal(
    measurePath({ source: 'lait', code: '16-17_not known_NEET' }),
    '/measures/lait/16-17_not%20known_NEET',
  );
  assert.equal(
    measurePath({ source: 'lait', code: '%_of LAC/x' }, 'E1+E2'),
    '/measures/lait/%25_of%20LAC%2Fx?area=E1%2BE2',
  );
});
