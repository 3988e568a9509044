import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { refusedRow } from '../../observation.ts';
import type { RefusedRow } from '../../observation.ts';
import { DelimitedText } from './delimited.ts';
import type { DelimitedFault, DelimitedRecord } from './delimited.ts';
import { decodeText } from './encoding.ts';
import { rowsAtATime } from './source.ts';
import type { Source } from './source.ts';

/** Whole rows, as many as there are headers, and those that were refused. `rowsRead` counts both. */
export type TableRows = { rows: DelimitedRecord[]; refused: RefusedRow[]; rowsRead: number };

export type Table = {
  name: string;
  /** with the spaces round them taken off */
  headers: readonly string[];
  /** what was noticed, growing while rows are read */
  notes: readonly string[];
  /** to be read once; letting go of it half way lets go of the file */
  rows: AsyncGenerator<TableRows>;
  /** lets go of the file where no row is going to be asked for */
  close(): Promise<void>;
};

type Feed = { text: DelimitedText; pieces: AsyncGenerator<string>; notes: string[] };

/** Opens delimited text: tells its encoding and delimiter, reads its headers. Rows come when they are asked for. */
export async function openTable(source: Source): Promise<Outcome<Table, RefusedRow>> {
  const decoded = await decodeText(source.bytes);
  if (!decoded.done) return decoded;
  const { pieces, notes } = decoded.value;
  let head = '';
  while (!/[\n\r]/.test(head) && head.length < longestHead) {
    const next = await pieces.next();
    if (next.done) break;
    head += next.value;
  }
  const delimiter = delimiterOf(head);
  if (delimiter !== ',') notes.push(`The cells are divided by ${delimiterNames[delimiter] ?? delimiter}.`);
  const feed: Feed = { text: new DelimitedText(delimiter), pieces, notes };
  const first = await recordsAfter(feed, head);
  const [header, ...early] = first;
  const close = async (): Promise<void> => void (await pieces.return(undefined));
  if (!header) {
    await close();
    return refuse(feed.text.fault ? faultRefusal(feed.text.fault, []) : noHeader);
  }
  const headers = header.cells.map((cell, index) =>
    (index === 0 ? cell.replace(/^\ufeff/, '') : cell).trim(),
  );
  return done({ name: source.name, headers, notes, rows: rowsOf(feed, headers, early), close });
}

const longestHead = 1_000_000;

const delimiterNames: Readonly<Record<string, string>> = {
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'upright strokes',
};

/** The sign that the header row holds most of, outside quotes; a comma where it holds none. */
function delimiterOf(head: string): string {
  const headerLine = head.replace(/"[^"]*"/g, '').split(/[\n\r]/, 1)[0] ?? '';
  const counts = [',', ';', '\t', '|'].map((sign) => ({ sign, count: headerLine.split(sign).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

/** The records of a text already taken and of as many more pieces as are needed for at least one. */
async function recordsAfter(feed: Feed, head: string): Promise<DelimitedRecord[]> {
  let records = feed.text.feed(head);
  while (records.length === 0 && !feed.text.fault) {
    const next = await feed.pieces.next();
    if (next.done) return feed.text.finish();
    records = feed.text.feed(next.value);
  }
  return records;
}

async function* rowsOf(
  feed: Feed,
  headers: readonly string[],
  early: DelimitedRecord[],
): AsyncGenerator<TableRows> {
  let waiting = early;
  try {
    for (let more = true; more;) {
      for (; waiting.length >= rowsAtATime; waiting = waiting.slice(rowsAtATime))
        yield checked(waiting.slice(0, rowsAtATime), headers);
      const next = feed.text.fault ? undefined : await feed.pieces.next();
      more = next !== undefined && !next.done;
      waiting = waiting.concat(next && !next.done ? feed.text.feed(next.value) : feed.text.finish());
    }
    for (let from = 0; from < waiting.length; from += rowsAtATime)
      yield checked(waiting.slice(from, from + rowsAtATime), headers);
    if (feed.text.fault) yield { rows: [], refused: [faultRefusal(feed.text.fault, headers)], rowsRead: 0 };
  } finally {
    await feed.pieces.return(undefined);
  }
}

/** Spreadsheets pad a table with rows of nothing but commas: they are no rows. */
function checked(all: DelimitedRecord[], headers: readonly string[]): TableRows {
  const refused: RefusedRow[] = [];
  const records = all.filter(({ cells }) => cells.length === 1 || cells.some((cell) => cell !== ''));
  const rows = records.filter((record) => {
    const refusal = rowRefusal(record, headers);
    if (refusal) refused.push(refusal);
    return refusal === undefined;
  });
  return { rows, refused, rowsRead: records.length };
}

function rowRefusal({ line, cells }: DelimitedRecord, headers: readonly string[]): RefusedRow | undefined {
  if (cells.length !== headers.length) return raggedRefusal(line, cells, headers);
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index] ?? '';
    // A look before the costly search: nearly every cell is short and plain.
    if (!broken.test(cell)) continue;
    const nul = cell.includes('\0');
    return refusedRow({
      about: 'row',
      line,
      column: headers[index] ?? '',
      text: cell.replaceAll('\0', '␀'),
      reason: nul ? 'nul-character' : 'broken-character',
      words: nul
        ? 'The cell holds a NUL, a sign that no text has: the file was damaged on its way.'
        : 'The cell holds a letter that could not be read: the file mixes two encodings.',
      mend: nul ? 'Download the file again.' : 'Save the file again as “CSV UTF-8”.',
    });
  }
  return undefined;
}

// oxlint-disable-next-line no-control-regex -- a NUL is what it looks for
const broken = /[\0\ufffd]/;

function raggedRefusal(line: number, cells: readonly string[], headers: readonly string[]): RefusedRow {
  const few = cells.length < headers.length;
  const at = few ? headers[cells.length] : undefined;
  return refusedRow({
    about: 'row',
    line,
    ...(at === undefined ? {} : { column: at }),
    text: cells.join(','),
    reason: few ? 'too-few-cells' : 'too-many-cells',
    words: `The row has ${cells.length} cells where the header has ${headers.length}.`,
    mend: few
      ? 'If it is the last row, the file was cut short: download it again. Otherwise add the cells that are missing.'
      : 'A cell that holds a comma needs quotation marks round it.',
  });
}

const faultWords: { readonly [Fault in DelimitedFault['fault']]: { words: string; mend: string } } = {
  'quote-not-closed': {
    words: 'A quotation mark is opened in this row and never closed, so nothing after it could be read.',
    mend: 'Close the quotation mark, or double it where it belongs to the text; or download the file again.',
  },
  'text-after-quote': {
    words:
      'Text follows a closing quotation mark, so it cannot be told where cells end; nothing after it was read.',
    mend: 'Double every quotation mark that belongs to the text, and look for one that is not closed.',
  },
  'record-too-long': {
    words: 'The row is longer than a million letters: this is not a table, or its line ends are lost.',
    mend: 'Download the file again and hand it in unchanged.',
  },
};

function faultRefusal({ fault, line, cell, text }: DelimitedFault, headers: readonly string[]): RefusedRow {
  const column = headers[cell - 1];
  return refusedRow({
    about: 'file',
    line,
    column: column ?? `cell ${cell}`,
    text,
    reason: fault,
    ...faultWords[fault],
  });
}

const noHeader: RefusedRow = {
  about: 'file',
  line: 1,
  text: '',
  reason: 'no-header',
  words: 'The file has no header row.',
  mend: 'Hand in the file as the publisher gives it.',
};
