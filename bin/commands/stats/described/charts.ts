import type { Method } from '../method.ts';
import { date, needed, orColumn, polarity, value } from './columns.ts';

/** Methods of series that are charted. */
export const charts: readonly Method[] = [
  {
    name: 'xmr',
    says: 'a chart of individual values of each series, with its special causes',
    columns: [
      needed(value),
      date,
      {
        name: 'part',
        says: 'changes where limits begin anew, as somebody has decided',
        knownAs: undefined,
      },
    ],
    settings: [
      polarity('direction'),
      { name: 'target', takes: 'NUMBER', says: `the target: ${orColumn}` },
      {
        name: 'freeze',
        takes: 'NUMBER',
        says: `make limits of the first so many points, 12 or more: ${orColumn}`,
      },
      {
        name: 'screen-outliers',
        takes: 'YES',
        says: 'whether outliers among moving ranges are left out: yes, no, or the name of a column; yes where nothing is said',
      },
      { name: 'rebase', takes: 'DATES', says: 'begin limits anew at these dates, a comma between them' },
      { name: 'reason', takes: 'WORDS', says: 'why limits begin anew' },
      { name: 'by', takes: 'WHO', says: 'who decided it' },
    ],
    gives: [
      ['mean, lpl, upl', 'centre, and lower and upper process limit'],
      ['lower_warning, upper_warning', 'two thirds of the way to the limits'],
      ['part', 'which limits the point belongs to, from 1'],
      [
        'special_cause_type',
        'Above UCL, Below LCL, 7 Point Trend (Increasing or Decreasing), 2 in 3 Above or Below CL, 7 Points Above or Below CL, Common Cause',
      ],
      [
        'point_type',
        'special_cause_improvement, special_cause_concern, special_cause_neutral_high or _low, common_cause',
      ],
      ['variation', 'what the last point shows: improvement-high … common-cause'],
      ['assurance_type', 'consistent_pass, consistent_fail or inconsistent, where there is a target'],
    ],
    open: async () => (await import('../methods/xmr.ts')).individualCharts,
  },
  {
    name: 'run',
    says: 'a run chart of each series: median, runs and crossings',
    columns: [needed(value), date],
    settings: [
      { name: 'freeze', takes: 'NUMBER', says: `make the median of the first so many points: ${orColumn}` },
    ],
    gives: [
      ['median', 'the line'],
      ['points, useful', 'how many there are, and how many off the line'],
      [
        'longest_run, longest_run_max',
        'the longest run on one side, and the longest that chance is likely to make',
      ],
      [
        'crossings, crossings_min',
        'how often the line is crossed, and the fewest that chance is likely to make',
      ],
      ['signal', 'long-run, few-crossings, both, or none'],
    ],
    open: async () => (await import('../methods/run.ts')).runCharts,
  },
];
