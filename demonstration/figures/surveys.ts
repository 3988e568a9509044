import { bringInTexts, rememberColumns, type Act } from '#modules/indicators/index.ts';
import { county, zones } from '../county.ts';
import { defineOthers, permanenceColumns, permanenceTexts } from './worked-out.ts';

type Reading = Parameters<typeof rememberColumns>[1]['reading'];
type Counted = readonly [yes: number, answered: number];
type Group = readonly [dimension: string, group: string, counted: Counted];

/** One question of one wave: by zone in the order of the alphabet, and by group in the whole county. */
type Asked = {
  measure: string;
  question: string;
  zones: readonly Counted[];
  whole?: Counted;
  groups: readonly Group[];
};

const surveyHeaders = [
  ...[
    'area',
    'year',
    'measure',
    'question',
    'ages',
    'kind of group',
    'group',
    'answered',
    'percent',
    'schools',
  ],
];

const surveyReading: Reading = {
  layout: {
    ...{
      area: 'area',
      value: 'percent',
      beside: { denominator: 'answered' },
      groups: [],
      everybody: ['All'],
    },
    time: { in: 'one-column', column: 'year', years: 'academic' },
  },
  measure: {
    ...{ named: 'in-column', column: 'measure' },
    ...{ publisher: 'Brackenshire partnership (invented)', publication: 'Brackenshire asks' },
  },
  survey: {
    survey: 'Brackenshire asks',
    question: { in: 'column', column: 'question' },
    ages: { in: 'column', column: 'ages' },
    schools: 'schools',
    kindOfGroup: { kind: 'kind of group', group: 'group' },
    ...{ value: 'percent', weighted: 'no', polarity: 'high-is-good' },
  },
};

const fun = { measure: 'Had fun last week', question: 'In the last week, did you have fun?' };
const heard = { measure: 'Feels listened to', question: 'Do grown-ups do something about what you say?' };
const helped = {
  measure: 'Helped by emotional wellbeing services',
  question: 'Did the help with your feelings help you?',
  zones: [],
};
const parents = {
  measure: 'Parents satisfied with emotional wellbeing services',
  question: 'Are you satisfied with the help that your child got with their feelings?',
  zones: [],
};

const waves: readonly { year: string; asked: readonly Asked[] }[] = [
  {
    year: '2023/24',
    asked: [
      {
        ...fun,
        zones: [
          [102, 158],
          [128, 196],
          [61, 110],
          [168, 240],
          [94, 151],
          [70, 122],
          [131, 205],
        ],
        groups: [
          ['Disability', 'Disabled', [66, 141]],
          ['Disability', 'Not disabled', [688, 1041]],
          ['Income', 'Low income', [144, 262]],
          ['Income', 'Not low income', [610, 920]],
          ['Rural or urban', 'Rural', [225, 383]],
          ['Rural or urban', 'Urban', [529, 799]],
        ],
      },
      {
        ...heard,
        zones: [
          [71, 157],
          [92, 194],
          [44, 109],
          [121, 238],
          [66, 150],
          [49, 121],
          [97, 203],
        ],
        groups: [
          ['Disability', 'Disabled', [48, 140]],
          ['Disability', 'Not disabled', [492, 1032]],
        ],
      },
      { ...helped, whole: [88, 161], groups: [] },
      { ...parents, whole: [61, 128], groups: [] },
    ],
  },
  {
    year: '2025/26',
    asked: [
      {
        ...fun,
        zones: [
          [111, 164],
          [141, 203],
          [66, 114],
          [181, 249],
          [104, 158],
          [79, 128],
          [144, 212],
        ],
        groups: [
          ['Disability', 'Disabled', [72, 149]],
          ['Disability', 'Not disabled', [754, 1079]],
          ['Income', 'Low income', [151, 271]],
          ['Income', 'Not low income', [675, 957]],
          ['Rural or urban', 'Rural', [229, 391]],
          ['Rural or urban', 'Urban', [597, 837]],
          ['Religion', 'Christian', [268, 402]],
          ['Religion', 'Muslim', [52, 83]],
          ['Religion', 'No religion', [495, 722]],
          ['Religion', 'Another religion', [11, 21]],
        ],
      },
      {
        ...heard,
        question: 'Do grown-ups listen, and tell you what they did about it?',
        zones: [
          [69, 163],
          [88, 201],
          [43, 113],
          [117, 247],
          [64, 157],
          [47, 127],
          [93, 210],
        ],
        groups: [
          ['Disability', 'Disabled', [45, 148]],
          ['Disability', 'Not disabled', [476, 1070]],
        ],
      },
      { ...helped, whole: [103, 174], groups: [] },
      { ...parents, whole: [72, 136], groups: [] },
    ],
  },
];

function surveyText(year: string, asked: readonly Asked[]): string {
  const lines = asked.flatMap(({ measure, question, zones: byZone, whole, groups }) => {
    const row = (
      [area, schools]: readonly [string, number],
      [kind, group]: readonly [string, string],
      [yes, answered]: Counted,
    ) =>
      [
        area,
        year,
        measure,
        quoted(question),
        '11 to 16',
        kind,
        group,
        answered,
        ((100 * yes) / answered).toFixed(1),
        schools,
      ].join(',');
    const all: Counted = whole ?? sumOf(byZone);
    return [
      row([county.code, 21], ['All', 'All'], all),
      ...zones.flatMap((zone, at) => {
        const counted = byZone[at];
        return counted ? [row([zone.code, 3], ['All', 'All'], counted)] : [];
      }),
      ...groups.map(([kind, group, counted]) => row([county.code, 19], [kind, group], counted)),
    ];
  });
  return `${[surveyHeaders.join(','), ...lines].join('\n')}\n`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function sumOf(counted: readonly Counted[]): Counted {
  return counted.reduce<Counted>(([yes, all], [y, a]) => [yes + y, all + a], [0, 0]);
}

/** What children told us in two waves, a measure by formula, and two that are read together. */
export async function loadSurveys(act: Act, keepIn: string): Promise<void> {
  const saved: readonly Parameters<typeof rememberColumns>[1][] = [
    { name: 'Brackenshire asks', headers: surveyHeaders, reading: surveyReading },
    ...permanenceColumns,
  ];
  for (const one of saved) await act('write', (ctx) => rememberColumns(ctx, one));
  const texts = [
    ...waves.map(({ year, asked }) => ({
      name: `invented-brackenshire-asks-${year.replace('/', '-')}.csv`,
      text: surveyText(year, asked),
    })),
    ...permanenceTexts,
  ];
  const brought = await bringInTexts(act, { texts, keepIn });
  const failed = brought.done ? brought.value.filter(({ became }) => became === 'failed') : [];
  if (!brought.done || failed.length > 0)
    throw new Error(
      `invented answers were not brought in: ${failed.map(({ batch }) => batch.failure).join('; ')}`,
    );
  await defineOthers(act);
}
