import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import { sayComparison } from './comparison.ts';
import type { Figure } from '../figures/figure.ts';
import { measureUnit, type MeasureDefinition } from '../figures/measure-definition.ts';
import { sayNeighbours } from './neighbours-average.ts';
import { rowOf, type MeasureFigures } from './row.ts';
import { sayStanding } from './rank.ts';
import {
  brackenshire,
  england,
  figure,
  figuresOf,
  inventedMeasure,
  neighboursOf2025,
  withInterval,
} from './testing.ts';

function row(given: Partial<MeasureFigures> & Pick<MeasureFigures, 'own'>) {
  return rowOf(brackenshire, neighboursOf2025, figuresOf(given));
}

function comparison(given: Partial<MeasureFigures> & Pick<MeasureFigures, 'own'>): string {
  const { comparison: came } = row(given);
  return came ? sayComparison(came) : 'none';
}

test('B06 a finding says the number, which way it went, and how it stands beside England', () => {
  const own = [figure(2024, 28.5), withInterval(2025, 31.2, 2)];
  assert.equal(
    row({ own, england: [england(2025, 24.5)] }).finding,
    '31.2% in 2024/25, up from 28.5% a year before. Worse than England (24.5%).',
  );
});

test('B06 which way is good decides better and worse; where neither is, there is higher and lower', () => {
  const said = (polarity: MeasureDefinition['polarity'], value: number) =>
    comparison({
      definition: inventedMeasure({ polarity }),
      own: [withInterval(2025, value, 2)],
      england: [england(2025, 24.5)],
    });
  assert.deepEqual(
    [
      said('low-is-good', 31),
      said('low-is-good', 20),
      said('low-is-good', 25),
      said('high-is-good', 31),
      said('high-is-good', 20),
    ],
    ['Worse', 'Better', 'Similar', 'Better', 'Worse'],
  );
  assert.deepEqual([said('no-judgement', 31), said('no-judgement', 20)], ['Higher', 'Lower']);
  assert.equal(said('low-is-good', 26.5), 'Similar', 'a limit that touches England is similar');
});

const notCompared: readonly [string, Partial<MeasureFigures> & Pick<MeasureFigures, 'own'>, string][] = [
  [
    'no interval and no counts',
    { own: [figure(2025, 31)], england: [england(2025, 24.5)] },
    'Not compared: the publisher gives neither interval nor counts',
  ],
  [
    'no number',
    { own: [figure(2025, 'suppressed')], england: [england(2025, 24.5)] },
    'Not compared: there is no value',
  ],
  ['no England at all', { own: [withInterval(2025, 31, 2)] }, 'Not compared: England has no figure'],
  [
    'England in other years only',
    { own: [withInterval(2025, 31, 2)], england: [england(2023, 24.5)] },
    'Not compared: England has no figure for any year that this area has one for',
  ],
  [
    'England outside all of its parts',
    { own: [withInterval(2025, 120, 2)], england: [england(2025, 1258)], peers: () => [98, 120, 181] },
    'Not compared: the value given for England lies outside all of its parts, so it cannot be right',
  ],
  [
    'a count',
    {
      definition: inventedMeasure({ kind: 'count', unit: measureUnit('count', 0) }),
      own: [withInterval(2025, 120, 2)],
      england: [england(2025, 83_000)],
    },
    'Not compared: England is a total, so it cannot be compared with one of its parts',
  ],
  [
    'a known fault of England',
    {
      definition: inventedMeasure({
        faults: [{ effect: 'ignore-row', area: 'E92000001', words: 'The England row is not a rate.' }],
      }),
      own: [withInterval(2025, 31, 2)],
      england: [england(2025, 30)],
    },
    'Not compared: the figure given for England cannot be right',
  ],
  [
    'counts of something else',
    { own: [figure(2025, 31, { count: 20, denominator: 100 })], england: [england(2025, 30)] },
    'Not compared: the counts that the publisher gives elsewhere do not make this number',
  ],
  [
    'limits the wrong way round',
    { own: [figure(2025, 31, { limits95: { lower: 35, upper: 20 } })], england: [england(2025, 30)] },
    'Not compared: the limits as given cannot be right',
  ],
  [
    'a measure of which nobody says what it counts',
    {
      definition: inventedMeasure({ kind: 'not-known', unit: measureUnit('Average', 1) }),
      own: [withInterval(2025, 31, 2)],
      england: [england(2025, 30)],
    },
    'Not compared: nobody has said what this measure counts, so England may be a total',
  ],
];

for (const [what, given, words] of notCompared)
  test(`B02 not compared: ${what}`, () => {
    assert.equal(comparison(given), words);
  });

test('B02 a benchmark that cannot be right takes no number with it, and rank still stands', () => {
  const made = row({
    own: [figure(2024, 110), withInterval(2025, 120, 2)],
    england: [england(2025, 1258)],
    peers: () => [98, 120, 181],
  });
  assert.equal(made.benchmark.kind, 'stopped');
  assert.equal(
    made.finding,
    '120.0% in 2024/25, up from 110.0% a year before. Not compared with England, whose figure cannot be right.',
  );
  assert.equal(made.standing && sayStanding(made.standing), 'Rank 2 of 3');
});

test('B02 the gate is for weighted means: a difference of two means may lie outside its parts', () => {
  const definition = inventedMeasure({ kind: 'gap' });
  assert.equal(
    comparison({
      definition,
      own: [withInterval(2025, 31, 2)],
      england: [england(2025, 5)],
      peers: () => [10, 31],
    }),
    'Worse',
  );
});

test('B02 counts give an interval only where they give the published number', () => {
  const counted = { count: 312, denominator: 1000 };
  const counts = [figure(2025, 31.2, counted)];
  const made = row({ own: [figure(2025, 31.2)], counts, england: [england(2025, 24.5)] });
  assert.ok(made.interval?.known);
  assert.equal(made.interval.method, 'Wilson 95%, from counts');
  assert.ok(made.interval.limits.lower > 28 && made.interval.limits.upper < 34.5);
  assert.equal(made.comparison && sayComparison(made.comparison), 'Worse');

  const ofAnotherYear = row({
    own: [figure(2025, 31.2)],
    counts: [figure(2024, 31.2, counted)],
    england: [england(2025, 24.5)],
  });
  assert.equal(ofAnotherYear.interval?.known, false);

  const rate = inventedMeasure({ kind: 'rate', unit: measureUnit('per 10,000', 1) });
  const made2 = row({
    definition: rate,
    own: [figure(2025, 52, { count: 5, denominator: 961.5 })],
    england: [england(2025, 40)],
  });
  assert.equal(made2.interval?.known && made2.interval.method, 'exact Poisson 95%, from counts');
});

test('B02 two different periods are never put side by side: the latest that both have is, and it is said', () => {
  const own = [withInterval(2024, 31, 2), withInterval(2025, 35, 2)];
  const made = row({ own, england: [england(2023, 20), england(2024, 24.5)] });
  assert.equal(made.comparison && sayComparison(made.comparison), 'Worse (in 2023/24, the latest both have)');
  assert.equal(
    made.finding,
    '35.0% in 2024/25, up from 31.0% a year before. Worse than England in 2023/24 (24.5%).',
  );
  const newer = row({ own: [withInterval(2024, 31, 2)], england: [england(2024, 24.5), england(2025, 22)] });
  assert.ok(
    newer.notes.includes('England has a newer figure (2024/25); the same days are shown side by side.'),
  );
  assert.equal(newer.benchmark.kind === 'usable' && newer.benchmark.figure.value, 24.5);
});

test('B02 the area and England are read from one file where one file has both', () => {
  const own = [{ ...withInterval(2025, 31, 2), batch: 4 }];
  const made = row({ own, england: [england(2025, 24.5, { batch: 4 }), england(2025, 33, { batch: 9 })] });
  assert.equal(made.benchmark.kind === 'usable' && made.benchmark.figure.value, 24.5);
});

test('B02 a revised figure takes the place of a provisional one, whichever file came first', () => {
  const provisional = figure(2025, 30, { state: 'provisional', batch: 7 });
  const revised = figure(2025, 31, { state: 'revised', batch: 3 });
  assert.equal(row({ own: [provisional, revised] }).latest?.value, 31);
  assert.equal(row({ own: [revised, provisional] }).latest?.value, 31);
  assert.match(row({ own: [provisional] }).finding, /^30\.0% in 2024\/25 \(provisional\)\./);
  const later: Figure = figure(2025, 32, { batch: 8, state: 'revised' });
  assert.equal(row({ own: [revised, later] }).latest?.value, 32);
});

test('B22 hidden, missing, not applicable, low, unreliable and zero all read differently', () => {
  const said = ['suppressed', 'missing', 'not-applicable', 'low', 'unreliable', 0] as const;
  const findings = said.map((told) => row({ own: [figure(2025, told)] }).finding);
  assert.equal(new Set(findings).size, said.length);
  assert.equal(
    findings[0],
    'The figure for 2024/25 is hidden to protect people, because the number is small. It is not zero.',
  );
  assert.equal(findings[5], '0.0% in 2024/25.');
  assert.equal(
    rowOf(brackenshire, undefined, figuresOf({ own: [] })).finding,
    'Nothing has been brought in for this area.',
  );
});

test('B02 an empty newest year does not hide the last figure, and is told', () => {
  const made = row({ own: [figure(2024, 31), figure(2025, 'missing')] });
  assert.equal(made.latest?.value, 31);
  assert.ok(made.notes.includes('The publisher has no figure for this area in 2024/25.'));
  assert.equal(row({ own: [figure(2024, 31), figure(2025, 'suppressed')] }).finding.includes('hidden'), true);
});

test('B02 rank and significance are two things with two names', () => {
  const made = row({
    own: [withInterval(2025, 60, 2)],
    england: [england(2025, 24.5)],
    peers: () => [10, 20, 30, 40, 50, 60, 60, 70],
  });
  assert.equal(made.standing && sayStanding(made.standing), 'Rank 6 of 8, shared with 1: in the lower half');
  assert.equal(made.comparison && sayComparison(made.comparison), 'Worse');
  const unjudged = row({
    definition: inventedMeasure({ polarity: 'no-judgement' }),
    own: [figure(2025, 60)],
  });
  assert.equal(
    unjudged.standing && sayStanding(unjudged.standing),
    'No rank: neither high nor low is better in itself',
  );
  const hidden = row({ own: [figure(2025, 'suppressed')] });
  assert.equal(hidden.standing && sayStanding(hidden.standing), 'No rank: there is no number');
});

test('B02 the lowest quarter is the one that does worst, whichever way is good', () => {
  const peers = () => [10, 20, 30, 40, 50, 60, 70, 80];
  const said = (polarity: MeasureDefinition['polarity'], value: number) => {
    const { standing } = row({
      definition: inventedMeasure({ polarity }),
      own: [figure(2025, value)],
      peers,
    });
    return standing && sayStanding(standing);
  };
  assert.equal(said('low-is-good', 80), 'Rank 8 of 8: in the lowest quarter');
  assert.equal(said('high-is-good', 80), 'Rank 1 of 8: in the best quarter');
});

test('B02 neighbours: each counts the same, and how many of how many of which year is said', () => {
  const neighbours = new Map([
    ['X10000002', [figure(2025, 10, { areaCode: 'X10000002' })]],
    ['X10000003', [figure(2025, 'suppressed', { areaCode: 'X10000003' })]],
    ['X10000004', [figure(2025, 14, { areaCode: 'X10000004' })]],
  ]);
  const { neighbours: average } = row({ own: [figure(2025, 31)], neighbours });
  assert.equal(average?.known && average.average, 12);
  assert.equal(
    average && sayNeighbours(average),
    'average of 2 of 3 statistical neighbours of 2025, each counting the same',
  );
  const ofOtherYears = row({ own: [figure(2024, 31)], neighbours }).neighbours;
  assert.equal(
    ofOtherYears && sayNeighbours(ofOtherYears),
    'none of the 3 statistical neighbours of 2025 has a figure for these days',
  );
});

test('the day on which a figure was brought in goes with it', () => {
  assert.equal(row({ own: [figure(2025, 31)] }).broughtInOn, dayOf(2026, 9, 1));
});
