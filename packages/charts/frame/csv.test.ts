import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { toCsv } from './csv.ts';
import type { Cell, ChartTable } from './table-model.ts';

function oneCell(cell: Cell): ChartTable {
  return { caption: 'A table', columns: [{ head: 'Head', holds: 'names' }], rows: [[cell]], rowHeads: 1 };
}

test('words that a spreadsheet could run as a formula are led by an apostrophe', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1']) {
    const [, [written = ''] = []]: string[][] = parse(toCsv(oneCell({ kind: 'text', text })), {
      relax_column_count: true,
    });
    assert.equal(written, `'${text}`);
  }
});

test('a head can be no formula either', () => {
  const table: ChartTable = {
    caption: '',
    columns: [{ head: '=HYPERLINK("x")', holds: 'names' }],
    rows: [],
    rowHeads: 0,
  };
  assert.equal(toCsv(table), `"'=HYPERLINK(""x"")"\r\n`);
});

test('a negative number stays a number, with exactly the decimals that are shown', () => {
  assert.equal(toCsv(oneCell({ kind: 'number', number: -1234.567, decimals: 1 })), 'Head\r\n-1234.6\r\n');
  assert.equal(toCsv(oneCell({ kind: 'number', number: -0.04, decimals: 1 })), 'Head\r\n0.0\r\n');
});

test('any words come back as they went in', () => {
  const words = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => !/^\s*[=+\-@\t\r\n＝＋－＠]/u.test(text));
  fc.assert(
    fc.property(words, (text) => {
      const rows: string[][] = parse(toCsv(oneCell({ kind: 'text', text })), { record_delimiter: '\r\n' });
      assert.deepEqual(rows, [['Head'], [text]]);
    }),
  );
});

test('what is not a finite number is refused rather than written', () => {
  assert.throws(() => toCsv(oneCell({ kind: 'number', number: NaN, decimals: 1 })), RangeError);
});
