import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { refusedRow } from '../../observation.ts';
import type { RefusedRow } from '../../observation.ts';
import { parseValue } from '../../value.ts';
import type { DelimitedRecord } from '../table/delimited.ts';
import type { EesFilter, EesIndicator, EesMeta } from './ees-meta.ts';
import { placeAndTimeColumns } from './ees-places.ts';

/** The columns of a table that part its rows and that hold its values, with where each stands. */
export type EesColumns = {
  filters: readonly (EesFilter & { at: number })[];
  indicators: readonly (EesIndicator & { at: number })[];
  /** a column that says of each row how settled it is, instead of parting the rows */
  versionAt: number;
  notes: readonly string[];
};

/** Tells filters from indicators by the meta file, or, where none was given, by what stands in the first rows. */
export function eesColumns(
  headers: readonly string[],
  meta: EesMeta | undefined,
  sample: readonly DelimitedRecord[],
): Outcome<EesColumns, RefusedRow> {
  const versionAt = headers.findIndex((header) => header === 'version');
  return meta ? columnsByMeta(headers, meta, versionAt) : done(columnsBySample(headers, sample, versionAt));
}

function columnsByMeta(
  headers: readonly string[],
  meta: EesMeta,
  versionAt: number,
): Outcome<EesColumns, RefusedRow> {
  const grouping = meta.groupingColumns.map((column) => ({ column, label: column, whole: undefined }));
  const filters = [...meta.filters, ...grouping];
  const missing = [...filters, ...meta.indicators].find(({ column }) => !headers.includes(column));
  if (missing) return refuse(metaDisagrees(headers, missing.column));
  const named = new Set([...filters, ...meta.indicators].map(({ column }) => column));
  const unknown = headers.filter(
    (header) => header !== '' && !named.has(header) && !placeAndTimeColumns.has(header),
  );
  return done({
    filters: filters.map((filter) => ({ ...filter, at: headers.indexOf(filter.column) })),
    indicators: meta.indicators.map((indicator) => ({ ...indicator, at: headers.indexOf(indicator.column) })),
    versionAt,
    notes: unknown.map((header) => `The column “${header}” was not read: the meta file does not name it.`),
  });
}

function columnsBySample(
  headers: readonly string[],
  sample: readonly DelimitedRecord[],
  versionAt: number,
): EesColumns {
  const filters: (EesFilter & { at: number })[] = [];
  const indicators: (EesIndicator & { at: number })[] = [];
  for (const [at, column] of headers.entries()) {
    if (column === '' || placeAndTimeColumns.has(column)) continue;
    if (sample.every(({ cells }) => parseValue(cells[at] ?? '', 'ees').done))
      indicators.push({ column, label: column, group: '', unit: '', decimals: undefined, at });
    else filters.push({ column, label: column, whole: undefined, at });
  }
  const names = filters.map(({ column }) => column).join(', ') || 'none';
  return {
    filters,
    indicators,
    versionAt,
    notes: [`No meta file was given, so filters were told from values by what stands in them: ${names}.`],
  };
}

function metaDisagrees(headers: readonly string[], column: string): RefusedRow {
  return refusedRow({
    about: 'file',
    line: 1,
    column,
    text: headers.join(','),
    reason: 'meta-disagrees',
    words: `The meta file names the column “${column}”, which the table does not have.`,
    mend: 'Hand in the meta file that was downloaded with this table.',
  });
}
