import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { Dictionary } from '../records/dictionary.ts';
import { inBytes, type Compare } from './compare.ts';
import { damerauLevenshtein } from './damerau-levenshtein.ts';
import { jaccardSimilarity } from './jaccard.ts';
import { jaroSimilarity, jaroWinklerSimilarity } from './jaro-winkler.ts';
import { levenshtein } from './levenshtein.ts';

type Pair = readonly [string, string];

const edges: readonly Pair[] = [
  ['', ''],
  ['', 'a'],
  ['a', 'a'],
  ['a', 'b'],
  ['ab', 'ba'],
  ['ca', 'abc'],
  ['MARTHA', 'MARHTA'],
  ['DIXON', 'DICKSONX'],
  ['abcdefxxxx', 'abcdefyyyy'],
  ['João', 'Joao'],
  ['Łukasz', 'Lukasz'],
  ["O'Neill", 'O’Neill'],
  ['李小龍', '李小龙'],
  ['😀😃', '😃😀'],
  ['a'.repeat(31), 'a'.repeat(32)],
  ['a'.repeat(32), `${'a'.repeat(31)}b`],
  ['ab'.repeat(16), 'ba'.repeat(16)],
  ['ab'.repeat(17), 'ba'.repeat(16)],
  ['abc'.repeat(40), 'bca'.repeat(41)],
  ['2012-03-04', '2012-04-03'],
];

/** Texts of few letters, so that they meet often; some longer than a word of bits, some of them changed copies. */
function randomPairs(count: number, seed: number): readonly Pair[] {
  let state = seed;
  const below = (n: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * n);
  };
  const letters = ['a', 'b', 'c', 'd', 'e', 'n', 'r', 's', '-', "'", ' ', 'é', 'ł', '李', '7', 'Z'];
  const text = (length: number, kinds: number) =>
    Array.from({ length }, () => letters[below(kinds)] ?? 'a').join('');
  const changed = (from: string) => {
    const places = [...from];
    for (let times = below(4); times >= 0; times -= 1) {
      const at = below(places.length + 1);
      const how = below(4);
      if (how === 0) places.splice(at, 1);
      else if (how === 1) places.splice(at, 0, letters[below(8)] ?? 'a');
      else places.splice(at, 2, places[at + 1] ?? 'b', places[at] ?? 'c');
    }
    return places.join('');
  };
  return Array.from({ length: count }, (_, index) => {
    const longest = index % 5 === 0 ? 150 : 24;
    const left = text(below(longest), 2 + below(letters.length - 1));
    return [left, below(3) === 0 ? text(below(longest), 2 + below(letters.length - 1)) : changed(left)];
  });
}

const pairs = [...edges, ...edges.map(([l, r]): Pair => [r, l]), ...randomPairs(6000, 20_261_123)];

/** What DuckDB says of every pair: one row of measures each, in the order of `measures`. */
async function duckDbSays(): Promise<readonly (readonly number[])[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const rows = pairs.map(([l, r], place) => `(${place}, ${quoted(l)}, ${quoted(r)})`).join(',');
  const calls = measures.map(({ call }) => call).join(', ');
  const answer = await connection.runAndReadAll(
    `select ${calls} from (values ${rows}) t(place, l, r) order by place`,
  );
  return answer.getRows().map((row) => row.map(Number));
}

type Making = (left: Dictionary, right: Dictionary) => Compare;

function weSay(making: Making): readonly number[] {
  const left = Dictionary.of(pairs.map(([l]) => l));
  const right = Dictionary.of(pairs.map(([, r]) => r));
  const compare = making(inBytes(left), inBytes(right));
  return pairs.map((_, at) => compare(at, at));
}

const measures: readonly { name: string; making: Making; call: string }[] = [
  { name: 'jaro', making: jaroSimilarity, call: 'jaro_similarity(l, r)' },
  { name: 'jaro-winkler', making: jaroWinklerSimilarity, call: 'jaro_winkler_similarity(l, r)' },
  { name: 'levenshtein', making: levenshtein, call: 'levenshtein(l, r)' },
  { name: 'damerau-levenshtein', making: damerauLevenshtein, call: 'damerau_levenshtein(l, r)' },
  {
    name: 'jaccard',
    making: jaccardSimilarity,
    call: "case when l = '' or r = '' then 0 else jaccard(l, r) end",
  },
];

const asked = duckDbSays();

for (const [column, { name, making }] of measures.entries())
  void test(`${name} is DuckDB's to the last bit on edges and 6,000 random texts`, async () => {
    const theirs = await asked;
    const ours = weSay(making);
    const apart = pairs.flatMap((pair, at) =>
      ours[at] === theirs[at]?.[column] ? [] : [{ pair, ours: ours[at], theirs: theirs[at]?.[column] }],
    );
    assert.deepEqual(apart.slice(0, 3), []);
    assert.equal(theirs.length, pairs.length);
  });

const anyText = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '😀', '李'), maxLength: 80 });

function between(making: Making, l: string, r: string): number {
  return making(Dictionary.of([l]), Dictionary.of([r]))(0, 0);
}

void test('letters beyond ASCII count as letters of UTF-16, not as bytes', () => {
  assert.equal(between(levenshtein, 'João', 'Joao'), 1);
  assert.equal(between(damerauLevenshtein, 'Łukasz', 'Lukasz'), 1);
  assert.equal(between(jaroSimilarity, 'é', 'è'), 0);
  assert.equal(between(jaccardSimilarity, 'éa', 'èa'), 1 / 3);
});

void test('distances with a bound are the distance, or beyond the bound', () => {
  fc.assert(
    fc.property(anyText, anyText, fc.integer({ min: 0, max: 6 }), (l, r, atMost) => {
      for (const measure of [levenshtein, damerauLevenshtein]) {
        const exact = between(measure, l, r);
        const bounded = between((left, right) => measure(left, right, atMost), l, r);
        assert.ok(exact <= atMost ? bounded === exact : bounded > atMost);
      }
    }),
    { numRuns: 400 },
  );
});

void test('a text of 10,000 letters is measured in a moment and leaves no trace in the next', () => {
  const [long, other] = ['ab'.repeat(5000), 'ba'.repeat(5000)];
  assert.equal(
    between((l, r) => levenshtein(l, r, 2), long, other),
    2,
  );
  assert.ok(between(jaroWinklerSimilarity, long, other) > 0.8);
  assert.equal(between(levenshtein, 'kitten', 'sitting'), 3);
  assert.equal(between(jaroSimilarity, 'ab', 'cd'), 0);
});
