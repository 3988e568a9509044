import {
  bringInTexts,
  defineFormula,
  pairMeasures,
  rememberColumns,
  type Act,
} from '#modules/indicators/index.ts';
import { county, zones } from './county.ts';

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
      area: string,
      [kind, group]: readonly [string, string],
      [yes, answered]: Counted,
      schools: number,
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
      row(county.code, ['All', 'All'], all, 21),
      ...zones.flatMap((zone, at) => {
        const counted = byZone[at];
        return counted ? [row(zone.code, ['All', 'All'], counted, 3)] : [];
      }),
      ...groups.map(([kind, group, counted]) => row(county.code, [kind, group], counted, 19)),
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

/** Children in a permanent home, and how long it took: six years of each, with limits. */
const homes = [71, 74, 79, 86, 92, 101].map((count, at) => [2020 + at, count, 9 + at / 3] as const);
const days = [402, 409, 421, 447, 462, 489].map((count, at) => [2020 + at, count, 14] as const);

function permanenceReading(
  column: string,
  said: { title: string; unit: string; kind: 'count' | 'mean'; polarity: 'high-is-good' | 'low-is-good' },
): Reading {
  return {
    layout: {
      ...{
        area: 'area',
        value: column,
        beside: { lower95: 'lower', upper95: 'upper' },
        groups: [],
        everybody: [],
      },
      time: { in: 'one-column', column: 'year', years: 'financial-ending' },
    },
    measure: {
      ...{ named: 'new', ...said },
      ...{ publisher: 'Brackenshire partnership (invented)', publication: 'Permanence table' },
    },
  };
}

function permanenceText(column: string, rows: readonly (readonly [number, number, number])[]): string {
  const lines = rows.map(([year, value, half]) =>
    [county.code, year, value, (value - half).toFixed(1), (value + half).toFixed(1)].join(','),
  );
  return `${[`area,year,${column},lower,upper`, ...lines].join('\n')}\n`;
}

const permanence = [
  {
    column: 'children',
    rows: homes,
    said: {
      title: 'Children in care in a permanent home',
      unit: 'children',
      kind: 'count',
      polarity: 'high-is-good',
    },
  },
  {
    column: 'days',
    rows: days,
    said: { title: 'Days until a permanent home', unit: 'days', kind: 'mean', polarity: 'low-is-good' },
  },
] as const;

/** What children told us in two waves, a measure by formula, and two that are read together. */
export async function loadSurveys(act: Act, keepIn: string): Promise<void> {
  const saved: readonly Parameters<typeof rememberColumns>[1][] = [
    { name: 'Brackenshire asks', headers: surveyHeaders, reading: surveyReading },
    ...permanence.map(({ column, said }) => ({
      name: `Permanence: ${column}`,
      headers: ['area', 'year', column, 'lower', 'upper'],
      reading: permanenceReading(column, said),
    })),
  ];
  for (const one of saved) await act('write', (ctx) => rememberColumns(ctx, one));
  const texts = [
    ...waves.map(({ year, asked }) => ({
      name: `invented-brackenshire-asks-${year.replace('/', '-')}.csv`,
      text: surveyText(year, asked),
    })),
    ...permanence.map(({ column, rows }) => ({
      name: `invented-permanence-${column}.csv`,
      text: permanenceText(column, rows),
    })),
  ];
  const brought = await bringInTexts(act, { texts, keepIn });
  const failed = brought.done ? brought.value.filter(({ became }) => became === 'failed') : [];
  if (!brought.done || failed.length > 0)
    throw new Error(
      `invented answers were not brought in: ${failed.map(({ batch }) => batch.failure).join('; ')}`,
    );
  await defineOthers(act);
}

async function defineOthers(act: Act): Promise<void> {
  const plans = { measure: 'lait:PrevRegCPR', match: 'same-days' } as const;
  await act('write', (ctx) =>
    defineFormula(ctx, {
      title: 'Protection plans that are a child’s first',
      parts: [
        { letter: 'a', take: 'count', ...plans },
        { letter: 'b', take: 'base', ...plans },
      ],
      formula: '(b − a) ÷ b per 100',
      polarity: 'high-is-good',
      decimals: 1,
      reason: 'The board asked for the good news beside second plans',
    }),
  );
  await act('write', (ctx) =>
    pairMeasures(ctx, {
      title: 'Permanent homes, and in time',
      howMany: 'other:permanence-table:children-in-care-in-a-permanent-home',
      howLong: 'other:permanence-table:days-until-a-permanent-home',
      words: 'More children in care find a permanent home, and none of them waits longer for it.',
    }),
  );
}
