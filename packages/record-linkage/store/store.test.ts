import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { ClusterStore } from './cluster-store.ts';
import { KeyIndex } from './key-index.ts';

const because = { reason: 'the model, weight 12', by: 'model 1' };

function opened(folder: string): ClusterStore {
  const store = ClusterStore.open(folder);
  assert.ok(store.done, store.done ? '' : store.refusal.words);
  return store.value;
}

function inFolder(act: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'clusters-'));
  try {
    act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('R32: 1,000 merges, undone, leave the book as it was to the byte, and so does opening it again', () => {
  inFolder((folder) => {
    const store = opened(folder);
    const added = store.add(Array.from({ length: 1500 }, (_, record) => ({ record: `school/${record}` })));
    assert.ok(added.done);
    const before = store.book.text();
    const merges: number[] = [];
    store.together(() => {
      for (let turn = 0; merges.length < 1000; turn += 1) {
        const one = store.book.clusterOf(`school/${(turn * 7) % 1500}`) ?? 0;
        const other = store.book.clusterOf(`school/${(turn * 13 + 1) % 1500}`) ?? 0;
        const merged = one === other ? undefined : store.merge(one, other, because);
        if (merged?.done) merges.push(merged.value);
      }
    });
    assert.equal(merges.length, 1000);
    const joined = store.book.text();
    store.close();
    const again = opened(folder);
    assert.equal(again.book.text(), joined);
    for (const merge of merges.toReversed())
      assert.ok(again.unmerge(merge, { reason: 'a mistake', by: 'Ada' }).done);
    assert.equal(again.book.text(), before);
    again.close();
    const last = opened(folder);
    assert.equal(last.book.text(), before);
    last.close();
  });
});

test('numbers stay: added records change no cluster, the older number lives on, a split gets a new one', () => {
  inFolder((folder) => {
    const store = opened(folder);
    assert.deepEqual(store.add([{ record: 'a' }, { record: 'b' }, { record: 'c' }]), {
      done: true,
      value: [1, 2, 3],
    });
    assert.deepEqual(store.merge(3, 1, because), { done: true, value: 0 });
    assert.deepEqual(store.add([{ record: 'd', cluster: 1 }, { record: 'e' }]), {
      done: true,
      value: [1, 4],
    });
    assert.deepEqual(store.split(1, ['d'], because), { done: true, value: 5 });
    assert.equal(store.book.text(), '1 ["a","c"]\n2 ["b"]\n4 ["e"]\n5 ["d"]\n');
    const twice = store.add([{ record: 'a' }]);
    assert.ok(!twice.done && twice.refusal.reason === 'known-record');
    const nowhere = store.add([{ record: 'f', cluster: 99 }]);
    assert.ok(!nowhere.done && nowhere.refusal.reason === 'no-cluster');
    store.close();
  });
});

test('R62: what is kept apart is joined by nobody, through nothing, and let together only by two people', () => {
  inFolder((folder) => {
    const store = opened(folder);
    store.add([{ record: 'before' }, { record: 'after' }, { record: 'between' }]);
    assert.ok(store.keepApart('before', 'after', { reason: 'adoption', by: 'Ada' }).done);
    assert.ok(store.merge(1, 3, because).done);
    const refused = store.merge(2, 1, because);
    assert.ok(!refused.done && refused.refusal.reason === 'kept-apart');
    store.close();
    const again = opened(folder);
    assert.ok(!again.merge(1, 2, because).done);
    const alone = again.letTogether('before', 'after', { reason: 'a court', by: ['Ada', 'Ada'] });
    assert.ok(!alone.done && alone.refusal.reason === 'one-person');
    assert.ok(again.letTogether('before', 'after', { reason: 'a court', by: ['Ada', 'Ben'] }).done);
    assert.ok(again.merge(1, 2, because).done);
    again.close();
  });
});

test('a merge is undone only as long as what it joined is still together', () => {
  inFolder((folder) => {
    const store = opened(folder);
    store.add([{ record: 'a' }, { record: 'b' }, { record: 'c' }]);
    store.merge(1, 2, because);
    store.merge(1, 3, because);
    assert.ok(store.unmerge(0, because).done);
    assert.equal(store.book.text(), '1 ["a","c"]\n2 ["b"]\n');
    const twice = store.unmerge(0, because);
    assert.ok(!twice.done && twice.refusal.reason === 'no-merge');
    store.close();
  });
});

test('a log cut short anywhere opens with every whole fact, and one that was changed is refused', () => {
  inFolder((folder) => {
    const store = opened(folder);
    store.add([{ record: 'ä/1' }, { record: 'b' }]);
    store.merge(1, 2, because);
    const whole = store.book.text();
    store.close();
    const file = join(folder, 'clusters.log');
    const bytes = readFileSync(file);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length }), (length) => {
        writeFileSync(file, bytes);
        truncateSync(file, length);
        const cut = opened(folder);
        const facts = bytes.subarray(0, length).filter((byte) => byte === 10).length;
        assert.equal(cut.book.size, Math.min(2, facts));
        if (length === bytes.length) assert.equal(cut.book.text(), whole);
        assert.ok(cut.add([{ record: 'next' }]).done);
        cut.close();
        const after = opened(folder);
        assert.equal(after.cutOff, 0);
        assert.notEqual(after.book.clusterOf('next'), undefined);
        after.close();
      }),
      { numRuns: 40 },
    );
    writeFileSync(file, bytes.toString('utf8').replace('model 1', 'model 2'));
    appendFileSync(file, bytes);
    const broken = ClusterStore.open(folder);
    assert.ok(!broken.done && broken.refusal.reason === 'log-changed');
  });
});

test('the key index finds those who agree in any key, each once, as looking at all of them does', () => {
  const keys = fc.array(fc.constantFrom('', 'a', 'b', 'c'), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 30 }), keys, (all, asked) => {
      const index = new KeyIndex();
      for (const each of all) index.add(each);
      const agree = all.flatMap((own, record) =>
        own.some((key, rule) => key !== '' && key === asked[rule]) ? [record] : [],
      );
      assert.deepEqual(index.candidates(asked).records, agree);
      assert.equal(index.records, all.length);
    }),
  );
  const crowd = new KeyIndex();
  for (let record = 0; record < 30; record += 1) crowd.add(['baby']);
  assert.deepEqual(crowd.candidates(['baby'], 20), { records: [], passedOver: 1 });
});
