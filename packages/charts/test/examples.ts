import type { FigureProps } from '../frame/figure-props.ts';
import type { Area, ChartValue, Comparison, Point, Role, Series, SpineRow, Status } from '../series.ts';

/** Examples in the shape of published measures, with invented numbers for an invented county: what snapshots and the gallery draw. */

/** A number, or a number with its limits, or a status; a leading "break" starts a new stretch. */
export type Told = number | readonly [number, number, number] | Status;

export const csv = '/measures/example.csv';
export const source = {
  text: 'Department for Education, Children in need 2025',
  href: 'https://example.org/',
};

export function value(told: Told): ChartValue {
  if (typeof told === 'number') return { kind: 'number', number: told };
  if (typeof told === 'string') return { kind: 'status', status: told };
  return { kind: 'number', number: told[0] };
}

export function limits(told: Told): { lower?: number; upper?: number } {
  return typeof told === 'object' ? { lower: told[1], upper: told[2] } : {};
}

/** Financial years from the first one on; `breakAt` names the year that does not join the one before. */
export function yearly(
  from: number,
  told: readonly Told[],
  breakAt?: { year: number; reason: string },
): Point[] {
  return told.map((each, index) => {
    const year = from + index;
    return {
      period: `${year}-${String((year + 1) % 100).padStart(2, '0')}`,
      order: year,
      value: value(each),
      ...limits(each),
      joinsPrevious: index > 0 && year !== breakAt?.year,
      ...(year === breakAt?.year ? { breakReason: breakAt.reason } : {}),
    };
  });
}

export function series(name: string, role: Role, points: readonly Point[]): Series {
  return { key: name.toLowerCase().replaceAll(' ', '-'), name, role, points };
}

const figure: FigureProps = {
  id: 'example',
  finding: '',
  measure: '',
  unit: { name: '%', symbol: '%', decimals: 1 },
  csvHref: csv,
  source,
  headingLevel: 3,
};

const england = [20.2, 20.8, 21.9, 22.1, 23.3, 23.6, 24.7, 25.1];

export const repeatPlans = {
  ...figure,
  id: 'repeat-plans',
  finding: 'Fewer repeat plans than three years ago; still above England',
  measure: 'Children starting a protection plan for a second or later time',
  unit: { name: '% of plans started', symbol: '%', decimals: 1 },
  series: [
    series(
      'Thornshire',
      'own',
      yearly(2017, [
        [22.4, 19.1, 26],
        [24.8, 21.4, 28.5],
        [27.3, 23.8, 31.1],
        [29.9, 26.2, 33.8],
        [32.6, 28.9, 36.5],
        [30.1, 26.4, 34],
        [28.8, 25.2, 32.7],
        [27.4, 23.9, 31.2],
      ]),
    ),
    series('England', 'benchmark', yearly(2017, england)),
    series('Wenmarch', 'neighbour', yearly(2017, [18.2, 20.1, 19.6, 22.4, 21.5, 24, 23.1, 24.4])),
    series('Ashdale', 'neighbour', yearly(2017, [25.5, 24.1, 26.8, 25.2, 28.3, 27.2, 26.1, 26.9])),
  ],
};

export const brokenSeries = {
  ...figure,
  id: 'young-offenders',
  finding: 'First offences fell by half, but two years cannot be shown',
  measure: 'Young people aged 10 to 17 entering the youth justice system for the first time',
  unit: { name: 'per 100,000', decimals: 0 },
  series: [
    series(
      'East Thornshire',
      'own',
      yearly(2014, [412, 376, 341, 'suppressed', 268, 'missing', 214, 231, 205, 'not-applicable', 188], {
        year: 2020,
        reason: 'the county was split in two',
      }),
    ),
    series('England', 'benchmark', yearly(2014, [402, 368, 331, 295, 239, 208, 168, 146, 149, 143, 140])),
  ],
};

export const earlyYears = {
  ...figure,
  id: 'early-years',
  finding: 'Girls are ready for school more often than boys, and the gap is not closing',
  measure: 'Children with a good level of development at five',
  unit: { name: '% of children', symbol: '%', decimals: 1 },
  series: [
    series('Girls', 'other', yearly(2018, [78.4, 78.9, 'missing', 'missing', 71.9, 74.2, 75, 75.3])),
    series('Boys', 'other', yearly(2018, [65.5, 65.8, 'missing', 'missing', 58.7, 60.6, 60.7, 61.2])),
    series('England', 'benchmark', yearly(2018, [71.8, 71.8, 'missing', 'missing', 65.2, 67.2, 67.7, 68.3])),
  ].map((each) => ({
    ...each,
    points: each.points.map((point) =>
      point.order === 2022
        ? { ...point, joinsPrevious: false, breakReason: 'the assessment was reformed in 2021' }
        : point,
    ),
  })),
};

export const nothingYet = {
  ...figure,
  id: 'nothing-yet',
  finding: 'The numbers are too small to publish',
  measure: 'Children in custody',
  unit: { name: 'children', decimals: 0 },
  series: [series('Thornshire', 'own', yearly(2021, ['suppressed', 'suppressed', 'missing', 'suppressed']))],
};

export const oneYear = {
  ...figure,
  id: 'one-year',
  finding: 'A first number, with nothing yet to hold it against',
  measure: 'Young people who have a trusted adult',
  unit: { name: '% of those asked', symbol: '%', decimals: 0 },
  series: [series('Thornshire', 'own', yearly(2024, [[71, 66, 75]]))],
};

type Row = readonly [name: string, role: Role, told: Told, comparison?: Comparison];

function area([name, role, told, comparison]: Row): Area {
  return { key: name.toLowerCase(), name, role, value: value(told), ...limits(told), comparison };
}

const injuryRows: readonly Row[] = [
  ['Wenmarch', 'neighbour', [82.1, 74.2, 90.6], 'similar'],
  ['Ashdale', 'neighbour', [71.9, 63, 81.7], 'better'],
  ['Thornshire', 'own', [97.2, 90.8, 104], 'worse'],
  ['Great Harrowby and the Marches', 'neighbour', [103.5, 92.4, 115.6], 'worse'],
  ['Isle of Senn', 'neighbour', 'suppressed', 'not-compared'],
  ['Coldbeck', 'neighbour', [79.4, 70.5, 89.1], 'similar'],
  ['Port Merrin', 'neighbour', 'missing', 'not-compared'],
  ['Estwick', 'neighbour', 0, 'not-compared'],
  ['England', 'benchmark', [80.9, 80.2, 81.6]],
];

export const injuries = {
  ...figure,
  id: 'injuries',
  finding: 'More children are hurt badly enough for hospital here than in England',
  measure: 'Hospital admissions for injuries, children aged 0 to 14',
  unit: { name: 'per 10,000 children', decimals: 1 },
  source: { text: 'Office for Health Improvement and Disparities, Fingertips 90284' },
  period: '2023/24',
  areas: injuryRows.map(area),
};

export const injuryPoints = { ...injuries, id: 'injury-points', mark: 'point' as const };

const attendanceRows: readonly Row[] = [
  ['Thornshire', 'own', [21.4, 20.9, 21.9], 'worse'],
  ['England', 'benchmark', 18.7],
  ['Wenmarch', 'neighbour', [17.8, 17.2, 18.4], 'better'],
  ['Ashdale', 'neighbour', [19, 18.5, 19.5], 'similar'],
  ['Coldbeck', 'neighbour', [18.5, 17.9, 19.1], 'similar'],
  ['Estwick', 'neighbour', [20.2, 19.7, 20.7], 'worse'],
  ['Port Merrin', 'neighbour', [22.9, 22.1, 23.7], 'worse'],
  ['Upper Lenn', 'neighbour', [16.3, 15.7, 16.9], 'better'],
  ['Isle of Senn', 'neighbour', 'suppressed', 'not-compared'],
  ['Great Harrowby', 'neighbour', [18.9, 18.4, 19.4], 'similar'],
  ['Saltmere', 'neighbour', 'unreliable', 'not-compared'],
];

export const attendance = {
  ...figure,
  id: 'attendance',
  finding: 'One in five pupils misses a tenth of school: more than most areas like ours',
  measure: 'Pupils persistently absent',
  unit: { name: '% of pupils', symbol: '%', decimals: 1 },
  source: { text: 'Department for Education, Pupil absence in schools in England' },
  period: '2024-25',
  areas: attendanceRows.map(area),
};

export const manyAreas = {
  ...attendance,
  id: 'many-areas',
  finding: 'Thornshire stands among the quarter of areas with most absence',
  areas: [
    ...attendanceRows.slice(0, 2).map(area),
    ...Array.from({ length: 60 }, (_, index) => {
      const middle = 14 + index * 0.16 + ((index * 7) % 5) * 0.1;
      const half = 0.4 + ((index * 3) % 4) * 0.15;
      return area([`Area ${index + 1}`, 'other', [middle, middle - half, middle + half]]);
    }),
  ],
};

const rate = { name: 'per 10,000', decimals: 1 };
const share = { name: '%', symbol: '%', decimals: 1 };

export const spineRows: readonly SpineRow[] = [
  {
    key: 'protection',
    measure: 'Children on a protection plan',
    period: '2024-25',
    unit: rate,
    polarity: 'no-judgement',
    own: value(48.2),
    lower: 44.6,
    upper: 52.1,
    benchmark: value(41.2),
    comparison: 'higher',
    spread: { minimum: 12.4, p5: 21.5, p25: 32.8, p75: 53.1, p95: 78.8, maximum: 104.6 },
  },
  {
    key: 'gld',
    measure: 'Good level of development at five',
    period: '2024-25',
    unit: share,
    polarity: 'high-is-good',
    own: value(70.4),
    lower: 69.2,
    upper: 71.6,
    benchmark: value(68.3),
    comparison: 'better',
    spread: { minimum: 58.2, p5: 62.3, p25: 66.4, p75: 70.3, p95: 74.1, maximum: 77.9 },
  },
  {
    key: 'absence',
    measure: 'Pupils persistently absent',
    period: '2024-25',
    unit: share,
    polarity: 'low-is-good',
    own: value(21.4),
    lower: 20.9,
    upper: 21.9,
    benchmark: value(18.7),
    comparison: 'worse',
    spread: { minimum: 11.8, p5: 14.2, p25: 17.1, p75: 20.5, p95: 23.6, maximum: 26.4 },
  },
  {
    key: 'conceptions',
    measure: 'Conceptions under 18',
    period: '2022',
    unit: { name: 'per 1,000', decimals: 1 },
    polarity: 'low-is-good',
    own: value(13.6),
    benchmark: value(13.9),
    comparison: 'similar',
    spread: { minimum: 2.9, p5: 6.8, p25: 10.7, p75: 17.2, p95: 24.1, maximum: 31.5 },
  },
  {
    key: 'custody',
    measure: 'Children in custody',
    period: '2024-25',
    unit: rate,
    polarity: 'low-is-good',
    own: value('suppressed'),
    benchmark: value(0.5),
    comparison: 'not-compared',
    spread: { minimum: 0, p5: 0, p25: 0.2, p75: 0.8, p95: 1.6, maximum: 2.7 },
  },
  {
    key: 'adult',
    measure: 'Young people with a trusted adult',
    period: '2025',
    unit: share,
    polarity: 'high-is-good',
    own: value(71),
    benchmark: value('missing'),
    comparison: 'not-compared',
  },
];

export const spine = {
  id: 'spine',
  finding: 'Ready for school more often, in school less often, than England',
  measure: 'Thornshire against all areas of England',
  csvHref: csv,
  source,
  headingLevel: 3 as const,
  rows: spineRows,
  ownName: 'Thornshire',
  benchmarkName: 'England',
};

function panel(name: string, told: readonly Told[], breakAt?: { year: number; reason: string }) {
  const own = series(name, 'own', yearly(2018, told, breakAt));
  return {
    key: own.key,
    name,
    series: [own, series('England', 'benchmark', yearly(2018, england.slice(1)))],
  };
}

export const districts = {
  ...figure,
  id: 'districts',
  finding: 'The rise is in the two coastal districts',
  measure: 'Children starting a protection plan for a second or later time',
  unit: { name: '% of plans started', symbol: '%', decimals: 1 },
  panels: [
    panel('Port Merrin', [22, 25.1, 27.9, 31.2, 33.8, 35.6, 36.1]),
    panel('Saltmere', [19.8, 21.7, 25.2, 27.3, 30.9, 32.2, 33]),
    panel('Coldbeck', [21.1, 22.3, 21.4, 20.6, 21.9, 20.2, 19.7]),
    panel('Upper Lenn', [16.2, 'suppressed', 17, 'suppressed', 15.1, 14.9, 15.2]),
    panel('Great Harrowby', [23.5, 22.8, 24.1, 23.9, 22.6, 23.2, 22.4], {
      year: 2022,
      reason: 'two districts became one',
    }),
    panel('Isle of Senn', [
      'suppressed',
      'suppressed',
      'suppressed',
      'missing',
      'suppressed',
      'suppressed',
      'suppressed',
    ]),
  ],
};
