import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn } from '../test/attackers/random-tables.ts';
import { elsewhere } from '../test/reference/elsewhere.ts';
import { orderOfR } from '../test/reference/r-order.ts';
import { smallCountRounding } from './small-count-rounding.ts';
import type { ToRound } from './small-count-rounding.ts';

/** Total, rows and columns of a grid that is written column by column. */
function margins(rows: number, columns: number): readonly (readonly number[])[] {
  const all = Array.from({ length: rows * columns }, (_, index) => index);
  return [
    all,
    ...Array.from({ length: rows }, (_, row) => all.filter((index) => index % rows === row)),
    ...Array.from({ length: columns }, (_, column) =>
      all.filter((index) => Math.floor(index / rows) === column),
    ),
  ];
}

test('the order of R with seed 123 is R’s own', () => {
  // set.seed(123); sample.int(10)
  assert.deepEqual(
    orderOfR(123)(10).map((index) => index + 1),
    [3, 10, 2, 8, 6, 9, 1, 7, 5, 4],
  );
});

test('random tables: margins stay sums, small published counts become multiples, large cells stay as they are', () => {
  const draw = drawn(7);
  for (let turn = 0; turn < 400; turn += 1) {
    const [rows, columns, base] = [
      2 + Math.floor(draw() * 4),
      2 + Math.floor(draw() * 4),
      2 + Math.floor(draw() * 6),
    ];
    const counts = Array.from({ length: rows * columns }, () => Math.floor(draw() ** 2 * 14));
    const published = [...margins(rows, columns), ...(turn % 2 ? counts.map((_, index) => [index]) : [])];
    const made = smallCountRounding({ counts, published, base });
    assert.ok(made.done);
    const { counts: rounded } = made.value;
    for (const [index, cell] of published.entries()) {
      const sum = cell.reduce((all, position) => all + (rounded[position] ?? 0), 0);
      assert.equal(made.value.published[index], sum);
      assert.ok(sum === 0 || sum >= base, `turn ${turn}: ${sum} is small`);
    }
    for (const [index, count] of counts.entries())
      if (count >= base) assert.equal(rounded[index], count);
      else assert.ok(rounded[index] === count || rounded[index] === 0 || rounded[index] === base);
  }
});

test('counts and bases that mean nothing are refused', () => {
  const reason = (given: ToRound) => {
    const made = smallCountRounding(given);
    return made.done ? 'done' : made.refusal.reason;
  };
  assert.equal(reason({ counts: [1.5], published: [[0]], base: 3 }), 'wrong-count');
  assert.equal(reason({ counts: [1], published: [[0]], base: 1 }), 'wrong-base');
  assert.equal(reason({ counts: [1], published: [[1]], base: 3 }), 'wrong-cell');
  assert.deepEqual(smallCountRounding({ counts: [], published: [], base: 3 }), {
    done: true,
    value: { counts: [], published: [] },
  });
});

test('the published example of small count rounding comes out the same, count by count', (t) => {
  const input = elsewhere('statistics/disclosure/smallcountrounding_exPSD_input.csv');
  const expected = elsewhere('statistics/disclosure/smallcountrounding_exPSD_expected.csv');
  if ('absent' in input) return t.skip(input.absent);
  if ('absent' in expected) return t.skip(expected.absent);
  const counts = input.rows.map(({ freq }) => Number(freq));
  const published = margins(3, 5);
  const cases: Readonly<Record<string, Partial<ToRound>>> = {
    base5_publish: { base: 5 },
    base5_identifyNewFALSE_publish: { base: 5, afterwards: 'leave' },
    base5_maxRound7_inner: { base: 5, upTo: 7, afterwards: 'none-below-base' },
    base3_maxRound4_inner: { base: 3, upTo: 4 },
    base5_zeroCandidates_inner: { base: 5, zeros: 'may-rise' },
  };
  for (const [name, rows] of Object.entries(Object.groupBy(expected.rows, (row) => row['case'] ?? ''))) {
    const made = smallCountRounding({ counts, published, base: 5, order: orderOfR(123), ...cases[name] });
    assert.ok(made.done && rows && cases[name], name);
    const values = name.endsWith('publish') ? made.value.published : made.value.counts;
    assert.deepEqual(
      values,
      rows.map(({ rounded }) => Number(rounded)),
      name,
    );
  }
});
