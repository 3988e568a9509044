import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  identify,
  organisations,
  people,
  setUpOrganisations,
  setUpPartnership,
} from '#modules/accounts/index.ts';
import { mayReach, openRecord } from '#modules/families/index.ts';
import { testAudit } from '#platform/audit/testing.ts';
import { openDatabase, type Ctx } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { migrationSources } from '#platform/db/migration-sources.ts';
import { transactions, type Transactions } from '#platform/db/transactions.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { idAt, storedId } from '#platform/kernel/id.ts';
import { median, type Bench, type Figures } from './bench.ts';

/** Whether the time that an answer takes tells that a child is known. */
export const bench: Bench = {
  name: 'access',
  says: 'How long it takes to be told that there is no such record, where there is none and where there is one that is not open (target: 5 ms apart at the median), on the embedded database.',
  run,
};

const rounds = 400;
const partnershipId = storedId<'partnership'>('01900000-0000-7000-8000-0000000000ac');

async function run(): Promise<Figures> {
  const directory = await mkdtemp(join(tmpdir(), 'gt-'));
  const database = await openDatabase({ directory });
  try {
    await migrate(database, await migrationSources());
    const record = async (): Promise<void> => {};
    const act = transactions({
      database,
      clock: () => new Date(),
      random: randomBytes,
      record,
      audit: testAudit,
    });
    return await measured(act);
  } finally {
    await database.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function measured(act: Transactions): Promise<Figures> {
  const service = { actor: { kind: 'service', name: 'bench' }, partnershipId } as const;
  const { childId, stranger } = await act.inTransaction(service, 'write', setUp);
  const ask = (id: string) =>
    timed(() => act.inTransaction({ actor: stranger, partnershipId }, 'write', (ctx) => mayReach(ctx, id)));
  const forbidden: number[] = [];
  const missing: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    forbidden.push(await ask(childId));
    missing.push(await ask(idAt<'child'>(new Date(), randomBytes(10))));
  }
  const [open, none] = [median(forbidden), median(missing)];
  return {
    'not open, median ms': rounded(open),
    'not there, median ms': rounded(none),
    'apart, median ms (target 5)': rounded(Math.abs(open - none)),
  };
}

/** Somebody who leads a record, and somebody who has no part in it. */
async function setUp(ctx: Ctx) {
  await setUpOrganisations(ctx, [{ key: 'council', name: 'Invented Council', kind: 'council' }]);
  await setUpPartnership(ctx, {
    partnership: {
      slug: 'bench',
      name: 'Bench',
      shortName: 'Bench',
      brandColour: '#265b3c',
      isInvented: true,
    },
    people: ['lead', 'stranger'].map((key) => ({
      key,
      name: `Ash ${key}`,
      job: key,
      organisationKey: 'council',
      roles: ['practitioner'],
    })),
  });
  const [body] = await organisations(ctx);
  const known = await people(ctx);
  const lead = known.find(({ key }) => key === 'lead');
  const stranger = known.find(({ key }) => key === 'stranger');
  const actor = stranger && (await identify(ctx, stranger.id));
  if (!body || !lead || !actor) throw new Error('nobody is there');
  const opened = await openRecord(ctx, {
    givenNames: 'Wren',
    familyName: 'Testerley',
    knownAs: '',
    bornOn: dayOf(2014, 5, 9),
    dueOn: undefined,
    level: 'normal',
    ownerOrganisationId: body.id,
    settingOrganisationId: undefined,
    settingIsSafe: false,
    because: 'Asked for help at school.',
    leadPersonId: lead.id,
  });
  if (!opened.done) throw new Error(opened.refusal.reason);
  return { childId: opened.value, stranger: actor };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
