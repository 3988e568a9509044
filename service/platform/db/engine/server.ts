import pg from 'pg';
import type { Engine, Limits, Reply, Session } from './engine.ts';
import { affectedBy } from './engine.ts';
import { DatabaseFault, faultOf } from '../fault.ts';
import { queueOfOne } from './in-turn.ts';
import { readerFor } from './read-value.ts';
import { writeValue } from './write-value.ts';

export type ServerOptions = {
  url: string;
  /** false for a pooler that cannot hold prepared statements (PgBouncer before 1.21 in transaction mode) */
  prepare?: boolean;
  /** the most connections held at once */
  connections?: number;
  /** how long a new connection may take */
  connectMs?: number;
};

/** A pool of connections to a PostgreSQL server, with every statement prepared by name. */
export function openServer(options: ServerOptions): Engine {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: options.connectMs ?? 5_000,
    keepAlive: true,
    application_name: 'goldenthread',
    types: { getTypeParser: readerFor },
  });
  // an idle connection that breaks is simply replaced by the next one asked for
  pool.on('error', () => {});
  const nameOf = options.prepare === false ? () => undefined : statementNames();
  return {
    kind: 'server',
    place: placeOf(options.url),
    async hold(limits, work) {
      const client = await pool.connect().catch((cause: unknown) => {
        throw faultFrom(cause);
      });
      const session = sessionOver(client, nameOf, limits);
      // without a listener a connection that breaks while it is lent would end the process
      const broke = (): void => session.spoil();
      client.on('error', broke);
      try {
        return await work(session);
      } finally {
        client.off('error', broke);
        client.release(session.spoiled());
      }
    },
    close: async () => {
      // as on the embedded database, closing what is closed does nothing
      if (!pool.ending) await pool.end();
    },
  };
}

function sessionOver(
  client: pg.PoolClient,
  nameOf: (text: string) => string | undefined,
  { statementMs }: Limits,
): Session & { spoiled(): boolean } {
  let spoiled = false;
  // the first exchange only opens a transaction: whoever does not answer that is not there any more
  let patience = Math.min(statementMs, openingMs);
  const inTurn = queueOfOne();
  const run = async (config: pg.QueryConfig): Promise<Reply> => {
    // what a server left unanswered would hold up whatever is asked after it
    if (spoiled) throw new DatabaseFault('unavailable', 'the connection to the database server is gone');
    const timed = { ...config, query_timeout: patience };
    try {
      // a script of several statements answers with a list
      const answered: pg.QueryResult | pg.QueryResult[] = await client.query(timed);
      patience = statementMs + graceMs;
      return replyOf(Array.isArray(answered) ? answered.at(-1) : answered);
    } catch (cause) {
      const fault = faultFrom(cause);
      if (fault instanceof DatabaseFault && (fault.code === 'unavailable' || fault.sqlState === '0A000'))
        spoiled = true;
      throw fault;
    }
  };
  return {
    query(text, values) {
      const name = nameOf(text);
      return inTurn(() =>
        run({ text, values: values.map(writeValue), ...(name === undefined ? {} : { name }) }),
      );
    },
    script: (text) => inTurn(() => run({ text })),
    spoil: () => {
      spoiled = true;
    },
    spoiled: () => spoiled,
  };
}

/** A server that lives breaks a statement off by itself; we wait a little longer than that for one that may not. */
const graceMs = 5_000;
const openingMs = 10_000;

function replyOf(result: pg.QueryResult | undefined): Reply {
  if (!result) return { rows: [], command: '', affected: undefined };
  const count = result.rowCount ?? 0;
  const command =
    result.command === 'INSERT'
      ? `INSERT 0 ${count}`
      : `${result.command}${result.rowCount === null ? '' : ` ${count}`}`;
  return { rows: result.rows, command, affected: affectedBy(command) };
}

function faultFrom(cause: unknown): Error {
  if (cause instanceof pg.DatabaseError)
    return faultOf({
      code: cause.code ?? 'XX000',
      message: cause.message,
      detail: cause.detail,
      hint: cause.hint,
      where: cause.where,
      constraint: cause.constraint,
      position: cause.position,
    });
  if (cause instanceof RangeError || cause instanceof TypeError || cause instanceof SyntaxError) return cause;
  const words = cause instanceof Error ? cause.message : String(cause);
  return new DatabaseFault('unavailable', `the database server cannot be reached: ${words}`, { cause });
}

/** A server keeps a named statement as long as its connection, so no more than this many are named. */
const mostNamed = 1_000;

function statementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostNamed) return known;
    const name = `goldenthread_${names.size + 1}`;
    names.set(text, name);
    return name;
  };
}

/** Host and database, without the name and password that the address may hold. */
function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || 'localhost'}${port ? `:${port}` : ''}${pathname}`;
}
