import { everybody as all, identify, organisationsNamed, type Person } from '#modules/accounts/index.ts';
import {
  addPersonAround,
  answerContest,
  answerForReader,
  askForExport,
  beginStanding,
  contestEntry,
  decideExport,
  keepAddress,
  openGlass,
  openRecord,
  reviewGlass,
  writeEntry,
  type StandingWords,
} from '#modules/families/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { addDays } from '#platform/kernel/day.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import type { Seed, SeedGround } from '../../service/seed.ts';
import { inventedChildren, type InventedChild, type InventedEntry } from './children.ts';
import { agreeWithSchool } from './school-agreement.ts';

/** Six invented children with their families, whom an invented lead worker helps. */
export const inventedFamilies: Seed = {
  name: 'invented-families',
  says: 'Inventing families',
  owner: 'partnership',
  told: 'once',
  madeOf: [new URL('../people.ts', import.meta.url), new URL('./', import.meta.url)],
  load: loadFamilies,
};

const leadKey = 'rosie-mbeki-lane';

async function loadFamilies(ground: SeedGround): Promise<void> {
  const everybody = await asService(ground, all);
  const lead = everybody.find(({ key }) => key === leadKey);
  if (lead?.organisationId === undefined) return;
  const [school] = await asService(ground, (ctx) => organisationsNamed(ctx, ['gullhaven-high']));
  const { organisationId: council } = lead;
  if (school) await asService(ground, (ctx) => agreeWithSchool(ctx, { council, school: school.id }));
  const opened = new Map<string, string>();
  let doubted: { childId: string; entryId: string } | undefined;
  let settled: { childId: string; entryId: string } | undefined;
  await as(ground, lead, async (ctx) => {
    for (const child of inventedChildren) {
      const childId = await open(ctx, { child, lead });
      opened.set(child.givenNames, childId);
      await around(ctx, { child, childId, everybody });
      const written = new Map<InventedEntry, string>();
      for (const entry of child.entries) written.set(entry, await write(ctx, childId, entry));
      await show(ctx, { child, childId, everybody, written });
      const worry = child.entries.find(({ kind, familyReads }) => kind === 'worry' && familyReads === true);
      if (worry && child.family.includes('young-person'))
        doubted = { childId, entryId: written.get(worry) ?? '' };
      const drawn = child.entries.find(({ kind, familyReads }) => kind === 'skill' && familyReads === true);
      if (drawn && child.family.includes('parent')) settled = { childId, entryId: written.get(drawn) ?? '' };
    }
  });
  if (doubted) await seeItDifferently(ground, everybody, doubted);
  if (settled) await answerAParent(ground, { everybody, lead }, settled);
  await breakGlass(ground, { everybody, lead, childId: opened.get('Dylan') ?? '' });
  await askForFiles(ground, everybody);
}

async function open(ctx: Ctx, { child, lead }: { child: InventedChild; lead: Person }): Promise<string> {
  const { organisationId } = lead;
  if (organisationId === undefined) throw new Error('the invented lead worker comes from nowhere');
  const [setting] = child.setting === undefined ? [] : await organisationsNamed(ctx, [child.setting]);
  const day = addDays(ctx.today, -child.days);
  const childId = must(
    await openRecord(ctx, {
      ...child,
      bornOn: child.days > 0 ? day : undefined,
      dueOn: child.days > 0 ? undefined : day,
      ownerOrganisationId: organisationId,
      settingOrganisationId: setting?.id,
      settingIsSafe: false,
      leadPersonId: lead.id,
    }),
  );
  for (const { name, tie, alsoCalled = '' } of child.people)
    must(await addPersonAround(ctx, { childId, words: { name, tie, alsoCalled, personId: undefined } }));
  const words = { kind: 'home' as const, ...child.home, named: [] };
  must(await keepAddress(ctx, { childId, seen: 0, words }));
  return childId;
}

type Around = { child: InventedChild; childId: string; everybody: readonly Person[] };

/** Who helps beside the lead worker, and who of the family can sign in; somebody whom no agreement lets in stays away. */
async function around(ctx: Ctx, { child, childId, everybody }: Around): Promise<void> {
  const having = (role: Person['roles'][number]) => everybody.find(({ roles }) => roles.includes(role));
  const asked: readonly { person: Person | undefined; kind: StandingWords['kind']; because: string }[] = [
    { person: having('supervisor'), kind: 'supervisor', because: 'Supervises the lead worker.' },
    {
      person: child.setting === undefined ? undefined : having('setting-lead'),
      kind: 'setting-lead',
      because: 'Safeguarding lead at the child’s school.',
    },
    ...child.family.map((role) => ({
      person: having(role),
      kind: role === 'parent' ? ('parent' as const) : ('the-child' as const),
      because: 'Introduced by the lead worker, who knows that it is they.',
    })),
  ];
  for (const { person, kind, because } of child.level === 'closed' ? [] : asked)
    if (person)
      await beginStanding(ctx, {
        childId,
        words: {
          ...{ personId: person.id, kind, because, until: undefined, isShownToFamily: true },
          line: kind === 'setting-lead' ? lineOf(ctx) : undefined,
        },
      });
}

/** What the sharing ledger asks where somebody from another body comes in. */
function lineOf(ctx: Ctx): StandingWords['line'] {
  return {
    told: 'told',
    toldWords: 'Talked through at the kitchen table.',
    helpAgreed: 'yes',
    plainWords:
      'We let Mr Castellan at your school read along, so that somebody there knows what helps on a hard day.',
    reviewOn: addDays(ctx.today, 90),
    duty: { relevance: '', whoseFunction: '', howFar: '', detriment: undefined },
    consent: undefined,
  };
}

async function write(ctx: Ctx, childId: string, entry: InventedEntry): Promise<string> {
  const { kind, body, whose, source, daysAgo, confidence = 'known', wouldHelp = '' } = entry;
  const words = {
    kind,
    body,
    whoseWords: whose,
    source,
    saidOn: addDays(ctx.today, -daysAgo),
    confidence,
    wouldHelp,
    reviewOn: undefined,
    aboutPersonId: undefined,
    seenBy: 'around' as const,
  };
  return must(await writeEntry(ctx, { childId, words }));
}

type Shown = Around & { written: ReadonlyMap<InventedEntry, string> };

/** For each of the family it is answered what is safe to read. */
async function show(ctx: Ctx, { child, childId, everybody, written }: Shown): Promise<void> {
  for (const role of child.family) {
    const person = everybody.find(({ roles }) => roles.includes(role));
    if (!person) continue;
    for (const [entry, entryId] of written) {
      const mayRead = entry.familyReads === true;
      const why = mayRead ? 'We talked about it together.' : 'It would not be safe for the child.';
      await answerForReader(ctx, { childId, entryId, personId: person.id, mayRead, why });
    }
  }
}

type Story = { everybody: readonly Person[]; childId: string };

/** The young person says what is not right about a worry. */
async function seeItDifferently(
  ground: SeedGround,
  everybody: readonly Person[],
  about: { childId: string; entryId: string },
): Promise<void> {
  const young = everybody.find(({ roles }) => roles.includes('young-person'));
  const account = 'I was up watching the netball final. It was one Monday.';
  if (young) await as(ground, young, (ctx) => contestEntry(ctx, { ...about, account }));
}

/** A parent said what is not right, and the lead worker answered. */
async function answerAParent(
  ground: SeedGround,
  { everybody, lead }: { everybody: readonly Person[]; lead: Person },
  about: { childId: string; entryId: string },
): Promise<void> {
  const parent = everybody.find(({ roles }) => roles.includes('parent'));
  if (!parent) return;
  const account = 'It is a cormorant. He told me over the crossword, and was cross that I asked.';
  const contestId = must(await as(ground, parent, (ctx) => contestEntry(ctx, { ...about, account })));
  const words = 'We asked Dylan. It is a heron up to page nine, and a cormorant from there on.';
  const { childId } = about;
  await as(ground, lead, async (ctx) =>
    must(await answerContest(ctx, { childId, contestId, finding: 'both-stand', words })),
  );
}

/** Somebody opened a protected record in an emergency, and somebody else found that it was right. */
async function breakGlass(
  ground: SeedGround,
  { everybody, lead, childId }: Story & { lead: Person },
): Promise<void> {
  const opener = everybody.find(
    ({ id, roles }) =>
      id !== lead.id && roles.includes('safeguarding-reader') && !roles.includes('governance-lead'),
  );
  const governance = everybody.find(({ roles }) => roles.includes('governance-lead'));
  if (!opener || !governance) return;
  const reason =
    'His school rang: a man they do not know wanted to fetch him, and the lead worker was not to be reached.';
  const opened = await as(ground, opener, (ctx) =>
    openGlass(ctx, { childId, category: 'danger-now', reason }),
  );
  if (!opened.done) return;
  await as(ground, governance, (ctx) =>
    reviewGlass(ctx, {
      glassId: opened.value.id,
      finding: 'right',
      words: 'It could not wait, and they read no more than they needed.',
    }),
  );
}

/** Somebody asked for two files of records: one was approved, one waits. */
async function askForFiles(ground: SeedGround, everybody: readonly Person[]): Promise<void> {
  const supervisor = everybody.find(({ roles }) => roles.includes('supervisor'));
  const governance = everybody.find(({ roles }) => roles.includes('governance-lead'));
  if (!supervisor || !governance) return;
  const ask = (purpose: string, reason: string) =>
    as(ground, supervisor, async (ctx) =>
      must(await askForExport(ctx, { purpose, reason, settingOrganisationId: '' })),
    );
  const exportId = await ask(
    'supervision',
    'For our morning away from the office, where there is no network. Printed once, read together, shredded that day.',
  );
  const words = 'Once, on paper, and shredded that day: that is fair. Leave none of it in the car.';
  await as(ground, governance, async (ctx) =>
    must(await decideExport(ctx, { exportId, decision: 'approved', words })),
  );
  await ask(
    'quality-review',
    'To read what is good beside what worries us, all at once, and to see whom nobody has asked yet.',
  );
}

/** Acts as an invented person who has just shown that it is they. */
async function as<T>(ground: SeedGround, person: Person, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { transactions, partnershipId } = ground;
  const actor = await asService(ground, (ctx) => identify(ctx, person.id));
  if (actor?.kind !== 'person') throw new Error('an invented person has left');
  const who = { actor: { ...actor, provedAt: new Date() }, partnershipId };
  return await transactions.inTransaction(who, 'write', work);
}

function asService<T>(
  { transactions, partnershipId }: SeedGround,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  return transactions.inTransaction(
    { actor: { kind: 'service', name: 'demonstration' }, partnershipId },
    'write',
    work,
  );
}

function must<Value>(outcome: Outcome<Value, { reason: string }>): Value {
  if (!outcome.done) throw new Error(`an invented family was not written down: ${outcome.refusal.reason}`);
  return outcome.value;
}
