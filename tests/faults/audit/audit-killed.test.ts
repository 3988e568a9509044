import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { z } from 'zod';
import { noServer, ownServer } from '../server/own-server.ts';
import { isFull, rounds, tally } from '../tally.ts';

const named = process.env['GOLDENTHREAD_TEST_DATABASE_URL'];
const url = named ?? (isFull ? (await ownServer({ after }))?.url : undefined);
/** Opening the embedded database takes seconds, so that it is killed less often than processes on a server. */
const kills = { embedded: rounds({ short: 6, full: 100 }), server: rounds({ short: 6, full: 1000 }) };
/** a place is left for a fresh one after so many kills, so that looking whether all is whole stays short */
const killsInOnePlace = 50;

test(`R16: killed at ${kills.embedded} random instants, nothing acknowledged is without its audit and nothing is done by half (embedded)`, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-killed-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const prepared = join(folder, 'prepared');
  await run([prepared, 'prepare']);
  const often = { kills: kills.embedded, acknowledgedFile: join(folder, 'acknowledged') };
  await killOften(t, often, async (round) => {
    const place = join(folder, `place-${round}`);
    await cp(prepared, place, { recursive: true });
    return { place, clear: () => rm(place, { recursive: true }) };
  });
});

test(
  `R16: killed at ${kills.server} random instants, nothing acknowledged is without its audit and nothing is done by half (server)`,
  { skip: url ? false : isFull ? noServer : 'GOLDENTHREAD_TEST_DATABASE_URL names no server' },
  async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'golden-thread-killed-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const often = { kills: kills.server, acknowledgedFile: join(folder, 'acknowledged') };
    await killOften(t, often, async () => {
      const name = `goldenthread_test_${randomBytes(8).toString('hex')}`;
      await onServer(`create database ${name} template template0`);
      const place = new URL(url ?? '');
      place.pathname = `/${name}`;
      await run([place.href, 'prepare']);
      return { place: place.href, clear: () => onServer(`drop database ${name} with (force)`) };
    });
  },
);

type Place = { place: string; clear: () => Promise<unknown> };

/** Kills again and again; each time the next process says whether what was left behind is whole. */
async function killOften(
  t: TestContext,
  { kills, acknowledgedFile }: { readonly kills: number; readonly acknowledgedFile: string },
  open: (round: number) => Promise<Place>,
): Promise<void> {
  let [killed, acts, looks] = [0, 0, 0];
  for (let round = 0; killed < kills; round += 1) {
    const { place, clear } = await open(round);
    let acknowledged: readonly string[] = [];
    const inThisPlace = Math.min(killsInOnePlace, kills - killed);
    // the last run of a place only says what the kill before it left
    for (let turn = 0; turn <= inThisPlace; turn += 1) {
      await writeFile(acknowledgedFile, acknowledged.join('\n'));
      const isLast = turn === inThisPlace;
      const came = await run(
        [place, acknowledgedFile],
        isLast ? { from: 'first act', afterMs: 0 } : momentOf(turn),
      );
      if (came.state) {
        const { acts: whole, ...bad } = came.state;
        tally.lost(bad.half + bad.unaudited + bad.wrong);
        assert.deepEqual(bad, { half: 0, unaudited: 0, wrong: 0 }, `after ${killed} kills`);
        looks += 1;
        acts += isLast ? whole : 0;
        acknowledged = [];
      }
      acknowledged = [...acknowledged, ...came.acknowledged];
      killed += isLast ? 0 : 1;
    }
    await clear();
  }
  tally.tried(killed);
  assert.ok(acts > 0 && looks > kills / 2, 'there was something to lose, and it was looked for');
  t.diagnostic(`${killed} kills, ${looks} looks at what was left, ${acts} acts, each whole`);
}

type Moment = { from: 'start' | 'first act'; afterMs: number };

/** Most often while it acts; now and then while it opens what the last one left. */
function momentOf(turn: number): Moment {
  const isEarly = turn % 10 === 9;
  return isEarly
    ? { from: 'start', afterMs: Math.random() * 3000 }
    : { from: 'first act', afterMs: Math.random() * 150 };
}

const state = z.object({ acts: z.int(), half: z.int(), unaudited: z.int(), wrong: z.int() });
const acknowledgement = z.object({ acknowledged: z.uuid() });
const program = fileURLToPath(new URL('audit-process.ts', import.meta.url));
const hook = new URL('../../../bin/tsx.mjs', import.meta.url).href;

/** Runs the process, and kills it, hard, at the moment asked for. */
async function run(args: readonly string[], moment?: Moment) {
  const flags = ['--disable-warning=ExperimentalWarning', '--liftoff-only', '--import', hook];
  const child = spawn(process.execPath, [...flags, program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = (): void => void setTimeout(() => child.kill('SIGKILL'), moment?.afterMs ?? 0);
  if (moment?.from === 'start') kill();
  const acknowledged: string[] = [];
  let found: z.infer<typeof state> | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const told = parsed(line);
    found ??= state.safeParse(told).data;
    const one = acknowledgement.safeParse(told).data;
    if (!one) continue;
    if (acknowledged.length === 0 && moment?.from === 'first act') kill();
    acknowledged.push(one.acknowledged);
  }
  await ended;
  return { state: found, acknowledged };
}

/** A line that the kill cut short says nothing. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function onServer(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text);
  await client.end();
}
