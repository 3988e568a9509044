import { smallAreaColumns } from './deprivation/small-area-columns.ts';
import { isNeetTable } from './neet/neet-columns.ts';
import { singleAgeColumns } from './population/single-ages.ts';

/** The formats that are read. */
export type Format =
  | 'lait-csv'
  | 'lait-parquet'
  | 'lait-dictionary'
  | 'lait-areas'
  | 'code-map'
  | 'fingertips-csv'
  | 'fingertips-upload'
  | 'ees-data'
  | 'ees-meta'
  | 'neet-table'
  | 'children-population'
  | 'single-ages'
  | 'small-areas'
  | 'neighbours'
  | 'measure-map'
  /** any other table: a person says what its columns are */
  | 'mapped-csv'
  /** no file: what the partnership counted itself, made safe */
  | 'own-release'
  /** no file: what a formula came to */
  | 'formula';

/** What only this format has among its headers; the first that fits is taken, so the particular stand before the general. */
const signs: readonly { format: Format; headers: readonly string[] }[] = [
  { format: 'lait-dictionary', headers: ['Measure_short', 'Polarity', 'Year_Type'] },
  { format: 'lait-csv', headers: ['Short Desc', 'Years', 'Values', 'LA Number'] },
  { format: 'lait-areas', headers: ['LA Number', 'LA Name', 'Region', 'Type'] },
  { format: 'fingertips-csv', headers: ['Indicator ID', 'Area Code', 'Time period', 'Value'] },
  { format: 'fingertips-upload', headers: ['area_code', 'date_from', 'date_to', 'period_type', 'value'] },
  { format: 'ees-meta', headers: ['col_name', 'col_type', 'label'] },
  {
    format: 'children-population',
    headers: ['time_period', 'geographic_level', 'age_group', 'population_estimate'],
  },
  { format: 'ees-data', headers: ['time_period', 'time_identifier', 'geographic_level'] },
  { format: 'neighbours', headers: ['old_la_code', 'SN_1', 'SN_10'] },
  { format: 'neighbours', headers: ['LA num', 'SN1', 'SN10'] },
  { format: 'measure-map', headers: ['plan', 'outcome_no', 'lait_short_desc'] },
  { format: 'code-map', headers: ['old_la_code', 'new_la_code', 'la_name'] },
];

/** Says which format a file has, by the names of its columns and, for Parquet, by its own name. */
export function recognise(headers: readonly string[], name: string): Format | undefined {
  if (/\.parquet$/i.test(name)) return 'lait-parquet';
  const trimmed = new Set(headers.map((header) => header.replace(/^\ufeff/, '').trim()));
  return (
    byColumns(trimmed) ?? signs.find((sign) => sign.headers.every((header) => trimmed.has(header)))?.format
  );
}

/** Tables whose headers change with the year are told by what their columns say. */
function byColumns(headers: ReadonlySet<string>): Format | undefined {
  if (isNeetTable(headers)) return 'neet-table';
  if (singleAgeColumns([...headers])) return 'single-ages';
  return smallAreaColumns([...headers]) ? 'small-areas' : undefined;
}

/** What each format is called, for people. */
export const formatNames: { readonly [Name in Format]: string } = {
  'lait-csv': 'Local Authority Interactive Tool, bulk file (CSV)',
  'lait-parquet': 'Local Authority Interactive Tool, bulk file (Parquet)',
  'lait-dictionary': 'Local Authority Interactive Tool, data dictionary',
  'lait-areas': 'Local Authority Interactive Tool, list of areas',
  'code-map': 'Map of three-digit to nine-character area codes',
  'fingertips-csv': 'Fingertips, download of indicators',
  'fingertips-upload': 'Fingertips, upload file of one indicator',
  'ees-data': 'Explore Education Statistics, data file',
  'ees-meta': 'Explore Education Statistics, meta file',
  'neet-table': 'Learning and work at 16 and 17 (NEET and participation), by authority',
  'children-population': 'Mid-year population, children under 18, by authority',
  'single-ages': 'Mid-year population by single year of age (MYEB1)',
  'small-areas': 'Indices of deprivation, by small area',
  neighbours: 'Statistical neighbours of authorities',
  'measure-map': 'Map of outcomes to published measures',
  'mapped-csv': 'Table of another publisher, its columns named by us',
  'own-release': 'Our own figures, made safe',
  formula: 'Worked out by a formula',
};
