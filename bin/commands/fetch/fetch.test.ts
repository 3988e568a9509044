import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serveFile, replayingServer } from '#platform/outbound/testing/replaying-server.ts';
import { documentOf, emptyService, goldenthread } from '../../testing.ts';
import { fetchReport } from './fetching.ts';
import { z } from 'zod';

const header =
  'Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,Compared to England value or percentiles,Compared to percentiles,Time period Sortable,New data,Compared to goal,Time period range';
const row =
  '90284,Invented admissions,E92000001,England,E10000013,Gloucestershire,Counties,Persons,<15 yrs,,,2023,85,80,90,78,92,850,100000,,,,,20230000,,,1y';

const fetched = z.object({ fetched: z.array(fetchReport) });

test('B04 figures are fetched from a terminal: looked at, brought in, and nothing new the second time', async (t) => {
  const server = await replayingServer(t, (question, answer) =>
    question.url?.includes('indicator_ids=90284')
      ? serveFile({ question, answer }, { body: `${header}\n${row}\n` })
      : void answer.writeHead(404, { 'content-type': 'text/html' }).end('no'),
  );
  // the running service does it, so that its database is opened once
  const { settings } = await emptyService(t, {
    GOLDENTHREAD_FINGERTIPS: `${server.base}/api`,
    GOLDENTHREAD_EES: `${server.base}/statistics/v1`,
  });
  const run = async (...words: string[]) => {
    const ran = await goldenthread([...words, '--json'], settings);
    return {
      code: ran.code,
      ran,
      became: fetched.safeParse(documentOf(ran)).data?.fetched[0]?.files[0]?.became,
    };
  };
  const looked = await run('fetch', 'fingertips', '--indicator', '90284', '--dry-run');
  assert.deepEqual([looked.code, looked.became], [0, 'would-be-brought-in'], looked.ran.err);
  const brought = await run('fetch', 'fingertips', '--indicator', '90284');
  assert.deepEqual([brought.code, brought.became], [0, 'brought-in'], brought.ran.err);
  const again = await run('fetch', 'fingertips', '--indicator', '90284');
  assert.deepEqual([again.code, again.became], [0, 'nothing-new']);
  const missing = await run('fetch', 'fingertips', '--group', '1');
  assert.deepEqual([missing.code, missing.became], [1, 'failed']);
  assert.match(missing.ran.out, /nothing under that number any more \(it answered 404\)/);
  const list = await goldenthread(['fetch', 'list'], settings);
  assert.deepEqual([list.code, list.out.trim()], [0, 'Nothing is set to be fetched.']);
  const all = await goldenthread(['fetch', 'all'], settings);
  assert.deepEqual([all.code, all.out.trim()], [0, 'There is nothing to fetch now.']);
});

const wrongUses: readonly (readonly string[])[] = [
  ['fetch', 'fingertips'],
  ['fetch', 'fingertips', '--indicator', '1', '--group', '2'],
  ['fetch', 'fingertips', '--indicator', 'admissions'],
  ['fetch', 'fingertips', '--indicator', '1', '--area-type', 'county'],
  ['fetch', 'ees', '--data-set', '90284'],
  ['fetch', 'ees', '--publication', 'x', '--as', '../x'],
];

test('a fetch that says too little, too much or nonsense is a wrong use, and asks nobody', async () => {
  for (const words of wrongUses) {
    const { code, err } = await goldenthread(words);
    assert.equal(code, 2, words.join(' '));
    assert.match(err, /--/, words.join(' '));
  }
});

test('--help says what is fetched and how', async () => {
  const { code, out } = await goldenthread(['fetch', 'ees', '--help']);
  assert.equal(code, 0);
  assert.match(out, /--data-set ID/);
  assert.match(out, /GOLDENTHREAD_EES/);
});
