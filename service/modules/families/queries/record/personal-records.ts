import { namesOfPeople, sayPerson } from '#modules/accounts/index.ts';
import type { HeldFact, KnownPerson, PersonalRecords, Span } from '#modules/sharing/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { idFrom, type Id } from '#platform/kernel/id.ts';
import { nameKey, titleOf, type Child } from '../../domain/record/child.ts';
import type { Contest } from '../../domain/record/contest.ts';
import type { KeptEntry } from '../../domain/record/entry.ts';
import { standingWords } from '../../domain/standing/standing.ts';
import { addressesOf } from '../../store/record/addresses.ts';
import { childById } from '../../store/record/children.ts';
import { deleteRecords, recordsBorn } from '../../store/record/ended-records.ts';
import { entriesOf } from '../../store/record/entries.ts';
import { peopleAroundRows } from '../../store/record/people-around.ts';
import { pointsTo } from '../../store/search/asks.ts';
import {
  addStanding,
  endStandingRow,
  everyStandingRound,
  standingsOf,
} from '../../store/standing/standings.ts';

const recordClass = 'families.record';

/**
 * A child's record, for whoever asks what is held and for the rules by which it ends. A safe address is never in it: it is
 * told to nobody in writing. Records are deleted by the service itself, whoever approved it.
 */
export const personalRecordsOfFamilies: PersonalRecords<Ctx> = {
  room: 'families',
  classes: [
    {
      key: recordClass,
      title: 'Children’s records',
      holds:
        'What is known of a child, in whose words, who stands to them, what was said against it, emergencies.',
      triggers: [{ key: 'born', words: 'the child was born' }],
      ofChildren: true,
      tables: [
        'families.child',
        'families.standing',
        'families.entry',
        'families.entry_viewer',
        'families.contest',
        'families.contest_answer',
        'families.person_around',
        'families.address',
        'families.glass',
        'families.search_day',
        'families.search_ask',
        'families.search_alarm',
        'families.export',
        'families.export_record',
        'families.export_day',
      ],
    },
  ],
  async find(ctx, { name, bornOn }) {
    const words = name.trim().split(/\s+/);
    const family = nameKey(words.at(-1) ?? '');
    if (bornOn === undefined || family === '') return [];
    return (await pointsTo(ctx, family, bornOn)).slice(0, 20).map(({ childId }) => ({
      subject: { kind: 'child' as const, id: childId },
      title: name.trim(),
      about: `A child’s record, born on ${sayDay(bornOn)}`,
    }));
  },
  letIn: async (ctx, { subject, personId, requestId, until }) => {
    const childId = subject.kind === 'child' ? idFrom<'child'>(subject.id) : undefined;
    const { actor } = ctx;
    if (!childId || actor.kind !== 'person' || actor.personId !== personId) return false;
    if ((await ownOpening(ctx, childId, actor.personId)).length > 0) return true;
    const { organisationId } = actor;
    if (organisationId === undefined) return false;
    return await addStanding(ctx, {
      id: ctx.newId<'standing'>(),
      childId,
      personId: actor.personId,
      kind: 'subject-access',
      organisationId,
      agreementId: undefined,
      purpose: 'subject-rights',
      because: `Request ${requestId}`,
      isShownToFamily: false,
      from: ctx.now,
      until,
      endedAt: undefined,
    });
  },
  letOut: async (ctx, { subject, personId }) => {
    const childId = subject.kind === 'child' ? idFrom<'child'>(subject.id) : undefined;
    const officer = idFrom<'person'>(personId);
    if (!childId || !officer) return;
    for (const { id } of await ownOpening(ctx, childId, officer)) await endStandingRow(ctx, id);
  },
  async peopleAround(ctx, subject) {
    const child = await childOf(ctx, subject);
    return child ? await namesRound(ctx, child) : [];
  },
  async gather(ctx, subject) {
    const child = await childOf(ctx, subject);
    return child ? await factsOf(ctx, child) : [];
  },
  async ended(ctx, { class: of, trigger, onOrBefore }) {
    if (of !== recordClass || trigger !== 'born') return [];
    return (await recordsBorn(ctx, onOrBefore)).map(({ id, on, givenNames, familyName }) => ({
      id,
      subject: { kind: 'child', id },
      title: `${givenNames} ${familyName}`,
      triggeredOn: on,
    }));
  },
  async dispose(ctx, { class: of, ids }) {
    return { ...(await deleteRecords(ctx, of === recordClass ? ids : [])), files: [] };
  },
};

async function ownOpening(ctx: Ctx, childId: Id<'child'>, personId: Id<'person'>) {
  return (await standingsOf(ctx, childId, personId)).filter(({ kind }) => kind === 'subject-access');
}

async function childOf(ctx: Ctx, subject: { kind: string; id: string }): Promise<Child | undefined> {
  const id = subject.kind === 'child' ? idFrom<'child'>(subject.id) : undefined;
  return id && (await childById(ctx, id));
}

async function namesRound(ctx: Ctx, child: Child): Promise<KnownPerson[]> {
  const own: KnownPerson = {
    name: `${child.givenNames} ${child.familyName}`,
    alsoCalled: child.knownAs === '' ? [] : [child.knownAs],
    kind: 'own',
    who: 'the child',
  };
  const named = (await peopleAroundRows(ctx, child.id)).map(({ name, alsoCalled, tie }): KnownPerson => ({
    name,
    alsoCalled: alsoCalled === '' ? [] : [alsoCalled],
    kind: 'third-party',
    who: tie,
  }));
  const round = await everyStandingRound(ctx, child.id);
  const names = await namesOfPeople(
    ctx,
    round.map(({ personId }) => personId),
  );
  const workers = round.flatMap(({ personId, kind }): KnownPerson[] => {
    const person = names.get(personId);
    if (!person || kind === 'the-child') return [];
    const as = kind === 'parent' ? 'third-party' : 'professional';
    return [{ name: person.name, alsoCalled: [], kind: as, who: standingWords[kind] }];
  });
  return [own, ...named, ...workers];
}

type Fact = Omit<HeldFact, 'class' | 'spans'> & { about?: string };

async function factsOf(ctx: Ctx, child: Child): Promise<HeldFact[]> {
  const facts = [
    ...whoTheyAre(ctx, child),
    ...(await entriesOf(ctx, child.id)).flatMap(factsOfEntry),
    ...(await roundFacts(ctx, child)),
  ];
  return facts.map(({ about = '', ...fact }) => ({
    ...fact,
    class: recordClass,
    spans: spanOf(fact.text, about),
  }));
}

function whoTheyAre({ today }: Ctx, child: Child): Fact[] {
  const { id, bornOn, dueOn, knownAs, openedBecause } = child;
  const day = bornOn ?? dueOn;
  const plain = {
    whose: 'the service',
    source: 'typed when the record was opened',
    on: today,
    fieldGroup: 'Who you are',
  };
  const name = `${child.givenNames} ${child.familyName}${knownAs === '' ? '' : `, called ${knownAs}`}`;
  return [
    { ...plain, id: `${id} name`, title: 'Name', text: `${titleOf(child)}: ${name}` },
    ...(day === undefined ? [] : [{ ...plain, id: `${id} birth`, title: 'Day of birth', text: sayDay(day) }]),
    { ...plain, id: `${id} because`, title: 'Why the record was opened', text: openedBecause },
  ];
}

const groupWords: Readonly<Record<KeptEntry['fieldGroup'], string>> = {
  strengths: 'Strengths',
  worries: 'Worries',
  health: 'Health',
  'own-words': 'Own words',
};

function factsOfEntry(entry: KeptEntry): Fact[] {
  const help = entry.wouldHelp === '' ? '' : ` What would help: ${entry.wouldHelp}`;
  const fieldGroup = groupWords[entry.fieldGroup];
  return [
    {
      id: entry.id,
      title: fieldGroup,
      text: `${entry.body}${help}`,
      whose: `${entry.whoseWords}, written down by ${entry.authorName}`,
      source: entry.source,
      on: entry.saidOn,
      fieldGroup,
      // a parent's health is that parent's
      ...(entry.aboutPersonId === undefined ? {} : { about: `${entry.body}${help}` }),
    },
    ...entry.contests.flatMap((contest) => factsOfContest(contest, fieldGroup)),
  ];
}

function factsOfContest({ answer, ...contest }: Contest, fieldGroup: string): Fact[] {
  const said: Fact = {
    id: contest.id,
    title: 'Seen differently',
    text: contest.account,
    whose: contest.personName,
    source: 'said beside the entry',
    on: dayInEngland(contest.saidAt),
    fieldGroup,
  };
  if (!answer) return [said];
  const source = 'answered to what was said';
  const { id, words: text, byName: whose, at } = answer;
  return [said, { id, title: 'What was answered', text, whose, source, on: dayInEngland(at), fieldGroup }];
}

async function roundFacts(ctx: Ctx, { id }: Child): Promise<Fact[]> {
  const fieldGroup = 'Who is around';
  const round = await everyStandingRound(ctx, id);
  const names = await namesOfPeople(
    ctx,
    round.map(({ personId }) => personId),
  );
  const standings = round.map((standing) => ({
    id: standing.id,
    title: 'Somebody who stands to you',
    text: `${sayPerson(names.get(standing.personId))}, ${standingWords[standing.kind]}: ${standing.because}`,
    whose: 'the service itself',
    source: 'kept as people come and go',
    on: dayInEngland(standing.from),
    fieldGroup,
  }));
  const named = (await peopleAroundRows(ctx, id)).map((person) => ({
    id: person.id,
    title: 'Somebody around you',
    text: `${person.name}, ${person.tie}`,
    whose: 'the lead worker',
    source: 'written in the record',
    on: ctx.today,
    fieldGroup,
    about: person.name,
  }));
  return [...standings, ...named, ...(await placesFacts(ctx, id))];
}

/** Where the child can be reached, but for what is safe. */
async function placesFacts(ctx: Ctx, id: Child['id']): Promise<Fact[]> {
  return (await addressesOf(ctx, id)).flatMap((address) =>
    address.isSafe
      ? []
      : [
          {
            id: address.id,
            title: 'Where to reach you',
            text: address.words,
            whose: 'the lead worker',
            source: 'written in the record',
            on: ctx.today,
            fieldGroup: 'Where to reach you',
          },
        ],
  );
}

/** The stretch of a text that is about somebody else. */
function spanOf(text: string, about: string): Span[] {
  const from = about === '' ? -1 : text.indexOf(about);
  return from < 0
    ? []
    : [{ from, to: from + about.length, who: 'somebody of the family', kind: 'third-party' }];
}
