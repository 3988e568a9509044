import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wilsonLimit } from '../attack/wilson-limit.ts';
import { dfeChildrenInNeed } from '../rules/source-rules.ts';
import { hierarchy, totalled } from '../table/dimension.ts';
import type { Table } from '../table/table.ts';
import { withMargins } from '../table/with-margins.ts';
import type { Known } from './known.ts';
import { protect, protectTogether } from './protect.ts';
import type { ProtectedTable } from './protected-table.ts';
import { protectRefusalWords } from './refusal-words.ts';
import { csvCell } from './say.ts';

const rules = dfeChildrenInNeed;

function areas(id: string, counts: Readonly<Record<string, number>>): Table {
  const parts = Object.keys(counts);
  return withMargins({
    id,
    quantity: 'children with a plan, 31 March 2025',
    kind: 'counts',
    level: 'local',
    dimensions: [totalled('area', { whole: 'county', parts })],
    cells: Object.entries(counts).map(([area, count]) => ({ at: [area], count })),
  });
}

const shown = (table: ProtectedTable | undefined): string => (table?.cells ?? []).map(csvCell).join(' ');

async function besides(table: Table, known: readonly Known[]): Promise<string> {
  const made = await protect(table, rules, { known });
  return made.done ? shown(made.value) : made.refusal.reason;
}

const at = (area: string) => ({ table: 'areas', at: [area] });
const table = areas('areas', { Wold: 3, Fen: 14, Vale: 31, Moor: 52 });

test('complement a: the whole without all the others gives the one that is left', async () => {
  assert.equal(await besides(table, []), 'c c 31 52 100');
});

test('complement b: the whole without the group shown is a figure too', async () => {
  const one: Table = {
    ...table,
    dimensions: [{ key: 'area', codes: ['county', 'town'], sums: [], whole: 'county' }],
    cells: [
      { at: ['county'], count: 50 },
      { at: ['town'], count: 47 },
    ],
  };
  assert.match(await besides(one, []), /c/);
  assert.equal(
    await besides(
      {
        ...one,
        cells: [
          { at: ['county'], count: 50 },
          { at: ['town'], count: 30 },
        ],
      },
      [],
    ),
    '50 30',
  );
});

// what is out already is no shelter for another: the next one is held back in its place
test('complement d: a share published elsewhere gives its count back, so that another is held back', async () => {
  const share: Known = {
    kind: 'share',
    of: at('Fen'),
    outOf: at('county'),
    value: 14,
    multiplier: 100,
    decimals: 1,
  };
  assert.equal(await besides(table, [share]), 'c 14 c 52 100');
});

test('complement e: a Wilson limit gives its count back', async () => {
  const given = { base: 100, end: 'lower', deviate: 1.959963984540054, multiplier: 100 } as const;
  const value = Number(wilsonLimit(given)(14).toFixed(1));
  const limit: Known = { kind: 'wilson-limit', of: at('Fen'), value, decimals: 1, ...given };
  assert.equal(await besides(table, [limit]), 'c 14 c 52 100');
});

test('any formula that grows with the count gives it back: a rate', async () => {
  const known: Known = {
    kind: 'made-from',
    of: at('Fen'),
    most: 1000,
    formula: (count) => (10_000 * count) / 7230,
    value: 19.4,
    decimals: 1,
  };
  assert.equal(await besides(table, [known]), 'c 14 c 52 100');
});

test('complement g: the place in a ranked list orders what is held back', async () => {
  const tied = areas('areas', { Wold: 4, Fen: 5, Vale: 31, Moor: 52 });
  assert.equal(await besides(tied, []), 'c c 31 52 92');
  const order: Known = { kind: 'order', largestFirst: [at('Fen'), at('Wold')] };
  assert.equal(await besides(tied, [order]), 'c c c 52 92');
});

test('what is already out and opens a cell is refused, in words', async () => {
  const made = await protect(table, rules, { known: [{ kind: 'count', of: at('Wold'), from: 3, to: 3 }] });
  assert.ok(!made.done);
  assert.deepEqual([made.refusal.reason], ['cannot-be-closed']);
  assert.match(
    protectRefusalWords(made.refusal),
    /^Too much is out already: .* one figure could be worked out/,
  );
  const wrong = await protect(table, rules, { known: [{ kind: 'count', of: at('Fen'), from: 3, to: 3 }] });
  assert.equal(wrong.done ? '' : wrong.refusal.reason, 'contradicted');
});

test('two geographies laid side by side: the sliver between them is not given away (R36)', async () => {
  const counts = { a: 20, b: 15, c: 3, d: 30, e: 22 };
  const zones = hierarchy('area', [
    { whole: 'zone 1', parts: ['a', 'b', 'c'] },
    { whole: 'ward 1', parts: ['a', 'b'] },
    { whole: 'zone 2', parts: ['d', 'e'] },
    { whole: 'ward 2', parts: ['c', 'd', 'e'] },
  ]);
  const base: Table = {
    id: 'zones',
    quantity: 'children with a plan, 31 March 2025',
    kind: 'counts',
    level: 'local',
    dimensions: [zones],
    cells: Object.entries(counts).map(([area, count]) => ({ at: [area], count, published: false })),
  };
  const full = withMargins(base);
  const only = (id: string, kind: string): Table => ({
    ...full,
    id,
    cells: full.cells.map((cell) =>
      cell.at[0]?.startsWith(kind) || cell.at[0]?.length === 1
        ? cell
        : { ...cell, published: false as const },
    ),
  });
  const alone = await protect(only('zones', 'zone'), rules);
  assert.ok(alone.done);
  assert.equal(shown(alone.value), '38 52');
  const both = await protectTogether([
    { table: only('zones', 'zone'), rules },
    { table: only('wards', 'ward'), rules },
  ]);
  assert.ok(both.done);
  assert.match(both.value.map(shown).join(' '), /c/);
  const later = await protect(only('wards', 'ward'), rules, { releases: [alone.value.release] });
  assert.ok(later.done);
  assert.equal(shown(alone.value), '38 52', 'what is out is out');
  assert.equal(shown(later.value), 'c c');
});

test('two releases: what the second shows must not open what the first held back (R36)', async () => {
  const first = await protect(table, rules);
  assert.ok(first.done);
  assert.equal(shown(first.value), 'c c 31 52 100');
  // the second would show Fen, since it publishes no total; with the first, that gives Wold away
  const second: Table = {
    ...table,
    id: 'later',
    cells: table.cells.filter((cell) => cell.at[0] !== 'county'),
  };
  const alone = await protect(second, rules);
  assert.equal(alone.done && shown(alone.value), 'c 14 31 52');
  const beside = await protect(second, rules, {
    releases: [JSON.parse(JSON.stringify(first.value.release))],
  });
  assert.equal(beside.done && shown(beside.value), 'c c 31 52');
});

test('a figure that was revised is another figure, and the log says so', async () => {
  const first = await protect(table, rules);
  assert.ok(first.done);
  const revised = areas('revised', { Wold: 3, Fen: 14, Vale: 32, Moor: 52 });
  const made = await protect(revised, rules, { releases: [first.value.release] });
  assert.ok(made.done);
  assert.equal(shown(made.value), 'c c 32 52 101');
  assert.ok(made.value.audit.some((line) => line.kind === 'revised-since' && line.keys.length === 2));
});
