import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bestFirstClusters, refusedByReason } from './best-first.ts';
import type { Clustering } from './best-first.ts';
import { componentsAt } from './components.ts';
import { edgesInOrder } from './edge-order.ts';
import type { Edges } from './edges.ts';
import { householdsOf } from './households.ts';
import type { ClusterRules, Pair } from './rules.ts';
import { wordsOfMergeRefusal } from './rules.ts';

type Edge = readonly [number, number, number];

const edgesOf = (rows: readonly Edge[]): Edges => ({
  left: Int32Array.from(rows, ([left]) => left),
  right: Int32Array.from(rows, ([, right]) => right),
  weight: Float64Array.from(rows, ([, , weight]) => weight),
});

const records = 12;
const pair = fc
  .tuple(fc.integer({ min: 0, max: records - 1 }), fc.integer({ min: 0, max: records - 1 }))
  .filter(([one, other]) => one !== other);
const edge: fc.Arbitrary<Edge> = fc
  .tuple(pair, fc.constantFrom(-3.5, -1, 0, 1, 2, 2.5, 7, 11))
  .map(([[one, other], weight]) => [Math.min(one, other), Math.max(one, other), weight]);
const edges = fc.array(edge, { maxLength: 40 });

const clustered = (rows: readonly Edge[], rules: ClusterRules = {}, threshold = 0): Clustering => {
  const result = bestFirstClusters({ records, edges: edgesOf(rows), threshold, rules });
  assert.ok(result.done, result.done ? '' : result.refusal.words);
  return result.value;
};

test('edges stand from the heaviest to the lightest, then by record, as a plain sort puts them', () => {
  const anyEdge = fc.tuple(fc.nat(99_999), fc.nat(99_999), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(fc.array(anyEdge, { maxLength: 60 }), (rows) => {
      const table = edgesOf(rows);
      const plain = rows
        .map((row, place) => ({ row, place }))
        .filter(({ row }) => row[2] >= -2)
        .toSorted((a, b) => compared(b.row[2], a.row[2]) || a.row[0] - b.row[0] || a.row[1] - b.row[1])
        .map(({ place }) => place);
      assert.deepEqual([...edgesInOrder(table, -2)], plain);
    }),
  );
});

test('many edges stand in the same order as few', () => {
  const random = randomOf(7);
  const table = edgesOf(
    Array.from({ length: 9000 }, () => [
      Math.floor(random() * 90_000),
      Math.floor(random() * 90_000),
      Math.round((random() - 0.5) * 60) / 3 || -0,
    ]),
  );
  const plain = Array.from({ length: 9000 }, (_, place) => place)
    .filter((place) => (table.weight[place] ?? 0) >= -5)
    .toSorted(
      (a, b) =>
        (table.weight[b] ?? 0) - (table.weight[a] ?? 0) ||
        (table.left[a] ?? 0) - (table.left[b] ?? 0) ||
        (table.right[a] ?? 0) - (table.right[b] ?? 0),
    );
  assert.ok(plain.length > 4096);
  assert.deepEqual([...edgesInOrder(table, -5)], plain);
});

test('components at several thresholds are those of a search from each record', () => {
  fc.assert(
    fc.property(edges, (rows) => {
      const thresholds = [2, -2, 7, 100];
      const found = componentsAt(records, edgesOf(rows), thresholds);
      assert.ok(found.done);
      for (const [place, threshold] of thresholds.entries())
        assert.deepEqual([...(found.value[place] ?? [])], reachable(rows, threshold));
    }),
  );
});

test('without rules, best-first clusters are the connected components, and every edge is counted once', () => {
  fc.assert(
    fc.property(edges, (rows) => {
      const { clusterOf, joined, within, refused, given } = clustered(rows);
      assert.deepEqual([...clusterOf], reachable(rows, 0));
      assert.equal(joined + within, rows.filter(([, , weight]) => weight >= 0).length);
      assert.deepEqual([refused.length, given], [0, 0]);
    }),
  );
});

const rules = fc.record({
  cannotLink: fc.array(pair, { maxLength: 6 }),
  sourceOf: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: records, maxLength: records }),
  codes: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: records, maxLength: records }),
  minimumCohesion: fc.constantFrom(0, 0.4, 1),
});

type Drawn = {
  cannotLink: [number, number][];
  sourceOf: number[];
  codes: number[];
  minimumCohesion: number;
};

const rulesOf = ({ cannotLink, sourceOf, codes, minimumCohesion }: Drawn): ClusterRules => ({
  cannotLink,
  duplicateFree: { sourceOf: Uint8Array.from(sourceOf), sources: [1, 2] },
  oneOf: [{ name: 'number', codes: Int32Array.from(codes) }],
  minimumCohesion,
});

test('R62: no rule is broken for any edges in any order, the order does not matter, and no merge is lost in silence', () => {
  fc.assert(
    fc.property(edges, rules, fc.infiniteStream(fc.double({ noNaN: true })), (rows, drawn, chances) => {
      const own = rulesOf(drawn);
      const made = clustered(rows, own);
      const other = clustered(shuffled(rows, chances), own);
      assert.deepEqual(other.clusterOf, made.clusterOf);
      assert.deepEqual(refusedByReason(other), refusedByReason(made));
      assert.deepEqual([...made.clusterOf], bruteForce(rows, drawn));
      for (const [one, two] of drawn.cannotLink) assert.notEqual(made.clusterOf[one], made.clusterOf[two]);
      const seen = new Set<string>();
      for (const [record, cluster] of made.clusterOf.entries()) {
        const source = drawn.sourceOf[record] ?? 0;
        if (source !== 1 && source !== 2) continue;
        assert.ok(!seen.has(`${cluster} ${source}`), 'two records of a source that holds nobody twice');
        seen.add(`${cluster} ${source}`);
      }
      const above = rows.filter(([, , weight]) => weight >= 0).length;
      assert.equal(made.joined + made.within + made.refused.length, above);
    }),
    { numRuns: 150 },
  );
});

test('R62: a must-link is kept, and one that contradicts a cannot-link is refused with words', () => {
  const mustLink: Pair[] = [
    [0, 1],
    [1, 2],
  ];
  const kept = clustered([[0, 3, 9]], { mustLink, cannotLink: [[2, 3]] });
  assert.deepEqual([...kept.clusterOf.slice(0, 4)], [0, 0, 0, 3]);
  assert.equal(kept.given, 2);
  assert.deepEqual(kept.refused, [{ edge: 0, reason: 'forbidden' }]);
  assert.match(wordsOfMergeRefusal.forbidden, /never be joined/);
  const torn = bestFirstClusters({
    records,
    edges: edgesOf([]),
    threshold: 0,
    rules: { mustLink, cannotLink: [[2, 0]] },
  });
  assert.ok(!torn.done && torn.refusal.reason === 'contradiction');
});

test('a chain of weak agreement stays apart where cohesion is asked for', () => {
  const chain: Edge[] = [
    [0, 1, 9],
    [1, 2, 8],
    [2, 3, 7],
  ];
  assert.deepEqual([...clustered(chain).clusterOf.slice(0, 4)], [0, 0, 0, 0]);
  const tight = clustered(chain, { minimumCohesion: 0.6 });
  assert.deepEqual([...tight.clusterOf.slice(0, 4)], [0, 0, 2, 2]);
  assert.deepEqual(tight.refused, [{ edge: 1, reason: 'too-loose' }]);
});

test('edges and rules that do not fit the records are refused', () => {
  const reasonOf = (rows: readonly Edge[], rules: ClusterRules = {}): string => {
    const result = bestFirstClusters({ records, edges: edgesOf(rows), threshold: 0, rules });
    return result.done ? 'done' : result.refusal.reason;
  };
  assert.equal(reasonOf([[0, 12, 1]]), 'bad-edge');
  assert.equal(reasonOf([[3, 3, 1]]), 'bad-edge');
  assert.equal(reasonOf([[0, 1, Number.NaN]]), 'bad-edge');
  assert.equal(reasonOf([], { cannotLink: [[1, 1]] }), 'bad-pair');
  assert.equal(reasonOf([], { minimumCohesion: 2 }), 'not-a-share');
  assert.equal(reasonOf([], { oneOf: [{ name: 'n', codes: new Int32Array(3) }] }), 'columns-differ');
});

test('R62: a protected address joins nobody, nor does the earlier home of whoever has one', () => {
  // records 0 and 1 are one person at home 5; record 2 lives at home 5; 3 at home 5 and now at the safe home 9
  const clusterOf = Int32Array.of(0, 0, 2, 3, 3, 5, 6);
  const homeOf = Int32Array.of(5, 6, 5, 5, 9, 9, 6);
  const { householdOf, notJoined } = householdsOf({ clusterOf, homeOf, protectedHomes: new Set([9]) });
  assert.deepEqual([...householdOf], [0, 0, 0, 3, 3, 5, 0]);
  assert.deepEqual(notJoined, [{ home: 9, reason: 'protected' }]);
  const crowd = householdsOf({ clusterOf, homeOf, protectedHomes: new Set(), mostPeople: 2 });
  assert.deepEqual(crowd.notJoined, [{ home: 5, reason: 'too-many-people' }]);
  const hidden = householdsOf({
    clusterOf,
    homeOf,
    protectedHomes: new Set(),
    protectedRecords: new Set([2]),
  });
  assert.equal(hidden.householdOf[2], 2);
});

function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function compared(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function reachable(rows: readonly Edge[], threshold: number): number[] {
  const label = Array.from({ length: records }, (_, record) => record);
  for (let turn = 0; turn < records; turn += 1)
    for (const [one, other, weight] of rows) {
      const least = Math.min(label[one] ?? 0, label[other] ?? 0);
      if (weight >= threshold) label[one] = label[other] = least;
    }
  return label;
}

function shuffled<Item>(items: readonly Item[], chances: { next(): { value: number } }): Item[] {
  return items
    .map((item) => ({ item, at: chances.next().value }))
    .toSorted((a, b) => compared(a.at, b.at))
    .map(({ item }) => item);
}

/** The same in the plainest way: sets of records, every rule looked up afresh. */
function bruteForce(rows: readonly Edge[], drawn: Drawn): number[] {
  let sets = Array.from({ length: records }, (_, record) => [record]);
  const kept = rows.filter(([, , weight]) => weight >= 0);
  const joins = (one: number, other: number): boolean =>
    kept.some(([left, right]) => (left === one && right === other) || (left === other && right === one));
  const sorted = kept.toSorted((a, b) => b[2] - a[2] || a[0] - b[0] || a[1] - b[1]);
  for (const [left, right] of sorted) {
    const one = sets.find((set) => set.includes(left)) ?? [];
    const other = sets.find((set) => set.includes(right)) ?? [];
    if (one === other) continue;
    const both = [...one, ...other];
    const forbidden = drawn.cannotLink.some(([a, b]) => both.includes(a) && both.includes(b));
    const sources = both
      .map((record) => drawn.sourceOf[record] ?? 0)
      .filter((source) => source === 1 || source === 2);
    const values = new Set(both.map((record) => drawn.codes[record] ?? -1).filter((code) => code >= 0));
    const across = one.flatMap((a) => other.filter((b) => joins(a, b))).length;
    const loose = across < drawn.minimumCohesion * one.length * other.length;
    if (forbidden || new Set(sources).size < sources.length || values.size > 1 || loose) continue;
    sets = [...sets.filter((set) => set !== one && set !== other), both];
  }
  return Array.from({ length: records }, (_, record) =>
    Math.min(...(sets.find((set) => set.includes(record)) ?? [])),
  );
}
