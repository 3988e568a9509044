import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '#platform/config/config.ts';
import { askControl, ControlFault } from '#platform/control/ask-control.ts';
import { controlPath } from '#platform/control/control-path.ts';
import { AlreadyOpen } from '#platform/control/take-socket.ts';
import { openDatabase, type Database } from '#platform/db/database.ts';
import { DatabaseFault } from '#platform/db/fault.ts';
import { migrationSources } from '#platform/db/migration-sources.ts';
import { pendingMigrations } from '#platform/db/pending-migrations.ts';
import { databaseDirectory } from '../../../service/lock.ts';
import type { GroundCommand } from '../../../service/serve.ts';
import { ownVersion } from '../../command-line/own-version.ts';
import { sayBytes } from '../../command-line/free-space.ts';
import { fine, note, toMend, type Sight } from './sight.ts';

const seen = z.object({
  product: z.string(),
  version: z.string(),
  place: z.string(),
  sizeBytes: z.number(),
  pending: z.array(z.string()).readonly(),
});

const running = z.object({ pid: z.number(), sinceMs: z.number(), version: z.string(), database: seen });

type Seen = z.infer<typeof seen>;

/** What a running service says of itself to the doctor. */
export const sayOfItself: GroundCommand = async ({ database }) => ({
  pid: process.pid,
  sinceMs: Math.round(process.uptime() * 1000),
  version: await ownVersion(),
  database: await lookAt(database),
});

/** What runs, on which database, and whether that is up to date. Nothing is opened twice, and nothing is changed. */
export async function databaseSights(config: Config): Promise<Sight[]> {
  return config.databaseUrl ? serverSights(config) : embeddedSights(config);
}

async function serverSights(config: Config): Promise<Sight[]> {
  const { databaseUrl: url = '', namedStatements: prepare } = config;
  try {
    return sayDatabase(await opened({ url, prepare, connections: 1 }));
  } catch (fault) {
    const mend = 'Check that the server runs and that DATABASE_URL names it rightly.';
    return [toMend('Database', `the server does not answer: ${wordsOf(fault)}`, mend)];
  }
}

async function embeddedSights(config: Config): Promise<Sight[]> {
  const directory = databaseDirectory(config);
  const path = await controlPath(directory);
  const socket = fine('Local socket', path);
  try {
    const answer = running.parse(await askControl(path, { name: 'doctor' }));
    return [await sayRunning(answer), socket, ...sayDatabase(answer.database)];
  } catch (fault) {
    if (fault instanceof ControlFault && fault.code === 'not-running')
      return [
        note('Service', 'does not run', 'npm start starts it.'),
        socket,
        ...(await closedSights(directory)),
      ];
    if (fault instanceof ControlFault && fault.code === 'unknown-command')
      return [note('Service', 'does not run; another command is at work'), socket];
    const mend = `Look at who owns ${path}; if no service runs, remove it and try again.`;
    return [toMend('Local socket', `no service can be spoken to at ${path}: ${wordsOf(fault)}`, mend)];
  }
}

async function sayRunning(service: z.infer<typeof running>): Promise<Sight> {
  const own = await ownVersion();
  const says = `runs as process ${service.pid}, for ${sayDuration(service.sinceMs)}`;
  if (service.version === own) return fine('Service', says);
  return toMend(
    'Service',
    `${says}, and is version ${service.version}, not ${own}`,
    'Stop it and start it again.',
  );
}

async function closedSights(directory: string): Promise<Sight[]> {
  if (!(await exists(join(directory, 'PG_VERSION'))))
    return [note('Database', `none yet in ${directory}`, 'The first start makes one.')];
  try {
    return sayDatabase(await opened({ directory }));
  } catch (fault) {
    if (fault instanceof AlreadyOpen) return [note('Database', 'is just being opened by another process')];
    const mend =
      fault instanceof DatabaseFault && fault.code === 'disk-full'
        ? 'Make room, and look again. Nothing that was saved is lost.'
        : `Keep a copy of ${directory} before anything else. Then see “If the database does not open” in docs/guides/operate.md.`;
    return [toMend('Database', `does not open: ${wordsOf(fault)}`, mend)];
  }
}

async function opened(options: Parameters<typeof openDatabase>[0]): Promise<Seen> {
  const database = await openDatabase(options);
  try {
    return await lookAt(database);
  } finally {
    await database.close();
  }
}

async function lookAt(database: Database): Promise<Seen> {
  return {
    ...(await database.about()),
    pending: await pendingMigrations(database, await migrationSources()),
  };
}

const oldestServer = 15;

function sayDatabase({ product, version, place, sizeBytes, pending }: Seen): Sight[] {
  const says = `${product} ${version}, ${sayBytes(sizeBytes)}, ${place}`;
  const isOld = Number.parseInt(version, 10) < oldestServer;
  const database = isOld
    ? toMend('Database', says, `Use PostgreSQL ${oldestServer} or newer.`)
    : fine('Database', says);
  if (pending.length === 0) return [database, fine('Migrations', 'all are applied')];
  const waiting = `${pending.length} wait: ${pending.join(', ')}`;
  return [
    database,
    toMend('Migrations', waiting, 'Every start applies them; so does npx goldenthread migrate.'),
  ];
}

function sayDuration(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return `${Math.round(ms / 1000)} seconds`;
  if (minutes < 120) return `${minutes} minutes`;
  return minutes < 2880 ? `${Math.floor(minutes / 60)} hours` : `${Math.floor(minutes / 1440)} days`;
}

function wordsOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
