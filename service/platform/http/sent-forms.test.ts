import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notFound, redirectTo, type Answer } from './route.ts';
import { pressOf, SentForms } from './sent-forms.ts';

const refused = notFound();

function counted(answers: readonly Answer[]) {
  let count = 0;
  const answer = async (): Promise<Answer> => {
    const mine = answers[Math.min(count, answers.length - 1)] ?? refused;
    count += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return mine;
  };
  return { answer, count: () => count };
}

test('the same press sent fifty times at once takes effect once, and all hear the same', async () => {
  const sent = new SentForms();
  const work = counted([redirectTo('/done')]);
  const answers = await Promise.all(Array.from({ length: 50 }, () => sent.answerOnce('a', work.answer)));
  assert.equal(work.count(), 1);
  assert.equal(new Set(answers).size, 1);
  assert.equal((await sent.answerOnce('a', work.answer)).kind, 'redirect');
  assert.equal(work.count(), 1, 'and once more a moment later');
});

test('another press is another matter', async () => {
  const sent = new SentForms();
  const work = counted([redirectTo('/done')]);
  await Promise.all([sent.answerOnce('a', work.answer), sent.answerOnce('b', work.answer)]);
  assert.equal(work.count(), 2);
});

test('what was refused may be tried again, and is accepted at most once', async () => {
  const sent = new SentForms();
  const work = counted([refused, redirectTo('/done')]);
  const answers = await Promise.all(Array.from({ length: 20 }, () => sent.answerOnce('a', work.answer)));
  assert.equal(work.count(), 2);
  assert.equal(answers.filter(({ kind }) => kind === 'redirect').length, 19);
});

test('a fault is told to whom it struck, and the next try goes ahead', async () => {
  const sent = new SentForms();
  await assert.rejects(sent.answerOnce('a', () => Promise.reject(new Error('gone'))));
  assert.equal((await sent.answerOnce('a', async () => redirectTo('/done'))).kind, 'redirect');
});

test('a press is told apart by who, where, what was typed, and which file', () => {
  const body = { posted: { csrf: ['1'], label: ['a'] }, uploads: [] };
  const upload = { field: 'file', fileName: 'a.csv', path: '/x', bytes: 1, sha256: '1' };
  const presses = [
    pressOf('me', '/a', body),
    pressOf('you', '/a', body),
    pressOf('me', '/b', body),
    pressOf('me', '/a', { ...body, posted: { csrf: ['2'], label: ['a'] } }),
    pressOf('me', '/a', { ...body, posted: { csrf: ['1'], label: ['b'] } }),
    pressOf('me', '/a', { ...body, uploads: [upload] }),
    pressOf('me', '/a', { ...body, uploads: [{ ...upload, sha256: '2' }] }),
  ];
  assert.equal(new Set(presses).size, presses.length);
  assert.equal(pressOf('me', '/a', { ...body, uploads: [{ ...upload, path: '/elsewhere' }] }), presses[5]);
});
