import { bring } from '../testing.ts';
import type { Act } from '../../actions/bring-in/handed-file.ts';

const head =
  'time_period,time_identifier,geographic_level,country_code,country_name,old_la_code,new_la_code,la_name';

type Row = readonly [ethnicity: string, ...counts: readonly number[]];

/** A county's own counts of its decisions, and those of two neighbours: whole, as a council has them. */
function steps(): string {
  const line = (year: number, at: 1 | 2 | 3, [ethnicity, ...counts]: Row) =>
    `${year},Reporting year,Local authority,E92000001,England,10${at},X1000000${at},${['', 'Brackenshire', 'Corveshire', 'Hartlewold'][at]},${ethnicity},${counts.join(',')}`;
  const usual: readonly Row[] = [
    ['White', 57_510, 2951, 2682, 1712],
    ['Asian', 1286, 58, 53, 33],
    ['Black', 129, 8, 7, 4],
    ['Other', 110, 8, 7, 5],
  ];
  const withAll = (rows: readonly Row[]): readonly Row[] => [
    ['Total', ...[1, 2, 3, 4].map((at) => rows.reduce((sum, row) => sum + Number(row[at]), 0))],
    ...rows,
  ];
  const ours = (mixed: Row) => withAll([...usual, mixed]);
  const rows = [
    ...ours(['Mixed', 2205, 156, 143, 90]).map((row) => line(2025, 1, row)),
    ...ours(['Mixed', 2205, 230, 211, 133]).map((row) => line(2022, 1, row)),
    ...ours(['Mixed', 2205, 120, 110, 70]).map((row) => line(2025, 2, row)),
    ...ours(['Mixed', 2205, 130, 119, 76]).map((row) => line(2025, 3, row)),
  ];
  return `${[`${head},ethnicity,children,referred,assessed,in_need`, ...rows].join('\n')}\n`;
}

/** Suspensions by characteristic, in the columns of the Department for Education's own table. */
function suspensions(): string {
  const rows = [
    ['Total', 'Total', 40_000, 1600, 40],
    ['FSM', 'FSM - Eligible', 9000, 800, 22],
    ['FSM', 'FSM - Not eligible', 31_000, 800, 18],
    ['Ethnicity Major', 'White', 36_000, 1440, 36],
    ['Ethnicity Major', 'Black / African / Caribbean / Black British', 300, 14, 'c'],
    ['Ethnicity Major', 'Mixed / Multiple ethnic groups', 1700, 90, 'c'],
  ];
  const lines = rows.map(
    ([group, characteristic, headcount, suspended, excluded]) =>
      `202324,Academic year,Local authority,E92000001,England,101,X10000001,Brackenshire,Total,${group},${characteristic},${headcount},${excluded},${suspended}`,
  );
  return `${[`${head},education_phase,characteristic_group,characteristic,headcount,perm_excl,one_plus_susp`, ...lines].join('\n')}\n`;
}

function meta(filters: readonly string[], indicators: readonly string[]): string {
  return `${[
    'col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column',
    ...filters.map((name) => `${name},Filter,${name},,,,,`),
    ...indicators.map((name) => `${name},Indicator,${name},,,0,,`),
  ].join('\n')}\n`;
}

/** Brings in a table of our own of steps by ethnicity, and a publisher's of suspensions by characteristic. */
export async function bringSteps(parts: { act: Act; keepIn: string }): Promise<void> {
  await bring(parts, {
    'steps_of_decisions_2022_to_2025.csv': steps(),
    'steps_of_decisions_2022_to_2025.meta.csv': meta(
      ['ethnicity'],
      ['children', 'referred', 'assessed', 'in_need'],
    ),
    'exc_characteristics.csv': suspensions(),
    'exc_characteristics.meta.csv': meta(
      ['education_phase', 'characteristic_group', 'characteristic'],
      ['headcount', 'perm_excl', 'one_plus_susp'],
    ),
  });
}
