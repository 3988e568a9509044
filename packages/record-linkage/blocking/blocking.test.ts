import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { BlockingRule, LinkType } from '../model/model.ts';
import { recordsOf, type Row } from '../records/records-of.ts';
import type { Records } from '../records/records.ts';
import { inOrder, plainPairs, randomLinkage } from '../test/random-linkage.ts';
import { adviseRules } from './advisor/advise-rules.ts';
import { countRules } from './advisor/count-rules.ts';
import { missedPairs } from './advisor/missed-pairs.ts';
import { countPairs } from './count-pairs.ts';
import { forEachPair } from './pairs.ts';
import { numberTuples } from './tuples.ts';

const rule = (...columns: readonly string[]): BlockingRule => ({
  name: columns.join(' and '),
  keys: columns.map((column) => ({ left: { column }, right: { column } })),
});

function readRows(rows: readonly Row[], rules: readonly BlockingRule[]): Records {
  const model = { idColumn: 'id', sourceColumn: 'source', comparisons: [], blockingRules: rules };
  const records = recordsOf({ rows, model });
  assert.ok(records.done);
  return records.value;
}

test('tuples have equal numbers where both codes are equal, and only there, by table and by hash alike', () => {
  const codes = (highest: number) =>
    fc.array(fc.integer({ min: -1, max: highest }), { minLength: 50, maxLength: 50 });
  fc.assert(
    fc.property(codes(5), codes(5), fc.boolean(), (one, two, byHash) => {
      const wide = byHash ? 10_000 : 6;
      const { codes: numbers, count } = numberTuples(
        { codes: Int32Array.from(one), count: wide },
        { codes: Int32Array.from(two), count: wide },
      );
      const known = new Map<string, number>();
      for (const [at, number] of numbers.entries()) {
        const [left, right] = [one[at] ?? -1, two[at] ?? -1];
        assert.equal(number < 0, left < 0 || right < 0);
        if (number < 0) continue;
        const key = `${left} ${right}`;
        assert.equal(known.get(key) ?? number, number);
        known.set(key, number);
      }
      assert.equal(new Set(known.values()).size, known.size);
      assert.equal(count, known.size);
    }),
  );
});

test('pairs are counted exactly: in blocks by rule alone, and each once by its first rule', () => {
  fc.assert(
    fc.property(randomLinkage, ({ rows, model }) => {
      const records = recordsOf({ rows, model });
      assert.ok(records.done);
      const { blockingRules: rules, linkType, counts = 'letters' } = model;
      const counted = countPairs({ records: records.value, rules, linkType, counts });
      const pairs = plainPairs(inOrder(rows), model);
      assert.equal(counted.pairs, pairs.size);
      for (const [at, each] of rules.entries()) {
        assert.equal(counted.rules[at]?.first, [...pairs.values()].filter((first) => first === at).length);
        const alone = { ...model, blockingRules: [{ name: each.name, keys: each.keys }] };
        const inBlocks = counted.rules[at]?.inBlocks ?? 0;
        const found = plainPairs(inOrder(rows), alone).size;
        // two lists that share two values stand in two blocks together
        if (each.keys.some((key) => key.each)) assert.ok(inBlocks >= found);
        else assert.equal(inBlocks, found);
      }
    }),
    { numRuns: 150 },
  );
});

test('a block of too many pairs is left out and named; what other rules find of it stays', () => {
  const rows = Array.from({ length: 100 }, (_, at) => ({
    id: String(at),
    name: at < 60 ? 'Baby' : `n${at % 7}`,
    day: String(at % 20),
  }));
  const rules = [rule('name'), rule('day')];
  const records = readRows(rows, rules);
  const found: string[] = [];
  const blocking = { records, rules, linkType: 'dedupe' as const, mostPairsInBlock: 1000 };
  const skipped = forEachPair(blocking, (left, right, by) => found.push(`${left} ${right} ${by}`));
  assert.equal(skipped.length, 1);
  assert.deepEqual(
    [skipped[0]?.rule, skipped[0]?.value, skipped[0]?.records, skipped[0]?.pairs],
    ['name', '"Baby"', 60, 1770],
  );
  assert.match(skipped[0]?.words ?? '', /60 records share "Baby", which is 1,770 pairs, more than 1,000/);
  const expected: string[] = [];
  const ordered = inOrder(rows.map((row) => ({ ...row, source: 'records' })));
  for (const [left, one] of ordered.entries())
    for (const [right, two] of ordered.entries()) {
      if (left >= right) continue;
      if (one['name'] === two['name'] && one['name'] !== 'Baby') expected.push(`${left} ${right} 0`);
      else if (one['day'] === two['day']) expected.push(`${left} ${right} 1`);
    }
  assert.deepEqual(found.sort(), expected.sort());
});

test('a placeholder that very many records share takes no memory or time of its pairs', () => {
  const rows = Array.from({ length: 50_000 }, (_, at) => ({ id: String(at), name: 'Baby' }));
  const rules = [rule('name')];
  const records = readRows(rows, rules);
  const skipped = forEachPair({ records, rules, linkType: 'dedupe' }, () => assert.fail('no pair'));
  assert.equal(skipped[0]?.pairs, (50_000 * 49_999) / 2);
});

test('rules are counted by the sizes of blocks as plain counting has them', () => {
  const linkTypes = fc.constantFrom<LinkType>('dedupe', 'link');
  const row = fc.record({
    name: fc.option(fc.constantFrom('a', 'b'), { nil: null }),
    day: fc.option(fc.constantFrom('1', '2', '3'), { nil: null }),
    source: fc.constantFrom('s', 't', 'u'),
  });
  fc.assert(
    fc.property(linkTypes, fc.array(row, { minLength: 2, maxLength: 30 }), (linkType, drawn) => {
      const rows = drawn.map((each, at) => ({ ...each, id: String(100 + at) }));
      const rules = [rule('name'), rule('name', 'day'), rule('day')];
      const records = readRows(rows, rules);
      const counts = countRules(records, [{ column: 'name' }, { column: 'day' }], { linkType, most: 2 });
      const alone = rules.map((each) => countPairs({ records, rules: [each], linkType }).pairs);
      assert.deepEqual(
        counts.map(({ pairs }) => pairs),
        alone,
      );
      for (const { pairs, largestBlock } of counts) assert.ok(largestBlock.pairs <= pairs);
    }),
  );
});

test('links that rules missed are estimated from those that one or two rules found', () => {
  // every rule finds each true link with probability .6, whatever the others find
  let seed = 7;
  const random = (): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  const columns = ['one', 'two', 'three', 'four'];
  const links = 4000;
  const rows: Row[] = [];
  for (let link = 0; link < links; link += 1)
    for (const side of ['a', 'b']) {
      const values = columns.map((column) => [
        column,
        side === 'a' || random() < 0.6 ? `${link}` : `${link}${side}`,
      ]);
      rows.push({ id: `${String(link).padStart(5, '0')}${side}`, ...Object.fromEntries(values) });
    }
  const rules = columns.map((column) => rule(column));
  const records = readRows(rows, rules);
  const left: number[] = [];
  const right: number[] = [];
  forEachPair({ records, rules, linkType: 'dedupe' }, (one, two) => {
    left.push(one);
    right.push(two);
  });
  const missed = missedPairs(
    { records, rules, linkType: 'dedupe' },
    { left: Int32Array.from(left), right: Int32Array.from(right) },
  );
  const truly = links - left.length;
  assert.ok(
    truly > 60 && Math.abs(missed.atLeast - truly) < 0.5 * truly + 20,
    `${missed.atLeast} for ${truly}`,
  );
  assert.ok(
    Math.abs((missed.byIndependentRules ?? NaN) - truly) < truly,
    `${missed.byIndependentRules} for ${truly}`,
  );
  assert.match(missed.words, /more are thought to be missed/);
});

test('advice names rules that bring nothing', () => {
  const rows = Array.from({ length: 30 }, (_, at) => ({
    id: String(at),
    name: `n${at % 5}`,
    key: String(at),
  }));
  const rules = [rule('name'), rule('name', 'name'), rule('key')];
  const records = readRows(rows, rules);
  const advice = adviseRules({ records, rules, linkType: 'dedupe' });
  assert.deepEqual(
    advice.map((each) => [each.advice, each.inBlocks, each.first]),
    [
      ['keep', 75, 75],
      ['drop', 75, 0],
      ['drop', 0, 0],
    ],
  );
});

test('a rule over lists puts a record into a block for each value, and finds a pair once however much it shares', () => {
  const rows = [
    { id: 'a', name: 'ann', homes: 'x y z' },
    { id: 'b', name: 'ann', homes: 'z y' },
    { id: 'c', name: 'bob', homes: 'x' },
    { id: 'd', name: 'bob', homes: '' },
    { id: 'e', name: 'ann', homes: null },
  ];
  const lists: BlockingRule = {
    name: 'a home',
    keys: [{ left: { column: 'homes' }, right: { column: 'homes' }, each: true }],
  };
  const records = readRows(rows, [lists, rule('name')]);
  const found: string[] = [];
  const rules = [lists, rule('name')];
  forEachPair({ records, rules, linkType: 'dedupe' }, (left, right, by) => {
    found.push(`${records.ids.text(left)}${records.ids.text(right)} ${by}`);
  });
  assert.deepEqual(found.toSorted(), ['ab 0', 'ac 0', 'ae 1', 'be 1', 'cd 1']);
  const crowded = forEachPair({ records, rules: [lists], linkType: 'dedupe', mostPairsInBlock: 0 }, () =>
    assert.fail('no pair'),
  );
  assert.deepEqual(crowded.map(({ value }) => value).toSorted(), ['"x"', '"y"', '"z"']);
});
