import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { gdpDeflators } from '#reference/deflators.ts';
import { storedId } from '#platform/kernel/id.ts';
import { avoidedBy, checkClaim, mayCountTwice, withAssumptions, type CostClaim } from './cost-claim.ts';

const deflators = gdpDeflators();
const claim: CostClaim = {
  id: storedId('00000000-0000-7000-8000-0000000000e1'),
  version: 1,
  changedAt: new Date('2026-09-03T10:00:00Z'),
  changedByName: 'Ada Bright',
  title: 'Fewer second plans',
  whatChanged: 'second plans',
  changeSource: 'our own record',
  change: { low: -2, middle: 10, high: 22 },
  whom: 'Children with a plan',
  areaCode: 'X10000001',
  year: 2024,
  unitWhat: 'a plan',
  unitCost: { low: 1000, middle: 2000, high: 3000 },
  unitSource: 'our finance team',
  unitYear: 2024,
  anyway: 'Plans were falling before',
  anywayShare: { low: 10, middle: 20, high: 50 },
  ours: { low: 20, middle: 50, high: 80 },
  oursSource: 'the evaluation group',
  costToDo: 5000,
  costSource: 'budget',
  audience: 'public',
};

test('B15 the result is a range over every assumption, worked out by hand; a change that may be none may save nothing', () => {
  const found = avoidedBy(claim, { pricesOf: 2024, deflators });
  assert.ok(found);
  assert.equal(Math.round(found.low), Math.round(-2 * 0.9 * 0.8 * 3000));
  assert.equal(Math.round(found.high), Math.round(22 * 0.9 * 0.8 * 3000));
  assert.equal(Math.round(found.middle), 10 * 0.8 * 0.5 * 2000);
  assert.equal(found.verdict, 'may-be');
  assert.equal(Math.round(found.net.middle), 3000);
});

test('B15 unit costs of another year come into the prices of one year, and a year without a deflator into none', () => {
  const old = { ...claim, unitYear: 2020 };
  const then = avoidedBy(old, { pricesOf: 2024, deflators })?.middle ?? 0;
  assert.ok(Math.abs(then - (8000 * 100) / 85.1002) < 0.01);
  assert.equal(avoidedBy({ ...claim, unitYear: 1950 }, { pricesOf: 2024, deflators }), undefined);
});

const share = fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)).map((three) => {
  const [low = 0, middle = 0, high = 0] = three.toSorted((a, b) => a - b);
  return { low, middle, high };
});

test('B15 the middle always lies in the range, and a wider assumption never narrows it', () => {
  fc.assert(
    fc.property(share, share, fc.integer({ min: -50, max: 50 }), (anywayShare, ours, from) => {
      const given = { ...claim, anywayShare, ours, change: { low: from, middle: from + 5, high: from + 9 } };
      const found = avoidedBy(given, { pricesOf: 2024, deflators });
      assert.ok(found && found.low <= found.middle + 1e-6 && found.middle <= found.high + 1e-6);
      const wider = avoidedBy(
        { ...given, ours: { ...ours, low: 0, high: 100 } },
        { pricesOf: 2024, deflators },
      );
      assert.ok(wider && wider.low <= found.low + 1e-6 && wider.high >= found.high - 1e-6);
    }),
  );
});

test('B15 numbers that cannot be are refused where they stand', () => {
  const wrong = checkClaim(
    {
      ...claim,
      change: { low: 3, middle: 2, high: 1 },
      ours: { low: 0, middle: 50, high: 120 },
      costToDo: -1,
      unitYear: 1900,
    },
    deflators,
  );
  assert.ok(!wrong.done);
  assert.deepEqual(
    wrong.refusal.problems.map(({ field, reason }) => `${field} ${reason}`),
    ['change not-in-order', 'ours not-a-share', 'costToDo below-nothing', 'unitYear year-unknown'],
  );
  assert.ok(checkClaim(claim, deflators).done);
});

test('B15 two claims of the same children, or of one place in years beside each other, warn of counting twice', () => {
  const other = (words: Partial<CostClaim>): CostClaim => ({
    ...claim,
    id: storedId('00000000-0000-7000-8000-0000000000e2'),
    ...words,
  });
  assert.equal(mayCountTwice(claim, [claim]).length, 0);
  assert.equal(
    mayCountTwice(claim, [other({ whom: ' children  with a PLAN', areaCode: 'X9', year: 2019 })]).length,
    1,
  );
  assert.equal(mayCountTwice(claim, [other({ whom: 'babies', year: 2025 })]).length, 1);
  assert.equal(mayCountTwice(claim, [other({ whom: 'babies', year: 2026 })]).length, 0);
  assert.equal(mayCountTwice(claim, [other({ whom: 'babies', areaCode: 'X9' })]).length, 0);
});

test('B15 what if: other assumptions are taken where they can be, and left where they cannot', () => {
  const asked = withAssumptions(claim, {
    ours: { low: 0, middle: 10, high: 20 },
    anywayShare: { low: 0, middle: 50, high: 300 },
    unitCost: { low: 9, middle: 8, high: 7 },
  });
  assert.deepEqual(asked.ours, { low: 0, middle: 10, high: 20 });
  assert.deepEqual([asked.anywayShare, asked.unitCost], [claim.anywayShare, claim.unitCost]);
});
