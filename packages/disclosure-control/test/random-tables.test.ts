import assert from 'node:assert/strict';
import { test } from 'node:test';
import { protect } from '../protect/protect.ts';
import { openedBy } from './attackers/every-filling.ts';
import { randomTable } from './attackers/random-tables.ts';

/** The reference run is 10,000: DISCLOSURE_TABLES=10000, eight to nine minutes on one core. */
const tables = Number(process.env['DISCLOSURE_TABLES'] ?? 100);

test(`of ${tables} random tables no cell is recovered and none narrowed, by an attacker that tries every filling (R35)`, async (t) => {
  let heldBack = 0;
  let more = 0;
  const opened: string[] = [];
  let gaveUp = 0;
  for (let seed = 0; seed < tables; seed += 1) {
    const { table, rules } = randomTable(seed);
    const made = await protect(table, rules);
    assert.ok(made.done, `seed ${seed}: ${JSON.stringify(made)}`);
    heldBack += made.value.cells.filter(({ kind }) => kind === 'suppressed').length;
    more += made.value.audit.filter(({ kind }) => kind === 'held-back-for-another').length;
    for (const { cell, what } of openedBy(table, rules, made.value))
      if (what === 'gave-up') gaveUp += 1;
      else opened.push(`seed ${seed}, ${rules.id}: ${cell} ${what}`);
  }
  t.diagnostic(`${heldBack} cells held back, ${more} of them for the sake of others; gave up on ${gaveUp}`);
  assert.deepEqual(opened, []);
  assert.ok(gaveUp <= tables / 300, `the attacker gave up on ${gaveUp} cells`);
  assert.ok(more > tables);
});

test('the attacker that tries every filling does find what is open: primary suppression alone falls to it', async () => {
  let opened = 0;
  for (let seed = 0; seed < 20; seed += 1) {
    const { table, rules } = randomTable(seed);
    const made = await protect(table, rules);
    assert.ok(made.done);
    const own = new Set(made.value.audit.flatMap((line) => (line.kind === 'held-back' ? [line.key] : [])));
    assert.ok(own.size >= 0);
    const counts = new Map(table.cells.map(({ at, count }) => [at.join('|'), count]));
    const { hides } = rules.levels.local;
    // every cell that is not small shown as it is: what a careless publisher does
    const cells = made.value.cells.map((cell) => {
      const count = counts.get(cell.at.join('|')) ?? 0;
      const small = hides !== undefined && count >= hides.from && count <= hides.to;
      return small || cell.kind !== 'suppressed'
        ? cell
        : { kind: 'number' as const, at: cell.at, number: count };
    });
    const careless = {
      ...made.value,
      cells,
      cell: (at: readonly string[]) => cells.find((one) => one.at.join('|') === at.join('|')),
    };
    opened += openedBy(
      table,
      { ...rules, levels: { ...rules.levels, local: { ...(hides ? { hides } : {}) } } },
      careless,
    ).length;
  }
  assert.ok(opened > 20, `only ${opened}`);
});
