import { dictionaryText } from '../../testing.ts';
import { bring, bulkFile } from '../testing.ts';
import type { Act } from '../../actions/bring-in/handed-file.ts';

type Row = {
  year: number;
  area: 'England' | 'Brackenshire' | 'Corveshire';
  characteristic: string;
  type: string;
  gender?: string;
  children: number | 'c';
  good: number | 'c';
};

/** The table of children ready for school at five, by characteristic, as the publisher gives it. */
function readyForSchool(rows: readonly Row[]): string {
  const head =
    'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,characteristic,characteristic_type,gender,children_number,gld_number,gld_percentage';
  const lines = rows.map(({ year, area, characteristic, type, gender = 'Total', children, good }) => {
    const number = area === 'Brackenshire' ? 1 : 2;
    const place =
      area === 'England'
        ? 'National,E92000001,England,,,,,'
        : `Local authority,E92000001,England,,,10${number},X1000000${number},${area}`;
    const percent = children === 'c' || good === 'c' ? 'c' : ((100 * good) / children).toFixed(1);
    return `${year - 1}${String(year).slice(2)},Academic year,${place},${characteristic},${type},${gender},${children},${good},${percent}`;
  });
  return `${[head, ...lines].join('\n')}\n`;
}

const readyForSchoolMeta = `col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column
characteristic,Filter,Characteristic,,,,,
characteristic_type,Filter,Characteristic type,,,,,
gender,Filter,Gender,,,,,
children_number,Indicator,Number of children,,,0,,
gld_number,Indicator,Number with a good level of development,,,0,,
gld_percentage,Indicator,Percentage with a good level of development,,%,1,,
`;

const meals = 'Free school meal eligibility';
const withMeals = 'Known to be eligible for free school meals';
const without = 'Not known to be eligible for free school meals';
const ethnic = 'Ethnic group: major';

/** Three years in which the average rose while the gap over free school meals widened; a hidden group, a tiny one, sex. */
const gapRows: readonly Row[] = [
  ...yearsOf('Brackenshire', [2022, 2023, 2025], {
    with: [
      [1000, 400],
      [1000, 405],
      [1000, 410],
    ],
    without: [
      [4000, 2600],
      [4000, 2700],
      [4000, 2880],
    ],
  }),
  ...yearsOf('England', [2025], { with: [[100_000, 52_000]], without: [[400_000, 290_000]] }),
  {
    year: 2025,
    area: 'Brackenshire',
    characteristic: ethnic,
    type: 'Mixed/multiple ethnic groups',
    children: 'c',
    good: 'c',
  },
  {
    year: 2025,
    area: 'Brackenshire',
    characteristic: ethnic,
    type: 'Asian/Asian British',
    children: 20,
    good: 2,
  },
  { year: 2025, area: 'Brackenshire', characteristic: ethnic, type: 'White', children: 4500, good: 2950 },
  {
    year: 2025,
    area: 'Brackenshire',
    characteristic: 'Total',
    type: 'Total',
    gender: 'Girls',
    children: 2500,
    good: 1700,
  },
  {
    year: 2025,
    area: 'Brackenshire',
    characteristic: 'Total',
    type: 'Total',
    gender: 'Boys',
    children: 2500,
    good: 1590,
  },
];

type Counts = readonly (readonly [children: number, good: number])[];

function yearsOf(
  area: Row['area'],
  years: readonly number[],
  given: { with: Counts; without: Counts },
): Row[] {
  return years.flatMap((year, at) => {
    const [a = 0, b = 0] = given.with[at] ?? [];
    const [c = 0, d = 0] = given.without[at] ?? [];
    return [
      { year, area, characteristic: 'Total', type: 'Total', children: a + c, good: b + d },
      { year, area, characteristic: meals, type: withMeals, children: a, good: b },
      { year, area, characteristic: meals, type: without, children: c, good: d },
    ];
  });
}

/** Brings in the table by group, and a pair of measures of the bulk file that have no counts. */
export async function bringGaps(parts: { act: Act; keepIn: string }): Promise<void> {
  const yearType = 'Academic Year';
  await bring(parts, {
    'lait_data_dictionary.csv': dictionaryText([
      { code: 'FSM_NEW_KS2_RWM', name: 'At 11 with free school meals', yearType },
      { code: 'NonFSM_NEW_KS2_RWM', name: 'At 11 without free school meals', yearType },
    ]),
  });
  await bring(parts, {
    '1_eyfsp_headline_measures_2025.csv': readyForSchool(gapRows),
    '1_eyfsp_headline_measures_2025.meta.csv': readyForSchoolMeta,
    'bds_long.csv': bulkFile([
      ['FSM_NEW_KS2_RWM', '2025', '39', ['44'], '48'],
      ['NonFSM_NEW_KS2_RWM', '2025', '65', ['66'], '69'],
    ]),
  });
}
