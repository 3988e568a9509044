import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { forEachPair } from '../blocking/pairs.ts';
import { frequenciesOf, scorePair } from '../model/score-pair.ts';
import type { LinkageModel } from '../model/model.ts';
import { recordsOf } from '../records/records-of.ts';
import type { Records } from '../records/records.ts';
import { inOrder, plainPairs, randomLinkage, type RandomLinkage } from '../test/random-linkage.ts';
import { scorePairs, type ToScore } from './score-pairs.ts';

function readRows({ rows, model }: RandomLinkage): Records {
  const records = recordsOf({ rows, model });
  assert.ok(records.done, records.done ? '' : records.refusal.words);
  return records.value;
}

type Kept = { readonly rule: number; readonly weight: number; readonly answers: readonly number[] };

/** What the engine keeps, by "left right". */
async function engineKeeps(scoring: Omit<ToScore, 'into'>): Promise<Map<string, Kept>> {
  const kept = new Map<string, Kept>();
  const width = scoring.model.comparisons.length;
  const scored = await scorePairs({
    ...scoring,
    into(batch) {
      for (let pair = 0; pair < batch.count; pair += 1) {
        const key = `${batch.left[pair]} ${batch.right[pair]}`;
        assert.ok(!kept.has(key), 'each pair once');
        kept.set(key, {
          rule: batch.rule[pair] ?? -1,
          weight: batch.weight[pair] ?? NaN,
          answers: [...batch.answers.subarray(pair * width, (pair + 1) * width)],
        });
      }
    },
  });
  assert.ok(scored.done);
  assert.equal(scored.value.kept, kept.size);
  return kept;
}

/** What a plain sum over all pairs of rows comes to. */
function plainlyKept({ rows, model }: RandomLinkage, atLeast: number): Map<string, Kept> {
  const frequencyOf = frequenciesOf(model, rows);
  const kept = new Map<string, Kept>();
  for (const [key, rule] of plainPairs(rows, model)) {
    const [left, right] = key.split(' ').map((at) => rows[Number(at)] ?? {});
    const scored = scorePair({ model, frequencyOf }, left ?? {}, right ?? {});
    assert.ok(scored.done);
    const answers = scored.value.parts.map((part) => part.answer);
    if (scored.value.weight >= atLeast) kept.set(key, { rule, weight: scored.value.weight, answers });
  }
  return kept;
}

function assertSame(engine: ReadonlyMap<string, Kept>, plain: ReadonlyMap<string, Kept>): void {
  assert.deepEqual([...engine.keys()].sort(), [...plain.keys()].sort());
  for (const [key, { rule, weight, answers }] of plain) {
    const found = engine.get(key);
    assert.ok(found && Math.abs(found.weight - weight) <= 1e-9, `${key}: ${found?.weight} for ${weight}`);
    assert.equal(found.rule, rule);
    assert.deepEqual(found.answers, answers);
  }
}

/** A threshold away from any weight, so that rounding decides nothing. */
function between(weights: readonly number[], share: number): number {
  const sorted = [...new Set(weights)].sort((one, two) => one - two);
  const at = Math.floor(share * sorted.length);
  const [below, above] = [sorted[at - 1], sorted[at]];
  if (below === undefined || above === undefined) return -Infinity;
  return above - below > 1e-6 ? (below + above) / 2 : -Infinity;
}

test('pairs found in blocks are the pairs that the rules find one by one, each once, by its first rule', () => {
  fc.assert(
    fc.property(randomLinkage, (linkage) => {
      const rows = inOrder(linkage.rows);
      const records = readRows(linkage);
      const found = new Map<string, number>();
      const { blockingRules: rules, linkType, counts } = linkage.model;
      forEachPair({ records, rules, linkType, counts: counts ?? 'letters' }, (left, right, rule) => {
        assert.ok(left < right && !found.has(`${left} ${right}`));
        found.set(`${left} ${right}`, rule);
      });
      assert.deepEqual([...found].sort(), [...plainPairs(rows, linkage.model)].sort());
    }),
    { numRuns: 300 },
  );
});

test('the engine keeps what a plain sum over all pairs keeps, at any threshold, with equal weights and answers', async () => {
  await fc.assert(
    fc.asyncProperty(randomLinkage, fc.double({ min: 0, max: 1, noNaN: true }), async (linkage, share) => {
      const plain = { rows: inOrder(linkage.rows), model: linkage.model };
      const weights = [...plainlyKept(plain, -Infinity).values()].map(({ weight }) => weight);
      const atLeast = between(weights, share);
      const { model } = linkage;
      const engine = await engineKeeps({ records: readRows(linkage), model, atLeast, threads: 1 });
      assertSame(engine, plainlyKept(plain, atLeast));
    }),
    { numRuns: 400 },
  );
});

/** A table large enough for several pieces of work, and a model with letters to read. */
function largerLinkage(size = 1500): { readonly records: Records; readonly model: LinkageModel } {
  const name = { column: 'name' };
  const model: LinkageModel = {
    linkType: 'dedupe',
    idColumn: 'id',
    prior: 0.001,
    comparisons: [
      {
        name: 'name',
        nullWhen: { is: 'missing', of: name },
        levels: [
          {
            label: 'same',
            when: { is: 'equal', left: name, right: name },
            m: 0.8,
            u: 0.01,
            termFrequency: { column: name, weight: 1, minimum: 0 },
          },
          {
            label: 'like',
            when: { is: 'similar', by: 'jaro-winkler', left: name, right: name, atLeast: 0.85 },
            m: 0.15,
            u: 0.02,
          },
          { label: 'else', when: { is: 'else' }, m: 0.05, u: 0.97 },
        ],
      },
    ],
    blockingRules: ['year', 'town'].map((column) => ({
      name: column,
      keys: [{ left: { column }, right: { column } }],
    })),
  };
  const rows = Array.from({ length: size }, (_, at) => ({
    id: String(at),
    name: `${'abcdefgh'[at % 8]}${'aeiou'[(at * 7) % 5]}n${at % 37}`,
    year: at % 11 === 0 ? null : String(at % 6),
    town: String(at % 7),
  }));
  return { records: readRows({ rows, model }), model };
}

test('several threads give what one gives, in the same order', async () => {
  const { records, model } = largerLinkage();
  const one = await engineKeeps({ records, model, atLeast: -8, threads: 1 });
  const three = await engineKeeps({ records, model, atLeast: -8, threads: 3 });
  assert.ok(one.size > 1000);
  assert.deepEqual([...three], [...one]);
});

test('the parts of a run are together the whole run, and no pair stands in two', async () => {
  await fc.assert(
    fc.asyncProperty(randomLinkage, fc.integer({ min: 1, max: 4 }), async (linkage, of) => {
      const { model } = linkage;
      const records = readRows(linkage);
      const whole = await engineKeeps({ records, model, atLeast: -5, threads: 1 });
      const parts = new Map<string, Kept>();
      for (let number = 1; number <= of; number += 1) {
        const part = await engineKeeps({ records, model, atLeast: -5, threads: 1, part: { of, number } });
        for (const [key, kept] of part) {
          assert.ok(!parts.has(key));
          parts.set(key, kept);
        }
      }
      assertSame(parts, whole);
    }),
    { numRuns: 100 },
  );
});

test('what cannot be scored is refused in words', async () => {
  const { records, model } = largerLinkage();
  const into = (): void => {};
  const none = await scorePairs({ records, model: { ...model, blockingRules: [] }, atLeast: 0, into });
  assert.ok(!none.done && none.refusal.reason === 'no-rules');
  const noNumber = await scorePairs({ records, model, atLeast: NaN, into });
  assert.ok(!noNumber.done && noNumber.refusal.reason === 'no-number');
  const noPart = await scorePairs({ records, model, atLeast: 0, into, part: { of: 2, number: 3 } });
  assert.ok(!noPart.done && noPart.refusal.reason === 'no-part');
});

test('SQL about two records is answered by DuckDB, as the same question of codes is, and its cost is said', async () => {
  const linkage = largerLinkage(200);
  const asked = linkage.model.comparisons[0];
  assert.ok(asked);
  const withSql: LinkageModel = {
    ...linkage.model,
    comparisons: [
      asked,
      {
        name: 'town',
        nullWhen: { is: 'pair-sql', sql: 'l.town is null or "town_r" is null' },
        levels: [
          { label: 'same', when: { is: 'pair-sql', sql: "town_l = r.town and 'l.x' <> ''" }, m: 0.9, u: 0.2 },
          { label: 'else', when: { is: 'else' }, m: 0.1, u: 0.8 },
        ],
      },
    ],
  };
  const town = { column: 'town' };
  const plain: LinkageModel = {
    ...withSql,
    comparisons: [
      asked,
      {
        name: 'town',
        nullWhen: { is: 'missing', of: town },
        levels: [
          { label: 'same', when: { is: 'equal', left: town, right: town }, m: 0.9, u: 0.2 },
          { label: 'else', when: { is: 'else' }, m: 0.1, u: 0.8 },
        ],
      },
    ],
  };
  const { records } = linkage;
  assert.deepEqual(
    [...(await engineKeeps({ records, model: withSql, atLeast: -6 }))],
    [...(await engineKeeps({ records, model: plain, atLeast: -6 }))],
  );
  const scored = await scorePairs({ records, model: withSql, atLeast: 0, into: () => {} });
  assert.ok(scored.done);
  assert.match(scored.value.notes.join(), /in one thread/);
});
