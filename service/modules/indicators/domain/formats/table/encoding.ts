import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import type { RefusedRow } from '../../observation.ts';

/** Text in pieces, with what was noticed about how it was written. `notes` grows while the pieces are read. */
export type DecodedText = { pieces: AsyncGenerator<string>; notes: string[] };

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Files that people send by mistake, by their first bytes, and what to do about each. */
const otherFiles: readonly { begins: string; what: string; mend: string }[] = [
  {
    begins: 'PK\u0003\u0004',
    what: 'a spreadsheet or a zip archive',
    mend: 'Unpack it, or open it and save the sheet as “CSV UTF-8”.',
  },
  {
    begins: '\u001f\u008b',
    what: 'a compressed file',
    mend: 'Unpack it first and hand in the CSV file inside.',
  },
  {
    begins: '\u00d0\u00cf\u0011\u00e0',
    what: 'an old spreadsheet',
    mend: 'Open it and save the sheet as “CSV UTF-8”.',
  },
  { begins: 'PAR1', what: 'a Parquet file', mend: 'Hand it in with its name ending in .parquet.' },
  { begins: '%PDF', what: 'a PDF', mend: 'Download the table as CSV from the publisher’s page.' },
  {
    begins: '<',
    what: 'a web page',
    mend: 'Follow the download link on that page and hand in the file it gives.',
  },
];

const headLength = 1024;

/** Tells how a file was written from its first kilobyte, and gives its text piece by piece. */
export async function decodeText(
  bytes: AsyncIterable<Uint8Array>,
): Promise<Outcome<DecodedText, RefusedRow>> {
  const pieces = bytes[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < headLength) {
    const next = await pieces.next();
    if (next.done) break;
    head = joined(head, next.value);
  }
  const refusal = refusedByHead(head);
  if (refusal) {
    await pieces.return?.();
    return refuse(refusal);
  }
  const notes: string[] = [];
  const encoding = encodingOf(head);
  if (encoding !== 'utf-8') notes.push('The file is written in UTF-16; it was read as such.');
  const all = withHead(
    head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head,
    pieces,
  );
  return done({ pieces: encoding === 'utf-8' ? utf8(all, notes) : utf16(all, encoding), notes });
}

function refusedByHead(head: Uint8Array): RefusedRow | undefined {
  if (head.length === 0) return fileRefusal('empty-file', 'The file is empty.', 'Download it again.');
  const start = latin1(head.subarray(0, 8)).trimStart();
  const other = otherFiles.find(({ begins }) => start.startsWith(begins));
  if (other) return fileRefusal('other-file', `This is ${other.what}, not a CSV file.`, other.mend);
  const isPicture = encodingOf(head) === 'utf-8' && head.subarray(0, 8).includes(0);
  const mend = 'Hand in the CSV file that the publisher gives.';
  return isPicture
    ? fileRefusal('other-file', 'This is a picture or a program, not a CSV file.', mend)
    : undefined;
}

function fileRefusal(reason: string, words: string, mend: string): RefusedRow {
  return { about: 'file', line: 1, text: '', reason, words, mend };
}

/** All of the bytes; the file is let go even where the reader stops half way. */
async function* withHead(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** A byte order mark says it; without one, English text in UTF-16 has a zero in every second byte. */
function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.floor(head.length / 2);
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < pairs * 2; index += 1)
    if (head[index] === 0) {
      if (index % 2 === 0) evenZeros += 1;
      else oddZeros += 1;
    }
  if (oddZeros > pairs * 0.7 && evenZeros < pairs * 0.1) return 'utf-16le';
  return evenZeros > pairs * 0.7 && oddZeros < pairs * 0.1 ? 'utf-16be' : 'utf-8';
}

async function* utf16(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/**
 * UTF-8 while it is that. The first byte that cannot be turns the rest into Windows-1252, as old office programs write
 * it, unless real UTF-8 was seen before: then the file is a mixture, and its broken letters become U+FFFD, which the
 * table refuses row by row.
 */
async function* utf8(bytes: AsyncIterable<Uint8Array>, notes: string[]): AsyncGenerator<string> {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let held: Uint8Array = new Uint8Array();
  let sawLetters = false;
  let fallback: TextDecoder | undefined;
  for await (const piece of bytes) {
    const whole = joined(held, piece);
    held = fallback ? new Uint8Array() : whole.slice(completeLength(whole));
    const complete = fallback ? whole : whole.subarray(0, whole.length - held.length);
    const text = fallback ? undefined : decodedOrNothing(strict, complete);
    if (text !== undefined) {
      sawLetters ||= text.length !== complete.length;
      yield text;
      continue;
    }
    fallback ??= fallbackFor(whole, { sawLetters, notes });
    held = new Uint8Array();
    yield fallback.decode(whole, { stream: true });
  }
  if (held.length > 0) fallback ??= fallbackFor(held, { sawLetters, notes });
  if (fallback) yield fallback.decode(held);
}

function decodedOrNothing(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function fallbackFor(
  bytes: Uint8Array,
  { sawLetters, notes }: { sawLetters: boolean; notes: string[] },
): TextDecoder {
  const mixed = sawLetters || /[^\0-\x7f\ufffd]/.test(new TextDecoder('utf-8').decode(bytes));
  notes.push(
    mixed
      ? 'The file mixes two ways of writing accented letters; rows with a broken letter were refused.'
      : 'The file is not UTF-8; it was read as Windows-1252, as older office programs write it.',
  );
  return new TextDecoder(mixed ? 'utf-8' : 'windows-1252', { ignoreBOM: true });
}

/** How many bytes are whole characters: the last one may be cut by the end of a piece (a character has at most 4). */
function completeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needs > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
