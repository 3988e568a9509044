import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  attackPublished,
  ownCasesPartners,
  protect,
  totalled,
  type Known,
  type PublishedTable,
  type Table,
} from '#packages/disclosure-control';
import { isNumber, noNumber, type Value } from '../value.ts';
import { derivedCounts, guarded } from './guard.ts';
import { checked, part } from './testing.ts';
import { workOut } from './work-out.ts';

const a = part('a', { kind: 'count' });
const b = part('b', { kind: 'count' });

function shown(text: string, numbers: { a: Value; b: Value }) {
  const parts = [a, b];
  const made = checked(text, parts);
  assert.ok(made.done);
  const at = (name: string) =>
    name.endsWith(':a') ? numbers.a : name.endsWith(':b') ? numbers.b : noNumber('missing');
  const derived = derivedCounts({ way: made.value.way, terms: made.value.terms });
  return guarded(workOut(made.value, parts, { at, first: at }), { derived, parts, at });
}

test('R35: a small group that would follow from two published counts is withheld', () => {
  assert.deepEqual(shown('a - b', { a: 60, b: 57 }).value, noNumber('suppressed'));
  assert.deepEqual(shown('a - b', { a: 60, b: 60 }).value, noNumber('suppressed'), 'none is told too');
  assert.equal(shown('a - b', { a: 60, b: 30 }).value, 30);
  const hidden = shown('1 - a / (a + b) per 100', { a: 60, b: 3 });
  assert.equal(hidden.value, 100 * (1 - 60 / 63), 'a count that is published itself gives nothing away');
});

const groups = ['one', 'two', 'three', 'four'];

function tableOf(counts: readonly number[]): Table {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  return {
    id: 'own',
    quantity: 'children counted',
    kind: 'counts',
    level: 'local',
    dimensions: [totalled('group', { whole: 'all', parts: groups })],
    cells: [
      { at: ['all'], count: whole },
      ...groups.map((group, at) => ({ at: [group], count: counts[at] ?? 0 })),
    ],
  };
}

test('R35 R36: with every formula over what is shown, the attacker knows no more of a hidden count than without', async () => {
  let attacked = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 4, maxLength: 4 }),
      fc.constantFrom('a - b', 'a + b', 'a / (a + b) per 100'),
      async (counts, text) => {
        const table = tableOf(counts);
        const made = await protect(table, ownCasesPartners);
        if (!made.done) return;
        const safe = made.value;
        const cells = table.cells.map(({ at }) => {
          const cell = safe.cell(at);
          return { at, number: cell?.kind === 'number' ? cell.number : undefined };
        });
        const published: PublishedTable = { ...table, cells };
        const valueAt = (at: string): Value =>
          cells.find((cell) => cell.at[0] === at)?.number ?? noNumber('suppressed');
        const known: Known[] = [];
        for (const first of ['all', ...groups])
          for (const second of groups) {
            if (first === second) continue;
            const [of, than] = [valueAt(first), valueAt(second)];
            const came = shown(text, { a: of, b: than });
            if (!isNumber(of) || !isNumber(than)) {
              assert.ok(!isNumber(came.value), 'a withheld part never leaves a number');
              assert.equal(came.count ?? came.base ?? came.limits, undefined);
            } else if (isNumber(came.value) && text !== 'a / (a + b) per 100') {
              const weight = text === 'a - b' ? -1 : 1;
              const terms = [
                { of: { table: 'own', at: [first] }, weight: 1 },
                { of: { table: 'own', at: [second] }, weight },
              ];
              known.push({ kind: 'sum', terms, from: came.value, to: came.value });
            }
          }
        const [before, after] = [
          await attackPublished(published, ownCasesPartners),
          await attackPublished(published, ownCasesPartners, known),
        ];
        assert.ok(before.done && after.done);
        assert.deepEqual(after.value, before.value);
        attacked += before.value.length;
      },
    ),
    { numRuns: 30, seed: 20261122 },
  );
  assert.ok(attacked > 20, 'hidden counts were attacked');
});
