import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clusterQuality, missedByGroup, mistakes, thresholdTable, unlinkable } from './evaluate.ts';
import { shareOf } from './wilson.ts';

test('a share has the limits that Wilson gives: 0 of 10 and 8 of 10', () => {
  // R 4.5 prop.test(x, 10, correct = FALSE)
  const none = shareOf(0, 10);
  assert.ok(none && none.lower === 0 && Math.abs(none.upper - 0.2775328) < 1e-6);
  const most = shareOf(8, 10);
  assert.ok(most && Math.abs(most.lower - 0.4901625) < 1e-6 && Math.abs(most.upper - 0.9433178) < 1e-6);
  assert.equal(shareOf(0, 0), undefined);
});

const records = 9;
const people = fc.array(fc.integer({ min: -1, max: 3 }), { minLength: records, maxLength: records });
const clusters = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: records, maxLength: records });

test('thresholds, clusters and mistakes count what looking at every pair counts', () => {
  const weights = fc.array(fc.option(fc.integer({ min: -3, max: 9 }), { nil: undefined }), {
    minLength: 36,
    maxLength: 36,
  });
  fc.assert(
    fc.property(people, clusters, weights, (persons, labels, drawn) => {
      const truth = Int32Array.from(persons);
      const pairs = Array.from({ length: records }, (_, one) =>
        Array.from({ length: records - one - 1 }, (_, more) => [one, one + 1 + more] as const),
      ).flat();
      const scored = pairs.flatMap(([one, other], place) =>
        drawn[place] === undefined ? [] : [{ one, other, weight: drawn[place] }],
      );
      const edges = {
        left: Int32Array.from(scored, ({ one }) => one),
        right: Int32Array.from(scored, ({ other }) => other),
        weight: Float64Array.from(scored, ({ weight }) => weight),
      };
      const known = (one: number, other: number): boolean =>
        (persons[one] ?? -1) >= 0 && (persons[other] ?? -1) >= 0;
      const same = (one: number, other: number): boolean =>
        known(one, other) && persons[one] === persons[other];
      const real = pairs.filter(([one, other]) => same(one, other)).length;
      const [row] = thresholdTable(edges, truth, [2, 5]);
      const above = scored.filter(({ weight, one, other }) => weight >= 2 && known(one, other));
      const right = above.filter(({ one, other }) => same(one, other)).length;
      assert.deepEqual(
        [row?.truePositives, row?.falsePositives, row?.falseNegatives],
        [right, above.length - right, real - right],
      );
      const wrong = mistakes(edges, truth, 2);
      assert.equal(wrong.falsePositives.length, above.length - right);
      const joined = pairs.filter(([one, other]) => known(one, other) && labels[one] === labels[other]);
      const quality = clusterQuality(Int32Array.from(labels), truth);
      const found = joined.filter(([one, other]) => same(one, other)).length;
      assert.deepEqual(
        [quality.truePositives, quality.falsePositives, quality.falseNegatives],
        [found, joined.length - found, real - found],
      );
    }),
    { numRuns: 60 },
  );
});

test('R33: missed pairs are told group by group, with the gap, and records that nothing can link are counted', () => {
  const truth = Int32Array.of(1, 1, 2, 2, 3, 3);
  const { groups, gap } = missedByGroup(Int32Array.of(0, 0, 2, 3, 4, 5), truth, [
    'a',
    'a',
    'a',
    'a',
    'b',
    'b',
  ]);
  assert.equal(groups.get('a')?.value, 0.5);
  assert.equal(groups.get('b')?.value, 1);
  assert.equal(gap, 0.5);
  assert.deepEqual(
    unlinkable(Float64Array.of(9, 1, 4), [0, 4, 20]).map(({ share }) => share?.part),
    [0, 1, 3],
  );
});
