import { county, region } from '../county.ts';
import type { InventedArea } from '../county.ts';
import { csvLine } from './csv.ts';
import { groupRows, type GroupRow } from './eyfs-groups.ts';
import { areas, countOf, isHidden, rounded } from './invented-values.ts';
import type { Count } from './invented-values.ts';

/**
 * Two tables of Explore education statistics, each with its description of columns. Counts and percentages agree with the
 * invented LAIT file. Columns stand in different orders, one file begins with a byte order mark, small counts are "c", and
 * a county that no longer exists is "z", all as in the real ones.
 */

const metaHeader =
  'col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column';
const levels = { country: 'National', region: 'Regional', county: 'Local authority' } as const;

export function repeatPlans(): string {
  const header =
    'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,category,CPP_start,CPP_subsequent,CPP_subsequent_percent';
  const years = Array.from({ length: 10 }, (_, index) => 2025 - index);
  const lines = years.flatMap((year) => [
    ...byLevel().map((area) =>
      csvLine([...planPlace(area, year), ...shown(countOf('PrevRegCPR', area, year))]),
    ),
    csvLine([...planPlace(formerCounty, year), 'z', 'z', 'z']),
  ]);
  return `${[header, ...lines].join('\n')}\n`;
}

const formerCounty: InventedArea = {
  code: 'X10000099',
  number: '198',
  name: 'Old Saltmoor',
  kind: 'county',
  regionName: region.name,
  children: 0,
};

function planPlace(area: InventedArea, year: number): string[] {
  const local = area.kind === 'county';
  return [
    String(year),
    'Reporting year',
    levels[area.kind],
    'E92000001',
    'England',
    area.kind === 'country' ? '' : regionCode(area),
    area.kind === 'country' ? '' : (area.regionName ?? area.name),
    local ? area.number : '',
    local ? area.code : '',
    local ? area.name : '',
    'Child Protection Plans which are a second or subsequent plan',
  ];
}

export function repeatPlansMeta(): string {
  return meta([
    'category,Filter,Category,,,,,',
    'CPP_start,Indicator,Child protection plans starting in the year,,,0,,',
    'CPP_subsequent,Indicator,Plans that are a second or subsequent plan,,,0,,',
    'CPP_subsequent_percent,Indicator,Percentage that are a second or subsequent plan,,%,1,,',
  ]);
}

const fsm = 'Free school meal eligibility';
const meals = [
  ['Total', 'Total', 'FSP_NEW_GOODDEV'],
  [fsm, 'Known to be eligible for free school meals', 'FSP_Gooddev_FSM'],
  [fsm, 'Not known to be eligible for free school meals', 'FSP_Gooddev_FSM_Other'],
] as const;

export function goodDevelopment(): string {
  const header =
    'old_la_code,new_la_code,la_name,time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,lad_code,lad_name,characteristic,characteristic_type,gender,children_number,gld_number,gld_percentage';
  const lines = [2022, 2023, 2024, 2025].flatMap((year) =>
    byLevel().flatMap((area) =>
      rowsOf(area, year).map(({ characteristic, type, gender, counts }) =>
        csvLine([...childPlace(area, year), '', '', characteristic, type, gender, ...shown(counts)]),
      ),
    ),
  );
  return `\uFEFF${[header, ...lines].join('\n')}\n`;
}

type Row = Omit<GroupRow, 'counts'> & { counts: Count | undefined };

/** Free school meals everywhere; the other groups for the county and the country, which keeps the file small. */
function rowsOf(area: InventedArea, year: number): Row[] {
  const byMeals = meals.map(([characteristic, type, shortDesc]) => ({
    characteristic,
    type,
    gender: 'Total',
    counts: countOf(shortDesc, area, year),
  }));
  const hasGroups = area.code === county.code || area.kind === 'country';
  return hasGroups ? [...byMeals, ...groupRows(area, year)] : byMeals;
}

function childPlace(area: InventedArea, year: number): string[] {
  const local = area.kind === 'county';
  return [
    local ? area.number : '',
    local ? area.code : '',
    local ? area.name : '',
    `${year - 1}${String(year % 100)}`,
    'Academic year',
    levels[area.kind],
    'E92000001',
    'England',
    area.kind === 'country' ? '' : regionCode(area),
    area.kind === 'country' ? '' : (area.regionName ?? area.name),
  ];
}

export function goodDevelopmentMeta(): string {
  return meta([
    'characteristic,Filter,Characteristic,,,,,',
    'characteristic_type,Filter,Characteristic type,,,,,',
    'gender,Filter,Gender,,,,,',
    'children_number,Indicator,Number of children,,,0,,',
    'gld_number,Indicator,Number with a good level of development,,,0,,',
    'gld_percentage,Indicator,Percentage with a good level of development,,%,1,,',
  ]);
}

function meta(rows: readonly string[]): string {
  return `${[metaHeader, ...rows].join('\n')}\n`;
}

/** Base, count and percentage; "c" where the count or the rest is small. */
function shown(counts: Count | undefined): string[] {
  if (!counts) return ['x', 'x', 'x'];
  const { of, count } = counts;
  if (isHidden(counts)) return [String(of), 'c', 'c'];
  return [String(of), String(count), String(rounded((100 * count) / of, 1))];
}

function byLevel(): InventedArea[] {
  const order = ['country', 'region', 'county'];
  return areas.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** Invented regions other than the county's own are known by name only, so they share no code with it. */
export function regionCode(area: InventedArea): string {
  return (
    { [region.name]: region.code, 'Northern Wolds': 'X12000002', 'Isle and Fen': 'X12000003' }[
      area.regionName ?? area.name
    ] ?? ''
  );
}
