import type { Ctx } from '#platform/db/database.ts';
import { dayOf } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import type { Level } from '#platform/access/record-policy.ts';
import { openGlass } from '../../actions/glass/open-glass.ts';
import { endGlass } from '../../actions/glass/end-glass.ts';
import { addPersonAround } from '../../actions/record/add-person-around.ts';
import { answerContest } from '../../actions/record/answer-contest.ts';
import { answerForReader } from '../../actions/record/answer-for-reader.ts';
import { contestEntry } from '../../actions/record/contest-entry.ts';
import { keepAddress } from '../../actions/record/keep-addresses.ts';
import { writeEntry } from '../../actions/record/write-entry.ts';
import { beginStanding, type GivenKind } from '../../actions/standing/begin-standing.ts';
import type { EntryKind } from '../../domain/record/entry.ts';
import type { TestFamilies } from '../../testing.ts';

/** A word that stands nowhere else, and who alone may ever read it. */
export type Canary = { word: string; where: string; may: readonly string[] };

export type PlantedChild = { childId: Id<'child'>; level: Level; entryIds: readonly string[] };

/** Who stands to every planted child, whatever its level. */
const round: readonly (readonly [string, GivenKind])[] = [
  ['colleague', 'team-around'],
  ['supervisor', 'supervisor'],
  ['setting-lead', 'setting-lead'],
  ['reader', 'named'],
  ['child', 'the-child'],
  ['parent', 'parent'],
  ['other-parent', 'parent'],
];

const help = ['lead', 'colleague', 'supervisor', 'setting-lead', 'reader'];
const family = ['child', 'parent', 'other-parent'];
/** of a closed record only these know */
const onList = ['lead', 'reader', 'child'];

/** Plants children whose every field holds a word of its own, and says, apart from the code, who may read which. */
export function planting(families: TestFamilies) {
  const canaries: Canary[] = [];
  const word = (level: Level, where: string, may: readonly string[]): string => {
    const planted = `Canary${canaries.length}x`;
    const narrowed = level === 'closed' ? may.filter((key) => onList.includes(key)) : may;
    canaries.push({ word: planted, where: `${level} ${where}`, may: narrowed });
    return planted;
  };
  return {
    canaries,
    plant: (level: Level) => plantOne(families, level, (where, may) => word(level, where, may)),
  };
}

type Word = (where: string, may: readonly string[]) => string;

async function plantOne(families: TestFamilies, level: Level, word: Word): Promise<PlantedChild> {
  const named = [...help, ...family];
  const childId = await families.child({
    level,
    givenNames: word('given names', named),
    familyName: word('family name', named),
    knownAs: word('known as', named),
    because: word('why it was opened', help),
  });
  await plantRound(families, childId, word);
  await plantAround(families, childId, word);
  const entryIds = await plantEntries(families, { childId, word, level });
  if (level === 'protected') await plantGlass(families, childId, word);
  return { childId, level, entryIds };
}

async function plantRound(families: TestFamilies, childId: Id<'child'>, word: Word): Promise<void> {
  const asLead = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => families.as('lead', work);
  for (const [key, kind] of round)
    must(
      await asLead((ctx) =>
        beginStanding(ctx, {
          childId,
          words: {
            personId: families.person(key),
            kind,
            because: word(`why ${key} stands`, help),
            until: undefined,
            isShownToFamily: true,
          },
        }),
      ),
    );
}

async function plantAround(families: TestFamilies, childId: Id<'child'>, word: Word): Promise<void> {
  const asLead = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => families.as('lead', work);
  for (let n = 0; n < 3; n += 1)
    must(
      await asLead((ctx) =>
        addPersonAround(ctx, {
          childId,
          words: {
            name: word('name of somebody around', help),
            alsoCalled: word('other name of somebody around', help),
            tie: word('tie of somebody around', help),
            personId: undefined,
          },
        }),
      ),
    );
  for (const [isSafe, may] of [
    [true, ['lead', 'colleague']],
    [false, [...help, 'child']],
  ] as const) {
    const words = word(isSafe ? 'safe address' : 'address', may);
    const names = [families.person('colleague'), families.person('parent')];
    must(
      await asLead((ctx) =>
        keepAddress(ctx, { childId, seen: 0, words: { kind: 'home', words, isSafe, named: names } }),
      ),
    );
  }
}

type Planting = { childId: Id<'child'>; word: Word; level: Level };
type EntryPlan = {
  as: string;
  kind: EntryKind;
  seenBy?: 'around' | 'named';
  may: readonly string[];
  viewers?: Readonly<Record<string, boolean>>;
  about?: string;
  contested?: true;
};

const noHealth = help.filter((key) => key !== 'setting-lead');

const plans: readonly EntryPlan[] = [
  { as: 'lead', kind: 'skill', may: help },
  { as: 'colleague', kind: 'strength', may: [...help, 'child'], viewers: { child: true } },
  { as: 'lead', kind: 'worry', may: help, viewers: { parent: false, 'other-parent': false } },
  { as: 'lead', kind: 'worry', may: [...help, 'parent'], viewers: { parent: true }, contested: true },
  {
    as: 'lead',
    kind: 'worry',
    may: help.filter((key) => key !== 'colleague'),
    viewers: { colleague: false },
  },
  {
    as: 'lead',
    kind: 'worry',
    seenBy: 'named',
    may: ['lead', 'setting-lead'],
    viewers: { 'setting-lead': true },
  },
  { as: 'lead', kind: 'health', may: noHealth },
  { as: 'lead', kind: 'health', may: ['lead', 'parent'], about: 'parent' },
  { as: 'lead', kind: 'own-words', may: ['lead'] },
  { as: 'child', kind: 'own-words', may: ['child'] },
];

async function plantEntries(families: TestFamilies, { childId, word, level }: Planting): Promise<string[]> {
  const ids: string[] = [];
  for (const plan of plans) {
    const { as, kind, seenBy = 'around', about, viewers = {} } = plan;
    // of a closed record the team around knows nothing, and cannot write in it
    const author = level === 'closed' && as === 'colleague' ? 'lead' : as;
    const may = author === as ? plan.may : [...plan.may, author];
    const entryId = must(
      await families.as(author, (ctx) =>
        writeEntry(ctx, {
          childId,
          words: {
            kind,
            body: word(`${kind} body`, may),
            whoseWords: word(`${kind} whose words`, may),
            source: word(`${kind} source`, may),
            saidOn: dayOf(2026, 11, 20),
            confidence: 'known',
            wouldHelp: word(`${kind} what would help`, may),
            reviewOn: undefined,
            aboutPersonId: about === undefined ? undefined : families.person(about),
            seenBy,
          },
        }),
      ),
    );
    ids.push(entryId);
    await plantAnswers(families, { childId, entryId, author, viewers, word });
    if (plan.contested && level !== 'closed') await plantContest(families, { childId, entryId, plan, word });
  }
  return ids;
}

type Contested = { childId: string; entryId: string; plan: EntryPlan; word: Word };

async function plantContest(
  families: TestFamilies,
  { childId, entryId, plan, word }: Contested,
): Promise<void> {
  const account = word('contest', plan.may);
  const contestId = must(
    await families.as('parent', (ctx) => contestEntry(ctx, { childId, entryId, account })),
  );
  const words = word('answer to a contest', plan.may);
  must(
    await families.as('lead', (ctx) =>
      answerContest(ctx, { childId, contestId, finding: 'both-stand', words }),
    ),
  );
}

type Answers = {
  childId: string;
  entryId: string;
  author: string;
  viewers: Readonly<Record<string, boolean>>;
  word: Word;
};

async function plantAnswers(
  families: TestFamilies,
  { childId, entryId, author, viewers, word }: Answers,
): Promise<void> {
  for (const [key, mayRead] of Object.entries(viewers)) {
    const why = word('why it is safe', ['lead', author]);
    must(
      await families.as(author, (ctx) =>
        answerForReader(ctx, { childId, entryId, personId: families.person(key), mayRead, why }),
      ),
    );
  }
}

async function plantGlass(families: TestFamilies, childId: Id<'child'>, word: Word): Promise<void> {
  const reason = `${word('reason of an emergency', ['governance', 'lead', 'stranger'])} and twenty letters more`;
  const opened = must(
    await families.as('stranger', (ctx) => openGlass(ctx, { childId, category: 'missing', reason }), {
      provedMinutesAgo: 1,
    }),
  );
  must(await families.as('stranger', (ctx) => endGlass(ctx, opened.id)));
}

function must<Value>(outcome: Outcome<Value, { reason: string }>): Value {
  if (!outcome.done) throw new Error(`not planted: ${outcome.refusal.reason}`);
  return outcome.value;
}
