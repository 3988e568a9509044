import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import {
  identify,
  organisations,
  people,
  setUpOrganisations,
  setUpPartnership,
} from '#modules/accounts/index.ts';
import type { Role } from '#platform/access/policy.ts';
import { testAudit } from '#platform/audit/testing.ts';
import type { Ctx, Database } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { transactions, type Transactions, type Who } from '#platform/db/transactions.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { writeFact } from '#platform/outbox/outbox.ts';
import { openRecord, type RecordToOpen } from './index.ts';

/** The partnership of a test. */
export const testPartnership: Id<'partnership'> = storedId('01900000-0000-7000-8000-0000000000aa');

/** Invented people of every role, from two bodies; the key says who they are. */
const invented: readonly { key: string; roles: readonly Role[]; body: string }[] = [
  { key: 'lead', roles: ['practitioner'], body: 'council' },
  { key: 'colleague', roles: ['practitioner'], body: 'council' },
  { key: 'stranger', roles: ['practitioner'], body: 'council' },
  { key: 'outsider', roles: ['practitioner'], body: 'charity' },
  { key: 'supervisor', roles: ['supervisor'], body: 'council' },
  { key: 'setting-lead', roles: ['setting-lead'], body: 'council' },
  { key: 'reader', roles: ['safeguarding-reader'], body: 'council' },
  { key: 'reporter', roles: ['report-only'], body: 'council' },
  { key: 'child', roles: ['young-person'], body: '' },
  { key: 'sibling', roles: ['young-person'], body: '' },
  { key: 'parent', roles: ['parent'], body: '' },
  { key: 'other-parent', roles: ['parent'], body: '' },
  { key: 'governance', roles: ['governance-lead'], body: 'council' },
  { key: 'administrator', roles: ['administrator'], body: 'council' },
  { key: 'manager', roles: ['manager'], body: 'council' },
  { key: 'analyst', roles: ['analyst'], body: 'council' },
  { key: 'board', roles: ['board-member'], body: 'council' },
  { key: 'partner', roles: ['partner-lead'], body: 'charity' },
  { key: 'participation', roles: ['participation-worker'], body: 'council' },
  { key: 'inspector', roles: ['young-inspector'], body: '' },
];

type How = { provedMinutesAgo?: number; elsewhere?: Id<'partnership'> };

export type TestFamilies = {
  database: Database;
  transactions: Transactions;
  /** the clock of everything that happens */
  at(instant: string): void;
  now(): Date;
  person(key: string): Id<'person'>;
  body(key: 'council' | 'charity'): Id<'organisation'>;
  /** acts as one of the invented people, with a proof of who they are this old; in another partnership where one is named */
  as<T>(key: string, work: (ctx: Ctx) => Promise<T>, how?: How): Promise<T>;
  asService<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>;
  /** opens a record that `lead` leads */
  child(given?: Partial<RecordToOpen>): Promise<Id<'child'>>;
};

/** A database of a test's own with people of every role in it, and a way to act as each. */
export async function testFamilies(t: Pick<TestContext, 'after'>, given?: Database): Promise<TestFamilies> {
  const database = given ?? (await testDatabase(t));
  let now = new Date('2026-11-23T10:00:00Z');
  const act = transactions({
    database,
    clock: () => now,
    random: randomBytes,
    record: async (ctx, fact) => void (await writeFact(ctx, fact)),
    audit: testAudit,
  });
  const asService = <T>(work: (ctx: Ctx) => Promise<T>) =>
    act.inTransaction(
      { actor: { kind: 'service', name: 'test' }, partnershipId: testPartnership },
      'write',
      work,
    );
  const { person, body, actorOf } = await asService(known);
  return {
    database,
    transactions: act,
    at: (instant) => void (now = new Date(instant)),
    now: () => now,
    person,
    body,
    asService,
    as: (key, work, how = {}) => act.inTransaction(whoActs(actorOf(key), how, now), 'write', work),
    async child(given = {}) {
      const opened = await asService((ctx) =>
        openRecord(ctx, { ...usual(person('lead'), body('council')), ...given }),
      );
      if (!opened.done) throw new Error(opened.refusal.reason);
      return opened.value;
    },
  };
}

/** The invented people and bodies, set up and found by their keys. */
async function known(ctx: Ctx) {
  await setUp(ctx);
  const everybody = await people(ctx);
  const bodies = await organisations(ctx);
  const actors = new Map<string, Actor | undefined>();
  for (const { key, id } of everybody) actors.set(key, await identify(ctx, id));
  return {
    person: (key: string) => found(everybody.find((one) => one.key === key)).id,
    body: (key: string) => found(bodies.find((one) => one.key === key)).id,
    actorOf: (key: string) => found(actors.get(key)),
  };
}

function whoActs(actor: Actor, { provedMinutesAgo, elsewhere }: How, now: Date): Who {
  const proof =
    provedMinutesAgo === undefined ? {} : { provedAt: new Date(now.getTime() - provedMinutesAgo * 60_000) };
  return { actor: { ...actor, ...proof }, partnershipId: elsewhere ?? testPartnership };
}

function usual(leadPersonId: Id<'person'>, ownerOrganisationId: Id<'organisation'>): RecordToOpen {
  return {
    givenNames: 'Wren',
    familyName: 'Testerley',
    knownAs: '',
    bornOn: dayOf(2014, 5, 9),
    dueOn: undefined,
    level: 'normal',
    ownerOrganisationId,
    settingOrganisationId: undefined,
    settingIsSafe: false,
    because: 'Asked for help at school.',
    leadPersonId,
  };
}

async function setUp(ctx: Ctx): Promise<void> {
  await setUpOrganisations(ctx, [
    { key: 'council', name: 'Invented Council', kind: 'council' },
    { key: 'charity', name: 'Invented Charity', kind: 'charity' },
  ]);
  await setUpPartnership(ctx, {
    partnership: { slug: 'test', name: 'Test', shortName: 'Test', brandColour: '#265b3c', isInvented: true },
    people: invented.map(({ key, roles, body }) => ({
      key,
      roles,
      name: `Ash ${key}`,
      job: key,
      email: `${key}@example.org`,
      ...(body === '' ? { organisation: '' } : { organisationKey: body }),
    })),
  });
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not among the invented people and bodies of a test');
  return value;
}
