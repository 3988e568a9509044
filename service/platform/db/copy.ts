import type { Limits } from './engine/engine.ts';
import { openServer } from './engine/server.ts';
import { DatabaseFault } from './fault.ts';
import type { Db, Scope } from './handle.ts';
import { transact } from './transact.ts';

/** A copy of the database that follows it (a streaming replica), for pages that may be a moment old. */
export type Copy = {
  /**
   * One reading transaction on the copy; undefined where it cannot be asked just now, and the database itself must be.
   * `work` may have begun before that was found out: it only reads, so it can be done again.
   */
  tryRead<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<{ value: T } | undefined>;
  close(): Promise<void>;
};

/** Whether the copy is in use; told when that changes. */
export type CopyStanding = 'in-use' | 'away' | 'behind' | 'not-a-copy';

export type CopyOptions = {
  url: string;
  prepare?: boolean;
  clock: () => Date;
  tell?: (standing: CopyStanding) => void;
  /** how often it is looked at */
  lookEveryMs?: number;
};

/** A reader of a public page waits no longer than this for a copy that has gone silent. */
const limits: Limits = { statementMs: 5_000, idleMs: 30_000 };
const mostBehindS = 30;

/** Opens a copy. Nothing is read from it before it has been found in order, and nobody waits for that. */
export function openCopy({ url, prepare, clock, tell = () => {}, lookEveryMs = 2_000 }: CopyOptions): Copy {
  const engine = openServer({ url, connectMs: 1_000, ...(prepare === undefined ? {} : { prepare }) });
  let standing: CopyStanding | undefined;
  const nowStands = (found: CopyStanding): void => {
    if (found !== standing) tell(found);
    standing = found;
  };
  let looking: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    try {
      const { rows } = await engine.hold(limits, (session) => session.query(howItStands, [clock()]));
      nowStands(standingOf(rows[0]));
    } catch {
      nowStands('away');
    } finally {
      looking = undefined;
    }
  };
  const timer = setInterval(() => void (looking ??= look()), lookEveryMs).unref();
  looking = look();
  return {
    async tryRead(scope, work) {
      if (standing !== 'in-use') return undefined;
      try {
        return { value: await transact(engine, { as: 'application', scope, limits }, work) };
      } catch (fault) {
        if (!(fault instanceof DatabaseFault)) throw fault;
        if (fault.code === 'unavailable') nowStands('away');
        // what the copy cannot answer (it clears rows away that are being read, or lacks a table that is new) the database can
        return undefined;
      }
    },
    async close() {
      clearInterval(timer);
      await looking;
      await engine.close();
    },
  };
}

/** Where everything that was received has been replayed and more is being received, it is up to date however old that is. */
const howItStands = `
  select pg_is_in_recovery() as follows,
    case when pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() and exists (select from pg_stat_wal_receiver) then 0
      else extract(epoch from $1::timestamptz - pg_last_xact_replay_timestamp()) end as behind`;

function standingOf(row: Readonly<Record<string, unknown>> | undefined): CopyStanding {
  if (row?.['follows'] !== true) return 'not-a-copy';
  const behind = row['behind'] === null ? Infinity : Number(row['behind']);
  return behind <= mostBehindS ? 'in-use' : 'behind';
}
