import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { identify, ownPartnership, signInLinkPath, welcomePath } from '#modules/accounts/index.ts';
import { frontDoor, numbersForErrors } from '#modules/families/index.ts';
import type { HeadsKept } from '#modules/audit/index.ts';
import { clearUnfinishedImports, type Publishers } from '#modules/indicators/index.ts';
import { auditWriter } from '#platform/audit/write-audit.ts';
import type { Config } from '#platform/config/config.ts';
import type { Control } from '#platform/control/control.ts';
import { alone } from '#platform/together/alone.ts';
import { openCopy, type Copy, type CopyStanding } from '#platform/db/copy.ts';
import { openDatabase, type Database, type OpenOptions } from '#platform/db/database.ts';
import { migrate, migrationsChecksum } from '#platform/db/migrate.ts';
import { migrationSources } from '#platform/db/migration-sources.ts';
import { transactions, type Transactions } from '#platform/db/transactions.ts';
import { makeServer } from '#platform/http/server.ts';
import { openKeys, type Keys } from '#platform/keys/keys.ts';
import { linkSecrets } from '#platform/links/links.ts';
import type { Carrying } from '#platform/mail/carry-letters.ts';
import { originOf, postBoxFor, postFor } from '#platform/mail/post-for.ts';
import type { Clock } from '#platform/kernel/clock.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { openOutbox, type Outbox } from '#platform/outbox/outbox.ts';
import { openSchedules, type Schedules } from '#platform/outbox/schedules.ts';
import type { Brand } from '#platform/page/brand.ts';
import { settleCounts, type SettleCounts } from '#platform/together/count-rows.ts';
import { handlers, routes, schedules, numbersAsFile } from './app.ts';
import { catalogue, library } from './library.ts';
import { databaseDirectory } from './lock.ts';
import { navigation } from './navigation.ts';
import { publishersOf } from './publishers.ts';
import { bringIn, type Seed, type Tell } from './seed.ts';
import { signInTools } from './sign-in-tools.ts';

/** The service's own floor: a migrated database with the library in it, and the way to act on it. Nothing listens yet. */
export type Ground = {
  config: Config;
  database: Database;
  transactions: Transactions;
  outbox: Outbox;
  /** what comes round with the calendar; started beside the outbox */
  schedules: Schedules;
  clock: Clock;
  /** what the database must not hold */
  keys: Keys;
  partnershipId: Id<'partnership'>;
  /** where files wait while they are brought in, whoever handed them over */
  waitingFolder: string;
  /** where published figures are fetched from */
  publishers: Publishers;
  /** where the signed ends of the audit go */
  heads: HeadsKept;
  /** how many migrations were applied as it opened */
  migrated: number;
  close: () => Promise<void>;
};

export type OpenParts = {
  /** the lock on the data directory, where the database is embedded and somebody holds it already */
  control?: Control | undefined;
  tell?: Tell | undefined;
  /** what is brought in beside the library */
  seeds?: readonly Seed[] | undefined;
};

/**
 * Opens the database, brings it up to date and brings in whatever has changed of what comes with the program. Of several
 * processes that start at once on one server, one at a time does this.
 */
export async function openGround(config: Config, parts: OpenParts = {}): Promise<Ground> {
  const database = await openDatabase(await databaseOptions(config, parts.control));
  try {
    return await alone(database, () => openGroundOver(database, config, parts));
  } catch (fault) {
    await database.close().catch(() => {});
    throw fault;
  }
}

async function openGroundOver(database: Database, config: Config, parts: OpenParts): Promise<Ground> {
  const { tell = () => {} } = parts;
  const clock: Clock = () => new Date();
  const copy = copyOf(config, clock);
  let outbox: Outbox | undefined;
  let comingRound: Schedules | undefined;
  const rest = async (): Promise<void> => {
    await comingRound?.stop();
    await outbox?.stop();
    await copy?.close();
  };
  const close = async (): Promise<void> => {
    await rest();
    await database.close();
  };
  try {
    const migrated = await migrate(database, await migrationSources(), ({ done, of }) =>
      tell({ says: 'Bringing the database up to date', done, of }),
    );
    const partnershipId = partnershipIdOf(config.partnership);
    const keys = await openKeys({
      folder: resolve(config.keysFolder),
      database,
      partnershipId,
      now: clock(),
    });
    const audit = auditWriter(keys);
    const onFailure = config.log === 'silent' ? () => {} : logFailure;
    const opened = await openOutbox({
      database,
      clock,
      random: randomBytes,
      handlers: handlers({ carrying: carryingOf(config), keys }),
      audit,
      onFailure,
    });
    outbox = opened;
    const act = transactions({
      database,
      clock,
      random: randomBytes,
      record: (ctx, fact) => opened.record(ctx, fact),
      audit,
      copy,
    });
    const waitingFolder = join(uploads(config), 'waiting-imports');
    const publishers = publishersOf(config, waitingFolder);
    const heads = headsKept(config, keys);
    comingRound = openSchedules({
      transactions: act,
      partnershipId,
      schedules: schedules({ publishers, heads }),
      onFailure,
    });
    const ground = {
      config,
      waitingFolder,
      publishers,
      heads,
      database,
      transactions: act,
      outbox: opened,
      schedules: comingRound,
      clock,
      keys,
      partnershipId,
      migrated,
      close,
    };
    await clearLeftovers(ground);
    await bringInSeeds(ground, parts);
    return ground;
  } catch (fault) {
    // the database is still held by the lock under which this ran
    await rest().catch(() => {});
    throw fault;
  }
}

/** What comes with the program, and what is brought in beside it. */
async function bringInSeeds(ground: Ground, { seeds = [], tell = () => {} }: OpenParts): Promise<void> {
  const { transactions: act, partnershipId, waitingFolder: keepIn } = ground;
  // what becomes of a file depends on the tables as well
  const version = await migrationsChecksum(await migrationSources());
  const seedGround = { transactions: act, partnershipId, tell, keepIn };
  for (const seed of [library, catalogue, ...seeds]) await bringIn(seedGround, seed, version);
}

const silentMs = 10 * 60_000;

/**
 * Clears away imports that died with their process. Whoever has the embedded database open is alone with it, so all of
 * them are dead; on a server another process may be at work on one, and is given time to be heard of.
 */
async function clearLeftovers({ database, clock, partnershipId, ...ground }: Ground): Promise<void> {
  const who = { actor: { kind: 'service' as const, name: 'start' }, partnershipId };
  const heardBefore = new Date(clock().getTime() - (database.kind === 'embedded' ? 0 : silentMs));
  await clearUnfinishedImports((access, work) => ground.transactions.inTransaction(who, access, work), {
    heardBefore,
  });
}

/** The web server over an open ground. It listens when it is told to. */
export async function openServer(ground: Ground): Promise<FastifyInstance> {
  const { config } = ground;
  const uploadFolder = uploads(config);
  await mkdir(uploadFolder, { recursive: true, mode: 0o700 });
  const brand = await brandOf(ground);
  await keepDangerFile(ground, brand);
  return makeServer({
    routes: routes({
      publishers: ground.publishers,
      heads: ground.heads,
      signIn: await signInTools(config, ground.keys),
      demonstration: config.demonstration,
      postBox: postBoxFor(config),
    }),
    navigation,
    transactions: ground.transactions,
    partnership: { id: ground.partnershipId, brand },
    identify,
    clock: ground.clock,
    secure: config.origin?.startsWith('https:') ?? false,
    origin: config.origin?.replace(/\/+$/, ''),
    uploadFolder,
    log: config.log,
    requestsAMinute: config.requestsAMinute,
    numbersToRing: () => numbersForErrors(ground.partnershipId),
    settleCounts: settlingOf(ground),
  });
}

/** The embedded database has one process, and nobody to tell. */
function settlingOf({ database, transactions: act, partnershipId }: Ground): SettleCounts | undefined {
  if (database.kind === 'embedded') return undefined;
  const who = { actor: { kind: 'service' as const, name: 'limits' }, partnershipId };
  return (minute, fresh) => act.inTransaction(who, 'write', (ctx) => settleCounts(ctx, minute, fresh));
}

function copyOf({ replicaUrl: url, namedStatements: prepare, log }: Config, clock: Clock): Copy | undefined {
  if (url === undefined) return undefined;
  return openCopy({ url, prepare, clock, tell: log === 'silent' ? () => {} : logCopy });
}

/** A partnership's id is drawn from its slug, so that the same county is the same tenant in every trial. */
function partnershipIdOf(slug: string): Id<'partnership'> {
  const hex = Buffer.from(slug).toString('hex').padEnd(18, '0').slice(0, 18);
  return storedId(`00000000-0000-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`);
}

/** Where the signed ends of the audit go. */
function headsKept({ auditHeads, directory, smtp }: Config, keys: Keys): HeadsKept {
  const folder = resolve(auditHeads ?? join(directory, 'audit-heads'));
  return { folder, isNamed: auditHeads !== undefined, keys, byLetter: smtp !== undefined };
}

function uploads(config: Config): string {
  return resolve(config.directory, 'uploads');
}

async function databaseOptions(config: Config, control: Control | undefined): Promise<OpenOptions> {
  if (config.databaseUrl) return { url: config.databaseUrl, prepare: config.namedStatements };
  const directory = databaseDirectory(config);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  return control ? { directory, control } : { directory };
}

async function brandOf(ground: Ground): Promise<Brand> {
  const who = { actor: { kind: 'service' as const, name: 'start' }, partnershipId: ground.partnershipId };
  const partnership = await ground.transactions.inTransaction(who, 'read', ownPartnership);
  if (!partnership)
    return { name: 'Golden Thread', shortName: 'Golden Thread', colour: '#1b2338', invented: false };
  const { name, shortName, brandColour: colour, isInvented: invented } = partnership;
  return { name, shortName, colour, invented };
}

/** A handler's or a schedule's failure, with no word of what it was about; the job is tried again later. */
function logFailure(fault: unknown, handler: string): void {
  const code = fault instanceof Error && 'code' in fault ? fault.code : 'fault';
  const line = { level: 'error', at: new Date().toISOString(), handler, code, msg: 'a job failed' };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** Said once each time that it changes; pages go on either way. */
function logCopy(standing: CopyStanding): void {
  const level = standing === 'in-use' ? 'info' : 'warn';
  const line = { level, at: new Date().toISOString(), standing, msg: 'the replica of the database' };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** How letters leave, and in whose name. */
function carryingOf(config: Config): Carrying {
  return {
    post: postFor(config),
    origin: originOf(config),
    secrets: {
      ...linkSecrets,
      pathOf: async (ctx, linkId) =>
        (await signInLinkPath(ctx, linkId)) ??
        (await welcomePath(ctx, linkId)) ??
        linkSecrets.pathOf(ctx, linkId),
    },
    async from(ctx) {
      const name = (await ownPartnership(ctx))?.name ?? 'Golden Thread';
      return { name, address: config.postFrom ?? 'no-reply@localhost.localdomain' };
    },
  };
}

/** Whom to ring, read so that error pages know it from the start, and as a file that a proxy shows while we are away. */
async function keepDangerFile({ config, partnershipId, ...ground }: Ground, brand: Brand): Promise<void> {
  const who = { actor: { kind: 'service' as const, name: 'start' }, partnershipId };
  const { door } = await ground.transactions.inTransaction(who, 'read', frontDoor);
  await writeFile(resolve(config.directory, 'danger.html'), numbersAsFile(brand.name, door));
}
