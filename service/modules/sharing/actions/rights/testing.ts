// A room with invented people in it, and a ground on which requests are answered, for tests.
import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import type { Role } from '#platform/access/policy.ts';
import { testAudit } from '#platform/audit/testing.ts';
import type { Ctx, Database } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { transactions } from '#platform/db/transactions.ts';
import { ownPartnership } from '#platform/http/testing.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { writeFact } from '#platform/outbox/outbox.ts';
import type { HeldFact, PersonalRecords } from '../../domain/rights/personal-records.ts';

export type Ground = {
  database: Database;
  /** one transaction as somebody, at a time */
  act<T>(actor: Actor, work: (ctx: Ctx) => Promise<T>, at?: string): Promise<T>;
};

export const noon = '2026-09-10T11:00:00Z';

/** A database of a test's own, in which time is what the test says. */
export async function groundOf(t: Pick<TestContext, 'after'>): Promise<Ground> {
  const database = await testDatabase(t);
  let now = noon;
  const all = transactions({
    database,
    clock: () => new Date(now),
    random: randomBytes,
    record: async (ctx, fact) => void (await writeFact(ctx, fact)),
    audit: testAudit,
  });
  return {
    database,
    act(actor, work, at = noon) {
      now = at;
      return all.inTransaction({ actor, partnershipId: ownPartnership }, 'write', work);
    },
  };
}

/** Somebody with these roles; each number is another person. */
export function somebody(number: number, ...roles: readonly Role[]): Actor & { kind: 'person' } {
  const personId = storedId<'person'>(`01900000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`);
  return { kind: 'person', personId, name: `Person ${number}`, roles };
}

export const service: Actor = { kind: 'service', name: 'test' };
export const visitor: Actor = { kind: 'visitor' };

/** What must have been done; the reason where it was not. */
export function value<Value>(outcome: Outcome<Value, { reason: string }>): Value {
  if (!outcome.done) throw new Error(`refused: ${outcome.refusal.reason}`);
  return outcome.value;
}

export const childId = '01900000-0000-7000-8000-0000000c0001';
export const otherChildId = '01900000-0000-7000-8000-0000000c0002';

/** A room that holds so many facts about each of two children, each with a mention of somebody else in it. */
export function roomOf(facts: number, mention: (at: number) => string): PersonalRecords<Ctx> {
  const about = (whose: string): HeldFact[] =>
    Array.from({ length: facts }, (_, at) => factOf(whose, at, mention(at)));
  return {
    room: 'invented',
    classes: [
      {
        key: 'invented.entry',
        title: 'Notes',
        holds: 'Notes.',
        triggers: [{ key: 'closed', words: 'the end' }],
        ofChildren: true,
        tables: [],
      },
    ],
    async peopleAround() {
      const names = Array.from({ length: facts }, (_, at) => mention(at));
      return [...new Set(names)].map((name) => ({
        name,
        alsoCalled: [],
        kind: 'third-party',
        who: 'somebody',
      }));
    },
    async gather(_ctx, { id }) {
      if (id === childId) return about('own');
      return id === otherChildId ? about('other') : [];
    },
    ended: async () => [],
    dispose: async () => ({ records: 0, rows: 0, files: [] }),
  };
}

function factOf(whose: string, at: number, name: string): HeldFact {
  return {
    id: `${whose}-${at}`,
    class: 'invented.entry',
    title: `A note by ${name}`,
    text: `Fact ${whose}-${at}: ${name} was there, and the plan of ${whose}-${at} was made.`,
    whose: `said by ${name}`,
    source: 'a visit',
    on: dayOf(2010 + (at % 16), 1 + (at % 12), 1 + (at % 28)),
    fieldGroup: 'Notes',
    spans: [],
  };
}
