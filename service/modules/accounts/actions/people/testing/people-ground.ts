import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import type { Role } from '#platform/access/policy.ts';
import { testAudit } from '#platform/audit/testing.ts';
import type { Ctx, Database } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { runStatement } from '#platform/db/query-builder.ts';
import { transactions, type Who } from '#platform/db/transactions.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { writeFact } from '#platform/outbox/outbox.ts';
import { identify, setUpOrganisations, setUpPartnership } from '../../../index.ts';

/** A partnership with two bodies, and people with the roles that a test names. */
export type PeopleGround = {
  database: Database;
  facts: string[];
  /** somebody set up with these roles; of the council, or of the body of this key */
  person(name: string, roles: readonly Role[], body?: string): Promise<Id<'person'>>;
  /** one transaction as somebody, with the roles that they hold at that moment; a visitor where they hold no way in */
  as<T>(id: Id<'person'>, work: (ctx: Ctx) => Promise<T>): Promise<T>;
  asService<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>;
  /** as the page sees them: undefined where nothing lets them in */
  actor(id: Id<'person'>): Promise<Actor | undefined>;
  later(days: number): void;
};

const partnershipId: Id<'partnership'> = storedId('01900000-0000-7000-8000-0000000000aa');

export async function peopleGround(t: Pick<TestContext, 'after'>): Promise<PeopleGround> {
  const database = await testDatabase(t);
  let now = new Date('2026-11-23T09:00:00Z');
  const facts: string[] = [];
  const { inTransaction } = transactions({
    database,
    clock: () => now,
    random: randomBytes,
    record: async (ctx, fact) => {
      await writeFact(ctx, fact);
      facts.push(fact.type);
    },
    audit: testAudit,
  });
  const service: Who = { actor: { kind: 'service', name: 'test' }, partnershipId };
  const asService = <T>(work: (ctx: Ctx) => Promise<T>) => inTransaction(service, 'write', work);
  const actor = (id: Id<'person'>) => asService((ctx) => identify(ctx, id));
  await asService((ctx) =>
    setUpOrganisations(ctx, [
      { key: 'council', name: 'Larkmere Council', kind: 'council' },
      { key: 'school', name: 'Larkmere High', kind: 'education' },
    ]),
  );
  return {
    database,
    facts,
    asService,
    actor,
    person: (name, roles, body = 'council') => asService((ctx) => setUp(ctx, { name, roles, body })),
    as: async (id, work) =>
      inTransaction({ actor: (await actor(id)) ?? { kind: 'visitor' }, partnershipId }, 'write', work),
    later: (days) => void (now = new Date(now.getTime() + days * 86_400_000)),
  };
}

const partnership = {
  slug: 'larkmere',
  name: "Larkmere Children's Partnership",
  shortName: 'Larkmere',
  brandColour: '#265b3c',
  isInvented: true,
};

async function setUp(
  ctx: Ctx,
  { name, roles, body }: { name: string; roles: readonly Role[]; body: string },
): Promise<Id<'person'>> {
  const key = name.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  const email = `${key}@larkmere.example`;
  await setUpPartnership(ctx, {
    partnership,
    people: [{ key, name, job: 'Tester', organisationKey: body, email, roles }],
  });
  // one row, so that a test can set thousands of people up
  const found = await runStatement(ctx.db, 'select id from accounts.person where key = $1', [key]);
  return storedId<'person'>(String(found.rows[0]?.['id']));
}
