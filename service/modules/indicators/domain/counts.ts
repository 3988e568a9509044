/**
 * Where a publisher's file holds the counts behind a measure that is published without them, as `reference/measures`
 * writes it down. Count divided by base, times `times`, is the published value.
 */
export type CountsRule = {
  /** the measure that lacks counts: LAIT's PrevRegCPR, say */
  measure: { source: string; code: string };
  /** how the file's name begins */
  file: string;
  /** the rows that are meant: a column's name and what stands in it */
  where: Readonly<Record<string, string>>;
  count: CountsCell;
  base: CountsCell;
  times: number;
};

/** A column, and which of the rows it is read from where count and base stand in different ones. */
export type CountsCell = { column: string; where?: Readonly<Record<string, string>> | undefined };

/**
 * The code under which counts found by a rule stand as a measure of source `ees`: whoever compares LAIT's PrevRegCPR
 * looks for the count and denominator of `counts:lait:PrevRegCPR`, of the same area and period.
 */
export function countsCode(measure: { source: string; code: string }): string {
  return `counts:${measure.source}:${measure.code}`;
}

/** A percentage or rate column and the columns of the same row that it was made from. */
export type CountedColumn = { indicator: string; count: string; denominator: string };

/** The columns of one table; `file` is how its name begins. */
type CountedTable = { file: string; columns: readonly CountedColumn[] };

function counted(indicator: string, count: string, denominator: string): CountedColumn {
  return { indicator, count, denominator };
}

const durations = [
  '3_months_or_less',
  'more_than_3_months_6_months',
  'more_than_6_months_less_than_1_year',
  '1_year_less_than_2_years',
  '2_years_or_more',
];

const ks2Subjects = ['read', 'writta', 'mat', 'rwm', 'gps', 'scita'];

/**
 * Columns that belong together, read off the tables of Explore Education Statistics (Department for Education,
 * releases of 2022 to 2025) and held to their own values by test.
 */
const countedTables: readonly CountedTable[] = [
  {
    file: 'd3_cpps_subsequent_plan',
    columns: [counted('CPP_subsequent_percent', 'CPP_subsequent', 'CPP_start')],
  },
  {
    file: 'd5_cpps_at31march_by_duration',
    columns: durations.map((duration) => counted(`${duration}_percent`, duration, 'CPP_At31')),
  },
  {
    file: 'c1_children_in_need_referrals_and_rereferrals',
    columns: [
      counted('rereferral_percent', 'rereferral_count', 'referral_count'),
      counted('no_further_action_percent', 'no_further_action_count', 'referral_count'),
      counted('not_in_need_percent', 'not_in_need_count', 'referral_count'),
      counted('rereferral_child_percent', 'rereferral_child_count', 'referral_child_count'),
    ],
  },
  {
    file: 'cla_number_and_rate_per_10k_children',
    columns: [counted('rate_per_10000', 'children_count', 'population_estimate')],
  },
  {
    file: '1_eyfsp_headline_measures',
    columns: ['elg', 'comm_lang_lit', 'gld'].map((goal) =>
      counted(`${goal}_percentage`, `${goal}_number`, 'children_number'),
    ),
  },
  {
    file: 'eyfsp_APS_GLD_ELG_EXP',
    columns: ['elg', 'gld', 'comm_lang_lit'].map((goal) =>
      counted(`${goal}_percent`, `${goal}_number`, 'number_of_children'),
    ),
  },
  {
    file: 'ks2_la',
    columns: ks2Subjects.map((subject) =>
      counted(
        `pt_${subject}_met_expected_standard`,
        `t_${subject}_met_expected_standard`,
        `t_${subject}_eligible_pupils`,
      ),
    ),
  },
  {
    file: 'absence_la',
    columns: [
      counted('pt_pupils_pa_10_exact', 't_pupils_pa_10_exact', 't_pupils'),
      counted('pt_pupils_pa_50_exact', 't_pupils_pa_50_exact', 't_pupils'),
    ],
  },
];

/** The counted columns of a file, by the name of the percentage or rate; none where the file is not known. */
export function countedColumns(fileName: string): ReadonlyMap<string, CountedColumn> {
  const table = countedTables.find(({ file }) => fileName.startsWith(file));
  return new Map((table?.columns ?? []).map((column) => [column.indicator, column]));
}
