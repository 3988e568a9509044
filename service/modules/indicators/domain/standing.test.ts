import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { financialYears, revisedWins, samePeriod } from './period.ts';
import type { PeriodState } from './period.ts';
import { changesTo, standing } from './standing.ts';
import type { Point, SeriesPart } from './standing.ts';
import { noNumber } from './value.ts';

function point(year: number, state: PeriodState, value: Point['value']): Point {
  return { period: financialYears(year - 1, year, { state, text: `${year} ${state}` }), value };
}

test('of two values of a year the more settled stands, and of equal ones that of the later file', () => {
  const parts: SeriesPart[] = [
    { batchKey: 2, points: [point(2024, 'provisional', 5), point(2025, 'final', 8)] },
    { batchKey: 1, points: [point(2024, 'revised', 4), point(2025, 'final', 7), point(2023, 'final', 3)] },
  ];
  assert.deepEqual(
    standing(parts).map(({ value }) => value),
    [3, 4, 8],
  );
});

test('what a file would change is counted: fresh, revised, the same, and less settled than what is here', () => {
  const before = [
    point(2022, 'final', 1),
    point(2023, 'final', noNumber('suppressed')),
    point(2024, 'revised', 4),
  ];
  const after = [
    point(2021, 'final', 9),
    point(2022, 'final', 2),
    point(2023, 'final', noNumber('suppressed')),
    point(2024, 'provisional', 5),
  ];
  assert.deepEqual(changesTo(before, after), { fresh: 1, revised: 1, same: 1, setAside: 1 });
  assert.deepEqual(changesTo([point(2023, 'final', 0)], [point(2023, 'final', noNumber('missing'))]), {
    fresh: 0,
    revised: 1,
    same: 0,
    setAside: 0,
  });
});

const points = fc.array(
  fc.record({
    year: fc.integer({ min: 2018, max: 2022 }),
    state: fc.constantFrom<PeriodState>('provisional', 'revised', 'final'),
    value: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(noNumber('missing'))),
  }),
  { maxLength: 12 },
);

test('every period stands once, in order of time, with a value that nothing given is more settled than', () => {
  fc.assert(
    fc.property(fc.array(points, { maxLength: 4 }), (files) => {
      const parts = files.map((list, batchKey) => ({
        batchKey,
        points: list.map(({ year, state, value }) => point(year, state, value)),
      }));
      const stands = standing(parts);
      const given = parts.flatMap((part) => part.points);
      for (const [index, one] of stands.entries()) {
        const before = stands[index - 1];
        assert.ok(before === undefined || before.period.end < one.period.end);
        for (const other of given.filter(({ period }) => samePeriod(period, one.period)))
          assert.ok(revisedWins(one.period, other.period));
      }
      assert.equal(stands.length, new Set(given.map(({ period }) => period.end)).size);
      assert.deepEqual(
        standing(parts.toReversed()),
        stands,
        'whatever the order in which files are asked for',
      );
    }),
  );
});
