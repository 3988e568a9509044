import { controlPath } from '../control/control-path.ts';
import { type Control, openControl } from '../control/control.ts';
import { openEmbedded } from './embedded/embedded.ts';
import type { Engine } from './engine/engine.ts';
import type { Db, Scope } from './handle.ts';
import { openServer } from './engine/server.ts';
import { transact } from './transact.ts';

export type { Ctx, Db, Scope } from './handle.ts';

export type DatabaseDescription = { product: string; version: string; place: string; sizeBytes: number };

export type Database = {
  readonly kind: 'embedded' | 'server';
  /** One transaction as the application: committed when the work resolves, rolled back when it rejects. */
  inTransaction<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T>;
  /** One transaction as the owner of the tables, past row-level security: migrations and seeds of the library. */
  asOwner<T>(work: (db: Db) => Promise<T>): Promise<T>;
  about(): Promise<DatabaseDescription>;
  close(): Promise<void>;
};

export type OpenOptions =
  /** a PostgreSQL server; `prepare: false` for a pooler that cannot hold prepared statements */
  | { url: string; prepare?: boolean; connections?: number }
  /**
   * the embedded database in a directory of its own. Who has opened a control for that directory already hands it in as
   * proof; otherwise one is opened here, so that a directory never has two openers.
   */
  | { directory: string; control?: Control }
  /** the embedded database in memory, empty or from a dump */
  | { memory: true; dump?: Uint8Array };

/**
 * Opens the database. The schema is not touched: `migrate` does that.
 * @throws AlreadyOpen where another process has the directory open
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  if ('url' in options) return databaseOver(openServer(options));
  if ('memory' in options) return databaseOver(await openEmbedded(options));
  const { directory } = options;
  const own = options.control
    ? undefined
    : await openControl({ path: await controlPath(directory), directory, commands: {} });
  try {
    return databaseOver(await openEmbedded({ directory }), own);
  } catch (fault) {
    await own?.close();
    throw fault;
  }
}

/** A database over an engine, and over the lock that it has to give up when it closes. */
export function databaseOver(engine: Engine, lock?: { close(): Promise<void> }): Database {
  return {
    kind: engine.kind,
    inTransaction: (scope, work) => transact(engine, { as: 'application', scope }, work),
    asOwner: (work) => transact(engine, { as: 'owner' }, work),
    about: () => describe(engine),
    async close() {
      await engine.close();
      await lock?.close();
    },
  };
}

async function describe(engine: Engine): Promise<DatabaseDescription> {
  const text = `select current_setting('server_version') as version, pg_database_size(current_database()) as size`;
  const { rows } = await engine.hold({ statementMs: 30_000, idleMs: 30_000 }, (session) =>
    session.query(text, []),
  );
  const { version, size } = rows[0] ?? {};
  const product = engine.kind === 'embedded' ? 'PostgreSQL, embedded (PGlite)' : 'PostgreSQL';
  return { product, version: String(version), place: engine.place, sizeBytes: Number(size) };
}
