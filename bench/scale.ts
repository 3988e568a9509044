import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ownServer, type OwnServer } from '../tests/faults/server/own-server.ts';
import { pressOn, startProbe } from '../tests/faults/server/probe.ts';
import { Visitor } from '../tests/browser/visitor.ts';
import type { Bench, Figures } from './bench.ts';
import { askedFor, type AskedFor, type Asking } from './scale/asked-for.ts';

/** How much one server carries: the real service over a PostgreSQL server of its own. */
export const bench: Bench = {
  name: 'scale',
  says: 'The invented county on a PostgreSQL server of its own: a public page that is kept, one that is made anew, the work page of a person who is signed in, and a form that is sent; by one process, by two, and by two with a streaming replica. 16 connections for 5 seconds each, from this same machine: read the ratios and the percentiles.',
  run,
};

const analyst = 'Owen Tregarth';

async function run(): Promise<Figures> {
  const ends: (() => Promise<void>)[] = [];
  const directory = await mkdtemp(join(tmpdir(), 'goldenthread-bench-'));
  try {
    const server = await ownServer({ after: (act) => void ends.push(act) }, { safe: true });
    if (!server) return { 'not measured': 'no PostgreSQL server is installed here' };
    await server.ask('create database forms');
    const at = { directory, server, replica: undefined };
    const one = await measured('one process', at, 1);
    const two = await measured('two processes', at, 2);
    const replica = await server.follower();
    const three = await measured('two and a replica', { ...at, replica }, 2);
    return { ...(await sizes(server)), ...one, ...two, ...three };
  } finally {
    for (const end of ends) await end();
    await rm(directory, { recursive: true, force: true });
  }
}

type At = { directory: string; server: OwnServer; replica: OwnServer | undefined };

async function measured(name: string, at: At, processes: number): Promise<Figures> {
  const started = await Promise.all(Array.from({ length: processes }, () => start(at)));
  const addresses = started.map(({ address }) => address);
  try {
    const figures: Record<string, string | number> = {};
    const note = (what: string, came: AskedFor): void => {
      const waits = `${came.half} · ${came.most95} · ${came.most99}`;
      figures[`${name}: ${what}`] = `${came.aSecond} a second, ms at half, 95 and 99 in 100: ${waits}`;
      if (came.other > 0) figures[`${name}: ${what}, answered otherwise`] = came.other;
    };
    for (const [what, asking] of await pages(addresses)) note(what, await askedFor(asking));
    note('a form that writes', await forms(at, processes));
    return figures;
  } finally {
    await Promise.all(started.map(({ service }) => stop(service)));
  }
}

async function pages(addresses: readonly string[]): Promise<[string, Asking][]> {
  const [first = ''] = addresses;
  const person = new Visitor(first);
  await person.signIn(analyst);
  const cookie = person.cookies;
  const everywhere = (path: string, rest: Partial<Asking> = {}): Asking => ({
    urls: addresses.map((address) => `${address}${path}`),
    expected: 200,
    ...rest,
  });
  return [
    ['a public page, kept', everywhere('/scorecards/X10000001')],
    ['a public page, made anew', everywhere('/frameworks/brackenshire')],
    ['the work page of an analyst', everywhere('/work', { cookie })],
    ['the scorecard for an analyst', everywhere('/scorecards/X10000001', { cookie })],
  ];
}

/** A form that writes one fact, to services of nothing but that: what the floor itself costs, the press that counts once in it. */
async function forms({ server }: At, processes: number): Promise<AskedFor> {
  const probes = await Promise.all(
    Array.from({ length: processes }, () => startProbe({ url: server.url.replace(/postgres$/, 'forms') })),
  );
  try {
    return await askedFor({
      urls: probes.map(({ address }) => `${address}/effect`),
      expected: 303,
      form: (index) => pressOn('/effect', { what: String(index) }),
    });
  } finally {
    await Promise.all(probes.map((probe) => probe.stop()));
  }
}

async function sizes({ ask }: OwnServer): Promise<Figures> {
  const [row] = await ask(
    `select pg_size_pretty(pg_database_size(current_database())) as size,
      (select sum(reltuples)::bigint from pg_class where relkind = 'r' and reltuples > 0) as rows`,
  );
  return { 'rows in the database': Number(row?.['rows']), 'size of the database': String(row?.['size']) };
}

const told = z.object({ address: z.string() });

async function start(at: At): Promise<{ service: ChildProcess; address: string }> {
  const service = fork(fileURLToPath(new URL('pages/service-with-figures.ts', import.meta.url)), [], {
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      '--import',
      new URL('../bin/tsx.mjs', import.meta.url).href,
    ],
    env: {
      ...process.env,
      DATABASE_URL: at.server.url,
      ...(at.replica ? { DATABASE_REPLICA_URL: at.replica.url } : {}),
      GOLDENTHREAD_DIRECTORY: at.directory,
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
