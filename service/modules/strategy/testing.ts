import { randomBytes } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { people as peopleOf, setUpPartnership } from '#modules/accounts/index.ts';
import type { Role } from '#platform/access/policy.ts';
import { testAudit } from '#platform/audit/testing.ts';
import type { Ctx, Database } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { transactions, type Transactions, type Who } from '#platform/db/transactions.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { writeFact } from '#platform/outbox/outbox.ts';
import { loadFrameworks } from './index.ts';
import type { FrameworkDocument } from './domain/framework-document.ts';
import { readCrosswalk, readFramework, sayProblem, type FrameworksToLoad, type Problem } from './index.ts';

/** A partnership in a database of its own, with people who can act. */
export type StrategyGround = {
  database: Database;
  transactions: Transactions;
  partnershipId: Id<'partnership'>;
  /** the facts recorded so far, oldest first */
  facts: string[];
  /** somebody of this partnership with these roles, known to accounts by name */
  person(name: string, ...roles: readonly Role[]): Promise<Who>;
  /** one transaction as somebody */
  as<T>(who: Who, work: (ctx: Ctx) => Promise<T>): Promise<T>;
  /** frameworks of this partnership, or of the library, published at once */
  load(owner: 'own' | 'library', ...frameworks: readonly FrameworkDocument[]): Promise<void>;
  /** moves the clock on */
  later(minutes: number): void;
};

const testPartnership: Id<'partnership'> = storedId('01900000-0000-7000-8000-0000000000aa');

/** Opens the ground of a test; the clock stands at 3 September 2026, ten in the morning. */
export async function strategyGround(
  t: Pick<TestContext, 'after'>,
  partnershipId = testPartnership,
  database?: Database,
): Promise<StrategyGround> {
  const opened = database ?? (await testDatabase(t));
  let now = new Date('2026-09-03T09:00:00Z');
  const facts: string[] = [];
  const act = transactions({
    database: opened,
    clock: () => now,
    random: randomBytes,
    record: async (ctx, fact) => {
      await writeFact(ctx, fact);
      facts.push(fact.type);
    },
    audit: testAudit,
  });
  const service: Who = { actor: { kind: 'service', name: 'test' }, partnershipId };
  const as = <T>(who: Who, work: (ctx: Ctx) => Promise<T>) => act.inTransaction(who, 'write', work);
  return {
    database: opened,
    transactions: act,
    partnershipId,
    facts,
    as,
    person: (name, ...roles) => as(service, (ctx) => addPerson(ctx, name, roles)),
    load: async (owner, ...frameworks) => {
      const loaded = (ctx: Ctx) => loadFrameworks(ctx, { frameworks, crosswalks: [] });
      await (owner === 'library' ? act.inLibrary(loaded) : as(service, loaded));
      facts.length = 0;
    },
    later: (minutes) => void (now = new Date(now.getTime() + minutes * 60_000)),
  };
}

async function addPerson(ctx: Ctx, name: string, roles: readonly Role[]): Promise<Who> {
  const key = name.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  const partnership = {
    slug: 'larkmere',
    name: "Larkmere Children's Partnership",
    shortName: 'Larkmere',
    brandColour: '#265b3c',
    isInvented: true,
  };
  const person = { key, name, job: 'Tester', organisation: 'council', roles };
  await setUpPartnership(ctx, { partnership, people: [person] });
  const found = (await peopleOf(ctx)).find((one) => one.key === key);
  if (!found) throw new Error(`${name} was not added`);
  const actor: Actor = { kind: 'person', personId: found.id, name, roles };
  return { actor, partnershipId: ctx.partnershipId };
}

const files = new URL('../../../frameworks/', import.meta.url);

/** The frameworks and crosswalks that stand in the repository's files: the library, the packs, or the invented county's. */
export function publishedFrameworks(which: 'library' | 'packs' | 'own'): FrameworksToLoad {
  const named = (pattern: string) =>
    globSync(pattern, { cwd: files.pathname })
      .toSorted()
      .map((name) => readFileSync(new URL(name, files)));
  return {
    frameworks: named(which === 'own' ? 'brackenshire.yaml' : `${which}/*.yaml`).map((file) =>
      readable(readFramework(file)),
    ),
    crosswalks:
      which === 'library' ? named('crosswalks/*.yaml').map((file) => readable(readCrosswalk(file))) : [],
  };
}

function readable<Value>(read: Outcome<Value, { reason: string; problems: readonly Problem[] }>): Value {
  if (!read.done) throw new Error(read.refusal.problems.map(sayProblem).join('; '));
  return read.value;
}
