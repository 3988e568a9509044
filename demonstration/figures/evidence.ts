import {
  addFindingOrVoice,
  judge,
  type Act,
  type EvidenceWords,
  type JudgementWords,
} from '#modules/indicators/index.ts';
import { dayOf } from '#platform/kernel/day.ts';

const about = (key: string) => ({ kind: 'element', id: `brackenshire/${key}` }) as const;

const told: readonly EvidenceWords[] = [
  {
    subject: about('safe-and-loved'),
    day: dayOf(2026, 5, 14),
    audience: 'public',
    said: {
      kind: 'finding',
      title: 'Plans say who does what, and seldom what the child wants',
      lookedAt: 'early help plans begun in winter',
      howMany: 40,
      byWhom: 'a group of six from three partners',
      method: 'Two people read each plan with the same twelve questions, and spoke with the worker.',
      strong: 'In 34 of 40 every action has a name and a day. Families were rung back within a week in 37.',
      mustGetBetter:
        'The child’s own words stand in 13 of 40. Two plans in three were not read again by their day.',
      link: '',
    },
  },
  {
    subject: about('gentle-start'),
    day: dayOf(2026, 6, 3),
    audience: 'public',
    said: {
      kind: 'finding',
      title: 'Checks at two are kind and complete, and come late where families move',
      lookedAt: 'checks at two and a half',
      howMany: 25,
      byWhom: 'health visitors of another county',
      method: 'Each record was read, and ten visits were watched with the parents’ leave.',
      strong: 'Parents were listened to, and left with one thing to try.',
      mustGetBetter: 'Families who moved in the year waited nine weeks longer.',
      link: '',
    },
  },
  {
    subject: { kind: 'measure', id: 'lait:TotPerAbNew' },
    day: dayOf(2026, 3, 20),
    audience: 'public',
    said: {
      kind: 'finding',
      title: 'Absence begins with tiredness and worry more often than with rules',
      lookedAt: 'pupils’ attendance plans',
      howMany: 18,
      byWhom: 'four schools, reading one another’s',
      method: 'Plans without names were exchanged and read by pairs of teachers.',
      strong: 'Every plan names one grown-up whom the child can find in the morning.',
      mustGetBetter: 'Sleep and worry stand in 14 of 18 stories, and in 3 of 18 plans.',
      link: '',
    },
  },
  {
    subject: about('fun-and-adventure'),
    day: dayOf(2026, 7, 2),
    audience: 'public',
    said: {
      kind: 'voice',
      title: 'There is enough to do, and no way home from it',
      whoWasAsked: 'young people of 11 to 16 in all seven zones',
      asked: 640,
      answered: 402,
      way: 'On paper in tutor time, made by Young Brackens; nobody wrote a name.',
      said: 'Most know something they would like to go to. More than half of those outside Coppermouth did not go, because of the last bus.',
      quote: 'It finishes at six and so does the bus.',
      link: '',
    },
  },
];

const judged: readonly JudgementWords[] = [
  {
    subject: about('fun-and-adventure'),
    who: 'adults',
    group: "Children and Young People's Partnership Board",
    verdict: 'on-the-way',
    day: dayOf(2026, 7, 9),
    reasons: 'Three more zones have something every week, and the fund chosen by young people is spent.',
    evidence: 'The fund’s own list, and what 402 young people said in July.',
    audience: 'public',
  },
  {
    subject: about('fun-and-adventure'),
    who: 'young-people',
    group: 'Young Partnership',
    verdict: 'not-yet',
    day: dayOf(2026, 7, 9),
    reasons: 'You cannot call it ours if half of us cannot get home from it. Come back when there is a bus.',
    evidence: 'What 402 of us said in July, and the timetable.',
    audience: 'public',
  },
];

/** What the county found, heard and judged beside its numbers. */
export async function loadEvidence(act: Act): Promise<void> {
  await act('write', async (ctx) => {
    for (const words of told) {
      const added = await addFindingOrVoice(ctx, { words, quoteAgreed: 'yes' });
      if (!added.done) throw new Error(`invented evidence was refused: ${JSON.stringify(added.refusal)}`);
    }
    for (const words of judged) {
      const kept = await judge(ctx, words);
      if (!kept.done) throw new Error(`an invented judgement was refused: ${JSON.stringify(kept.refusal)}`);
    }
  });
}
