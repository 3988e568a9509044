import type { Comparison, Status } from '../series.ts';

/** Every word that a chart says by itself. A partnership's other language gives its own record of the same shape. */
export type ChartWords = {
  status: Readonly<Record<Status, string>>;
  /** What a status means, for the key under the chart. */
  statusMeaning: Readonly<Record<Status, string>>;
  comparison: Readonly<Record<Comparison, string>>;
  area: string;
  measure: string;
  unit: string;
  period: string;
  periodEnds: string;
  group: string;
  value: string;
  comparedWith: (benchmark: string) => string;
  lower: string;
  upper: string;
  note: string;
  interval: string;
  breakMark: string;
  breakBefore: (period: string, reason: string | undefined) => string;
  scaleStartsAt: (value: string) => string;
  moreInTable: (count: number) => string;
  noNumbers: string;
  noSpread: string;
  tableSummary: string;
  csvLink: string;
  svgLink: string;
  pngLink: string;
  about: string;
  source: string;
  from: string;
  to: string;
  numbersBelow: string;
  minimum: string;
  maximum: string;
  percentile: (rank: 5 | 25 | 75 | 95) => string;
  /** Under a plot of many areas that are not named. */
  eachPoint: string;
  noJudgement: string;
  worseSide: string;
  betterSide: string;
  spreadKey: { all: string; most: string; middle: string };
  lineChart: string;
  barChart: string;
  dotChart: string;
  spineChart: string;
  multiples: string;
};

const ordinals = { 5: '5th', 25: '25th', 75: '75th', 95: '95th' } as const;

/** The words in English. */
export const englishWords: ChartWords = {
  status: {
    suppressed: 'suppressed',
    missing: 'not available',
    'not-applicable': 'not applicable',
    low: 'low (above zero)',
    unreliable: 'unreliable',
  },
  statusMeaning: {
    suppressed: 'suppressed, to protect people: not zero',
    missing: 'not available: not zero',
    'not-applicable': 'does not apply here',
    low: 'above zero, but rounds to it',
    unreliable: 'too uncertain to show',
  },
  comparison: {
    better: 'Better',
    similar: 'Similar',
    worse: 'Worse',
    higher: 'Higher',
    lower: 'Lower',
    'not-compared': 'Not compared',
  },
  area: 'Area',
  measure: 'Measure',
  unit: 'Unit',
  period: 'Period',
  periodEnds: 'Period ends',
  group: 'Group',
  value: 'Value',
  comparedWith: (benchmark) => `Compared with ${benchmark}`,
  lower: 'lower limit',
  upper: 'upper limit',
  note: 'Note',
  interval: '95% confidence interval',
  breakMark: 'break',
  breakBefore: (period, reason) =>
    `Break before ${period}${reason === undefined ? '' : `: ${reason}`}. Do not compare across it.`,
  scaleStartsAt: (value) => `The scale starts at ${value}, not at zero.`,
  moreInTable: (count) => (count === 1 ? 'One more is in the table.' : `${count} more are in the table.`),
  noNumbers: 'No numbers to draw',
  noSpread: 'too few areas to show a spread',
  tableSummary: 'Show these numbers as a table',
  csvLink: 'Download these numbers (CSV)',
  svgLink: 'Picture (SVG)',
  pngLink: 'Picture (PNG)',
  about: 'about',
  source: 'Source:',
  from: 'from',
  to: 'to',
  numbersBelow: 'All numbers are in the table below.',
  minimum: 'Lowest area',
  maximum: 'Highest area',
  percentile: (rank) => `${ordinals[rank]} percentile`,
  eachPoint: 'Each point is one area, in order.',
  noJudgement: 'Where neither side is better, right is higher.',
  worseSide: 'Worse',
  betterSide: 'Better',
  spreadKey: { all: 'all areas', most: '9 in 10 areas', middle: 'middle half of areas' },
  lineChart: 'Line chart',
  barChart: 'Bar chart',
  dotChart: 'Dot plot',
  spineChart: 'Spine chart',
  multiples: 'Small line charts',
};
