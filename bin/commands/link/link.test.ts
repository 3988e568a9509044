import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { begun, documentOf, goldenthread, ownFolder } from '../../testing.ts';
import { inventedPeople } from './testing.ts';

const summary = z.object({
  records: z.number(),
  people: z.number(),
  questions: z.number(),
  truth: z.object({ clusters: z.object({ f1: z.number() }) }).optional(),
});

/** Two files of invented people in a folder of the test's own. */
async function files(t: Parameters<typeof ownFolder>[0]) {
  const folder = await ownFolder(t);
  const { school, health } = inventedPeople(260);
  await writeFile(join(folder, 'school.csv'), school);
  await writeFile(join(folder, 'health.csv'), health);
  return { at: (name: string) => join(folder, name), rows: 2 * 260 - 40 };
}

const lines = async (path: string): Promise<readonly string[]> =>
  (await readFile(path, 'utf8')).trimEnd().split('\n');

const written = [
  'clusters.csv',
  'questions.csv',
  'siblings.csv',
  'report.html',
  'model.json',
  'summary.json',
];

test('link dedupe: every record in is one row out, the truth says how well, and nothing of a record is printed', async (t) => {
  const { at, rows } = await files(t);
  const words = [
    'link',
    'dedupe',
    at('school.csv'),
    at('health.csv'),
    '--out',
    at('out'),
    '--truth',
    'whose',
  ];
  const ran = await goldenthread([...words, '--json']);
  assert.equal(ran.code, 0, ran.err);
  const document = summary.parse(documentOf(ran));
  assert.equal(document.records, rows);
  assert.ok((document.truth?.clusters.f1 ?? 0) > 0.95, JSON.stringify(document));
  const [head, ...clusters] = await lines(at('out/clusters.csv'));
  assert.equal(head, 'id,source,person');
  assert.equal(clusters.length, rows);
  assert.equal(new Set(clusters.map((line) => line.split(',').slice(0, 2).join())).size, rows);
  assert.equal(new Set(clusters.map((line) => line.split(',')[2])).size, document.people);
  const again = await goldenthread(words);
  assert.match(again.out, /done before; nothing was computed anew/);
  assert.match(again.out, /Clusters: precision [\d.]+ \(95% limits/);
  const report = await readFile(at('out/report.html'), 'utf8');
  for (const text of [ran.out, ran.err, again.out, again.err, report])
    assert.doesNotMatch(text, /Ashgrove|Brightwater|Farah|Hamza/);
});

test('a job that was killed goes on where it stood, and comes to what an uninterrupted one comes to', async (t) => {
  const { at } = await files(t);
  const words = (out: string) => ['link', 'dedupe', at('school.csv'), at('health.csv'), '--out', at(out)];
  const whole = await goldenthread(words('whole'));
  assert.equal(whole.code, 0, whole.err);
  // killed after the model stands, and once more soon after the next beginning
  const first = begun(words('killed'), {});
  for (let tries = 0; tries < 600; tries += 1) {
    const noted = await readFile(at('killed/stages.json'), 'utf8').catch(() => '');
    if (noted.includes('"model"')) break;
    await wait(20);
  }
  first.kill('SIGKILL');
  await first.exit;
  const model = await readFile(at('killed/model.json'), 'utf8');
  const second = begun(words('killed'), {});
  await wait(400);
  second.kill('SIGKILL');
  await second.exit;
  const last = await goldenthread(words('killed'));
  assert.equal(last.code, 0, last.err);
  assert.doesNotMatch(last.err, /Learning/);
  assert.equal(await readFile(at('killed/model.json'), 'utf8'), model);
  for (const name of written)
    assert.equal(
      await readFile(at(`killed/${name}`), 'utf8'),
      await readFile(at(`whole/${name}`), 'utf8'),
      name,
    );
  await writeFile(
    at('school.csv'),
    `${await readFile(at('school.csv'), 'utf8')}s-new,Ada,Coldwell,2011-02-03,F,new\n`,
  );
  const changed = await goldenthread(words('killed'));
  assert.match(changed.out, /have changed since the last run here, so it begins anew/);
  assert.equal(
    (await lines(at('killed/clusters.csv'))).length,
    (await lines(at('whole/clusters.csv'))).length + 1,
  );
});

test('train, score in parts and cluster come to the people of a whole job', async (t) => {
  const { at } = await files(t);
  const both = [at('school.csv'), at('health.csv')];
  const run = async (...words: string[]) => {
    const ran = await goldenthread(['link', ...words]);
    assert.equal(ran.code, 0, ran.err);
    return ran;
  };
  await run('dedupe', ...both, '--out', at('whole'), '--leave-out', 'whose');
  await run('train', ...both, '--out', at('model.json'), '--leave-out', 'whose');
  assert.equal(await readFile(at('model.json'), 'utf8'), await readFile(at('whole/model.json'), 'utf8'));
  for (const part of ['1/3', '2/3', '3/3'])
    await run(
      'score',
      ...both,
      '--model',
      at('model.json'),
      '--part',
      part,
      '--out',
      at(`${part[0]}.parquet`),
    );
  const pairs = ['1', '2', '3'].map((part) => at(`${part}.parquet`)).join(',');
  await run('cluster', ...both, '--model', at('model.json'), '--pairs', pairs, '--out', at('people'));
  assert.equal(
    await readFile(at('people/clusters.csv'), 'utf8'),
    await readFile(at('whole/clusters.csv'), 'utf8'),
  );
});

test('link pair, explain and advise; a store that begins with a job and takes records in', async (t) => {
  const { at, rows } = await files(t);
  const paired = await goldenthread([
    'link',
    'pair',
    at('school.csv'),
    at('health.csv'),
    '--out',
    at('pair'),
    '--leave-out',
    'whose',
  ]);
  assert.equal(paired.code, 0, paired.err);
  assert.equal((await lines(at('pair/clusters.csv'))).length, rows + 1);
  const explained = await goldenthread([
    'link',
    'explain',
    at('pair'),
    's-100',
    'h-100',
    '--out',
    at('why.html'),
  ]);
  assert.equal(explained.code, 0, explained.err);
  assert.match(explained.out, /The probability that both are of one person is 0\.9|same/);
  assert.match(await readFile(at('why.html'), 'utf8'), /<svg/);
  const advised = await goldenthread(['link', 'advise', '--job', at('pair')]);
  assert.equal(advised.code, 0, advised.err);
  assert.match(advised.out, /every pair: It finds/);
  const begunStore = await goldenthread(['link', 'add', at('store'), '--job', at('pair')]);
  assert.equal(begunStore.code, 0, begunStore.err);
  const [head = ''] = await lines(at('school.csv'));
  await writeFile(
    at('more.csv'),
    `${head}\nm-1,Ada,Newcomer,2013-05-06,F,x\nm-2,Leo,Stranger,2014-07-08,M,y\n`,
  );
  const added = await goldenthread(['link', 'add', at('store'), at('more.csv'), '--out', at('added.csv')]);
  assert.equal(added.code, 0, added.err);
  assert.match(added.out, /2 records were added/);
  assert.equal((await lines(at('added.csv'))).length, 3);
});

const head = 'id,forename,surname,date_of_birth,sex\n';
const wrong: readonly (readonly [name: string, text: string, words: readonly string[], said: RegExp])[] = [
  ['empty.csv', head, [], /empty\.csv holds no records/],
  [
    'twice.csv',
    `${head}7,Ada,Coldwell,2011-01-02,F\n7,Leo,Dunmere,2012-03-04,M\n`,
    ['--id', 'id'],
    /1 records have an id that another record/,
  ],
  [
    'noid.csv',
    'forename,surname\nAda,Coldwell\nLeo,Dunmere\n',
    [],
    /no column names each record.*--id COLUMN/,
  ],
  ['nobody.csv', 'id,colour\n1,red\n2,blue\n', [], /no columns say who somebody is/],
  ['people.xlsx', 'x', [], /neither in \.csv nor in \.parquet/],
  ['one.csv', `${head}1,Ada,Coldwell,2011-01-02,F\n`, [], /One record cannot be joined/],
  [
    'fine.csv',
    `${head}1,Ada,Coldwell,2011-01-02,F\n2,Leo,Dunmere,2012-03-04,M\n`,
    ['--truth', 'whose'],
    /no column "whose"/,
  ],
];

test('bad files are refused in words, with nothing of what they hold', async (t) => {
  const folder = await ownFolder(t);
  for (const [name, text, words, said] of wrong) {
    const file = join(folder, name);
    await writeFile(file, text);
    const ran = await goldenthread(['link', 'dedupe', file, '--out', join(folder, `out-${name}`), ...words]);
    assert.equal(ran.code, 1, `${name}: ${ran.err}`);
    assert.match(ran.err, said, name);
    assert.doesNotMatch(ran.err, /Ada|Coldwell|Dunmere/, name);
  }
  const missing = await goldenthread([
    'link',
    'dedupe',
    join(folder, 'none.csv'),
    '--out',
    join(folder, 'o'),
  ]);
  assert.deepEqual([missing.code, /no file/.test(missing.err)], [1, true], missing.err);
  const used = await goldenthread(['link', 'dedupe', join(folder, 'fine.csv'), '--out', folder]);
  assert.deepEqual([used.code, /holds something else/.test(used.err)], [1, true], used.err);
  await writeFile(join(folder, 'model.json'), '{"comparisons": 3}');
  const model = await goldenthread([
    'link',
    'dedupe',
    join(folder, 'fine.csv'),
    '--out',
    join(folder, 'm'),
    '--model',
    join(folder, 'model.json'),
  ]);
  assert.deepEqual([model.code, /cannot be read as a model/.test(model.err)], [1, true], model.err);
});

test('what is used wrongly is said at once', async () => {
  for (const words of [
    ['dedupe', 'x.csv'],
    ['dedupe', '--out', 'y'],
    ['pair', 'x.csv', '--out', 'y'],
    ['score', 'x.csv', '--out', 'y.parquet'],
    ['dedupe', 'x.csv', '--out', 'y', '--join-at', '2'],
    ['add', 'store'],
  ]) {
    const ran = await goldenthread(['link', ...words]);
    assert.equal(ran.code, 2, `${words.join(' ')}: ${ran.err}`);
  }
});
