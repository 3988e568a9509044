import type { Kysely } from 'kysely';
import type { Context } from '../kernel/context.ts';
import type { Id } from '../kernel/id.ts';

/** The query builder inside one transaction. A store names its own tables: `ctx.db.withTables<StrategyTables>()`. */
export type Db = Kysely<Record<never, never>>;

/** The context of an action or a query, with its database. */
export type Ctx = Context<Db>;

/** For whom a transaction runs: row-level security, and the SQL that needs the time, read nothing else. */
export type Scope = {
  partnershipId: Id<'partnership'> | null;
  personId: string | null;
  now: Date;
  access: 'read' | 'write';
};

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
  /** the embedded database in a directory of its own */
  | { directory: string }
  /** the embedded database in memory, empty or from a dump */
  | { memory: true; dump?: Uint8Array };

export async function openDatabase(options: OpenOptions): Promise<Database> {
  throw new Error(`not built yet: ${Object.keys(options).join(', ')}`);
}
