import assert from 'node:assert/strict';
import { test } from 'node:test';
import { protect } from '../protect/protect.ts';
import type { ProtectedTable } from '../protect/protected-table.ts';
import type { Release } from '../protect/release.ts';
import { dfeChildrenInNeed, ownCasesPartners } from '../rules/source-rules.ts';
import { hierarchy, totalled } from '../table/dimension.ts';
import type { Cell, Table } from '../table/table.ts';
import { withMargins } from '../table/with-margins.ts';
import { openedBy } from './attackers/every-filling.ts';
import { drawn } from './attackers/random-tables.ts';

const areas = ['a', 'b', 'c', 'd', 'e'];

/** Small areas with two geographies over them that cross, by sex; each release shows some of it. */
function county(draw: () => number): Table {
  const dimensions = [
    hierarchy('area', [
      { whole: 'zone 1', parts: ['a', 'b', 'c'] },
      { whole: 'zone 2', parts: ['d', 'e'] },
      { whole: 'ward 1', parts: ['a', 'b'] },
      { whole: 'ward 2', parts: ['c', 'd', 'e'] },
    ]),
    totalled('sex', { whole: 'all', parts: ['girls', 'boys'] }),
  ];
  const cells = areas.flatMap((area) =>
    ['girls', 'boys'].map((sex) => ({ at: [area, sex], count: Math.floor(draw() ** 2 * 30) })),
  );
  return withMargins({
    id: 'county',
    quantity: 'children',
    kind: 'counts',
    level: 'local',
    dimensions,
    cells,
  });
}

function showing(table: Table, id: string, isShown: (at: readonly string[]) => boolean): Table {
  return {
    ...table,
    id,
    cells: table.cells.map((cell): Cell => (isShown(cell.at) ? cell : { ...cell, published: false })),
  };
}

test('three releases one after another, with crossing geographies, open nothing together (R36)', async (t) => {
  let apart = 0;
  let refused = 0;
  for (let seed = 0; seed < 40; seed += 1) {
    const full = county(drawn(seed));
    const rules = seed % 2 ? dfeChildrenInNeed : ownCasesPartners;
    const three = [
      showing(full, 'zones', (at) => at[0]?.startsWith('zone') ?? false),
      showing(full, 'wards', (at) => (at[0]?.startsWith('ward') ?? false) && at[1] === 'all'),
      showing(full, 'wards by sex', (at) => at[0]?.startsWith('ward') ?? false),
    ];
    const careless: ProtectedTable[] = [];
    const careful: ProtectedTable[] = [];
    const releases: Release[] = [];
    for (const table of three) {
      const alone = await protect(table, rules);
      assert.ok(alone.done);
      careless.push(alone.value);
      const made = await protect(table, rules, { releases });
      if (!made.done) {
        assert.equal(made.refusal.reason, 'cannot-be-closed');
        refused += 1;
        continue;
      }
      careful.push(made.value);
      releases.push(made.value.release);
    }
    apart += openedBy(full, rules, laidTogether(careless)).length;
    const opened = openedBy(full, rules, laidTogether(careful));
    assert.deepEqual(opened, [], `seed ${seed}, ${rules.id}`);
  }
  t.diagnostic(
    `each protected by itself: ${apart} cells open together; one beside the other: none, ${refused} refused`,
  );
  assert.ok(apart > 20);
  assert.ok(refused < 10);
});

/** What a reader has who lays releases side by side: for each place the most that any of them says. */
function laidTogether(tables: readonly ProtectedTable[]): ProtectedTable {
  const [first] = tables;
  assert.ok(first);
  const cells = tables.flatMap((table) => table.cells);
  const best = (at: readonly string[]) => {
    const same = cells.filter((cell) => cell.at.join() === at.join());
    return same.find(({ kind }) => kind === 'number') ?? same[0];
  };
  return { ...first, cells, cell: best, zerosShown: tables.every(({ zerosShown }) => zerosShown) };
}
