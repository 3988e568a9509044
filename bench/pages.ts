import { fork, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { z } from 'zod';
import { median, type Bench, type Figures } from './bench.ts';
import { bulkFiles } from './import/published-files.ts';

/** How long a reader waits for the scorecard of an area, and how much comes over the line. */
export const bench: Bench = {
  name: 'pages',
  says: 'A scorecard of sixty measures beside England and ten neighbours, out of the whole bulk file: the first view of each area by a service just started, then one that is kept, asked for over 50 connections for 5 seconds. On the embedded database, and on a server where GOLDENTHREAD_TEST_DATABASE_URL names one.',
  run,
};

const published = [
  'E10000013',
  'E10000034',
  'E06000059',
  'E10000020',
  'E06000004',
  'E10000019',
  'E08000035',
  'E09000022',
  'E06000023',
  'E10000016',
];
const invented = ['X10000001', 'X10000002', 'X10000003', 'X10000004', 'X10000005', 'X10000006'];

async function run(): Promise<Figures> {
  const directory = await mkdtemp(join(tmpdir(), 'goldenthread-bench-'));
  const server = process.env['GOLDENTHREAD_TEST_DATABASE_URL'];
  try {
    const { name, paths } = await bulkFiles(directory);
    const isPublished = name.startsWith('LAIT as published');
    const files = isPublished ? paths : [];
    const areas = isPublished ? published : invented;
    const embedded = await measured({ where: 'embedded', directory, files, areas });
    const onServer = server
      ? await onOwnDatabase(server, (url) => measured({ where: 'server', directory, files, areas, url }))
      : { server: 'not measured: GOLDENTHREAD_TEST_DATABASE_URL names none' };
    return {
      figures: isPublished ? name : 'the invented county alone: the published file is not here',
      ...embedded,
      ...onServer,
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

type Measuring = {
  where: string;
  directory: string;
  files: readonly string[];
  areas: readonly string[];
  url?: string;
};

async function measured(at: Measuring): Promise<Figures> {
  // The first start brings the figures in; what is measured is a service that has just been started over them.
  await stop((await start(at, at.files)).service);
  const { service, address } = await start(at, []);
  try {
    await (await fetch(`${address}/sign-in`)).text();
    const firsts: number[] = [];
    for (const area of at.areas) firsts.push(await timed(`${address}/scorecards/${area}`));
    const kept = await many(`${address}/scorecards/${at.areas[0]}`);
    return {
      [`${at.where}: the very first view of any, ms`]: Math.round(firsts[0] ?? Number.NaN),
      [`${at.where}: first view of another area, median ms`]: Math.round(median(firsts.slice(1))),
      [`${at.where}: first view of another area, worst ms`]: Math.round(Math.max(...firsts.slice(1))),
      [`${at.where}: kept, 50 connections, median ms`]: kept.latency.p50,
      [`${at.where}: kept, 50 connections, 97.5th percentile ms`]: kept.latency.p97_5,
      [`${at.where}: kept, 50 connections, pages a second`]: Math.round(kept.requests.average),
      [`${at.where}: kept, answers other than 200`]: kept.non2xx + kept.errors,
      ...(await sizes(address, at)),
    };
  } finally {
    await stop(service);
  }
}

async function timed(url: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(url);
  await answer.text();
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`);
  return performance.now() - began;
}

const hammered = z.object({
  latency: z.object({ p50: z.number(), p97_5: z.number() }),
  requests: z.object({ average: z.number() }),
  non2xx: z.number(),
  errors: z.number(),
});

/** Fifty connections on this machine alone, for five seconds. */
async function many(url: string): Promise<z.infer<typeof hammered>> {
  const program = fileURLToPath(new URL('../node_modules/autocannon/autocannon.js', import.meta.url));
  const child = spawn(
    process.execPath,
    [program, '-c', '50', '-d', '5', '-H', 'accept-encoding=gzip', '--json', url],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  let said = '';
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
  await once(child, 'close');
  return hammered.parse(JSON.parse(said));
}

/** What comes over the line at a first view: the page and all that it asks for, compressed as it is sent. */
async function sizes(address: string, { where, areas }: Measuring): Promise<Figures> {
  const page = `${address}/scorecards/${areas[0]}`;
  const html = await (await fetch(page)).text();
  const asked = [...html.matchAll(/<(?:link|script|img)[^>]+(?:href|src)="([^"]+)"/g)].map(
    ([, to = '']) => new URL(to, address),
  );
  const foreign = asked.filter(({ origin }) => origin !== address);
  const bytes = await Promise.all([new URL(page), ...asked].map(sent));
  return {
    [`${where}: first view over the line, kB`]: (bytes.reduce((sum, each) => sum + each, 0) / 1000).toFixed(
      1,
    ),
    [`${where}: asked of anybody else`]: foreign.length,
  };
}

/** The length of a body as it is sent; the browser's own fetch only tells it unpacked. */
async function sent(url: URL): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (piece: Buffer) => (bytes += piece.length));
      answer.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}

const told = z.object({ address: z.string() });

async function start(
  at: Measuring,
  files: readonly string[],
): Promise<{ service: ChildProcess; address: string }> {
  const service = fork(fileURLToPath(new URL('pages/service-with-figures.ts', import.meta.url)), files, {
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      '--import',
      new URL('../bin/tsx.mjs', import.meta.url).href,
    ],
    env: {
      ...process.env,
      ...(at.url === undefined ? {} : { DATABASE_URL: at.url }),
      GOLDENTHREAD_DIRECTORY: join(at.directory, at.where),
      GOLDENTHREAD_DEMONSTRATION: 'on',
      GOLDENTHREAD_LOG: 'silent',
      GOLDENTHREAD_REQUESTS_A_MINUTE: '10000000',
    },
  });
  const [message] = await Promise.race([
    once(service, 'message'),
    once(service, 'exit').then(() => Promise.reject(new Error('the service did not open'))),
  ]);
  return { service, ...told.parse(message) };
}

async function stop(service: ChildProcess): Promise<void> {
  const ended = once(service, 'exit');
  service.send('close');
  await ended;
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
