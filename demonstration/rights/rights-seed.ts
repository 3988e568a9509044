import { everybody, identify, people, type Person } from '#modules/accounts/index.ts';
import { personalRecordsOfConcerns, personalRecordsOfFamilies } from '#modules/families/index.ts';
import {
  accessHistory,
  accountRecords,
  adoptRule,
  ask,
  complain,
  decide,
  gather,
  gatheredSeen,
  makeDisposalLists,
  postRecords,
  sayWhom,
  sharingRecords,
  takeComplaintStep,
  takeStep,
} from '#modules/sharing/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { addDays, dayInEngland, type Day } from '#platform/kernel/day.ts';
import { retentionProposals } from '../../reference/retention.ts';
import type { Seed, SeedGround } from '../../service/seed.ts';
import { answered, askedBy, askedFor, mustBeDone, signedOnce, signedTwice } from './answered.ts';

const records = [
  accountRecords,
  accessHistory,
  postRecords,
  sharingRecords,
  personalRecordsOfConcerns,
  personalRecordsOfFamilies,
];

/**
 * A young person whose answer is half decided, one answer that waits for a second person, one that has left and is read in
 * its own account, a complaint that waits, rules that were adopted, and a list to approve.
 */
export const inventedRights: Seed = {
  name: 'invented-rights',
  says: 'Asking what is held',
  owner: 'partnership',
  told: 'once',
  madeOf: [new URL('../people.ts', import.meta.url), new URL('./', import.meta.url)],
  async load(ground) {
    const { officer, young } = await whoIsWho(ground);
    const asOfficer = <T>(work: (ctx: Ctx) => Promise<T>) =>
      ground.transactions.inTransaction(
        { actor: officer, partnershipId: ground.partnershipId },
        'write',
        work,
      );
    await asOfficer(oldComplaint);
    await asOfficer(adoptProposals);
    await asOfficer((ctx) => makeDisposalLists(ctx, records));
    await asOfficer(newComplaint);
    const id = await asOfficer((ctx) => askedByTam(ctx, young));
    await asOfficer((ctx) => halfDecided(ctx, id));
    await waitsForSecond(ground, asOfficer);
    await readInOwnAccount(ground, asOfficer);
  },
};

type AsOfficer = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>;

/** A teaching assistant asked by letter; everything is decided, and a second person looks at it before it goes. */
async function waitsForSecond(ground: SeedGround, asOfficer: AsOfficer): Promise<void> {
  const person = await having(ground, 'report-only');
  if (!person) return;
  const words = 'What is written down about me, and who looked at it.';
  const id = await asOfficer((ctx) => askedFor(daysAgo(ctx, 6), person, words));
  await asOfficer((ctx) => signedOnce(ctx, { id, person, records }));
}

/** A grandmother asked from her own account; two people signed, and she opens the answer when she signs in. */
async function readInOwnAccount(ground: SeedGround, asOfficer: AsOfficer): Promise<void> {
  const person = await having(ground, 'parent');
  const second = await having(ground, 'supervisor');
  if (!person || !second) return;
  const words = 'What do you hold about me, and who has read it?';
  const id = await as(ground, person, (ctx) => askedBy(daysAgo(ctx, 16), person, words));
  await asOfficer((ctx) => signedOnce(ctx, { id, person, records }));
  await as(ground, second, (ctx) => signedTwice(ctx, id));
  await asOfficer((ctx) => answered(ctx, id, records));
}

async function having(ground: SeedGround, role: Person['roles'][number]): Promise<Person | undefined> {
  return (await asService(ground, everybody)).find(({ roles }) => roles.includes(role));
}

async function as<T>(ground: SeedGround, { id }: Person, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const actor = await asService(ground, (ctx) => identify(ctx, id));
  if (actor?.kind !== 'person') throw new Error('an invented person has left');
  const { transactions, partnershipId } = ground;
  return transactions.inTransaction({ actor, partnershipId }, 'write', work);
}

function asService<T>(
  { transactions, partnershipId }: SeedGround,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  const actor = { kind: 'service' as const, name: 'demonstration' };
  return transactions.inTransaction({ actor, partnershipId }, 'read', work);
}

async function whoIsWho({
  transactions,
  partnershipId,
}: SeedGround): Promise<{ officer: Actor; young: Person }> {
  const service = { actor: { kind: 'service' as const, name: 'demonstration' }, partnershipId };
  const all = await transactions.inTransaction(service, 'read', people);
  const lead = all.find(({ roles }) => roles.includes('governance-lead'));
  const young = all.find(({ key }) => key === 'tam-hallowes');
  if (!lead || !young) throw new Error('the invented people are not all here');
  return {
    officer: { kind: 'person', personId: lead.id, name: lead.name, roles: lead.roles },
    young,
  };
}

/** The same officer, some days ago. */
function daysAgo(ctx: Ctx, days: number): Ctx {
  const now = new Date(ctx.now.getTime() - days * 86_400_000);
  return { ...ctx, now, today: dayInEngland(now) };
}

const nobody = { email: '', otherWay: '', safeToWrite: 'not-said', about: [] } as const;

/** Answered more than six years ago: its time is over. */
async function oldComplaint(ctx: Ctx): Promise<void> {
  const then = daysAgo(ctx, 2300);
  const complaint = mustBeDone(
    await complain(then, {
      ...nobody,
      came: 'letter',
      receivedOn: then.today,
      name: 'Ida Quillfeather',
      words: 'Nobody rang me back for three weeks about the parenting course.',
      wish: 'Ring people when you say you will.',
    }),
  );
  const { id } = complaint;
  mustBeDone(
    await takeComplaintStep(then, { id, seen: 1, step: { step: 'acknowledge', how: 'By telephone' } }),
  );
  mustBeDone(
    await takeComplaintStep(then, {
      id,
      seen: 2,
      step: {
        step: 'answer',
        outcome: 'upheld',
        words: 'You are right. We rang you the same day, and somebody now looks every evening who waits.',
      },
    }),
  );
}

/** Every proposal but one is adopted, so that a rule to decide is there too. */
async function adoptProposals(ctx: Ctx): Promise<void> {
  for (const { class: key, trigger, years, months, days, authority, owner } of retentionProposals()) {
    if (key === 'sharing.disclosure') continue;
    const rule = { class: key, trigger, period: { years, months, days }, authority, owner };
    mustBeDone(await adoptRule(ctx, { rule, records }));
  }
}

async function newComplaint(ctx: Ctx): Promise<void> {
  const receivedOn: Day = addDays(ctx.today, -12);
  mustBeDone(
    await complain(ctx, {
      ...nobody,
      came: 'letter',
      receivedOn,
      name: 'Corin Thistlewood',
      otherWay: 'Through Ms Abernethy at the youth club, Wednesdays',
      words:
        'I told my worker something and then my teacher knew it. Nobody asked me. I am not saying do not tell, I am saying ask me first.',
      wish: 'Say sorry, and tell me who else knows.',
    }),
  );
}

async function askedByTam(ctx: Ctx, young: Person): Promise<string> {
  const earlier = daysAgo(ctx, 40);
  mustBeDone(
    await complain(earlier, {
      ...nobody,
      came: 'in-person',
      receivedOn: earlier.today,
      name: young.name,
      email: young.email ?? '',
      words:
        'Mrs Pemberton at the leisure centre told my friend Kayleigh Marsh that I had been in trouble. Kayleigh lives at 14 Saltmarsh Lane and everybody on the bus heard it. Her mum has my number now, 01632 960147, and she rings.',
      wish: 'I want to know what is written about me.',
    }),
  );
  const asked = mustBeDone(
    await ask(daysAgo(ctx, 9), {
      kind: 'see',
      came: 'in-person',
      receivedOn: addDays(ctx.today, -9),
      words: 'Everything. I want to see what people wrote since I began as an inspector.',
      who: {
        name: young.name,
        asksFor: 'me',
        aboutName: young.name,
        bornOn: undefined,
        email: young.email ?? '',
        otherWay: 'After school, through Zainab',
        safeToWrite: 'yes',
        support: 'Zainab with me when I read it.',
      },
    }),
  );
  return asked.id;
}

async function halfDecided(ctx: Ctx, id: string): Promise<void> {
  const identity = { step: 'identity', how: 'known-worker' } as const;
  const known = mustBeDone(await takeStep(ctx, { id, seen: 1, step: identity, records }));
  const address = { kind: 'address' as const, id: known.who.email };
  const linked = mustBeDone(
    await sayWhom(ctx, {
      id,
      seen: known.version,
      subject: address,
      title: 'what came from their address',
      is: 'linked',
    }),
  );
  const young = (await people(ctx)).find(({ key }) => key === 'tam-hallowes');
  const both = young
    ? mustBeDone(
        await sayWhom(ctx, {
          id,
          seen: linked.version,
          subject: { kind: 'person', id: young.id },
          title: young.name,
          is: 'linked',
        }),
      )
    : linked;
  const gathered = mustBeDone(await gather(ctx, { id, seen: both.version, records }));
  const facts = (await gatheredSeen(ctx, id))?.facts ?? [];
  const spans = facts.flatMap((fact) => fact.spans);
  const half = spans.slice(0, Math.floor(spans.length / 2)).map((span) => span.id);
  if (half.length === 0) return;
  mustBeDone(
    await decide(ctx, {
      id,
      seen: gathered.request.version,
      spanIds: half,
      decided: { decision: 'remove', reason: 'third-party-not-agreed' },
      alike: 'these',
    }),
  );
}
