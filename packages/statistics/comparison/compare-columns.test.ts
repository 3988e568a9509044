import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compare } from './compare.ts';
import type { ToCompare } from './compare.ts';
import { compareColumns } from './compare-columns.ts';
import type { ToCompareColumns } from './compare-columns.ts';
import { comparisonOfByte } from './comparison-byte.ts';
import { polarities } from './polarity.ts';

const tenth = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Infinity, -Infinity, -1) },
);
const six = fc.tuple(tenth, tenth, tenth, tenth, tenth, tenth);
const rows = fc.array(fc.tuple(tenth, fc.boolean(), six), { minLength: 1, maxLength: 30 });
const methods = ['single-overlap', 'single-overlap-998', 'double-overlap', 'two-level'] as const;
type Numbers = readonly [number, number, number, number, number, number];

/** Most rows in order, so that the draw reaches verdicts and not only reasons. */
function ordered(numbers: Numbers, inOrder: boolean): Numbers {
  if (!inOrder) return numbers;
  const [floor, lower, upper, roof] = numbers.slice(0, 4).toSorted((left, right) => left - right);
  const [from, to] = numbers.slice(4).toSorted((left, right) => left - right);
  return [lower ?? 0, upper ?? 0, floor ?? 0, roof ?? 0, from ?? 0, to ?? 0];
}

const known = (number: number) => (Number.isNaN(number) ? undefined : number);
const pair = (lower: number, upper: number) =>
  Number.isNaN(lower) || Number.isNaN(upper) ? undefined : { lower, upper };

function alone(
  method: (typeof methods)[number],
  polarity: ToCompare['polarity'],
  of: { value: number; numbers: Numbers },
): ToCompare {
  const [lower, upper, floor, roof, from, to] = of.numbers;
  return {
    method,
    polarity,
    value: known(of.value),
    limits95: pair(lower, upper),
    limits998: pair(floor, roof),
    benchmark: known(from),
    benchmarkLimits95: pair(from, to),
  };
}

test('a column is compared as each of its rows alone, by every method and polarity', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(rows, fc.constantFrom(...methods), (drawn, method) => {
      const all = drawn.map(([value, inOrder, numbers]) => ({ value, numbers: ordered(numbers, inOrder) }));
      const column = (place: number) => Float64Array.from(all, ({ numbers }) => numbers[place] ?? 0);
      const ways = Uint8Array.from(all, (_, at) => at % polarities.length);
      const given: ToCompareColumns = {
        method,
        polarity: ways,
        values: Float64Array.from(all, ({ value }) => value),
        lowers95: column(0),
        uppers95: column(1),
        lowers998: column(2),
        uppers998: column(3),
        benchmark: column(4),
        benchmarkLowers95: column(4),
        benchmarkUppers95: column(5),
      };
      const made = compareColumns(given);
      assert.ok(made.done);
      all.forEach((row, at) => {
        const { method: _, ...expected } = compare(
          alone(method, polarities[at % polarities.length] ?? 'low-is-good', row),
        );
        assert.deepEqual(comparisonOfByte(made.value[at] ?? 255), expected);
        seen.add(JSON.stringify(expected));
      });
    }),
    { numRuns: 800, seed: 11 },
  );
  // eleven verdicts and five reasons
  assert.equal(seen.size, 16, [...seen].join(' '));
});

test('one benchmark serves every row; columns of other lengths are refused', () => {
  const given = {
    method: 'single-overlap',
    polarity: 'high-is-good',
    values: [2, 5],
    lowers95: [1, 4],
    uppers95: [3, 6],
    benchmark: 3.5,
  } as const;
  const made = compareColumns(given);
  assert.deepEqual(made, { done: true, value: Uint8Array.of(2, 1) });
  assert.equal(compareColumns({ ...given, uppers95: [3] }).done, false);
  assert.equal(compareColumns({ ...given, benchmark: [3] }).done, false);
  assert.equal(compareColumns({ ...given, polarity: new Uint8Array(3) }).done, false);
  assert.equal(comparisonOfByte(11), undefined);
});
