import { toCsv } from '#packages/charts';
import { toCsvw, toJson, toOds, toParquet, toXlsx, type OpenTable } from '#packages/open-tables';
import type { FileBody } from '#platform/http/route.ts';

/** A form in which a table leaves, known by the end of its address. */
export type TableForm = {
  readonly ending: string;
  /** for people */
  readonly text: string;
  readonly note: string;
  readonly type: string;
  readonly write: (table: OpenTable, at: { now: Date; name: string }) => FileBody;
};

/** Every form of a table, the plainest first. */
export const tableForms: readonly TableForm[] = [
  {
    ending: '.csv',
    text: 'The table (CSV)',
    note: 'One row for each measure, as the page shows them.',
    type: 'text/csv; charset=utf-8',
    write: ({ title, columns, rows }) => toCsv({ caption: title, columns, rows, rowHeads: 0 }),
  },
  {
    ending: '.ods',
    text: 'OpenDocument spreadsheet (ODS)',
    note: 'Opens in any office program. A cover says what it is; screen readers say the heads.',
    type: 'application/vnd.oasis.opendocument.spreadsheet',
    write: (table, { now }) => toOds(table, now),
  },
  {
    ending: '.xlsx',
    text: 'Excel workbook (XLSX)',
    note: 'The same, for Excel.',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (table, { now }) => toXlsx(table, now),
  },
  {
    ending: '.json',
    text: 'For programs (JSON)',
    note: 'Numbers apart from the words that say why there is none.',
    type: 'application/json; charset=utf-8',
    write: (table) => JSON.stringify(toJson(table)),
  },
  {
    ending: '.parquet',
    text: 'For analysts (Parquet)',
    note: 'The same columns, for R, Python and Power BI.',
    type: 'application/vnd.apache.parquet',
    write: (table) => toParquet(table),
  },
  {
    ending: '.csv-metadata.json',
    text: 'What the columns of the CSV are (CSV on the Web)',
    note: 'Names, types, and the words that stand for no number.',
    type: 'application/csvm+json; charset=utf-8',
    write: (table, { name }) => JSON.stringify(toCsvw(table, `${name}.csv`)),
  },
];

/** The form that the end of an address asks for, and what stands before it. */
export function formAsked(address: string): { form: TableForm; name: string } | undefined {
  const form = tableForms
    .filter(({ ending }) => address.endsWith(ending))
    .toSorted((a, b) => b.ending.length - a.ending.length)[0];
  return form && { form, name: address.slice(0, -form.ending.length) };
}
