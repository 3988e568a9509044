import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FamilyModel } from '../families/family-model.ts';
import { gatherPairs } from '../linking/gather-pairs.ts';
import { judgePairs, type ScoredPairs } from '../linking/judge-pairs.ts';
import { peopleOf } from '../linking/people.ts';
import type { LinkageModel } from '../model/model.ts';
import { scorePair, frequenciesOf } from '../model/score-pair.ts';
import { recordsOf, type Row } from '../records/records-of.ts';
import type { ReadRecords } from '../records/finish-records.ts';
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

async function pairsOf(records: ReadRecords, of = model): Promise<ScoredPairs> {
  const gathered = await gatherPairs(records, of, { atLeast: -Infinity, threads: 1 });
  assert.ok(gathered.done);
  return gathered.value.pairs;
}

async function begun(folder: string, rows: readonly Row[]): Promise<LinkageStore> {
  const records = read(rows);
  return opened(LinkageStore.create(folder, { records, model, pairs: await pairsOf(records) }));
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

const families: FamilyModel = {
  prior: 0.02,
  rates: [
    [0.2, 0.8],
    [0.3, 0.7],
    [0.05, 0.95],
  ],
  shared: [],
  sharedByTwins: [1],
};

test('adding batch after batch leaves everybody as a whole job does, by the same rules, and numbers stay', async () => {
  const rules = fc.record({
    duplicateFree: fc.subarray(['club', 'school']),
    oneOf: fc.constantFrom([], [{ name: 'number', of: { column: 'number' } }]),
    minimumCohesion: fc.constantFrom(0, 0.5),
    withFamilies: fc.boolean(),
  });
  const drawn = fc.array(row, { minLength: 3, maxLength: 24 });
  await fc.assert(
    fc.asyncProperty(drawn, rules, fc.integer({ min: 1, max: 6 }), async (values, given, step) => {
      // in the order of a whole job, all sources from the first: so that ties fall alike
      const all = ['club', 'school', 'tour'].map((source) => ({
        name: null,
        born: null,
        number: null,
        source,
      }));
      const rows = [...all, ...values].map((each, at) => ({ ...each, id: String(100 + at) }));
      rows.sort((one, other) => (one.source + one.id < other.source + other.id ? -1 : 1));
      const { withFamilies, ...more } = given;
      const settings = { ...more, ...(withFamilies && { families }) };
      await inFolder(async (folder) => {
        const isFirst = (at: number): boolean => rows[at]?.source !== rows[at - 1]?.source;
        const begin = rows.filter((_, at) => isFirst(at));
        const later = rows.filter((_, at) => !isFirst(at));
        const records = read(begin);
        const pairs = await pairsOf(records, plain);
        const store = opened(LinkageStore.create(folder, { records, model: plain, pairs, ...settings }));
        for (let from = 0; from < later.length; from += step) {
          const before = peopleIn(store.text());
          const added = store.add(read(later.slice(from, from + step)), byModel);
          assert.ok(added.done);
          assert.equal(added.value.people.length, Math.min(step, later.length - from));
          checkNumbers(before, peopleIn(store.text()));
        }
        const sets = (people: Iterable<readonly string[]>) =>
          [...people].map((each) => each.toSorted().join(' ')).toSorted();
        const expected = await wholeJob([...begin, ...later], settings);
        assert.deepEqual(sets(peopleIn(store.text()).values()), sets(expected));
        store.close();
      });
    }),
    { numRuns: 60 },
  );
});

/** People of a whole job over rows, numbered in the order in which they came. */
async function wholeJob(
  rows: readonly Row[],
  { duplicateFree = [], oneOf = [], families: third, ...rules }: Omit<ToStore, 'records' | 'model' | 'pairs'>,
): Promise<readonly (readonly string[])[]> {
  const records = read(rows);
  const names = rows.map((each) => `${each['source']}/${each['id']}`);
  const nameOf = (record: number): string =>
    `${records.sources[records.sourceOf[record] ?? 0]}/${records.ids.text(record)}`;
  const places = Int32Array.from({ length: records.count }, (_, record) => names.indexOf(nameOf(record)));
  const scored = await pairsOf(records, plain);
  const [left, right] = [scored.left, scored.right].map((side) => side.map((record) => places[record] ?? 0));
  assert.ok(left && right);
  const pairs = { ...scored, left, right };
  const sourceOf = Uint8Array.from(rows, (each) => records.sources.indexOf(each['source'] ?? ''));
  const people = peopleOf({
    records: { count: rows.length, sources: records.sources, sourceOf },
    pairs,
    judged: judgePairs(pairs, { model: plain, families: third, records }),
    rules: {
      ...rules,
      ...(duplicateFree.length > 0 && {
        duplicateFree: { sourceOf, sources: duplicateFree.map((name) => records.sources.indexOf(name)) },
      }),
      oneOf: oneOf.map(({ name }) => {
        const values = rows.map((each) => each[name] ?? null);
        const numbers = [...new Set(values)];
        return {
          name,
          codes: Int32Array.from(values, (each) => (each === null ? -1 : numbers.indexOf(each))),
        };
      }),
    },
  });
  assert.ok(people.done);
  const sets = Map.groupBy(names, (_, at) => people.value.personOf[at] ?? -1);
  return [...sets.values()];
}

function peopleIn(text: string): Map<number, readonly string[]> {
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

test('a writer that is killed at any moment loses nothing that was acknowledged, and its store opens', async () => {
  await inFolder(async (folder) => {
    (await begun(folder, alone(5))).close();
    const writer = new URL('./killed-writer.ts', import.meta.url).pathname;
    let known = 0;
    for (const wait of [1, 15, 40]) {
      const child = spawn(process.execPath, [...process.execArgv, writer, folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(child, 'exit');
      let said = '';
      child.stdout.setEncoding('utf8');
      child.stdout.on('data', (text: string) => {
        said += text;
        if (said.split('\n').length > wait) child.kill('SIGKILL');
      });
      const [, signal] = await ended;
      assert.equal(signal, 'SIGKILL');
      const acknowledged = said.split('\n').slice(0, -1);
      assert.ok(acknowledged.length >= wait);
      const store = opened(LinkageStore.open(folder));
      for (const id of acknowledged)
        assert.notEqual(store.personOf({ source: 'school', id }), undefined, `${id} was lost`);
      assert.ok(store.records >= 5 + known + acknowledged.length);
      known = store.records - 5;
      const people = [...peopleIn(store.text()).values()].flat();
      assert.equal(new Set(people).size, store.records);
      store.close();
    }
  });
});

test('a store that is open is opened by nobody else, and a folder without one is refused', async () => {
  await inFolder(async (folder) => {
    const none = LinkageStore.open(folder);
    assert.ok(!none.done && none.refusal.reason === 'no-store');
    const store = await begun(folder, alone(2));
    const twice = LinkageStore.open(folder);
    assert.ok(!twice.done && twice.refusal.reason === 'in-use');
    const records = read(alone(2));
    const again = LinkageStore.create(folder, { records, model, pairs: await pairsOf(records) });
    assert.ok(!again.done && again.refusal.reason === 'store-there');
    store.close();
    const bytes = readFileSync(join(folder, 'store.bin'));
    writeFileSync(join(folder, 'store.bin'), bytes.subarray(0, bytes.length / 2));
    const half = LinkageStore.open(folder);
    assert.ok(!half.done && half.refusal.reason === 'unreadable-store');
    writeFileSync(join(folder, 'store.bin'), 'something else');
    const other = LinkageStore.open(folder);
    assert.ok(!other.done && other.refusal.reason === 'unreadable-store');
  });
});

test('what cannot be added is refused with its place, and nothing of it stays', async () => {
  await inFolder(async (folder) => {
    const store = await begun(folder, alone(4));
    const before = store.text();
    const known = store.add(
      read([
        { id: 'new', source: 'a new source', name: 'n1' },
        { id: 'r2', source: 'school', name: 'n2' },
      ]),
      byModel,
    );
    assert.ok(!known.done && known.refusal.reason === 'known-record');
    assert.equal(known.refusal.place, 'school: r2');
    const without = recordsOf({
      rows: [{ id: 'x', source: 'school' }],
      model: { ...model, comparisons: [], blockingRules: [] },
    });
    assert.ok(without.done);
    const missing = store.add(without.value, byModel);
    assert.ok(!missing.done && missing.refusal.reason === 'missing-column');
    const many = Array.from({ length: 255 }, (_, at) => ({ id: 'x', source: `s${at}`, name: 'n1' }));
    const sources = store.add(read(many), byModel);
    assert.ok(!sources.done && sources.refusal.reason === 'too-many-sources');
    assert.equal(store.text(), before);
    assert.equal([...store.history()].length, 0);
    assert.ok(!store.explain({ source: 'school', id: 'r1' }, { source: 'school', id: 'nobody' }).done);
    for (const refused of [
      store.merge(1, 1, because),
      store.merge(1, 99, because),
      store.unmerge(2, because),
    ])
      assert.ok(!refused.done);
    store.close();
  });
});

test('long values, other letters and records that say nothing are added, each a record', async () => {
  await inFolder(async (folder) => {
    const store = await begun(folder, alone(3));
    const long = 'ж'.repeat(10_000);
    const rows: Row[] = [
      { id: '张伟', source: 'школа', name: '张伟', born: '1', number: long },
      { id: '👧🏽', source: 'школа', name: '张伟', born: '1', number: long },
      { id: 'nothing', source: 'школа' },
      { id: '', source: 'школа', name: '', born: '' },
    ];
    const added = store.add(read(rows), byModel);
    assert.ok(added.done);
    assert.equal(added.value.people.length, 4);
    store.close();
    const again = opened(LinkageStore.open(folder));
    assert.equal(again.records, 7);
    const [one, other] = ['张伟', '👧🏽'].map((id) => again.personOf({ source: 'школа', id }));
    assert.equal(one, other);
    assert.notEqual(again.personOf({ source: 'школа', id: '' }), undefined);
    again.compact();
    again.close();
    const last = opened(LinkageStore.open(folder));
    assert.equal(last.records, 7);
    last.close();
  });
});

test('a placeholder that very many share is passed over and named, and what other rules find of it stays', async () => {
  await inFolder(async (folder) => {
    const records = read(alone(2));
    const pairs = await pairsOf(records);
    const store = opened(LinkageStore.create(folder, { records, model, pairs, mostPairsInBlock: 1000 }));
    const crowd = Array.from({ length: 20_000 }, (_, at) => ({
      id: `c${at}`,
      source: 'ward',
      name: 'Baby',
      number: at < 2 ? 'one' : `${at}`,
      born: at < 2 ? 'b' : null,
    }));
    const added = store.add(read(crowd), byModel);
    assert.ok(added.done);
    assert.equal(added.value.candidates, 1);
    assert.equal(added.value.records, 20_000);
    assert.equal(store.records, 20_002);
    const [block] = added.value.passedOver;
    assert.deepEqual(
      [block?.rule, block?.value, block?.records, block?.pairs],
      ['name', '"Baby"', 20_000, (20_000 * 19_999) / 2],
    );
    assert.ok(added.value.words.some((words) => words.includes('20,000 records share "Baby"')));
    const asked = store.lookUp({ id: 'x', source: 'ward', name: 'Baby', number: 'one' });
    assert.ok(asked.done);
    assert.equal(asked.value.candidates, 2);
    assert.equal(asked.value.passedOver[0]?.records, 20_001);
    store.close();
  });
});
