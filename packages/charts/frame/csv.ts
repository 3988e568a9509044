import { plainNumber } from './number.ts';
import type { Cell, ChartTable } from './table-model.ts';

const startsAFormula = /^\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;

/**
 * The same table as CSV text (RFC 4180: commas, CRLF, quotes doubled). Numbers have a point, no thousands
 * separators and exactly the decimals that the page shows, so that a file never tells more than its picture.
 * Words that a spreadsheet could run as a formula are led by an apostrophe.
 */
export function toCsv(table: ChartTable): string {
  const head = table.columns.map((column) => textField(column.head));
  const rows = table.rows.map((row) => row.map(field));
  return [head, ...rows].map((fields) => `${fields.join(',')}\r\n`).join('');
}

function field(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'number':
      return plainNumber(cell.number, cell.decimals);
    case 'text':
      return textField(cell.text);
  }
}

function textField(text: string): string {
  const safe = startsAFormula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
