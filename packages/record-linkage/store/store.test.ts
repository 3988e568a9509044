import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { bestFirstClusters } from '../clusters/best-first.ts';
import type { LinkageModel } from '../model/model.ts';
import { scorePair, frequenciesOf } from '../model/score-pair.ts';
import { recordsOf, type Row } from '../records/records-of.ts';
import type { ReadRecords } from '../records/finish-records.ts';
import { scorePairs } from '../scoring/score-pairs.ts';
import type { ToStore } from './create-state.ts';
import { LinkageStore } from './linkage-store.ts';
import type { Match } from './look-up.ts';

const because = { reason: 'a person looked', by: 'Ada' };
const byModel = { reason: 'new records', by: 'model 1' };

const equal = (column: string) => ({ is: 'equal', left: { column }, right: { column } }) as const;
const model: LinkageModel = {
  linkType: 'link-and-dedupe',
  idColumn: 'id',
  sourceColumn: 'source',
  prior: 0.01,
  comparisons: ['name', 'born', 'number'].map((column) => ({
    name: column,
    nullWhen: { is: 'missing', of: { column } },
    levels: [
      {
        label: 'equal',
        when: equal(column),
        m: 0.9,
        u: 0.05,
        ...(column === 'name' && { termFrequency: { column: { column }, weight: 1, minimum: 0 } }),
      },
      { label: 'else', when: { is: 'else' }, m: 0.1, u: 0.95 },
    ],
  })),
  blockingRules: ['name', 'born', 'number'].map((column) => ({
    name: column,
    keys: [{ left: { column }, right: { column } }],
  })),
};

function read(rows: readonly Row[]): ReadRecords {
  const records = recordsOf({ rows, model });
  assert.ok(records.done, records.done ? '' : records.refusal.words);
  return records.value;
}

function opened(store: ReturnType<typeof LinkageStore.open>): LinkageStore {
  assert.ok(store.done, store.done ? '' : store.refusal.words);
  return store.value;
}

async function inFolder(act: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'linkage-store-'));
  try {
    await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function edgesOf(records: ReadRecords, of = model): Promise<ToStore['edges']> {
  const [left, right, weight]: [number[], number[], number[]] = [[], [], []];
  const scored = await scorePairs({
    records,
    model: of,
    atLeast: 3,
    threads: 1,
    into: (batch) => {
      left.push(...batch.left);
      right.push(...batch.right);
      weight.push(...batch.weight);
    },
  });
  assert.ok(scored.done);
  return {
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    weight: Float64Array.from(weight),
  };
}

async function begun(
  folder: string,
  rows: readonly Row[],
  more: Partial<ToStore> = {},
): Promise<LinkageStore> {
  const records = read(rows);
  const edges = await edgesOf(records);
  return opened(LinkageStore.create(folder, { records, model, edges, threshold: 3, ...more }));
}

const alone = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => ({ id: `r${at}`, source: 'school', name: `n${at}` }));

test('R32: 1,000 merges, undone, leave everybody as they were to the byte, and so does opening it again', async () => {
  await inFolder(async (folder) => {
    const store = await begun(folder, alone(1500));
    const before = store.text();
    const gone: number[] = [];
    store.together(() => {
      for (let turn = 0; gone.length < 1000; turn += 1) {
        const one = store.personOf({ source: 'school', id: `r${(turn * 7) % 1500}` }) ?? 0;
        const other = store.personOf({ source: 'school', id: `r${(turn * 13 + 1) % 1500}` }) ?? 0;
        const merged = one === other ? undefined : store.merge(one, other, because);
        if (merged?.done) gone.push(Math.max(one, other));
      }
    });
    const joined = store.text();
    assert.notEqual(joined, before);
    store.close();
    const again = opened(LinkageStore.open(folder));
    assert.equal(again.text(), joined);
    again.together(() => {
      for (const person of gone.toReversed()) assert.ok(again.unmerge(person, because).done);
    });
    assert.equal(again.text(), before);
    again.close();
    const last = opened(LinkageStore.open(folder));
    assert.equal(last.text(), before);
    assert.equal([...last.history()].length, 2000);
    last.close();
  });
});

test('undoing takes back everything, one change after the other, and needs two people where it lets together', async () => {
  await inFolder(async (folder) => {
    const store = await begun(folder, alone(6));
    const texts = [store.text()];
    const first = { source: 'school', id: 'r0' };
    store.merge(1, 2, because);
    texts.push(store.text());
    store.split(1, [{ source: 'school', id: 'r1' }], because);
    texts.push(store.text());
    const rows = [
      { id: 'x', source: 'school', name: 'n0', born: 'b', number: '7' },
      { id: 'y', source: 'club', name: 'n3', born: 'b', number: '7' },
    ];
    const added = store.add(read(rows), byModel);
    assert.ok(added.done);
    assert.equal(store.records, 8);
    store.close();
    const again = opened(LinkageStore.open(folder));
    assert.equal(again.records, 8);
    assert.ok(again.undo({ reason: 'the wrong file', by: 'Ada' }).done);
    assert.equal(again.text(), texts[2]);
    assert.equal(again.personOf({ source: 'club', id: 'y' }), undefined);
    const one = again.undo({ reason: 'no', by: 'Ada' });
    assert.ok(!one.done && one.refusal.reason === 'one-person');
    assert.ok(again.undo({ reason: 'no', by: ['Ada', 'Ben'] }).done);
    assert.equal(again.text(), texts[1]);
    again.compact();
    again.close();
    const last = opened(LinkageStore.open(folder));
    assert.equal(last.text(), texts[1]);
    assert.ok(last.undo({ reason: 'no', by: 'Ada' }).done);
    assert.equal(last.text(), texts[0]);
    const nothing = last.undo({ reason: 'no', by: 'Ada' });
    assert.ok(!nothing.done && nothing.refusal.reason === 'nothing-to-undo');
    assert.ok(last.add(read(rows), byModel).done);
    assert.equal(last.personOf(first), 1);
    last.close();
  });
});

test('R62: what is kept apart is joined by nobody, through nothing, and let together only by two people', async () => {
  await inFolder(async (folder) => {
    const store = await begun(folder, alone(3));
    const [before, after] = [
      { source: 'school', id: 'r0' },
      { source: 'school', id: 'r1' },
    ] as const;
    assert.ok(store.keepApart(before, after, { reason: 'adoption', by: 'Ada' }).done);
    assert.ok(store.merge(1, 3, because).done);
    const refused = store.merge(2, 1, because);
    assert.ok(!refused.done && refused.refusal.reason === 'kept-apart');
    // a record that agrees with both joins one of them, and the other stays apart
    const like = [0, 1].flatMap((at) => [
      { id: `like${at}`, source: 'club', name: `n${at}`, born: 'b', number: '7' },
      { id: `more${at}`, source: 'club', name: `n${at}`, born: 'b', number: '7' },
    ]);
    assert.ok(store.add(read(like), byModel).done);
    assert.notEqual(store.personOf(before), store.personOf(after));
    store.close();
    const again = opened(LinkageStore.open(folder));
    const one = again.personOf(before) ?? 0;
    const other = again.personOf(after) ?? 0;
    assert.ok(!again.merge(one, other, because).done);
    const alone_ = again.letTogether([before, after], { reason: 'a court', by: ['Ada', 'Ada'] });
    assert.ok(!alone_.done && alone_.refusal.reason === 'one-person');
    assert.ok(again.letTogether([before, after], { reason: 'a court', by: ['Ada', 'Ben'] }).done);
    assert.ok(again.merge(one, other, because).done);
    again.close();
  });
});

const value = (of: readonly string[]) => fc.option(fc.constantFrom(...of), { nil: null, freq: 5 });
const row = fc.record({
  name: value(['ann', 'bob', 'cy']),
  born: value(['1', '2', '3']),
  number: value(['7', '8', '9']),
  source: fc.constantFrom('club', 'school', 'tour'),
});
const plain: LinkageModel = {
  ...model,
  comparisons: model.comparisons.map((each) => ({
    ...each,
    levels: each.levels.map(({ label, when, m = 0, u = 0 }) => ({ label, when, m, u })),
  })),
};

test('adding batch after batch leaves everybody as clustering all at once does, by the same rules, and numbers stay', async () => {
  const rules = fc.record({
    duplicateFree: fc.subarray(['club', 'school']),
    oneOf: fc.constantFrom([], [{ name: 'number', of: { column: 'number' } }]),
    minimumCohesion: fc.constantFrom(0, 0.5),
  });
  const drawn = fc.array(row, { minLength: 3, maxLength: 24 });
  await fc.assert(
    fc.asyncProperty(drawn, rules, fc.integer({ min: 1, max: 6 }), async (values, given, step) => {
      const rows = values.map((each, at) => ({ ...each, id: String(100 + at) }));
      rows.sort((one, other) => (one.source + one.id < other.source + other.id ? -1 : 1));
      await inFolder(async (folder) => {
        const first = read(rows.slice(0, 2));
        const edges = await edgesOf(first, plain);
        const begin = { records: first, model: plain, edges, threshold: 3, ...given };
        const store = opened(LinkageStore.create(folder, begin));
        for (let from = 2; from < rows.length; from += step) {
          const before = peopleOf(store.text());
          const added = store.add(read(rows.slice(from, from + step)), byModel);
          assert.ok(added.done);
          assert.equal(added.value.people.length, Math.min(step, rows.length - from));
          checkNumbers(before, peopleOf(store.text()));
        }
        const whole = read(rows);
        const sourceOf = whole.sourceOf;
        const sources = given.duplicateFree.map((name) => whole.sources.indexOf(name));
        const clustering = bestFirstClusters({
          records: rows.length,
          edges: await edgesOf(whole, plain),
          threshold: 3,
          rules: {
            duplicateFree: { sourceOf, sources: sources.filter((at) => at >= 0) },
            oneOf: given.oneOf.map(({ name }) => ({
              name,
              codes: whole.columns.get('column:number')?.codes ?? new Int32Array(0),
            })),
            minimumCohesion: given.minimumCohesion,
          },
        });
        assert.ok(clustering.done);
        const expected = new Map<number, string[]>();
        for (const [record, cluster] of clustering.value.clusterOf.entries())
          expected.set(cluster, [
            ...(expected.get(cluster) ?? []),
            `${whole.sources[sourceOf[record] ?? 0]}/${whole.ids.text(record)}`,
          ]);
        const sets = (people: Iterable<readonly string[]>) =>
          [...people].map((each) => each.join(' ')).toSorted();
        assert.deepEqual(sets(peopleOf(store.text()).values()), sets(expected.values()));
        store.close();
      });
    }),
    { numRuns: 60 },
  );
});

function peopleOf(text: string): Map<number, readonly string[]> {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const at = line.indexOf(' ');
      const names: unknown = JSON.parse(line.slice(at + 1));
      assert.ok(Array.isArray(names));
      return [Number(line.slice(0, at)), names.map(String)];
    }),
  );
}

/** Whoever is left as they were keeps their number, and where whole people come together the oldest number stays. */
function checkNumbers(before: Map<number, readonly string[]>, after: Map<number, readonly string[]>): void {
  const known = new Map(
    [...before].flatMap(([person, names]) => names.map((name) => [name, person] as const)),
  );
  for (const [person, names] of after) {
    const from = [...new Set(names.flatMap((name) => known.get(name) ?? []))];
    const inside = new Set(names);
    const whole = from.filter((each) => before.get(each)?.every((name) => inside.has(name)));
    if (whole.length === from.length && from.length > 0) assert.equal(person, Math.min(...from));
    if (from.length === 0) assert.ok(!before.has(person));
  }
}

test('a log cut short anywhere opens with every whole change, and one that was altered is refused', async () => {
  await inFolder(async (folder) => {
    const store = await begun(folder, alone(4));
    const texts = [store.text()];
    for (const at of [0, 1, 2]) {
      assert.ok(store.add(read([{ id: `ä${at}`, source: 'school', name: `ü${at}` }]), byModel).done);
      texts.push(store.text());
    }
    store.close();
    const file = join(folder, 'changes.log');
    const bytes = readFileSync(file);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length }), (length) => {
        writeFileSync(file, bytes);
        truncateSync(file, length);
        const cut = opened(LinkageStore.open(folder));
        assert.equal(cut.text(), texts[bytes.subarray(0, length).filter((byte) => byte === 10).length]);
        assert.ok(cut.add(read([{ id: 'next', source: 'school' }]), byModel).done);
        cut.close();
        const after = opened(LinkageStore.open(folder));
        assert.equal(after.cutOff, 0);
        assert.notEqual(after.personOf({ source: 'school', id: 'next' }), undefined);
        after.close();
      }),
      { numRuns: 25 },
    );
    writeFileSync(file, bytes.toString('utf8').replace('model 1', 'model 2'));
    appendFileSync(file, bytes);
    const broken = LinkageStore.open(folder);
    assert.ok(!broken.done && broken.refusal.reason === 'log-changed');
  });
});

test('a row is looked up as if it were added, changes nothing, and a match is explained to its weight', async () => {
  await inFolder(async (folder) => {
    const rows = alone(40).map((each, at): Row => ({
      ...each,
      name: `n${at % 7}`,
      born: String(at % 5),
      number: String(at % 11),
    }));
    const store = await begun(folder, rows);
    const before = store.text();
    const asked = { id: 'new', source: 'club', name: 'n3', born: '2', number: 'new too' };
    const found = store.lookUp(asked, { atLeast: -Infinity });
    assert.ok(found.done);
    const frequencyOf = frequenciesOf(model, [...rows, asked]);
    const expected = rows.flatMap((each) => {
      const scored = scorePair({ model, frequencyOf }, each, asked);
      assert.ok(scored.done);
      const agrees = each['name'] === asked.name || each['born'] === asked.born;
      return agrees ? [[each['id'] ?? '', scored.value.weight] as const] : [];
    });
    assert.equal(found.value.candidates, expected.length);
    for (const [id, weight] of expected) {
      const match: Match | undefined = found.value.matches.find(({ record }) => record.id === id);
      assert.ok(match && Math.abs(match.weight - weight) < 1e-9);
      assert.equal(match.person, store.personOf({ source: 'school', id }));
    }
    const weights = found.value.matches.map(({ weight }) => weight);
    assert.deepEqual(
      weights,
      weights.toSorted((one, other) => other - one),
    );
    assert.equal(store.text(), before);
    assert.equal(store.records, 40);
    const own = store.lookUp({ ...rows[4] });
    assert.ok(own.done && own.value.held === store.personOf({ source: 'school', id: 'r4' }));
    assert.ok(own.value.matches.every(({ record }) => record.id !== 'r4'));
    const added = store.add(read([asked]), byModel);
    assert.ok(added.done);
    const best = found.value.matches[0];
    const why = store.explain({ source: 'club', id: 'new' }, best?.record ?? { source: '', id: '' });
    assert.ok(why.done && Math.abs(why.value.weight - (best?.weight ?? NaN)) < 1e-9);
    store.close();
  });
});
