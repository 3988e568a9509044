import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { identify, ownPartnership } from '#modules/accounts/index.ts';
import { loadFrameworks, readCrosswalk, readFramework, sayProblem } from '#modules/strategy/index.ts';
import type { Config } from '#platform/config/config.ts';
import type { Control } from '#platform/control/control.ts';
import { openDatabase, type Database, type OpenOptions } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { migrationSources } from '#platform/db/migration-sources.ts';
import { transactions, type Transactions } from '#platform/db/transactions.ts';
import { makeServer } from '#platform/http/server.ts';
import type { Clock } from '#platform/kernel/clock.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { openOutbox, type Outbox } from '#platform/outbox/outbox.ts';
import type { Brand } from '#platform/page/brand.ts';
import { handlers, navigation, routes } from './app.ts';

/** The service's own floor: a migrated database with the library in it, and the way to act on it. Nothing listens yet. */
export type Ground = {
  config: Config;
  database: Database;
  transactions: Transactions;
  outbox: Outbox;
  clock: Clock;
  partnershipId: Id<'partnership'>;
  close(): Promise<void>;
};

/** What a person at a terminal is told while it opens. */
export type Tell = (words: string) => void;

/** Opens the database, brings it up to date and loads the read-only library. `control` is the lock where it is embedded. */
export async function openGround(config: Config, rest: { control?: Control; tell?: Tell } = {}): Promise<Ground> {
  const tell = rest.tell ?? (() => {});
  const clock: Clock = () => new Date();
  const database = await openDatabase(await databaseOptions(config, rest.control));
  await migrate(database, await migrationSources(), (step) => tell(`migrating: ${JSON.stringify(step)}`));
  const outbox = await openOutbox({ database, clock, random: randomBytes, handlers });
  const act = transactions({ database, clock, random: randomBytes, record: outbox.record });
  await loadLibrary(act);
  return {
    config,
    database,
    transactions: act,
    outbox,
    clock,
    partnershipId: partnershipIdOf(config.partnership),
    close: async () => {
      await outbox.stop();
      await database.close();
    },
  };
}

/** The web server over an open ground. It listens when it is told to. */
export async function openServer(ground: Ground): Promise<FastifyInstance> {
  const { config } = ground;
  const uploadFolder = resolve(config.directory, 'uploads');
  await mkdir(uploadFolder, { recursive: true, mode: 0o700 });
  return makeServer({
    routes: routes({ demonstration: config.demonstration }),
    navigation,
    transactions: ground.transactions,
    partnership: { id: ground.partnershipId, brand: await brandOf(ground) },
    identify,
    clock: ground.clock,
    secure: config.origin?.startsWith('https:') ?? false,
    uploadFolder,
    log: config.log,
    requestsAMinute: config.requestsAMinute,
  });
}

/** A partnership's id is drawn from its slug, so that the same county is the same tenant in every trial. */
export function partnershipIdOf(slug: string): Id<'partnership'> {
  const hex = Buffer.from(slug).toString('hex').padEnd(18, '0').slice(0, 18);
  return storedId(`00000000-0000-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`);
}

async function databaseOptions(config: Config, control: Control | undefined): Promise<OpenOptions> {
  if (config.databaseUrl) return { url: config.databaseUrl, prepare: config.namedStatements };
  const directory = resolve(config.directory, 'database');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  return control ? { directory, control } : { directory };
}

async function brandOf(ground: Ground): Promise<Brand> {
  const who = { actor: { kind: 'service' as const, name: 'start' }, partnershipId: ground.partnershipId };
  const partnership = await ground.transactions.inTransaction(who, 'read', ownPartnership);
  return partnership
    ? {
        name: partnership.name,
        shortName: partnership.shortName,
        colour: partnership.brandColour,
        invented: partnership.isInvented,
      }
    : { name: 'Golden Thread', shortName: 'Golden Thread', colour: '#1b2338', invented: false };
}

const libraryFolder = new URL('../frameworks/', import.meta.url);

async function loadLibrary(act: Transactions): Promise<void> {
  const read = async <T>(folder: string, parse: (text: string, file: string) => T): Promise<T[]> => {
    const names = (await readdir(new URL(folder, libraryFolder))).filter((name) => name.endsWith('.yaml')).toSorted();
    return Promise.all(
      names.map(async (name) => parse(await readFile(new URL(join(folder, name), libraryFolder), 'utf8'), name)),
    );
  };
  const framework = (text: string, file: string) => {
    const found = readFramework(text);
    if (!found.done) throw new Error(`${file}: ${found.refusal.problems.map(sayProblem).join('; ')}`);
    return found.value;
  };
  const crosswalk = (text: string, file: string) => {
    const found = readCrosswalk(text);
    if (!found.done) throw new Error(`${file}: ${found.refusal.problems.map(sayProblem).join('; ')}`);
    return found.value;
  };
  const given = {
    frameworks: [...(await read('library/', framework)), ...(await read('packs/', framework))],
    crosswalks: await read('crosswalks/', crosswalk),
  };
  await act.inLibrary((ctx) => loadFrameworks(ctx, given));
}
