import { setTimeout as sleep } from 'node:timers/promises';
import { tally } from '../tally.ts';
import type { OwnServer } from './own-server.ts';
import { pressOn, send, type Came } from './probe.ts';

/** What came of presses that people sent until they were told something final. */
export type Outcome = {
  presses: number;
  sendings: number;
  /** how often each status came back; 0 where nothing did */
  statuses: Readonly<Record<string, number>>;
  /** acknowledged, or told that it was taken in, and not there */
  lost: number;
  /** there more than once */
  doubled: number;
  /** answered by neither an acknowledgement, a page to try again nor the end of the line */
  unexplained: number;
  /** how long people waited for their first acknowledgement after the line broke, at most */
  worstMs: number;
};

/** What a service may answer while what it stands on breaks: done, taken in before, try again, too many, or a broken line. */
const explained = new Set([303, 409, 429, 503, 0]);

let named = 0;

/**
 * People who each send a form and, while they are told to try again, send the same form again. Goes on while `disturb`
 * does what it does, and a little after.
 */
export async function underLoad(
  server: OwnServer,
  addresses: () => readonly string[],
  disturb: () => Promise<void>,
): Promise<Outcome> {
  const still = { going: true };
  let endedAt = Infinity;
  const statuses: Record<string, number> = {};
  const told: { what: string; final: Came | undefined; ms: number }[] = [];
  const person = async (which: number): Promise<void> => {
    while (still.going) {
      const what = `load-${process.pid}-${(named += 1)}`;
      const began = performance.now();
      const final = await insist(() => addresses()[which % addresses().length] ?? '', what, {
        statuses,
        endedAt: () => endedAt,
      });
      told.push({ what, final, ms: performance.now() - began });
      await sleep(5);
    }
  };
  const crowd = Array.from({ length: 8 }, (_, which) => person(which));
  try {
    await disturb();
    await sleep(300);
  } finally {
    still.going = false;
    endedAt = Date.now();
    await Promise.all(crowd);
  }
  return counted(server, told, statuses);
}

/** Sends one form until something final is said; gives up a minute after the disturbance has ended. */
async function insist(
  address: () => string,
  what: string,
  { statuses, endedAt }: { statuses: Record<string, number>; endedAt: () => number },
): Promise<Came | undefined> {
  const press = pressOn('/effect', { what, words: 'We met on Friday. She wants to go on.' });
  while (Date.now() < endedAt() + 60_000) {
    const came = await send(address(), press);
    statuses[came.status] = (statuses[came.status] ?? 0) + 1;
    if (came.status === 303 || came.status === 409) return came;
    await sleep(50);
  }
  return undefined;
}

async function counted(
  server: OwnServer,
  told: readonly { what: string; final: Came | undefined; ms: number }[],
  statuses: Readonly<Record<string, number>>,
): Promise<Outcome> {
  const text = `select subject_id as what, count(*)::int as count from platform.fact
    where type = 'probe.effect' and subject_id = any($1) group by 1`;
  const rows = await server.ask(text, [told.map(({ what }) => what)]);
  const found = new Map(rows.map((row) => [String(row['what']), Number(row['count'])]));
  const sendings = Object.values(statuses).reduce((sum, each) => sum + each, 0);
  const outcome = {
    presses: told.length,
    sendings,
    statuses,
    lost: told.filter(({ what, final }) => final && !found.has(what)).length,
    doubled: [...found.values()].filter((count) => count > 1).length,
    unexplained:
      Object.entries(statuses).reduce(
        (sum, [status, count]) => sum + (explained.has(Number(status)) ? 0 : count),
        0,
      ) + told.filter(({ final }) => !final).length,
    worstMs: Math.round(Math.max(0, ...told.map(({ ms }) => ms))),
  };
  tally.tried(sendings);
  tally.lost(outcome.lost + outcome.doubled);
  tally.unexplained(outcome.unexplained);
  return outcome;
}
