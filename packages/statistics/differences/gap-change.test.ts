import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { gapChange } from './gap-change.ts';
import type { GapChange, GroupAndOthers } from './gap-change.ts';

/** Percentages of 1,000 in the group and 4,000 others. */
const period = (group: number, others: number): GroupAndOthers => ({
  group: { count: group * 10, base: 1000 },
  others: { count: others * 40, base: 4000 },
});

function made(before: GroupAndOthers, after: GroupAndOthers): GapChange {
  const result = gapChange({ kind: 'proportion', before, after, multiplier: 100 });
  assert.ok(result.done);
  return result.value;
}

test('a gap that closes says how much by the group’s rise and how much by the others’ fall', () => {
  const both = made(period(39, 65), period(45, 64));
  assert.equal(both.verdict, 'closing');
  assert.ok(Math.abs(both.closedBy.group - 6) < 1e-9 && Math.abs(both.closedBy.others - 1) < 1e-9);
  const levelledDown = made(period(39, 65), period(38, 55));
  assert.equal(levelledDown.verdict, 'closing');
  assert.ok(Math.abs(levelledDown.closedBy.group + 1) < 1e-9);
  assert.ok(Math.abs(levelledDown.closedBy.others - 10) < 1e-9);
});

test('where the group is above the others, a fall of its own closes the gap', () => {
  const { before, verdict, closedBy } = made(period(30, 10), period(20, 10));
  assert.ok(before.value < 0);
  assert.equal(verdict, 'closing');
  assert.ok(Math.abs(closedBy.group - 10) < 1e-9 && closedBy.others === 0);
});

test('widening, reversed, and what chance could have done', () => {
  assert.equal(made(period(39, 65), period(33, 68)).verdict, 'widening');
  assert.equal(made(period(50, 50), period(40, 50)).verdict, 'widening');
  assert.equal(made(period(40, 60), period(60, 50)).verdict, 'reversed');
  assert.equal(made(period(40, 60), period(60, 59)).verdict, 'closing');
  assert.equal(made(period(39, 65), period(40, 65)).verdict, 'no-clear-change');
  assert.equal(made(period(39, 65), period(39, 65)).change.value, 0);
});

test('what the two sides did adds up to what the gap did', () => {
  const percent = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(fc.tuple(percent, percent, percent, percent), ([one, two, three, four]) => {
      const { before, after, change, closedBy } = made(period(one, two), period(three, four));
      const side = Math.sign(before.value) || Math.sign(after.value) || 1;
      const closed = side * (before.value - after.value);
      assert.ok(Math.abs(closedBy.group + closedBy.others - closed) < 1e-9);
      assert.ok(Math.abs(change.value - (after.value - before.value)) < 1e-9);
      assert.ok(change.limits95.lower <= change.value && change.value <= change.limits95.upper);
    }),
  );
});

test('rates have their own method; a period that cannot be used is named with its group', () => {
  const rates = gapChange({ kind: 'rate', before: period(39, 65), after: period(45, 64), multiplier: 1000 });
  assert.ok(rates.done && rates.value.before.method === 'MOVER, Poisson limits');
  const refused = gapChange({
    kind: 'proportion',
    before: period(39, 65),
    after: { group: { count: 1, base: 0 }, others: { count: 1, base: 2 } },
    multiplier: 100,
  });
  assert.deepEqual(refused, {
    done: false,
    refusal: {
      reason: 'period-not-usable',
      period: 'after',
      which: 'group',
      refusal: { reason: 'base-not-positive', base: 0 },
    },
  });
});
