import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { measureUnit } from '../figures/measure-definition.ts';
import { rowOf, type MeasureFigures } from '../scorecard/row.ts';
import {
  brackenshire,
  england,
  figure,
  figuresOf,
  inventedMeasure,
  withInterval,
} from '../scorecard/testing.ts';
import { measureAloud, standsOut } from './measure-aloud.ts';

type Given = Partial<MeasureFigures> & Pick<MeasureFigures, 'own'>;

const aloud = (given: Given) =>
  measureAloud(rowOf(brackenshire, undefined, figuresOf(given)), brackenshire.name).join(' ');

test('B02 a measure is told in sentences: what it is, which way is better, beside England, which way it goes', () => {
  const own = [20, 22, 25, 28, 31].map((value, at) => withInterval(2021 + at, value, 1));
  assert.equal(
    aloud({ own, england: [england(2025, 24.5)] }),
    'In the academic year 2024 to 2025 it was 31.0 per cent in Brackenshire, and 24.5 per cent in England. ' +
      'Here, less is better. That is worse than in England, by more than chance would explain. ' +
      'Over the five years from 2020/21 to 2024/25, it has risen by more than chance would explain, which is getting worse.',
  );
});

test('B02 what is hidden is said to be hidden, and what cannot be said is said to be so, with the reason', () => {
  assert.equal(
    aloud({ own: [figure(2025, 'suppressed')], england: [england(2025, 24.5)] }),
    'In the academic year 2024 to 2025, the figure for Brackenshire is hidden to protect people, because the number is small.',
  );
  const said = aloud({ own: [figure(2025, 31)], england: [england(2025, 24.5)] });
  assert.match(said, /is not said, because the publisher gives neither interval nor counts\./);
  assert.match(said, /Which way it is going cannot be said: fewer than five periods have a value\./);
  assert.equal(aloud({ own: [] }), 'Nothing has been published for Brackenshire.');
});

test('B02 numbers are spoken without a sign that a voice would trip over', () => {
  const rate = inventedMeasure({
    unit: measureUnit('per 10,000', 1),
    kind: 'rate',
    polarity: 'no-judgement',
  });
  const said = aloud({ definition: rate, own: [withInterval(2025, 52.4, 3)], england: [england(2025, 40)] });
  assert.match(
    said,
    /it was 52\.4 for every 10,000 in Brackenshire, and 40\.0 for every 10,000 in England\./,
  );
  assert.match(said, /neither more nor less is better in itself\. That is higher than in England/);
  const pounds = inventedMeasure({ unit: measureUnit('£', 0), kind: 'mean' });
  assert.match(aloud({ definition: pounds, own: [withInterval(2025, -1204, 3)] }), /it was minus £1,204 in/);
});

test('B02 two numbers that are written alike and still differ are said to be so', () => {
  const said = aloud({ own: [withInterval(2025, 24.52, 0.005)], england: [england(2025, 24.5)] });
  assert.match(said, /worse than in England.*, though both are written alike when rounded\./);
});

type Drawn = { value: number; half: number; other: number; polarity: string };

/** Worked out from the numbers alone, apart from the code that speaks. */
function expected({ value, half, other, polarity }: Drawn): RegExp {
  if (other >= value - half && other <= value + half) return /like England, as far as anybody can tell/;
  const isHigher = value > other;
  if (polarity === 'no-judgement') return isHigher ? /That is higher than/ : /That is lower than/;
  return isHigher === (polarity === 'high-is-good') ? /That is better than/ : /That is worse than/;
}

test('B02 whatever the numbers, the words mean what the numbers mean', () => {
  const polarities = fc.constantFrom('high-is-good', 'low-is-good', 'no-judgement');
  const tenth = (from: number, to: number) => fc.integer({ min: from * 10, max: to * 10 }).map((n) => n / 10);
  const drawn = fc.record({
    value: tenth(10, 90),
    half: tenth(1, 9),
    other: tenth(5, 95),
    polarity: polarities,
  });
  fc.assert(
    fc.property(drawn, (one) => {
      const { value, half, other, polarity } = one;
      const said = aloud({
        definition: inventedMeasure({ polarity }),
        own: [figure(2025, value, { limits95: { lower: value - half, upper: value + half } })],
        england: [england(2025, other)],
      });
      assert.match(said, expected(one));
      assert.ok(said.includes(`it was ${value.toFixed(1)} per cent in Brackenshire`));
      assert.ok(said.includes(`and ${other.toFixed(1)} per cent in England`));
      assert.doesNotMatch(said, /[%[\]<>≥≤±]/);
    }),
  );
});

test('B02 what stands out is what chance does not explain', () => {
  const made = (value: number) =>
    rowOf(
      brackenshire,
      undefined,
      figuresOf({ own: [withInterval(2025, value, 2)], england: [england(2025, 24.5)] }),
    );
  assert.equal(standsOut(made(31)), true);
  assert.equal(standsOut(made(25)), false);
});
