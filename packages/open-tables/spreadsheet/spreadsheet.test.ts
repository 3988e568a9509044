import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { toOds, toXlsx, type OpenTable } from '../index.ts';
import { inventedTable } from '../test/invented-table.ts';
import { textOf, unpacked } from '../test/unpacked.ts';

const madeAt = new Date('2026-03-01T09:00:00Z');

/** Every cell of a sheet as [kind, words], row by row. */
function odsCells(table: OpenTable, sheet: string): string[][] {
  const content = unpacked(toOds(table, madeAt)).get('content.xml');
  const named = [...(content?.getElementsByTagName('table:table') ?? [])].find(
    (each) => each.getAttribute('table:name') === sheet,
  );
  return [...(named?.getElementsByTagName('table:table-row') ?? [])].map((row) =>
    [...row.getElementsByTagName('table:table-cell')].map(
      (cell) =>
        cell.getAttribute('office:value') ?? [...cell.getElementsByTagName('text:p')].map(textOf).join('\n'),
    ),
  );
}

function xlsxCells(table: OpenTable, part: string): Map<string, string> {
  const sheet = unpacked(toXlsx(table, madeAt)).get(part);
  return new Map(
    [...(sheet?.getElementsByTagName('c') ?? [])].map((cell) => [cell.getAttribute('r') ?? '', textOf(cell)]),
  );
}

test('an OpenDocument spreadsheet says what kind it is in its first, uncompressed bytes', () => {
  const bytes = toOds(inventedTable, madeAt);
  const first = strFromU8(bytes.subarray(30, 30 + 8 + 46));
  assert.equal(first, 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet');
  assert.equal(Buffer.from(bytes).readUInt16LE(8), 0, 'stored, not compressed');
});

test('a spreadsheet holds the title, the heads, and numbers with the decimals that the page shows', () => {
  assert.deepEqual(odsCells(inventedTable, 'Figures'), [
    ['Scorecard of Brackenshire & around <2025>'],
    ['Measure', 'Period', 'Value', 'Lower limit, 95%', 'Notes', 'Notes'],
    ['=cmd|calc', '2024/25', '26.5', '0.0', 'Two spaces\nand a line', ''],
    ['Children “in need” ', '2023/24', 'withheld', '', 'Ystadegau Cymraeg ŵ 🎈', 'second'],
    ['A count', '2024', '1234567', '1200000', '', ''],
  ]);
  const cells = xlsxCells(inventedTable, 'xl/worksheets/sheet2.xml');
  assert.equal(cells.get('A1'), inventedTable.title);
  assert.equal(cells.get('C3'), '26.5');
  assert.equal(cells.get('D3'), '0.0');
  assert.equal(cells.get('C4'), 'withheld');
  assert.equal(cells.get('C5'), '1234567');
  assert.equal(cells.get('D4'), undefined);
});

test('spaces in a row are counted, as OpenDocument wants it', () => {
  const content = unpacked(toOds(inventedTable, madeAt)).get('content.xml');
  const [counted] = content?.getElementsByTagName('text:s') ?? [];
  assert.equal(counted?.getAttribute('text:c'), '1');
});

test('words that look like a formula are words in both', () => {
  const sheet = unpacked(toXlsx(inventedTable, madeAt)).get('xl/worksheets/sheet2.xml');
  const cell = [...(sheet?.getElementsByTagName('c') ?? [])].find((each) => each.getAttribute('r') === 'A3');
  assert.equal(cell?.getAttribute('t'), 'inlineStr');
  assert.equal(sheet?.getElementsByTagName('f').length, 0);
  const content = unpacked(toOds(inventedTable, madeAt)).get('content.xml');
  const formulas = [...(content?.getElementsByTagName('table:table-cell') ?? [])].filter((each) =>
    each.hasAttribute('table:formula'),
  );
  assert.deepEqual(formulas, []);
});

test('the cover says the source, and why cells hold words or nothing', () => {
  const cover = odsCells(inventedTable, 'About').map((cells) => cells.join(': '));
  assert.ok(cover.includes('Source: Invented, in the form of the Department for Education'));
  assert.ok(cover.includes('Column: Value: The latest figure'));
  assert.ok(cover.some((line) => line.startsWith('Empty cells')));
});

test('a workbook marks its heads as a table in which every name stands once', () => {
  const part = unpacked(toXlsx(inventedTable, madeAt)).get('xl/tables/table2.xml');
  const names = [...(part?.getElementsByTagName('tableColumn') ?? [])].map((each) =>
    each.getAttribute('name'),
  );
  assert.equal(new Set(names).size, inventedTable.columns.length);
  assert.equal(part?.documentElement.getAttribute('ref'), 'A2:F5');
});

test('every part of a workbook that is named is there', () => {
  const parts = unpacked(toXlsx(inventedTable, madeAt));
  const types = parts.get('[Content_Types].xml');
  for (const each of types?.getElementsByTagName('Override') ?? [])
    assert.ok(parts.has((each.getAttribute('PartName') ?? '').slice(1)), textOf(each));
});

test('the same table and moment make the same bytes', () => {
  assert.deepEqual(toOds(inventedTable, madeAt), toOds(inventedTable, madeAt));
  assert.deepEqual(toXlsx(inventedTable, madeAt), toXlsx(inventedTable, madeAt));
});

test('a table without rows, and any words in any cell, make whole files', () => {
  const words = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(fc.array(words, { maxLength: 4 }), (texts) => {
      const table: OpenTable = {
        title: texts.join(' '),
        about: [],
        columns: [{ head: texts[0] ?? 'Head', holds: 'names' }],
        rows: texts.map((text) => [{ kind: 'text', text }]),
      };
      assert.ok(unpacked(toOds(table, madeAt)).has('content.xml'));
      assert.ok(unpacked(toXlsx(table, madeAt)).has('xl/workbook.xml'));
    }),
    { numRuns: 25 },
  );
});

test('what is not a finite number is refused rather than written', () => {
  const table: OpenTable = {
    ...inventedTable,
    columns: [{ head: 'Value', holds: 'numbers' }],
    rows: [[{ kind: 'number', number: Number.NaN, decimals: 1 }]],
  };
  assert.throws(() => toOds(table, madeAt), RangeError);
  assert.throws(() => toXlsx(table, madeAt), RangeError);
  assert.equal(Object.keys(unzipSync(toOds({ ...table, rows: [] }, madeAt))).length, 6);
});
