import assert from 'node:assert/strict';
import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import {
  begun,
  documentOf,
  goldenthread,
  ownFolder,
  started,
  type Environment,
  type Started,
} from './testing.ts';

const ready = z.object({
  address: z.url(),
  pid: z.number(),
  database: z.literal('embedded'),
  people: z.array(z.object({ name: z.string(), job: z.string() })),
});

/** The tests of this file tell one story, on one data directory. */
let environment: Environment;
let service: Started;
let folder: string;
let framework: string;
const ends: (() => Promise<void>)[] = [];

before(async () => {
  folder = await ownFolder({ after: (act) => void ends.push(act) });
  environment = { GOLDENTHREAD_DIRECTORY: join(folder, 'kept'), PORT: '0' };
  service = await started(['start'], environment);
  framework = join(folder, 'own.yaml');
});

after(async () => {
  service.kill('SIGKILL');
  await service.exit;
  for (const end of ends) await end();
});

test('a start says where it is and whom to sign in as, and answers there', async () => {
  const { address, people } = ready.parse(service.document);
  assert.ok(people.length >= 11, `${people.length} people to be`);
  assert.ok(people.some(({ name, job }) => name === 'Priya Ramanathan' && job === 'Partnership manager'));
  const [home, signIn] = await Promise.all([fetch(address), fetch(`${address}/sign-in`)]);
  assert.deepEqual([home.status, signIn.status], [200, 200]);
  assert.match(await signIn.text(), /Priya Ramanathan/);
});

test('a second start on the same directory is refused: who has it, and what to do', async () => {
  const { pid } = ready.parse(service.document);
  const [words, json] = await Promise.all([
    goldenthread(['start'], environment),
    goldenthread(['start', '--json'], environment),
  ]);
  assert.equal(words.code, 1, words.err);
  assert.match(words.err, new RegExp(`Process ${pid} has .*kept.* open already`));
  assert.match(words.err, /kill|GOLDENTHREAD_DIRECTORY/);
  assert.partialDeepStrictEqual(documentOf(json), { error: { code: 'already-open' } });
});

test('a busy port is refused before anything is made', async () => {
  const { address } = ready.parse(service.document);
  const { port } = new URL(address);
  const { code, err } = await goldenthread(['start'], {
    PORT: port,
    GOLDENTHREAD_DIRECTORY: join(folder, 'other'),
  });
  assert.equal(code, 1);
  assert.match(err, new RegExp(`port ${port} already.*PORT=`));
});

test('the doctor asks the running service, which names itself and its database', async () => {
  const { pid } = ready.parse(service.document);
  const ran = await goldenthread(['doctor', '--json'], environment);
  const sights = z
    .object({
      well: z.boolean(),
      sights: z.array(z.object({ what: z.string(), state: z.string(), says: z.string() })),
    })
    .parse(documentOf(ran)).sights;
  const saying = (what: string) => sights.find((sight) => sight.what === what);
  assert.equal(ran.code, 0);
  assert.match(saying('Service')?.says ?? '', new RegExp(`process ${pid}`));
  assert.match(saying('Database')?.says ?? '', /PGlite/);
  assert.equal(saying('Migrations')?.state, 'fine');
  assert.match(saying('Disk')?.says ?? '', /free/);
});

test('a strategy is exported, tried, brought in and refused a second time, through the running service', async () => {
  const exported = await goldenthread(['strategy', 'export', 'norfolk'], environment);
  assert.equal(exported.code, 0, exported.err);
  await writeFile(framework, exported.out.replace(/^slug: .*$/m, 'slug: own'));
  const tried = await goldenthread(['strategy', 'import', framework, '--dry-run', '--json'], environment);
  assert.partialDeepStrictEqual(documentOf(tried), { dryRun: true, state: 'new', slug: 'own' });
  const nothing = await goldenthread(['strategy', 'export', 'own'], environment);
  assert.equal(nothing.code, 1, 'a dry run keeps nothing');
  const brought = await goldenthread(['strategy', 'import', framework], environment);
  assert.equal(brought.code, 0, brought.err);
  await writeFile(
    framework,
    exported.out.replace(/^slug: .*$/m, 'slug: own').replace(/^name: .*$/m, 'name: Ours'),
  );
  const again = await goldenthread(['strategy', 'import', framework, '--json'], environment);
  assert.equal(again.code, 1);
  assert.partialDeepStrictEqual(documentOf(again), { error: { code: 'already-here' } });
  const replaced = await goldenthread(['strategy', 'import', framework, '--replace', '--json'], environment);
  assert.equal(replaced.code, 0);
  assert.partialDeepStrictEqual(documentOf(replaced), { state: 'replaced', name: 'Ours' });
});

test('published figures are tried, brought in once and refused in words, through the running service', async () => {
  const published = new URL('../demonstration/files/invented-fingertips_90284.csv', import.meta.url);
  const rows = (await readFile(published, 'utf8')).trimEnd().split('\n');
  const fewer = join(folder, 'indicator.csv');
  const other = join(folder, 'other.csv');
  await writeFile(fewer, `${rows.slice(0, -1).join('\n')}\n`);
  await writeFile(other, 'a,b\n1,2\n');
  const tried = await goldenthread(['import', 'measures', fewer, '--dry-run', '--json'], environment);
  assert.equal(tried.code, 0, tried.err);
  assert.partialDeepStrictEqual(documentOf(tried), {
    files: [{ became: 'would-be-brought-in', rowsRead: rows.length - 2, rowsRefused: 0 }],
  });
  const brought = await goldenthread(['import', 'measures', fewer], environment);
  assert.equal(brought.code, 0, brought.err);
  assert.match(brought.out, /indicator\.csv is brought in/);
  const again = await goldenthread(['import', 'measures', other, fewer, '--json'], environment);
  assert.equal(again.code, 1);
  assert.partialDeepStrictEqual(documentOf(again), {
    files: [{ file: 'other.csv', became: 'failed' }, { became: 'here-already' }],
  });
});

test('SIGTERM stops it within three seconds, saved and with exit code 0', async () => {
  const asked = performance.now();
  service.kill('SIGTERM');
  assert.equal(await service.exit, 0);
  assert.ok(performance.now() - asked < 3000);
});

test('with no service, a command opens the database itself and finds what was kept', async () => {
  const ran = await goldenthread(['strategy', 'export', 'own', '--format', 'json', '--json'], environment);
  assert.equal(ran.code, 0, ran.err);
  assert.partialDeepStrictEqual(documentOf(ran), { slug: 'own', name: 'Ours', format: 'json' });
});

test('after kill -9 the next start takes over, and nothing that was kept is lost', async () => {
  service = await started(['start'], environment);
  process.kill(ready.parse(service.document).pid, 'SIGKILL');
  assert.notEqual(await service.exit, 0);
  service = await started(['start'], environment);
  const ran = await goldenthread(['strategy', 'export', 'own'], environment);
  assert.match(ran.out, /name: Ours/);
});

test('a service whose starter was killed stops by itself, so that the directory is free again', async () => {
  const { address } = ready.parse(service.document);
  service.kill('SIGKILL');
  await service.exit;
  assert.equal(await comesTrue(async () => !(await answers(address))), true);
});

test('a service whose starter was killed while it was still opening stops as well', async () => {
  const starting = begun(['start'], environment);
  const socket = join(folder, 'kept', 'database.sock');
  assert.equal(await comesTrue(() => isThere(socket)), true);
  starting.kill('SIGKILL');
  await starting.exit;
  assert.equal(await comesTrue(async () => !(await isThere(socket))), true);
});

async function comesTrue(condition: () => Promise<boolean>): Promise<boolean> {
  for (let waited = 0; waited < 300; waited += 1) {
    if (await condition()) return true;
    await pause(100);
  }
  return false;
}

function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    () => true,
    () => false,
  );
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
