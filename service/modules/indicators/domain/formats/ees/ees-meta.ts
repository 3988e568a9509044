import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { refusedRow } from '../../observation.ts';
import type { RefusedRow } from '../../observation.ts';
import { openColumns } from '../table/open-columns.ts';
import type { Columns } from '../table/columns.ts';
import type { Source } from '../table/source.ts';

/** A column by which the rows of a table are parted. */
export type EesFilter = {
  column: string;
  label: string;
  /** the item that stands for the whole, where the file names one; "Total" is one everywhere */
  whole: string | undefined;
};

/** A column that holds values. */
export type EesIndicator = {
  column: string;
  label: string;
  group: string;
  /** "", "%", "pp", "£", "£m" or "numberstring" */
  unit: string;
  decimals: number | undefined;
};

/** What NAME.meta.csv says of the columns of NAME.csv. */
export type EesMeta = {
  filters: readonly EesFilter[];
  indicators: readonly EesIndicator[];
  /** columns that only gather the items of a filter */
  groupingColumns: readonly string[];
};

const needed = ['col_name', 'col_type', 'label'];

/** Reads the meta file of a table; one wrong row refuses it, since every value of a column would be wrong. */
export async function readEesMeta(source: Source): Promise<Outcome<EesMeta, RefusedRow>> {
  const opened = await openColumns(source, needed);
  if (!opened.done) return opened;
  const { table, columns } = opened.value;
  const filters: EesFilter[] = [];
  const indicators: EesIndicator[] = [];
  const groupingColumns: string[] = [];
  for await (const { rows, refused } of table.rows) {
    const [first] = refused;
    if (first) return refuse(first);
    for (const { cells, line } of rows) {
      const cell = cellsOf(columns, cells);
      const kind = cell('col_type').toLowerCase();
      if (cell('col_name') === '' || (kind !== 'filter' && kind !== 'indicator'))
        return refuse(wrongRow(line, cell('col_type')));
      if (kind === 'filter') filters.push(filterOf(cell));
      else indicators.push(indicatorOf(cell));
      if (cell('filter_grouping_column') !== '') groupingColumns.push(cell('filter_grouping_column'));
    }
  }
  return done({ filters, indicators, groupingColumns });
}

function cellsOf(columns: Columns, cells: readonly string[]): (name: string) => string {
  return (name) => (cells[columns.at(name)] ?? '').trim();
}

function filterOf(cell: (name: string) => string): EesFilter {
  return { column: cell('col_name'), label: cell('label'), whole: cell('filter_default') || undefined };
}

function indicatorOf(cell: (name: string) => string): EesIndicator {
  const decimals = cell('indicator_dp');
  return {
    column: cell('col_name'),
    label: cell('label'),
    group: cell('indicator_grouping'),
    unit: cell('indicator_unit'),
    decimals: /^\d$/.test(decimals) ? Number(decimals) : undefined,
  };
}

function wrongRow(line: number, text: string): RefusedRow {
  return refusedRow({
    about: 'file',
    line,
    column: 'col_type',
    text,
    reason: 'meta-row-wrong',
    words: 'The row of the meta file does not say of a named column whether it is a Filter or an Indicator.',
    mend: 'Hand in the meta file that was downloaded with this table.',
  });
}

/**
 * A table's name without what changes from release to release: `d3_cpps_subsequent_plan_2013_to_2025.csv` is
 * `d3-cpps-subsequent-plan`, so that next year's file goes on with the same measures.
 */
export function tableSlug(fileName: string): string {
  return fileName
    .toLowerCase()
    .replace(/^.*[/\\]/, '')
    .replace(/(\.meta)?\.csv$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-(?:19|20)\d{2}(?:(?:-to)?-(?:19|20)?\d{2}(?!\d)|\d{2}(?!\d))?(?=-|$)/g, '')
    .replace(/-(?:final|revised|provisional)(?=-|$)/g, '')
    .replace(/^-+|-+$/g, '');
}

/** The code of the measure that a column of a table is. */
export function eesCode(slug: string, column: string): string {
  return `${slug}:${column}`;
}
