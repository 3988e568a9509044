import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDeflators } from '#reference/deflators.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { storedId } from '#platform/kernel/id.ts';
import { besideNeed, togetherOf } from './beside-need.ts';
import { inPricesOf, priced } from './prices.ts';
import { counted, shownLines } from './shown-lines.ts';
import { sharesByYear, sumsOf } from './sums.ts';
import { moneyLineOf } from './testing.ts';

const visitor: Actor = { kind: 'visitor' };
const person = (...roles: string[]): Actor => ({
  kind: 'person',
  personId: storedId('00000000-0000-7000-8000-0000000000c1'),
  name: 'Lee Rowan',
  roles,
});

const deflators = readDeflators(`
name: Index
publisher: Somebody
title: Prices
published: 2026-03-31
link: https://example.org/
licence: open
base: 2024
outturn: { 2020: 80, 2024: 100 }
forecast: { 2025: 104 }
`);

test('R69 each sees the lines that are for them: everybody, the partnership, the owner', () => {
  const lines = (['public', 'partnership', 'owner'] as const).map((audience) => moneyLineOf({ audience }));
  const seen = (actor: Actor) => shownLines(lines, actor).map(({ audience }) => audience);
  assert.deepEqual(seen(visitor), ['public']);
  assert.deepEqual(seen(person('board-member')), ['public', 'partnership']);
  assert.deepEqual(seen(person('analyst')), ['public', 'partnership', 'owner']);
});

test('H15 nobody but the owner sees an amount behind which one or two people stand, nor how many stand there', () => {
  const lines = [0, 1, 2, 3].map((people) => moneyLineOf({ people }));
  const amounts = (actor: Actor) => shownLines(lines, actor).map(({ amount }) => amount);
  assert.deepEqual(amounts(visitor), [12_500, 'held-back', 'held-back', 12_500]);
  assert.deepEqual(amounts(person('partner-lead')), [12_500, 'held-back', 'held-back', 12_500]);
  assert.deepEqual(amounts(person('manager')), [12_500, 12_500, 12_500, 12_500]);
  assert.ok(shownLines(lines, visitor).every(({ people }) => people === undefined));
});

test('H15 no sum holds what is held back, so that nothing can be taken away from it', () => {
  const line = fc.record({ amount: fc.nat(100_000), people: fc.nat(6) });
  fc.assert(
    fc.property(fc.array(line), (given) => {
      const lines = given.map((words) => moneyLineOf(words));
      const safe = given.filter(({ people }) => people === 0 || people >= 3);
      const sums = sumsOf(counted(shownLines(lines, visitor)), 'partner');
      assert.equal(
        sums.reduce((sum, { amount }) => sum + amount, 0),
        safe.reduce((sum, { amount }) => sum + amount, 0),
      );
    }),
  );
});

test('H15 shares of early and late are of what was spent in that year, and add up', () => {
  const lines = counted(
    shownLines(
      [
        moneyLineOf({ year: 2023, help: 'universal', amount: 30 }),
        moneyLineOf({ year: 2023, help: 'statutory', amount: 70 }),
        moneyLineOf({ year: 2024, help: 'early', amount: 20 }),
        moneyLineOf({ year: 2024, help: 'targeted', amount: 30 }),
        moneyLineOf({ year: 2024, help: 'statutory', amount: 50 }),
        moneyLineOf({ year: 2025, amount: 0 }),
      ],
      visitor,
    ),
  );
  assert.deepEqual(sharesByYear(lines), [
    { year: 2023, total: 100, early: 30, targeted: 0, late: 70 },
    { year: 2024, total: 100, early: 20, targeted: 30, late: 50 },
  ]);
  assert.deepEqual(
    sumsOf(lines, 'help').map(({ key, amount }) => [key, amount]),
    [
      ['universal', 30],
      ['early', 20],
      ['targeted', 30],
      ['statutory', 120],
    ],
  );
});

test('H15 real terms: amounts times the index of one year over that of the other; posts are no money', () => {
  assert.equal(inPricesOf(80, { from: 2020, to: 2024, deflators }), 100);
  assert.equal(inPricesOf(104, { from: 2025, to: 2024, deflators }), 100);
  assert.equal(inPricesOf(1, { from: 2019, to: 2024, deflators }), undefined);
  const lines = [
    { amount: 80, year: 2020, kind: 'spend' },
    { amount: 3, year: 2020, kind: 'staff' },
    { amount: 5, year: 2019, kind: 'spend' },
  ] as const;
  const real = priced(lines, { prices: { kind: 'real', year: 2024 }, deflators });
  assert.deepEqual(
    real.lines.map(({ amount }) => amount),
    [100, 3],
  );
  assert.equal(real.withoutDeflator, 1);
  assert.equal(priced(lines, { prices: { kind: 'as-paid' }, deflators }).lines.length, 3);
});

test('H15 spend beside need: for each child of the zone, and only where both are known', () => {
  const places = ['a', 'b', 'c', 'd'].map((code) => ({ code, name: code.toUpperCase() }));
  const spend = counted(
    shownLines(
      places.slice(0, 3).map(({ code }, at) => moneyLineOf({ areaCode: code, amount: 1000 * (at + 1) })),
      visitor,
    ),
  );
  const children = new Map(
    places.map(({ code }) => [code, { areaCode: code, children: 10, ofYear: 2024, source: 'count' }]),
  );
  const need = new Map(places.map(({ code }, at) => [code, 40 - at]));
  const rows = besideNeed({ places, spend, children, need });
  assert.deepEqual(
    rows.map(({ perChild }) => perChild),
    [100, 200, 300, undefined],
  );
  assert.deepEqual(togetherOf(rows, 'low-is-good'), { kind: 'too-few', places: 3 });
  const full = rows.map((row) => ({ ...row, perChild: row.perChild ?? 400 }));
  const told = togetherOf(full, 'low-is-good');
  assert.ok(told.kind === 'told');
  assert.deepEqual([told.neediest.areaCode, told.inMedian, told.half], ['a', 'less', 250]);
  const other = togetherOf(full, 'high-is-good');
  assert.ok(other.kind === 'told' && other.neediest.areaCode === 'd' && other.inMedian === 'more');
});
