import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Writes rows as they come, aside, and moves the file into place when it is whole. */
export async function writeRows(path: string, rows: Iterable<string>): Promise<void> {
  const aside = `${path}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(inParts(rows)), createWriteStream(aside));
    await rename(aside, path);
  } catch (fault) {
    await rm(aside, { force: true });
    throw fault;
  }
}

const partLength = 1 << 16;

function* inParts(rows: Iterable<string>): Generator<string> {
  let part = '';
  for (const row of rows) {
    part += row;
    if (part.length < partLength) continue;
    yield part;
    part = '';
  }
  if (part !== '') yield part;
}

/** A row of a CSV file, quoted where it has to be. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cellOf).join(',')}\n`;
}

function cellOf(cell: string | number): string {
  const text = String(cell);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
