import type { EesFormat } from '#reference/ees/ees-format.ts';
import type { EesPairTexts } from '../screener/pair.ts';
import { besideCell, csvLine, eesCell, notAvailable } from './ees-cell.ts';
import { eesUnit, filterColumn, labelsOf, measureColumns, oneLine } from './ees-names.ts';
import type { EesFigure, EesMeasure, EesRow, EesTable } from './gather-tables.ts';
import { sayTable, yearsEnd } from './ees-time.ts';

/** Places from the largest to the smallest. */
const levelOrder = ['National', 'Regional', 'Local authority'];

const regionColumns = ['region_code', 'region_name'];
const authorityColumns = ['old_la_code', 'new_la_code', 'la_name'];

/** A column of values: what it is called and described as, and what stands in it beside a figure. */
type ValueColumn = {
  readonly column: string;
  readonly measure: string;
  readonly label: string;
  readonly group: string;
  readonly unit: string;
  readonly decimals: number;
  readonly cell: (figure: EesFigure) => string;
};

/** The two texts of one table: its rows, and what each of its columns is. */
export function tableTexts(table: EesTable, stem: string, format: EesFormat): EesPairTexts {
  const filters = filtersOf(table, format);
  const values = valueColumns(table, format);
  const name = `${stem}_${table.kind.replaceAll('-', '_')}`;
  return {
    dataName: `${name}.csv`,
    dataText: dataText(table, filters, values),
    metaName: `${name}.meta.csv`,
    metaText: metaText(filters, values),
  };
}

type Filter = { readonly name: string; readonly column: string };

function filtersOf({ rows }: EesTable, format: EesFormat): readonly Filter[] {
  const names = new Set([...rows.values()].flatMap(({ items }) => [...items.keys()]));
  return [...names].toSorted().map((name) => ({ name, column: filterColumn(name, format) }));
}

function valueColumns(table: EesTable, format: EesFormat): readonly ValueColumn[] {
  const definitions = table.measures.map(({ definition }) => definition);
  const labels = labelsOf(definitions);
  const columns = measureColumns(definitions, format);
  const ends = yearsEnd(table.kind);
  return table.measures.flatMap((measure) => {
    const label = labels.get(measure.definition.id) ?? measure.definition.title;
    const said =
      ends === undefined ? label : `${label}, ${sayTable(table.kind).toLowerCase().replace('years', 'year')}`;
    return columnsOf(measure, table, { label: said, column: columns.get(measure.definition.id) ?? '' });
  });
}

/** The measure's own column, and one for each number beside its values that any of its figures has. */
function columnsOf(
  { definition, group }: EesMeasure,
  { rows }: EesTable,
  { label, column }: { label: string; column: string },
): ValueColumn[] {
  const figures = [...rows.values()].flatMap((row) => row.figures.get(definition.id) ?? []);
  const unit = eesUnit(definition);
  const { decimals } = definition.unit;
  const shared = { measure: definition.id, group: oneLine(group) };
  const besides = besideColumns.filter(({ of }) => figures.some((figure) => of(figure) !== undefined));
  return [
    { ...shared, column, label, unit, decimals, cell: ({ value }) => eesCell(value) },
    ...besides.map(({ ending, words, isCount, of }) => ({
      ...shared,
      column: `${column}_${ending}`,
      label: `${label}: ${words}`,
      unit: isCount ? '' : unit,
      decimals: isCount ? 0 : decimals,
      cell: (figure: EesFigure) => besideCell(figure.value, of(figure)),
    })),
  ];
}

const besideColumns: readonly {
  ending: string;
  words: string;
  isCount: boolean;
  of: (figure: EesFigure) => number | undefined;
}[] = [
  { ending: 'count', words: 'count', isCount: true, of: ({ count }) => count },
  { ending: 'base', words: 'out of how many', isCount: true, of: ({ denominator }) => denominator },
  { ending: 'lower95', words: 'lower limit, 95%', isCount: false, of: ({ limits95 }) => limits95?.lower },
  { ending: 'upper95', words: 'upper limit, 95%', isCount: false, of: ({ limits95 }) => limits95?.upper },
];

function dataText({ rows }: EesTable, filters: readonly Filter[], values: readonly ValueColumn[]): string {
  const all = [...rows.values()].toSorted(inOrder);
  const filled = new Set(all.flatMap(({ place }) => Object.keys(place.cells)));
  const places = [...regionColumns, ...authorityColumns].filter((column) => filled.has(column));
  const placeColumns = ['country_code', 'country_name', ...places];
  const header = [
    'time_period',
    'time_identifier',
    'geographic_level',
    ...placeColumns,
    ...filters.map(({ column }) => column),
    ...values.map(({ column }) => column),
  ];
  const lines = all.map((row) => [
    row.time.period,
    row.time.identifier,
    row.place.level,
    ...placeColumns.map((column) => row.place.cells[column] ?? ''),
    ...filters.map(({ name }) => row.items.get(name) ?? 'Total'),
    ...values.map(({ measure, cell }) => {
      const figure = row.figures.get(measure);
      return figure ? cell(figure) : notAvailable;
    }),
  ]);
  return [header, ...lines].map(csvLine).join('');
}

/** By place, then the newest first, then everybody before parts. */
function inOrder(a: EesRow, b: EesRow): number {
  return (
    levelOrder.indexOf(a.place.level) - levelOrder.indexOf(b.place.level) ||
    placeKey(a).localeCompare(placeKey(b), 'en') ||
    b.time.period.localeCompare(a.time.period, 'en') ||
    a.time.identifier.localeCompare(b.time.identifier, 'en') ||
    itemsKey(a).localeCompare(itemsKey(b), 'en')
  );
}

function placeKey({ place }: EesRow): string {
  return [...authorityColumns, ...regionColumns].map((column) => place.cells[column] ?? '').join(' ');
}

function itemsKey({ items }: EesRow): string {
  return [...items].flat().join(' ');
}

const metaHeader = [
  'col_name',
  'col_type',
  'label',
  'indicator_grouping',
  'indicator_unit',
  'indicator_dp',
  'filter_hint',
  'filter_grouping_column',
];

function metaText(filters: readonly Filter[], values: readonly ValueColumn[]): string {
  return [
    metaHeader,
    ...filters.map(({ name, column }) => [column, 'Filter', oneLine(name), '', '', '', '', '']),
    ...values.map(({ column, label, group, unit, decimals }) => [
      column,
      'Indicator',
      label,
      group,
      unit,
      String(decimals),
      '',
      '',
    ]),
  ]
    .map(csvLine)
    .join('');
}
