import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { z } from 'zod';
import { percentile, type Bench, type Figures } from './bench.ts';
import { bulkFiles } from './import/published-files.ts';

/** LAIT's bulk file brought in on a fresh database while somebody reads pages. */
export const bench: Bench = {
  name: 'import',
  says: 'A bulk file of some 640,000 rows with its dictionary, from the file to visible figures, while a page that asks the database is read every 20 ms. On the embedded database, and on a server where GOLDENTHREAD_TEST_DATABASE_URL names one.',
  run,
};

async function run(): Promise<Figures> {
  const directory = await mkdtemp(join(tmpdir(), 'goldenthread-bench-'));
  const server = process.env['GOLDENTHREAD_TEST_DATABASE_URL'];
  try {
    const { name, paths } = await bulkFiles(directory);
    const embedded = await measured(paths, { directory, flags: ['--liftoff-only'] });
    const onServer = server
      ? await onOwnDatabase(server, (url) => measured(paths, { directory, url }))
      : undefined;
    return {
      file: name,
      ...named('embedded', embedded),
      ...(onServer
        ? named('server', onServer)
        : { server: 'not measured: GOLDENTHREAD_TEST_DATABASE_URL names none' }),
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

type Measured = { rows: number; figures: number; seconds: number; peakMb: number; waits: readonly number[] };

function named(where: string, { rows, figures, seconds, peakMb, waits }: Measured): Figures {
  return {
    [`${where}: rows`]: rows,
    [`${where}: figures`]: figures,
    [`${where}: seconds`]: seconds.toFixed(1),
    [`${where}: rows a second`]: Math.round(rows / seconds),
    [`${where}: peak memory of the whole process, MB`]: Math.round(peakMb),
    [`${where}: pages read meanwhile`]: waits.length,
    [`${where}: page wait, median ms`]: Math.round(percentile(waits, 0.5)),
    [`${where}: page wait, 95th percentile ms`]: Math.round(percentile(waits, 0.95)),
    [`${where}: page wait, worst ms`]: Math.round(Math.max(...waits)),
  };
}

const broughtFile = z.object({ fileName: z.string(), became: z.string(), rows: z.int(), figures: z.int() });

const told = z.union([
  z.object({ address: z.string() }),
  z.object({ fault: z.string() }),
  z.object({
    seconds: z.number(),
    peakMb: z.number(),
    files: z.array(broughtFile),
  }),
]);

type Told = z.infer<typeof told>;
type BroughtFile = z.infer<typeof broughtFile>;

async function measured(
  paths: readonly string[],
  where: { directory: string; url?: string; flags?: readonly string[] },
): Promise<Measured> {
  const service = startService(where);
  try {
    const opened = await nextWord(service);
    if (!('address' in opened)) throw new Error('the service did not open');
    await fetch(`${opened.address}/sign-in`);
    service.send([...paths]);
    const reading = readPages(`${opened.address}/sign-in`);
    const came = await nextWord(service);
    const waits = await reading.stop();
    if (!('seconds' in came)) throw new Error('fault' in came ? came.fault : 'the import did not end');
    const wrong = came.files.find(({ became }) => became !== 'brought-in');
    if (wrong) throw new Error(`${wrong.fileName}: ${wrong.became}`);
    const sum = (of: (file: BroughtFile) => number) => came.files.reduce((all, file) => all + of(file), 0);
    return {
      rows: sum(({ rows }) => rows),
      figures: sum(({ figures }) => figures),
      seconds: came.seconds,
      peakMb: came.peakMb,
      waits,
    };
  } finally {
    service.kill('SIGKILL');
  }
}

function startService(where: { directory: string; url?: string; flags?: readonly string[] }): ChildProcess {
  return fork(fileURLToPath(new URL('import/service-under-import.ts', import.meta.url)), {
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      '--import',
      new URL('../bin/tsx.mjs', import.meta.url).href,
      ...(where.flags ?? []),
    ],
    env: {
      ...process.env,
      ...(where.url === undefined ? {} : { DATABASE_URL: where.url }),
      GOLDENTHREAD_DIRECTORY: join(where.directory, where.url === undefined ? 'embedded' : 'server'),
      GOLDENTHREAD_DEMONSTRATION: 'on',
      GOLDENTHREAD_LOG: 'silent',
      GOLDENTHREAD_REQUESTS_A_MINUTE: '100000',
    },
  });
}

async function nextWord(service: ChildProcess): Promise<Told> {
  return new Promise((resolve, reject) => {
    service.once('message', (message) => resolve(told.parse(message)));
    service.once('exit', (code) => reject(new Error(`the service ended (${code})`)));
  });
}

/** Reads one page after another, 20 ms apart, and answers how long each took. */
function readPages(address: string): { stop(): Promise<readonly number[]> } {
  const waits: number[] = [];
  const stopped = new AbortController();
  const reading = (async () => {
    while (!stopped.signal.aborted) {
      const began = performance.now();
      const answer = await fetch(address);
      await answer.text();
      waits.push(performance.now() - began);
      await pause(20);
    }
  })();
  return {
    async stop() {
      stopped.abort();
      await reading;
      return waits;
    },
  };
}

async function onOwnDatabase<Result>(url: string, work: (url: string) => Promise<Result>): Promise<Result> {
  const name = `goldenthread_bench_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`create database ${name} template template0`);
    const own = new URL(url);
    own.pathname = `/${name}`;
    return await work(own.href);
  } finally {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.end();
  }
}
