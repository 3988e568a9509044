import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureUnit } from '../figures/measure-definition.ts';
import { nothingDecided } from '../limits/limits-decision.ts';
import { allAreasFinding, neighboursFinding, trendFinding } from './chart-findings.ts';
import { picturesOf } from './measure-view.ts';
import { numberFor } from './outcome.ts';
import { rowOf, type MeasureFigures } from './row.ts';
import {
  brackenshire,
  england,
  figure,
  figuresOf,
  inventedMeasure,
  neighboursOf2025,
  withInterval,
} from './testing.ts';

function pictures(given: Partial<MeasureFigures> & Pick<MeasureFigures, 'own'>) {
  const figures = figuresOf(given);
  const row = rowOf(brackenshire, neighboursOf2025, figures);
  const all = new Map([
    ['X10000001', { name: 'Brackenshire', value: 31.2 }],
    ['X10000002', { name: 'Ashmarch', value: 20 }],
  ]);
  return picturesOf({
    place: brackenshire,
    set: neighboursOf2025,
    figures,
    row,
    all,
    written: nothingDecided,
    zones: [],
  });
}

const neighbours = new Map([
  ['X10000002', [figure(2025, 20, { areaCode: 'X10000002' })]],
  ['X10000003', [figure(2024, 25, { areaCode: 'X10000003' })]],
]);

test('B02 a neighbour has its interval where its counts are published, and is compared like the area itself', () => {
  const counts = [figure(2025, 20, { areaCode: 'X10000002', count: 200, denominator: 1000 })];
  const { neighbours: areas } = pictures({
    own: [withInterval(2025, 31.2, 2)],
    england: [england(2025, 24.5)],
    neighbours,
    counts,
  });
  const [own, ashmarch, corveshire] = areas;
  assert.equal(own?.comparison, 'worse');
  assert.equal(ashmarch?.comparison, 'better');
  assert.ok(ashmarch?.lower !== undefined && ashmarch.lower > 17 && ashmarch.lower < 18);
  assert.deepEqual(
    corveshire?.value,
    { kind: 'status', status: 'missing' },
    'a number of another year is not put beside it',
  );
});

test('B02 a benchmark that cannot be right is drawn nowhere', () => {
  const peers = () => [98, 120, 181];
  const drawn = pictures({ own: [figure(2025, 120)], england: [england(2025, 1258)], peers, neighbours });
  assert.deepEqual(
    drawn.series.map(({ role }) => role),
    ['own', 'neighbour', 'neighbour'],
  );
  assert.equal(
    drawn.neighbours.some(({ role }) => role === 'benchmark'),
    false,
  );
  assert.equal(
    drawn.all.some(({ role }) => role === 'benchmark'),
    false,
  );
});

test('a picture’s title is what it says', () => {
  const { points } = rowOf(
    brackenshire,
    undefined,
    figuresOf({ own: [figure(2023, 20), figure(2024, 28), figure(2025, 31.2)] }),
  );
  const definition = inventedMeasure();
  assert.equal(trendFinding(definition, points), 'Up since 2022/23: from 20.0% to 31.2% in 2024/25');
  assert.equal(
    trendFinding(definition, points.slice(-1)),
    '31.2% in 2024/25, with nothing before it to hold it against',
  );
  assert.equal(trendFinding(definition, []), 'There is no number to draw');
  const area = (number: number) => ({
    key: String(number),
    name: 'A',
    role: 'own' as const,
    value: { kind: 'number' as const, number },
  });
  assert.equal(neighboursFinding(area(5), [area(1), area(2), area(9)]), 'Higher than 2 of 3 neighbours');
  assert.equal(neighboursFinding(area(5), [area(8), area(9)]), 'Lower than all 2 neighbours');
  assert.equal(
    allAreasFinding({ ranked: false, reason: 'no-judgement' }, 5, [1, 5, 9]),
    'Higher than 1 of 3 areas; neither high nor low is better in itself',
  );
});

test('no trend is told across a break', () => {
  const definition = inventedMeasure({ breaks: [{ on: '2023-09-01', words: 'Counted anew.' }] });
  const { points } = rowOf(
    brackenshire,
    undefined,
    figuresOf({ definition, own: [figure(2023, 10), figure(2024, 28), figure(2025, 31.2)] }),
  );
  assert.equal(trendFinding(definition, points), 'Up since 2023/24: from 28.0% to 31.2% in 2024/25');
});

type Gap = { role: 'target' | 'reference'; other: string };

function tied(role: string, code: string, told: { value?: number; gap?: Gap }) {
  const { value, gap } = told;
  const definition = inventedMeasure({ code, id: `lait:${code}`, gap, unit: measureUnit('%', 0) });
  const own = value === undefined ? [] : [figure(2025, value)];
  return { role, note: undefined, row: rowOf(brackenshire, undefined, figuresOf({ definition, own })) };
}

test('B22 an outcome’s number: its headline, else both sides of its gap, else what stands in for it; never its context', () => {
  const target = tied('gap-target', 'FSM', { value: 39, gap: { role: 'target', other: 'lait:Other' } });
  const reference = tied('gap-reference', 'Other', { value: 65 });
  const proxy = tied('proxy', 'Proxy', { value: 5 });
  const context = tied('context', 'Context', { value: 9 });
  const headline = numberFor([context, proxy, target, reference, tied('headline', 'Head', { value: 50 })]);
  assert.equal(headline.kind === 'measure' && headline.tied.row.definition.code, 'Head');
  const gap = numberFor([tied('headline', 'Head', {}), target, reference, proxy]);
  assert.equal(gap.kind === 'gap' && gap.words, 'A gap of 26 percentage points');
  const standsIn = numberFor([target, proxy, context]);
  assert.equal(standsIn.kind === 'measure' && standsIn.tied.role, 'proxy');
  assert.equal(numberFor([tied('headline', 'Head', {})]).kind, 'no-figure');
  assert.equal(numberFor([context]).kind, 'nothing-tied');
});
