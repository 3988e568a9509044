import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { people } from '#modules/accounts/index.ts';
import { makePack } from '#modules/delivery/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { startSession } from '#platform/http/session/sessions.ts';
import { demonstrationSeeds } from '../demonstration/load.ts';
import { library } from '../service/library.ts';
import { openGround, openServer, type Ground } from '../service/open-service.ts';
import { median, percentile, type Bench, type Figures } from './bench.ts';
import { tenYears } from './pack/ten-years.ts';

/** How long a board waits for an agenda that nobody has opened yet, and for its pack as a file. */
export const bench: Bench = {
  name: 'pack',
  says: 'Ten years of meetings, 2,000 actions, 500 members on the embedded database: the first view of agendas that nobody has opened (target 100 ms, median of 36 meetings), then a pack of at least 30 pages made and written as PDF (target 5 s) and as Word.',
  run,
};

async function run(): Promise<Figures> {
  const directory = await mkdtemp(join(tmpdir(), 'goldenthread-bench-'));
  const config = readConfig({
    ...process.env,
    GOLDENTHREAD_DIRECTORY: directory,
    GOLDENTHREAD_DEMONSTRATION: 'on',
    GOLDENTHREAD_LOG: 'silent',
    GOLDENTHREAD_REQUESTS_A_MINUTE: '10000000',
  });
  if (!config.done) throw new Error('the settings cannot be read');
  const ground = await openGround(config.value, { seeds: [library, ...demonstrationSeeds(config.value)] });
  const server = await openServer(ground);
  try {
    const address = await server.listen({ port: 0, host: '127.0.0.1' });
    await asService(ground, tenYears);
    const cookie = await signedIn(ground);
    await get(`${address}/sign-in`, cookie);
    return {
      ...(await agendas(address, cookie)),
      ...(await files(ground, address, cookie)),
    };
  } finally {
    await server.close();
    await ground.close();
    await rm(directory, { recursive: true, force: true });
  }
}

function asService<Result>(
  { transactions, partnershipId }: Ground,
  work: Parameters<typeof transactions.inTransaction<Result>>[2],
): Promise<Result> {
  const who = { actor: { kind: 'service' as const, name: 'bench' }, partnershipId };
  return transactions.inTransaction(who, 'write', work);
}

async function signedIn(ground: Ground): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await asService(ground, async (ctx) => {
    const manager = (await people(ctx)).find(({ roles }) => roles.includes('manager'));
    if (!manager) throw new Error('nobody keeps the boards');
    await startSession(ctx, {
      personId: manager.id,
      secret,
      way: 'chosen',
      browser: 'a bench',
      roles: manager.roles,
    });
  });
  return `session=${secret}`;
}

/** Each agenda is opened once: half by somebody who only reads, half by who makes it and is told what it could hold. */
async function agendas(address: string, cookie: string): Promise<Figures> {
  const reads: number[] = [];
  const makes: number[] = [];
  for (let meeting = 62; meeting <= 97; meeting += 1) {
    const [times, as] = meeting % 2 === 0 ? [reads, ''] : [makes, cookie];
    times.push((await get(`${address}/meetings/bench-${meeting}/agenda`, as)).milliseconds);
  }
  return {
    'agenda, first view by a reader, median ms (target 100)': Math.round(median(reads)),
    'agenda, first view by a reader, 95th percentile ms': Math.round(percentile(reads, 0.95)),
    'agenda, first view by its maker, median ms (target 100)': Math.round(median(makes)),
    'agenda, first view by its maker, 95th percentile ms': Math.round(percentile(makes, 0.95)),
  };
}

async function files(ground: Ground, address: string, cookie: string): Promise<Figures> {
  const began = performance.now();
  const made = await asService(ground, (ctx) => makePack(ctx, { meeting: 'bench-61', reason: '' }));
  if (!made.done) throw new Error(made.refusal.reason);
  const making = performance.now() - began;
  const path = `${address}/packs/${made.value.id}`;
  const before = process.memoryUsage().rss;
  const watch = watched();
  const pdf = await get(`${path}.pdf`, cookie);
  const { peak, longest } = watch.end();
  const word = await get(`${path}.docx`, cookie);
  return {
    'pack, made out of live data, ms': Math.round(making),
    'pack as PDF, pages': (pdf.bytes.toString('latin1').match(/\/Type \/Page\n/g) ?? []).length,
    'pack as PDF, s (target 5)': (pdf.milliseconds / 1000).toFixed(2),
    'pack as PDF, kB': Math.round(pdf.bytes.length / 1000),
    'pack as PDF, memory of the process at its peak, MB': mega(peak),
    'pack as PDF, memory more than before, MB': mega(peak - before),
    'pack as PDF, longest that another request waited, ms (target 100)': Math.round(longest),
    'pack as Word, s': (word.milliseconds / 1000).toFixed(2),
    'pack as a page, ms': Math.round((await get(path, cookie)).milliseconds),
  };
}

async function get(url: string, cookie: string): Promise<{ milliseconds: number; bytes: Buffer }> {
  const began = performance.now();
  const answer = await fetch(url, { headers: cookie === '' ? {} : { cookie } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`);
  return { milliseconds: performance.now() - began, bytes };
}

/** Memory at its most, and how long anything else had to wait. */
function watched(): { end(): { peak: number; longest: number } } {
  let [peak, longest, last] = [process.memoryUsage().rss, 0, performance.now()];
  const clock = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 10);
    peak = Math.max(peak, process.memoryUsage().rss);
    last = performance.now();
  }, 10);
  return {
    end() {
      clearInterval(clock);
      return { peak, longest };
    },
  };
}

function mega(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
