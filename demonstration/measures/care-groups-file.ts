import { county, england } from '../county.ts';
import type { InventedArea } from '../county.ts';
import { csvLine } from './csv.ts';
import { seed, type Count } from './invented-values.ts';
import { wobble } from './seeded.ts';

/**
 * The table of eleven-year-olds whom social care knows, with the columns of reading, writing and maths alone. Percentages
 * are whole numbers and England's counts end in nought, as in the real one.
 */

type Group = {
  name: string;
  /** eleven-year-olds in the country and in the county */
  pupils: { country: number; county: number };
  /** how many of a hundred reach the expected standard, in the first year and the last */
  country: readonly [number, number];
  county: readonly [number, number];
};

const groups: readonly Group[] = [
  {
    name: 'CINO at 31 March',
    pupils: { country: 10_480, county: 142 },
    country: [28, 30],
    county: [22, 26],
  },
  {
    name: 'CLA 12 months at 31 March',
    pupils: { country: 3_240, county: 41 },
    country: [32, 36],
    county: [29, 34],
  },
  {
    name: 'CPPO at 31 March',
    pupils: { country: 2_180, county: 47 },
    country: [22, 24],
    county: [19, 17],
  },
];

const years = [2022, 2023, 2024, 2025];

const header =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code,social_care_group,version,t_rwm_eligible_pupils,t_rwm_met_expected_standard,pt_rwm_met_expected_standard';

export function careGroups(): string {
  const lines = years
    .toReversed()
    .flatMap((year) => [england, county].flatMap((area) => groups.map((group) => line(area, group, year))));
  return `${[header, ...lines].join('\n')}\n`;
}

function line(area: InventedArea, group: Group, year: number): string {
  const isCountry = area.kind === 'country';
  const { of, count } = countsOf(area, group, year);
  return csvLine([
    `${year - 1}${String(year % 100)}`,
    'Academic year',
    isCountry ? 'National' : 'Local authority',
    'E92000001',
    'England',
    '',
    '',
    isCountry ? '' : area.number,
    isCountry ? '' : area.name,
    isCountry ? '' : area.code,
    group.name,
    'Final',
    String(of),
    String(count),
    String(Math.round((100 * count) / of)),
  ]);
}

function countsOf(area: InventedArea, group: Group, year: number): Count {
  const isCountry = area.kind === 'country';
  const along = (year - (years[0] ?? year)) / 3;
  const [from, to] = isCountry ? group.country : group.county;
  const noise = (name: string) => wobble(seed, name, group.name, area.code, year);
  const size = (isCountry ? group.pupils.country : group.pupils.county) * (1 + 0.03 * noise('pupils'));
  const of = isCountry ? Math.round(size / 10) * 10 : Math.round(size);
  const count = (of * (from + (to - from) * along + (isCountry ? 0.2 : 1) * noise('reached'))) / 100;
  return { of, count: isCountry ? Math.round(count / 10) * 10 : Math.round(count) };
}

export const careGroupsMeta = `col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column
social_care_group,Filter,Social care group,,,,,
version,Filter,Version,,,,,
t_rwm_eligible_pupils,Indicator,"Eligible pupils, reading, writing and maths",,,0,,
t_rwm_met_expected_standard,Indicator,"Met the expected standard, reading, writing and maths",,,0,,
pt_rwm_met_expected_standard,Indicator,"Percentage that met the expected standard, reading, writing and maths",,%,0,,
`;
