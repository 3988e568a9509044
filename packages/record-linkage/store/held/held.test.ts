import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { LinkageModel } from '../../model/model.ts';
import { expressionsOf } from '../../records/expressions-of.ts';
import { recordsOf, type Row } from '../../records/records-of.ts';
import type { Records } from '../../records/records.ts';
import { scorePairs } from '../../scoring/score-pairs.ts';
import { inOrder, randomLinkage } from '../../test/random-linkage.ts';
import { Candidates, noPairs } from './candidates.ts';
import { Gatherer } from './gathered.ts';
import { Held } from './held.ts';
import { putRecords } from './put-records.ts';
import { scoreHeld } from './score-held.ts';

function read(rows: readonly Row[], model: LinkageModel): Records {
  const records = recordsOf({ rows, model });
  assert.ok(records.done, records.done ? '' : records.refusal.words);
  return records.value;
}

/** Weights of a whole job, by "source/id source/id" and with the first rule that found the pair. */
async function together(rows: readonly Row[], model: LinkageModel): Promise<Map<string, [number, number]>> {
  const records = read(rows, model);
  const found = new Map<string, [number, number]>();
  const nameOf = (record: number): string =>
    `${records.sources[records.sourceOf[record] ?? 0]}/${records.ids.text(record)}`;
  const scored = await scorePairs({
    records,
    model,
    atLeast: -Infinity,
    threads: 1,
    into: ({ count, left, right, weight, rule }) => {
      for (let pair = 0; pair < count; pair += 1)
        found.set(`${nameOf(left[pair] ?? 0)} ${nameOf(right[pair] ?? 0)}`, [
          weight[pair] ?? NaN,
          rule[pair] ?? -1,
        ]);
    },
  });
  assert.ok(scored.done);
  return found;
}

/** What a store finds of its newest records, from the one with this number on. */
function heldPairs(
  held: Held,
  { from, lists }: { readonly from: number; readonly lists: Int32Array },
  atLeast = -Infinity,
): Map<string, [number, number]> {
  const pairs = noPairs(atLeast);
  const candidates = new Candidates(held, 50_000_000);
  candidates.gather({ from, to: held.count, lists }, pairs);
  const { kept } = scoreHeld({ held, gatherer: new Gatherer(held) }, pairs);
  const nameOf = (record: number): string =>
    `${held.sources[held.sourceOf.at(record)]}/${held.texts.text(held.ids.at(record))}`;
  return new Map(
    Array.from({ length: kept.count }, (_, pair) => [
      `${nameOf(kept.left[pair] ?? 0)} ${nameOf(kept.right[pair] ?? 0)}`,
      [kept.weight[pair] ?? NaN, kept.rule[pair] ?? -1],
    ]),
  );
}

test('records that come later have the candidates, rules and weights of a whole job over all together', async () => {
  await fc.assert(
    fc.asyncProperty(randomLinkage, fc.nat(), async ({ rows, model }, cut) => {
      const ordered = inOrder(rows);
      const later = ordered.splice(cut % rows.length, 1 + (cut % 3));
      const held = new Held({ model, expressions: expressionsOf(model) }, sourcesOf(rows));
      if (ordered.length > 0) assert.ok(putRecords(held, read(ordered, model)).done);
      held.list();
      const from = held.count;
      assert.deepEqual(putRecords(held, read(later, model)), { done: true, value: from });
      const names = new Set(later.map((row) => `${row['source']}/${row['id']}`));
      const whole = [...(await together(rows, model))].filter(([pair]) =>
        pair.split(' ').some((name) => names.has(name)),
      );
      const lists = new Int32Array((held.count - from) * held.rules.length);
      held.list(lists);
      const own = heldPairs(held, { from, lists });
      assert.deepEqual([...own.keys()].toSorted(), whole.map(([pair]) => pair).toSorted());
      for (const [pair, [weight, rule]] of whole) {
        const [ownWeight, ownRule] = own.get(pair) ?? [NaN, -1];
        assert.ok(weight === ownWeight || Math.abs(weight - ownWeight) <= 1e-9, `${pair}: ${ownWeight}`);
        assert.equal(ownRule, rule);
      }
      const weights = [...own.values()].map(([weight]) => weight).toSorted((one, another) => one - another);
      const middle = weights[weights.length >> 1] ?? 0;
      const reaching = [...own].filter(([, [weight]]) => weight >= middle);
      assert.deepEqual([...heldPairs(held, { from, lists }, middle)], reaching);
    }),
    { numRuns: 150 },
  );
});

function sourcesOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.map((row) => row['source'] ?? ''))].toSorted();
}
