import type { Who } from '#platform/db/transactions.ts';
import type { Seed, SeedGround } from '../../service/seed.ts';
import { loadBoards } from './boards.ts';
import { loadCommissioning } from './commissioning.ts';
import { loadFindings } from './findings.ts';
import { loadMeetingsHeld } from './meetings-held.ts';
import { moveAndCancel } from './moved-and-cancelled.ts';
import { loadPacks } from './packs.ts';
import { loadPlan } from './plan/load-plan.ts';
import { loadYears } from './years.ts';

/** The plan of this year, and that of last year as it was closed. */
const inventedPlan: Seed = {
  name: 'invented-plan',
  says: 'Planning a year, and looking back on one',
  owner: 'partnership',
  told: 'once',
  madeOf: [beside('../people.ts'), beside('../organisations.ts'), beside('plan/')],
  load: ({ transactions, partnershipId }) =>
    loadPlan((access, work) => transactions.inTransaction(demonstrator(partnershipId), access, work)),
};

/** Last year as it was looked back on, turned and told. */
const inventedYears: Seed = {
  name: 'invented-years',
  says: 'Turning the year',
  owner: 'partnership',
  told: 'once',
  madeOf: [beside('../people.ts'), beside('years.ts')],
  load: loadYears,
};

/** Who meets, who sits there, two years of meetings and who came to them. */
const inventedBoards: Seed = {
  name: 'invented-boards',
  says: 'Calling the boards together',
  owner: 'partnership',
  told: 'once',
  madeOf: ['../county.ts', '../people.ts', 'bodies.ts', 'boards.ts', 'seats.ts', 'paper-text.ts'].map(beside),
  load: ({ transactions, partnershipId }) =>
    transactions.inTransaction(demonstrator(partnershipId), 'write', loadBoards),
};

/** What the board talked about and decided, and what it has before it next. */
const inventedMeetingsHeld: Seed = {
  name: 'invented-meetings-held',
  says: 'Taking minutes',
  owner: 'partnership',
  told: 'once',
  madeOf: ['../people.ts', 'meetings-held.ts', 'minutes-invented.ts'].map(beside),
  load: loadMeetingsHeld,
};

/** What others found when they looked. */
const inventedFindings: Seed = {
  name: 'invented-findings',
  says: 'Looking at the work from outside',
  owner: 'partnership',
  told: 'once',
  madeOf: ['../people.ts', '../organisations.ts', 'findings.ts'].map(beside),
  load: (ground) => loadFindings(ground),
};

/** What partners buy together. */
const inventedCommissioning: Seed = {
  name: 'invented-commissioning',
  says: 'Buying something together',
  owner: 'partnership',
  told: 'once',
  madeOf: ['../organisations.ts', 'commissioning.ts'].map(beside),
  load: ({ transactions, partnershipId }) =>
    transactions.inTransaction(demonstrator(partnershipId), 'write', loadCommissioning),
};

/** The pack of the board's next meeting, made when all else is there; a group's, before it was moved. */
const inventedPacks: Seed = {
  name: 'invented-packs',
  says: 'Making the pack of the next meeting',
  owner: 'partnership',
  told: 'once',
  madeOf: ['packs.ts', 'moved-and-cancelled.ts'].map(beside),
  load: ({ transactions, partnershipId }) =>
    transactions.inTransaction(demonstrator(partnershipId), 'write', async (ctx) => {
      await loadPacks(ctx);
      await moveAndCancel(ctx);
    }),
};

function demonstrator(partnershipId: SeedGround['partnershipId']): Who {
  return { actor: { kind: 'service', name: 'demonstration' }, partnershipId };
}

function beside(file: string): URL {
  return new URL(file, import.meta.url);
}

/** What partners plan, meet about, decide, find and buy together; the later lean on the earlier. */
export const deliverySeeds: readonly Seed[] = [
  inventedPlan,
  inventedYears,
  inventedBoards,
  inventedMeetingsHeld,
  inventedFindings,
  inventedCommissioning,
  inventedPacks,
];
