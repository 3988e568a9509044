import {
  beginCommission,
  decisionSubjects,
  stepForward,
  writeOption,
  type CommissionWords,
  type OptionWords,
} from '#modules/delivery/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { addDays } from '#platform/kernel/day.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';

/** What partners buy together: one service that goes on, and one need whose options are being weighed. */
export async function loadCommissioning(ctx: Ctx): Promise<void> {
  await loadBus(ctx);
  await loadTalk(ctx);
}

const bus: CommissionWords = {
  title: 'A later bus home from two schools',
  element: { frameworkSlug: 'brackenshire', elementKey: 'a-way-to-get-there' },
  need: 'Clubs at Gullhaven and Coppermouth end after the last bus has gone. Of the young people who live more than three miles away, one in nine stays for a club; of those who live near, one in three.',
  needMeasureId: '',
  needSource: 'Young inspectors’ rides, and the two schools’ own lists, in summer',
  anyway: 'One operator meant to run later from next autumn. A year of clubs would be missed until then.',
  ask: 'Pay for a later bus on four days a week, for one year, and look again.',
  partners: ['buses-and-travel', 'harebell-schools-trust', 'gullhaven-high'],
  ownerName: 'Head of school travel',
  outcomeMeasureId: '',
};

const busOptions: readonly OptionWords[] = [
  option({
    title: 'Go on as now',
    words: 'Parents drive, or children go home at three.',
    oneOffPounds: 0,
    yearlyPounds: 0,
    benefitWords: 'Nothing is spent.',
    risks: 'Those who live far away and have no car stay out of every club.',
    whatChildrenSay: 'It is not really a choice if your mum works.',
  }),
  option({
    title: 'A later bus, four days a week',
    words: 'The last bus of each line leaves an hour later.',
    oneOffPounds: 4_000,
    yearlyPounds: 62_000,
    benefitWords: 'More young people stay, and fewer lifts are paid for by schools.',
    range: [9_000, 41_000],
    source: 'The two schools’ bills for taxis in the last two years',
    assumptions: 'between a fifth and nine tenths of paid lifts are no longer needed',
    risks: 'One operator cannot find a driver before January.',
    whatChildrenSay: 'Don’t make us show a card to get home.',
  }),
];

async function loadBus(ctx: Ctx): Promise<void> {
  const { key } = must(await beginCommission(ctx, bus));
  const [, chosen] = await addOptions(ctx, key, busOptions);
  must(
    await stepForward(ctx, {
      key,
      seen: 1,
      step: { to: 'options', words: 'Both are costed by the operators.' },
    }),
  );
  const [decision] = await decisionSubjects.search(ctx, 'last bus hour later');
  const decisionNumber = Number(/\d+$/.exec(decision?.link ?? '')?.[0] ?? '0');
  // without its meeting it stands where options are weighed
  if (decisionNumber === 0 || chosen === undefined) return;
  const decided = { to: 'decision', words: '', optionId: chosen, decisionNumber } as const;
  must(await stepForward(ctx, { key, seen: 2, step: decided }));
  const service = {
    to: 'service',
    words: 'The first run was on a Monday, with two young inspectors on board.',
    name: 'The late bus',
    provider: 'Saltmoor Coaches (invented)',
    from: addDays(ctx.today, -45),
    until: addDays(ctx.today, 320),
  } as const;
  must(await stepForward(ctx, { key, seen: 3, step: service }));
  const outcome = {
    to: 'outcome',
    words: 'Told at the workshop, with two parents there.',
    outcome:
      'Before, 31 of 280 young people who live far away stayed for a club: 11 in a hundred, and by chance between 8 and 15. Now 91 of 284 do: 32 in a hundred, between 27 and 38. Young people say that they are home by half past six.',
    verdict: 'go-on',
    reason:
      'Many more stay than chance would bring, and nobody was turned away. The price is looked at again in spring.',
  } as const;
  must(await stepForward(ctx, { key, seen: 4, step: outcome }));
}

const talk: CommissionWords = {
  title: 'Somebody to talk to before it is bad',
  element: { frameworkSlug: 'brackenshire', elementKey: 'kinder-minds' },
  need: 'Of the children who ask for help with a heavy mind, half wait more than eleven weeks. Two in five get worse while they wait. What they ask for first is somebody to talk to, near, and this week.',
  needMeasureId: 'lait:CMH_0-17yrs',
  needSource: 'The count of waits in June, and what 412 young people answered in Our Big Ask',
  anyway:
    'Of every ten who wait, three or four would feel better without us. National money for teams in schools reaches us in two years at the earliest.',
  ask: 'Agree to a drop-in in every zone for two years, paid for by three partners, and to hear in a year whether waits and worries fell.',
  partners: ['integrated-care-board', 'early-help', 'wayfinders'],
  ownerName: 'Chief Nurse',
  outcomeMeasureId: 'lait:CMH_0-17yrs',
};

const talkOptions: readonly OptionWords[] = [
  option({
    title: 'Go on as now',
    words: 'One list for everybody, and a letter when it is your turn.',
    oneOffPounds: 0,
    yearlyPounds: 0,
    benefitWords: 'Nothing more is spent.',
    risks: 'Waits grow as they did in the last three years.',
    whatChildrenSay: 'By the time they rang I had stopped wanting to.',
  }),
  option({
    title: 'A drop-in in every zone',
    words: 'A youth worker and a nurse, two afternoons a week, with no letter needed.',
    oneOffPounds: 35_000,
    yearlyPounds: 260_000,
    benefitWords: 'Shorter waits, and fewer children who come to the hospital in the night.',
    range: [40_000, 390_000],
    source: 'Two drop-ins of another county, looked at by its university (invented)',
    assumptions: 'between a tenth and a third of those who come would otherwise be on the list',
    risks: 'Youth workers are hard to find before summer.',
    whatChildrenSay: 'Somewhere with a sofa, where nobody asks why you came.',
  }),
  option({
    title: 'A line to write to, day and night',
    words: 'Somebody answers within the hour, by message.',
    oneOffPounds: 12_000,
    yearlyPounds: 95_000,
    benefitWords: 'Children write at night, when nothing else is open.',
    range: [-20_000, 110_000],
    source: 'What three providers say of themselves, read with care',
    assumptions: 'half of those who write once write again; nobody has counted what follows',
    risks: 'Those with the heaviest worries may write and not be seen.',
    whatChildrenSay: 'Good at two in the morning. Not instead of a person.',
  }),
];

async function loadTalk(ctx: Ctx): Promise<void> {
  const { key } = must(await beginCommission(ctx, talk));
  await addOptions(ctx, key, talkOptions);
  const words = 'Weighed with six young people, who wrote their line for each.';
  must(await stepForward(ctx, { key, seen: 1, step: { to: 'options', words } }));
}

async function addOptions(ctx: Ctx, key: string, options: readonly OptionWords[]): Promise<string[]> {
  const ids: string[] = [];
  for (const words of options)
    ids.push(must(await writeOption(ctx, { key, optionId: undefined, seen: 0, words })).id);
  return ids;
}

function option(
  given: Pick<
    OptionWords,
    'title' | 'words' | 'oneOffPounds' | 'yearlyPounds' | 'risks' | 'whatChildrenSay'
  > & {
    benefitWords: string;
    range?: readonly [number, number];
    source?: string;
    assumptions?: string;
  },
): OptionWords {
  const { benefitWords, range, source = '', assumptions = '', ...words } = given;
  return {
    ...words,
    benefit: { words: benefitWords, low: range?.[0], high: range?.[1], source, assumptions },
  };
}

function must<Value>(outcome: Outcome<Value, { reason: string }>): Value {
  if (!outcome.done) throw new Error(`an invented purchase was refused: ${outcome.refusal.reason}`);
  return outcome.value;
}
