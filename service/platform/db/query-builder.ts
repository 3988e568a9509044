import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Reply, Row, Session } from './engine/engine.ts';
import type { Db } from './handle.ts';

/** Kysely over one held connection. Its `transaction()` is a savepoint, because the transaction itself is already open. */
export function queryBuilder(session: Session): Db {
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driverOver(session),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
  const db: Db = new Kysely({ dialect });
  sessions.set(db, session);
  return db;
}

/** Runs a script of several statements, which no prepared statement can be: migrations, and the queue's own SQL. */
export async function runScript(db: Db, text: string): Promise<Reply> {
  return await sessionOf(db).script(text);
}

/** Runs one statement as it stands, with its values in the order of $1, $2 … */
export async function runStatement(db: Db, text: string, values: readonly unknown[]): Promise<Reply> {
  return await sessionOf(db).query(text, values);
}

const sessions = new WeakMap<Db, Session>();

function sessionOf(db: Db): Session {
  const session = sessions.get(db);
  if (!session) throw new TypeError('not the handle that a transaction was given');
  return session;
}

function driverOver(session: Session): Driver {
  const connection: DatabaseConnection = {
    executeQuery: (query) => execute(session, query),
    streamQuery: () => {
      throw new Error('rows are not streamed: ask for them in pages');
    },
  };
  let depth = 0;
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    destroy: async () => {},
    beginTransaction: async () => {
      depth += 1;
      await session.script(`savepoint level_${depth}`);
    },
    commitTransaction: async () => {
      await session.script(`release savepoint level_${depth}`);
      depth -= 1;
    },
    rollbackTransaction: async () => {
      await session.script(`rollback to savepoint level_${depth}; release savepoint level_${depth}`);
      depth -= 1;
    },
  };
}

async function execute<Shape>(session: Session, query: CompiledQuery): Promise<QueryResult<Shape>> {
  const reply = await session.query(query.sql, query.parameters);
  const rows: Row[] = reply.rows;
  if (!areOf<Shape>(rows)) throw new TypeError('unreachable');
  return reply.affected === undefined ? { rows } : { rows, numAffectedRows: BigInt(reply.affected) };
}

/** The one place where the database is taken at its word: its generated table types say what a row holds. */
function areOf<Shape>(_rows: readonly unknown[]): _rows is Shape[] {
  return true;
}
