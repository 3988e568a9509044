import { AsyncLocalStorage } from 'node:async_hooks';
import type { Engine, Limits, Session } from './engine/engine.ts';
import { DatabaseFault } from './fault.ts';
import type { Db, Scope } from './handle.ts';
import { queryBuilder } from './query-builder.ts';

/** As whom a transaction runs, and how long it may take where that is not as usual. */
export type Standing = ({ as: 'owner' } | { as: 'application'; scope: Scope }) & { limits?: Limits };

const applicationLimits: Limits = { statementMs: 30_000, idleMs: 60_000 };
/** a migration may rebuild a large table */
const ownerLimits: Limits = { statementMs: 600_000, idleMs: 600_000 };

/** The transaction that the running code stands in, wherever it was called from. */
const around = new AsyncLocalStorage<{ open: boolean }>();

/** One transaction: committed when the work resolves, rolled back when it rejects, and nothing between. */
export async function transact<T>(
  engine: Engine,
  standing: Standing,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  if (around.getStore()?.open)
    throw new Error(
      'a transaction was opened inside another one: use the handle that the outer one was given',
    );
  const limits = standing.limits ?? (standing.as === 'owner' ? ownerLimits : applicationLimits);
  const opening = standing.as === 'owner' ? ownerOpening(limits) : applicationOpening(standing.scope, limits);
  let begun = false;
  const attempt = (): Promise<T> =>
    engine.hold(limits, async (session) => {
      await open(session, opening);
      begun = true;
      return await settle(session, limits, work);
    });
  try {
    return await attempt();
  } catch (fault) {
    // a pooled connection may have died since it was last used; nothing was done yet, so another one may try
    if (!begun && fault instanceof DatabaseFault && fault.code === 'unavailable') return await attempt();
    throw fault;
  }
}

/** What was cancelled as it opened may have begun all the same: it must not wait for the next one on this connection. */
async function open(session: Session, opening: string): Promise<void> {
  try {
    await session.script(opening);
  } catch (fault) {
    await session.script('rollback').catch(() => session.spoil());
    throw fault;
  }
}

async function settle<T>(session: Session, limits: Limits, work: (db: Db) => Promise<T>): Promise<T> {
  const here = { open: true };
  const lent = lend(session, limits.idleMs);
  try {
    const value = await Promise.race([
      around.run(here, () => work(queryBuilder(lent.session))),
      lent.idledTooLong,
    ]);
    lent.end();
    const { command } = await session.script('commit');
    if (command !== 'COMMIT')
      throw new DatabaseFault(
        'other',
        'a statement failed, the work went on regardless, and nothing was kept',
      );
    return value;
  } catch (fault) {
    lent.end();
    await session.script('rollback').catch(() => session.spoil());
    throw fault;
  } finally {
    here.open = false;
  }
}

type Lent = { session: Session; idledTooLong: Promise<never>; end(): void };

/** The session as the work gets it: refused once the transaction has ended, and taken back when it only sits there. */
function lend(session: Session, idleMs: number): Lent {
  let ended = false;
  let running = 0;
  let timer: NodeJS.Timeout | undefined;
  const idled = Promise.withResolvers<never>();
  idled.promise.catch(() => {});
  const end = (): void => {
    ended = true;
    clearTimeout(timer);
  };
  const watch = (): void => {
    clearTimeout(timer);
    if (ended || running > 0) return;
    timer = setTimeout(() => {
      end();
      idled.reject(
        new DatabaseFault('timeout', `a transaction asked nothing for ${idleMs} ms and was rolled back`),
      );
    }, idleMs);
  };
  const whileOpen = async <R>(ask: () => Promise<R>): Promise<R> => {
    if (ended) throw new Error('the transaction has ended: its handle cannot be used any more');
    running += 1;
    clearTimeout(timer);
    try {
      return await ask();
    } finally {
      running -= 1;
      watch();
    }
  };
  watch();
  return {
    session: {
      query: (text, values) => whileOpen(() => session.query(text, values)),
      script: (text) => whileOpen(() => session.script(text)),
      spoil: () => session.spoil(),
    },
    idledTooLong: idled.promise,
    end,
  };
}

function applicationOpening(scope: Scope, limits: Limits): string {
  return openingWith(scope.access === 'read' ? 'begin read only' : 'begin', limits, {
    role: 'goldenthread_app',
    'app.partnership_id': scope.partnershipId ?? '',
    'app.person_id': scope.personId ?? '',
    'app.actor': scope.actorKind,
    'app.now': scope.now.toISOString(),
  });
}

function ownerOpening(limits: Limits): string {
  return openingWith('begin', limits, { 'app.as_owner': 'on' });
}

/** One script, so that opening a transaction costs one exchange. */
function openingWith(begin: string, limits: Limits, settings: Readonly<Record<string, string>>): string {
  const all = {
    ...settings,
    search_path: 'public',
    TimeZone: 'UTC',
    statement_timeout: String(limits.statementMs),
    idle_in_transaction_session_timeout: String(limits.idleMs + 30_000),
  };
  const calls = Object.entries(all).map(
    ([name, value]) => `set_config(${quoted(name)}, ${quoted(value)}, true)`,
  );
  return `${begin}; select ${calls.join(', ')}`;
}

function quoted(text: string): string {
  if (text.includes('\\') || text.includes('\0'))
    throw new RangeError('a setting with a backslash or a zero in it');
  return `'${text.replaceAll("'", "''")}'`;
}
