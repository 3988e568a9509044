import assert from 'node:assert/strict';
import test from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { RefusedRow } from '../../observation.ts';
import { written } from '../testing.ts';
import { DelimitedText } from './delimited.ts';
import { rowsAtATime } from './source.ts';
import type { Source } from './source.ts';
import { openTable } from './table.ts';

type Whole = {
  headers: readonly string[];
  rows: string[][];
  lines: number[];
  refused: RefusedRow[];
  notes: readonly string[];
  rowsRead: number;
};

async function read(source: Source): Promise<Whole> {
  const table = await openTable(source);
  if (!table.done)
    return { headers: [], rows: [], lines: [], refused: [table.refusal], notes: [], rowsRead: 0 };
  const { headers, notes } = table.value;
  const whole: Whole = { headers, rows: [], lines: [], refused: [], notes, rowsRead: 0 };
  for await (const part of table.value.rows) {
    assert.ok(part.rows.length <= rowsAtATime);
    whole.rows.push(...part.rows.map(({ cells }) => cells));
    whole.lines.push(...part.rows.map(({ line }) => line));
    whole.refused.push(...part.refused);
    whole.rowsRead += part.rowsRead;
  }
  return whole;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < marked.length; index += 1)
    view.setUint16(index * 2, marked.charCodeAt(index), !bigEndian);
  return bytes;
}

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => (letter === '\u2019' ? 0x92 : letter.charCodeAt(0)));
}

const plain = 'name,value\nYnys Môn,1\nŵŷ,2\n';
const plainRows = [
  ['Ynys Môn', '1'],
  ['ŵŷ', '2'],
];

test('malformed CSV: every encoding gives the same letters, Welsh ones too', async () => {
  const encodings: [string, Uint8Array][] = [
    ['UTF-8', encode(plain)],
    ['UTF-8 with a byte order mark', encode(`\ufeff${plain}`)],
    ['UTF-16 LE', utf16(plain, false, true)],
    ['UTF-16 BE', utf16(plain, true, true)],
    ['UTF-16 LE without a mark', utf16(plain, false, false)],
    ['UTF-16 BE without a mark', utf16(plain, true, false)],
  ];
  for (const [name, bytes] of encodings) {
    const whole = await read(written(bytes));
    assert.deepEqual(whole.headers, ['name', 'value'], name);
    assert.deepEqual(whole.rows, plainRows, name);
    assert.deepEqual(whole.refused, [], name);
    assert.equal(whole.notes.length, name.startsWith('UTF-16') ? 1 : 0, name);
  }
});

test('malformed CSV: a byte order mark before a quoted header is not taken for a part of it', async () => {
  const whole = await read(written(encode('\ufeff"a, b",c\n1,2\n')));
  assert.deepEqual(whole.headers, ['a, b', 'c']);
});

test('malformed CSV: Windows-1252 is read, and the reader says so', async () => {
  const far = 'x,1\n'.repeat(5000);
  for (const pieceLength of [1, 7, 4096]) {
    const whole = await read(written(latin(`name,value\n${far}Ynys Môn’s,1\n`), 'old.csv', pieceLength));
    assert.deepEqual(whole.rows.at(-1), ['Ynys Môn’s', '1']);
    assert.equal(whole.rows.length, 5001);
    assert.match(whole.notes.join(), /Windows-1252/);
  }
});

test('malformed CSV: a mixture of encodings loses only the rows that are broken, by line and column', async () => {
  const bytes = Uint8Array.from([
    ...encode('name,value\nYnys Môn,1\n'),
    ...latin('Môn,2\n'),
    ...encode('Ŵ,3\n'),
  ]);
  const whole = await read(written(bytes, 'mixed.csv', 5));
  assert.deepEqual(whole.rows, [
    ['Ynys Môn', '1'],
    ['Ŵ', '3'],
  ]);
  assert.deepEqual(
    whole.refused.map(({ line, column, reason }) => [line, column, reason]),
    [[3, 'name', 'broken-character']],
  );
  assert.equal(whole.rowsRead, 3);
});

test('malformed CSV: line ends of every system, and a last row with none', async () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const whole = await read(written(['a,b', '1,2', '"x\ny",4', '', '5,6'].join(end), 'ends.csv', 1));
    assert.deepEqual(whole.rows, [
      ['1', '2'],
      ['x\ny', '4'],
      ['5', '6'],
    ]);
    assert.deepEqual(whole.lines, [2, 3, 6], JSON.stringify(end));
  }
});

test('malformed CSV: semicolons and tabs are recognised', async () => {
  for (const sign of [';', '\t', '|']) {
    const whole = await read(written(`a${sign}"b, c"${sign}d\n1${sign}2,5${sign}3\n`));
    assert.deepEqual(whole.rows, [['1', '2,5', '3']]);
    assert.match(whole.notes.join(), /divided by/);
  }
});

test('malformed CSV: ragged rows are refused by line and column, the others are read', async () => {
  const whole = await read(written('a,b,c\n1,2,3\n1,2\n1,2,3,4\n4,5,6\n'));
  assert.deepEqual(whole.rows.length, 2);
  assert.deepEqual(
    whole.refused.map(({ line, column, reason }) => [line, column, reason]),
    [
      [3, 'c', 'too-few-cells'],
      [4, undefined, 'too-many-cells'],
    ],
  );
  assert.equal(whole.rowsRead, whole.rows.length + whole.refused.length);
});

test('malformed CSV: a NUL is refused with its line and column', async () => {
  const whole = await read(written('a,b\n1,2\n3,4\0\n'));
  assert.deepEqual(whole.rows, [['1', '2']]);
  assert.deepEqual(
    whole.refused.map(({ line, column, reason }) => [line, column, reason]),
    [[3, 'b', 'nul-character']],
  );
});

test('malformed CSV: an unclosed quotation mark names its line and column, and what stood before is kept', async () => {
  const whole = await read(written('a,b\n1,2\n3,"4\n5,6\n7,8\n'));
  assert.deepEqual(whole.rows, [['1', '2']]);
  const [refusal] = whole.refused;
  assert.deepEqual(
    [refusal?.about, refusal?.line, refusal?.column, refusal?.reason],
    ['file', 3, 'b', 'quote-not-closed'],
  );
  const crossed = await read(written('a,b\n1,2\n3,"4\n5,"6"\n'));
  assert.deepEqual(crossed.rows, [['1', '2']]);
  assert.deepEqual(crossed.refused[0]?.reason, 'text-after-quote');
  assert.equal(crossed.refused[0]?.line, 3);
});

test('malformed CSV: half a file is refused at the row where it was cut', async () => {
  const whole = await read(written('a,b,c\n1,2,3\n4,5'));
  assert.deepEqual(whole.rows, [['1', '2', '3']]);
  assert.equal(whole.refused[0]?.line, 3);
  assert.match(whole.refused[0]?.mend ?? '', /cut short/);
});

test('malformed CSV: a cell of 50 MB stops the reading early and is not kept', async () => {
  let given = 0;
  async function* enormous(): AsyncGenerator<Uint8Array> {
    yield encode('a,b\n1,2\n');
    for (; given < 800; given += 1) yield new Uint8Array(65536).fill(120);
  }
  const whole = await read({ name: 'enormous.csv', bytes: enormous() });
  assert.deepEqual(whole.rows, [['1', '2']]);
  assert.deepEqual([whole.refused[0]?.line, whole.refused[0]?.reason], [3, 'record-too-long']);
  assert.equal(whole.refused[0]?.text.length, 80);
  assert.ok(given < 20, `${given} pieces were asked for`);
  const quoted = await read(written(`a,b\n1,"${'x'.repeat(1_200_000)}`, 'quoted.csv', 65536));
  assert.deepEqual([quoted.refused[0]?.line, quoted.refused[0]?.column], [2, 'b']);
});

test('malformed CSV: leading zeros, identifiers in exponents and dates stay exactly as they were written', async () => {
  const cells = ['0042', '1.23E+09', '03/04/2025', ' 7 ', "'8", '=1+1'];
  const whole = await read(written(`a,b,c,d,e,f\n${cells.join(',')}\n`));
  assert.deepEqual(whole.rows, [cells]);
});

test('files that are no CSV are named for what they are', async () => {
  const table: [string | Uint8Array, string][] = [
    ['', 'empty-file'],
    ['\n\n', 'no-header'],
    ['PK\u0003\u0004....', 'other-file'],
    [Uint8Array.from([0x1f, 0x8b, 8, 0]), 'other-file'],
    ['%PDF-1.7', 'other-file'],
    [Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46]), 'other-file'],
    ['<!DOCTYPE html><html>', 'other-file'],
  ];
  for (const [content, reason] of table) {
    const whole = await read(written(content));
    assert.deepEqual([whole.refused[0]?.about, whole.refused[0]?.reason], ['file', reason]);
    assert.match(whole.refused[0]?.mend ?? '', /\.$/);
  }
});

test('rows come a few thousand at a time', async () => {
  const whole = await read(written(`a,b\n${'1,2\n'.repeat(10_001)}`, 'long.csv', 65536));
  assert.equal(whole.rows.length, 10_001);
  assert.equal(whole.lines.at(-1), 10_002);
});

test('any table is cut as csv-parse cuts it, wherever its pieces end', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', ' ', ';'), maxLength: 6 });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 9 }), fc.boolean(), (rows, pieceLength, ended) => {
      const text = rows.map((row) => row.map(quoted).join(',')).join('\n') + (ended ? '\n' : '');
      const delimited = new DelimitedText(',');
      const records = [];
      for (let from = 0; from < text.length; from += pieceLength)
        records.push(...delimited.feed(text.slice(from, from + pieceLength)));
      records.push(...delimited.finish());
      assert.equal(delimited.fault, undefined);
      assert.deepEqual(
        records.map(({ cells }) => cells),
        parse(text, { relax_column_count: true, record_delimiter: '\n', skip_empty_lines: true }),
      );
    }),
    { numRuns: 500 },
  );
});

test('any bytes at all give rows and refusals that add up, and never a fault of ours', async () => {
  const bytes = fc.uint8Array({ maxLength: 400 });
  const signs = fc.array(fc.constantFrom(34, 44, 10, 13, 0, 65, 0xe9, 0xc3, 0xa9, 59, 9), { maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        bytes,
        signs.map((list) => Uint8Array.from(list)),
      ),
      async (content) => {
        const whole = await read(written(content));
        const rowRefusals = whole.refused.filter(({ about }) => about !== 'file').length;
        assert.equal(whole.rowsRead, whole.rows.length + rowRefusals);
        for (const row of whole.rows) assert.equal(row.length, whole.headers.length);
      },
    ),
    { numRuns: 1000 },
  );
});

test('a file is let go however its reading ends', async () => {
  let open = 0;
  async function* counted(content: string): AsyncGenerator<Uint8Array> {
    open += 1;
    try {
      for (let from = 0; from < content.length; from += 4096) yield encode(content.slice(from, from + 4096));
    } finally {
      open -= 1;
    }
  }
  const source = (content: string): Source => ({ name: 'counted.csv', bytes: counted(content) });
  const long = `a,b\n${'1,2\n'.repeat(20_000)}`;
  const abandoned = await openTable(source(long));
  assert.ok(abandoned.done);
  assert.equal(open, 1);
  await abandoned.value.close();
  assert.equal(open, 0, 'closed before a row was asked for');
  const halfRead = await openTable(source(long));
  assert.ok(halfRead.done);
  for await (const { rows } of halfRead.value.rows) if (rows.length > 0) break;
  assert.equal(open, 0, 'left half way');
  await read(source(`${long}"`));
  await read(source(`%PDF${long}`));
  await read(source('\n\n'));
  assert.equal(open, 0, 'refused');
});
