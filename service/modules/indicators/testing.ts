import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { testAudit } from '#platform/audit/testing.ts';
import type { Database } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { transactions } from '#platform/db/transactions.ts';
import type { Transactions, Who } from '#platform/db/transactions.ts';
import type { Actor, Fact } from '#platform/kernel/context.ts';
import { stoppedClock } from '#platform/kernel/clock.ts';
import { storedId } from '#platform/kernel/id.ts';
import { loadCatalogue } from './index.ts';
import type { Act } from './index.ts';

/** A migrated database with the catalogue in it, and an analyst who can bring files in. */
export type ImportGround = {
  database: Database;
  transactions: Transactions;
  /** acts as the analyst */
  act: Act;
  actAs(actor: Actor): Act;
  /** facts recorded so far */
  facts: readonly Fact[];
  /** where files wait */
  keepIn: string;
};

export const analyst: Actor = {
  kind: 'person',
  personId: storedId('00000000-0000-7000-8000-0000000000b1'),
  name: 'Ada Bright',
  roles: ['analyst'],
};

export const testPartnership = storedId<'partnership'>('00000000-0000-7000-8000-0000000000a1');

/** Opens a ground of a test's own; its files and its database are gone when the test ends. */
export async function importGround(t: TestContext): Promise<ImportGround> {
  const facts: Fact[] = [];
  const database = await testDatabase(t);
  const made = transactions({
    database,
    clock: stoppedClock('2026-09-03T10:00:00Z'),
    random: randomBytes,
    record: async (_ctx, fact) => void facts.push(fact),
    audit: testAudit,
  });
  await made.inLibrary(loadCatalogue);
  const keepIn = await mkdtemp(join(tmpdir(), 'golden-thread-test-'));
  t.after(() => rm(keepIn, { recursive: true, force: true }));
  const actAs = (actor: Actor): Act => {
    const who: Who = { actor, partnershipId: testPartnership };
    return (access, work) => made.inTransaction(who, access, work);
  };
  return { database, transactions: made, act: actAs(analyst), actAs, facts, keepIn };
}

/** A small dictionary of LAIT: each measure with its polarity and kind of year. */
export function dictionaryText(
  measures: readonly { code: string; name: string; polarity?: string; yearType?: string }[],
): string {
  const lines = measures.map(({ code, name, polarity = 'High', yearType = 'Financial Year' }) =>
    [code, name, name, 'Invented', polarity, '% of children', '1', yearType].join(','),
  );
  return `${['Measure_short,Measure,Chart_title,Topic,Polarity,y_axis_name,dps,Year_Type', ...lines].join('\n')}\n`;
}

/** A small bulk file of LAIT: rows of measure, years, area's name, value and number. */
export function laitText(rows: readonly (readonly [string, string, string, string, string])[]): string {
  const lines = rows.map(([measure, years, area, value, number]) =>
    [measure, '', years, area, value, number, 'NA'].join(','),
  );
  return `${['Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region', ...lines].join('\n')}\n`;
}
