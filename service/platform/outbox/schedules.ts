import { sql } from 'kysely';
import type { Ctx } from '../db/database.ts';
import type { Transactions } from '../db/transactions.ts';
import type { Day } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import { repeatedly } from './repeatedly.ts';
import type { OutboxTables } from './tables.generated.ts';

/**
 * Work that comes round with the calendar: keeping a scorecard each quarter, fetching published figures each night.
 *
 * A schedule says in which turn a moment falls; each turn is worked once. A turn that was missed because nothing ran is
 * worked as soon as something runs, for as long as `turn` still names it. A turn that failed is tried again, a minute
 * later, then two, four … at most six hours.
 *
 * To add one: export a `Schedule` from the module's front door and name it in `schedules` of service/app.ts.
 */
export type Schedule = {
  /** module.what-it-does, as in `indicators.keep-quarterly-scorecard`: never renamed */
  name: string;
  /**
   * The turn that this moment falls in, in a form that never comes again: "2026-10-01", "2026-11-22". Undefined where
   * nothing is due now.
   */
  turn(at: { now: Date; today: Day }): string | undefined;
  /**
   * Does the work of one turn, in as many transactions as it likes, as the service. At least once: after a crash it comes
   * again, so what was done already must be found done.
   */
  work(run: ScheduledRun): Promise<void>;
  /** how long one try may take before another process may take the turn up; ten minutes where it is not said */
  leaseMinutes?: number;
};

/** What the work of one turn is given. */
export type ScheduledRun = {
  turn: string;
  /** one transaction as the service, named for the schedule */
  act<T>(access: 'read' | 'write', work: (ctx: Ctx) => Promise<T>): Promise<T>;
  /** the service is stopping: leave off at the next good place, by throwing */
  signal: AbortSignal;
};

export type Schedules = {
  /** Looks from now on, every minute, whether something is due. */
  start(): void;
  /** Tells the work at hand to leave off, waits for it, then rests. */
  stop(): Promise<void>;
  /** Works every turn that is due now, whether started or not; answers with the names of what was brought to its end. */
  runDue(): Promise<readonly string[]>;
};

const lookEveryMs = 60_000;

/** Opens the schedules of one partnership. The process that deals with the outbox starts them: see `openOutbox`. */
export function openSchedules(parts: {
  transactions: Transactions;
  partnershipId: Id<'partnership'>;
  schedules: readonly Schedule[];
  /** told when a turn failed; it is tried again later */
  onFailure?: (fault: unknown, schedule: string) => void;
}): Schedules {
  const { transactions, partnershipId, schedules, onFailure = () => {} } = parts;
  const ending = new AbortController();
  const runDue = async (): Promise<readonly string[]> => {
    const ended: string[] = [];
    for (const schedule of schedules) {
      if (ending.signal.aborted) break;
      const who = { actor: { kind: 'service' as const, name: schedule.name }, partnershipId };
      const act: ScheduledRun['act'] = (access, work) => transactions.inTransaction(who, access, work);
      if (await runOne(schedule, { act, signal: ending.signal, onFailure })) ended.push(schedule.name);
    }
    return ended;
  };
  let looking: ReturnType<typeof repeatedly> | undefined;
  return {
    runDue,
    start() {
      const failed = (fault: unknown): void => onFailure(fault, 'the schedules themselves');
      looking ??= repeatedly(async () => void (await runDue()), { everyMs: lookEveryMs, failed });
    },
    async stop() {
      ending.abort();
      await looking?.stop();
    },
  };
}

/** Works the turn that is due, if one is; answers whether it was brought to its end. */
async function runOne(
  schedule: Schedule,
  run: Pick<ScheduledRun, 'act' | 'signal'> & { onFailure: (fault: unknown, schedule: string) => void },
): Promise<boolean> {
  const { act, signal, onFailure } = run;
  const taken = await takeDue(act, schedule);
  if (!taken) return false;
  try {
    await schedule.work({ turn: taken.turn, act, signal });
  } catch (fault) {
    onFailure(fault, schedule.name);
    await act('write', (ctx) => giveBack(ctx, schedule, taken));
    return false;
  }
  await act('write', (ctx) => finish(ctx, schedule, taken.turn));
  return true;
}

type Taken = { turn: string; tries: number };

/** Looks first and writes only where there is something to take: most looks find nothing. */
async function takeDue(act: ScheduledRun['act'], schedule: Schedule): Promise<Taken | undefined> {
  const turn = await act('read', (ctx) => openTurn(ctx, schedule));
  return turn === undefined ? undefined : act('write', (ctx) => take(ctx, schedule, turn));
}

async function openTurn(ctx: Ctx, { name, turn: turnAt }: Schedule): Promise<string | undefined> {
  const { now, today } = ctx;
  const turn = turnAt({ now, today });
  if (turn === undefined) return undefined;
  const row = await turnRow(ctx, name, turn).select(['done_at', 'not_before']).executeTakeFirst();
  return !row || (row.done_at === null && row.not_before <= now) ? turn : undefined;
}

/** Undefined where another process was quicker. */
async function take(ctx: Ctx, schedule: Schedule, turn: string): Promise<Taken | undefined> {
  const { now, partnershipId } = ctx;
  const until = minutesAfter(now, schedule.leaseMinutes ?? 10);
  const row = await ctx.db
    .withTables<OutboxTables>()
    .insertInto('platform.scheduled_turn')
    .values({ partnership_id: partnershipId, schedule: schedule.name, turn, tries: 1, not_before: until })
    .onConflict((conflict) =>
      conflict
        .columns(['partnership_id', 'schedule', 'turn'])
        .doUpdateSet({ tries: sql<number>`scheduled_turn.tries + 1`, not_before: until })
        .where('platform.scheduled_turn.done_at', 'is', null)
        .where('platform.scheduled_turn.not_before', '<=', now),
    )
    .returning('tries')
    .executeTakeFirst();
  return row && { turn, tries: row.tries };
}

async function giveBack(ctx: Ctx, { name }: Schedule, { turn, tries }: Taken): Promise<void> {
  const not_before = minutesAfter(ctx.now, Math.min(2 ** (tries - 1), 360));
  await turnToChange(ctx, name, turn).set({ not_before }).execute();
}

async function finish(ctx: Ctx, { name }: Schedule, turn: string): Promise<void> {
  await turnToChange(ctx, name, turn).set({ done_at: ctx.now }).execute();
}

function turnRow({ db, partnershipId }: Ctx, name: string, turn: string) {
  return db
    .withTables<OutboxTables>()
    .selectFrom('platform.scheduled_turn')
    .where('partnership_id', '=', partnershipId)
    .where('schedule', '=', name)
    .where('turn', '=', turn);
}

function turnToChange({ db, partnershipId }: Ctx, name: string, turn: string) {
  return db
    .withTables<OutboxTables>()
    .updateTable('platform.scheduled_turn')
    .where('partnership_id', '=', partnershipId)
    .where('schedule', '=', name)
    .where('turn', '=', turn);
}

function minutesAfter(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}
