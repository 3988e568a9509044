import { eesFormat, eesPlaces } from '#reference/ees/ees-format.ts';
import type { EesFormat, EesLevel, EesPlaces } from '#reference/ees/ees-format.ts';
import { pairTable } from './pair-table.ts';
import type { PairTable } from './pair-table.ts';

/** The two files as they come: names without folders, and texts as UTF-8 was read (what was none is U+FFFD). */
export type EesPairTexts = {
  readonly dataName: string;
  readonly dataText: string;
  readonly metaName: string;
  readonly metaText: string;
};

/** What the second file says of one column. */
export type DescribedColumn = {
  readonly row: number;
  readonly column: string;
  readonly type: string;
  readonly label: string;
  readonly grouping: string;
  readonly unit: string;
  readonly decimals: string;
  readonly hint: string;
  readonly groupColumn: string;
  readonly whole: string;
};

/** A pair, read as far as it can be, with the facts that it is held against. */
export type EesPair = {
  readonly data: PairTable;
  readonly meta: PairTable;
  readonly described: readonly DescribedColumn[];
  readonly filters: readonly DescribedColumn[];
  readonly indicators: readonly DescribedColumn[];
  /** columns that gather the items of a filter, each once */
  readonly groupColumns: readonly string[];
  /** the levels whose rows the table holds */
  readonly levels: readonly EesLevel[];
  readonly format: EesFormat;
  readonly places: EesPlaces;
  /** codes that are known beside the national lists: a partnership's own areas */
  readonly ownCodes: ReadonlySet<string>;
};

/** Reads a pair; nothing is refused here, since saying what is wrong is the checks' part. */
export function readPair(texts: EesPairTexts, ownCodes: ReadonlySet<string>): EesPair {
  const data = pairTable(texts.dataName, texts.dataText);
  const meta = pairTable(texts.metaName, texts.metaText);
  const described = meta.rows.map((_, row) => describedColumn(meta, row));
  const filters = described.filter(({ type }) => type === 'Filter');
  const format = eesFormat();
  const levelsMet = data.items('geographic_level');
  return {
    data,
    meta,
    described,
    filters,
    indicators: described.filter(({ type }) => type === 'Indicator'),
    groupColumns: [...new Set(described.map(({ groupColumn }) => groupColumn))].filter((name) => name !== ''),
    levels: format.levels.filter(({ level }) => levelsMet.has(level)),
    format,
    places: eesPlaces(),
    ownCodes,
  };
}

function describedColumn(meta: PairTable, row: number): DescribedColumn {
  return {
    row,
    column: meta.cell(row, 'col_name'),
    type: meta.cell(row, 'col_type'),
    label: meta.cell(row, 'label'),
    grouping: meta.cell(row, 'indicator_grouping'),
    unit: meta.cell(row, 'indicator_unit'),
    decimals: meta.cell(row, 'indicator_dp'),
    hint: meta.cell(row, 'filter_hint'),
    groupColumn: meta.cell(row, 'filter_grouping_column'),
    whole: meta.cell(row, 'filter_default'),
  };
}

/** Filters and the columns that gather their items: all that parts the rows. */
export function partingColumns({ filters, groupColumns }: EesPair): readonly string[] {
  return [...new Set([...filters.map(({ column }) => column), ...groupColumns])];
}

/** The columns that say where and when. */
export function placeAndTimeColumns({ format }: Pick<EesPair, 'format'>): readonly string[] {
  const places = format.levels.flatMap(({ code, name, second }) => [code, name, second]);
  return [
    'time_period',
    'time_identifier',
    'geographic_level',
    ...places.filter((column) => column !== undefined),
  ];
}
