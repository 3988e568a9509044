import { county, england } from '../county.ts';
import type { InventedArea } from '../county.ts';
import { csvLine } from './csv.ts';
import { areas, seed } from './invented-values.ts';
import { wobble } from './seeded.ts';

/**
 * A download from Fingertips of indicator 90284, with 27 columns and invented figures. Its faults are the real ones:
 * England once for each parent, deprivation deciles among the areas, a missing value with intervals of -1, counts rounded
 * to five beside values that are not, 99.8% intervals only in later years, and trends that say the opposite.
 */

const header = [
  'Indicator ID',
  'Indicator Name',
  'Parent Code',
  'Parent Name',
  'Area Code',
  'Area Name',
  'Area Type',
  'Sex',
  'Age',
  'Category Type',
  'Category',
  'Time period',
  'Value',
  'Lower CI 95.0 limit',
  'Upper CI 95.0 limit',
  'Lower CI 99.8 limit',
  'Upper CI 99.8 limit',
  'Count',
  'Denominator',
  'Value note',
  'Recent Trend',
  'Compared to England value or percentiles',
  'Compared to percentiles',
  'Time period Sortable',
  'New data',
  'Compared to goal',
  'Time period range',
];

const indicator = [
  '90284',
  'Hospital admissions caused by unintentional and deliberate injuries in children (aged 0 to 14 years)',
];
const categoryType = 'County & UA deprivation deciles in England (IMD2019, 4/23 geography)';
const deciles = [
  'Most deprived decile (IMD2019)',
  'Second most deprived decile (IMD2019)',
  'Third more deprived decile (IMD2019)',
  'Fourth more deprived decile (IMD2019)',
  'Fifth more deprived decile (IMD2019)',
  'Fifth less deprived decile (IMD2019)',
  'Fourth less deprived decile (IMD2019)',
  'Third less deprived decile (IMD2019)',
  'Second least deprived decile (IMD2019)',
  'Least deprived decile (IMD2019)',
];

const firstYear = 2014;
const lastYear = 2023;
/** the country's invented rate per 10,000, year by year */
const countryRate = [109.2, 106.1, 103.8, 101.5, 98.4, 97.7, 79.3, 85.2, 77.6, 74.1];

type Slice = {
  area: InventedArea;
  parent?: InventedArea;
  sex: 'Persons' | 'Male' | 'Female';
  decile?: number;
};

export function fingertips(): string {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  const lines = years.flatMap((year) => slicesOf(year).map((slice) => csvLine(row(slice, year))));
  return `${[header.join(','), ...lines].join('\n')}\n`;
}

function slicesOf(year: number): Slice[] {
  const local = areas.filter((area) => area.kind === 'county');
  const bySex = year > lastYear - 2 ? (['Male', 'Female'] as const) : [];
  const byDecile = year > lastYear - 2 ? deciles.map((_, decile) => decile) : [];
  return [undefined, england].flatMap((parent): Slice[] => {
    const country = { area: england, ...(parent ? { parent } : {}) };
    return [
      { ...country, sex: 'Persons' as const },
      ...bySex.map((sex) => ({ ...country, sex })),
      ...byDecile.map((decile) => ({ ...country, sex: 'Persons' as const, decile })),
      ...(parent
        ? local.flatMap((area) => [
            { area, parent, sex: 'Persons' as const },
            ...bySex.map((sex) => ({ area, parent, sex })),
          ])
        : []),
    ];
  });
}

function row(slice: Slice, year: number): string[] {
  const { area, parent, sex, decile } = slice;
  return [
    ...indicator,
    parent?.code ?? '',
    parent?.name ?? '',
    area.code,
    area.name,
    area.kind === 'country' ? 'England' : 'Counties & UAs (from Apr 2023)',
    sex,
    '<15 yrs',
    decile === undefined ? '' : categoryType,
    decile === undefined ? '' : (deciles[decile] ?? ''),
    `${year}/${String((year + 1) % 100).padStart(2, '0')}`,
    ...(isMissing(slice, year) ? missingFigures() : figures(slice, year)),
    `${year}0000`,
    '',
    '',
    '1y',
  ];
}

/** Ravensmere's hospital sent records without addresses in one year. */
function isMissing({ area }: Slice, year: number): boolean {
  return area.name === 'Ravensmere' && year === 2017;
}

function missingFigures(): string[] {
  const note = 'Not presented: the hospital sent records without addresses (invented)';
  return ['', '-1', '-1', '-1', '-1', '', '', note, '', 'Not compared', 'Not compared'];
}

function figures(slice: Slice, year: number): string[] {
  const { count, denominator } = countFor(slice, year);
  const [low95, high95] = interval(count, 1.959963984540054);
  const [low998, high998] = interval(count, 3.090232306167813);
  const rate = (events: number) => ((events / denominator) * 10000).toFixed(5);
  const has998 = year >= 2021;
  return [
    rate(count),
    rate(low95),
    rate(high95),
    has998 ? rate(low998) : '',
    has998 ? rate(high998) : '',
    String(Math.round(count / 5) * 5),
    String(denominator),
    '',
    year === lastYear ? trendWords(slice) : '',
    compared(slice, { year, low: low95 / denominator, high: high95 / denominator }),
    'Not compared',
  ];
}

/** What the real download does: it names the direction the wrong way round. */
function trendWords({ area }: Slice): string {
  return area.code === county.code || area.kind === 'country'
    ? 'Increasing and getting worse'
    : 'No significant change';
}

type Reach = { year: number; low: number; high: number };

function compared({ area, decile }: Slice, { year, low, high }: Reach): string {
  if (area.kind === 'country' && decile === undefined) return 'Not compared';
  const country = (countryRate[year - firstYear] ?? 0) / 10000;
  if (low > country) return 'Worse';
  return high < country ? 'Better' : 'Similar';
}

function countFor({ area, sex, decile }: Slice, year: number): { count: number; denominator: number } {
  const half = sex === 'Persons' ? 1 : sex === 'Male' ? 0.512 : 0.488;
  const part = decile === undefined ? 1 : 0.1;
  const denominator = Math.round(area.children * 0.82 * half * part);
  const country = countryRate[year - firstYear] ?? 0;
  const steep = decile === undefined ? 1 : 1.24 - 0.052 * decile;
  const bySex = sex === 'Male' ? 1.1 : sex === 'Female' ? 0.9 : 1;
  const lies = area.kind === 'country' ? 0 : 0.11 * wobble(seed, 'lies', 'injuries', area.code);
  const restless =
    area.kind === 'country' ? 0 : 0.02 * wobble(seed, 'year', 'injuries', area.code, year, sex);
  const own = area.code === county.code ? 0.12 - 0.02 * (year - firstYear) : lies;
  return {
    count: Math.round((denominator * country * steep * bySex * (1 + own + restless)) / 10000),
    denominator,
  };
}

/** Byar's limits of a count. */
function interval(count: number, z: number): [number, number] {
  const limit = (events: number, sign: number) => {
    const root = 1 - 1 / (9 * events) + (sign * z) / (3 * Math.sqrt(events));
    return events * root * root * root;
  };
  return [count === 0 ? 0 : limit(count, -1), limit(count + 1, 1)];
}
