import assert from 'node:assert/strict';
import { test } from 'node:test';
import { progressOn, readStep } from './progress.ts';

function screen(isTerminal: boolean) {
  const written: string[] = [];
  let now = 0;
  const progress = progressOn(
    { write: (text) => void written.push(text), isTerminal, columns: 60 },
    () => now,
  );
  return { written, progress, wait: (ms: number) => void (now += ms) };
}

test('on a terminal progress is one bar, drawn over and cleared away', () => {
  const { written, progress, wait } = screen(true);
  progress.tell({ says: 'Writing', done: 0, of: 200 });
  wait(10);
  progress.tell({ says: 'Writing', done: 1, of: 200 });
  wait(100);
  progress.tell({ says: 'Writing', done: 100, of: 200 });
  progress.tell({ says: 'Writing', done: 200, of: 200 });
  assert.equal(written.length, 3, 'not drawn more often than an eye can see, but always at its end');
  assert.ok(written.every((text) => text.startsWith('\r') && !text.includes('\n') && text.length <= 65));
  assert.match(written[1] ?? '', /█{12}░{12} 50% \(100 of 200\)/);
  progress.clear();
  assert.equal(written.at(-1), '\r\u001b[2K');
});

test('elsewhere progress is a line a few seconds apart', () => {
  const { written, progress, wait } = screen(false);
  for (let done = 0; done < 100; done += 1) {
    progress.tell({ says: 'Writing', done: done * 1000, of: 100_000 });
    wait(100);
  }
  assert.equal(written.length, 4);
  assert.match(written[1] ?? '', /^Writing: 30% \(30,000 of 100,000\)\n$/);
});

test('work of unknown length says how far it has come', () => {
  const { written, progress } = screen(false);
  progress.tell({ says: 'Reading', done: 4000 });
  assert.deepEqual(written, ['Reading… 4,000\n']);
});

test('word of progress that came over the socket is parsed', () => {
  assert.deepEqual(readStep({ says: 'Reading', done: 3, more: 1 }), { says: 'Reading', done: 3 });
  assert.throws(() => readStep({ done: 3 }));
});
