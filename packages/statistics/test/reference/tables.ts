import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

export type Row = Readonly<Record<string, string>>;

/** The rows of a fixture that stands in the repository. */
export function fixture(name: string): readonly Row[] {
  return rowsOf(fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url)));
}

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const folder = process.env['GOLDENTHREAD_DATA'] ?? join(root, '../shared/data');

/** The rows of a file that is not in the repository, or where it was looked for. */
export function elsewhere(name: string): { rows: readonly Row[] } | { absent: string } {
  const file = join(folder, name);
  return existsSync(file) ? { rows: rowsOf(file) } : { absent: `the reference file is not here: ${file}` };
}

/** A number of a row; undefined for an empty cell. */
export function numberIn(row: Row, column: string): number | undefined {
  const text = row[column];
  assert.notEqual(text, undefined, `no column ${column}`);
  return text === undefined || text === '' || text === 'NA' ? undefined : Number(text);
}

/** Fails where two numbers differ by more than a share of the larger one; zero must be zero to 1e-12. */
export function assertClose(actual: number, expected: number, of: { relative: number; what: string }): void {
  const scale = Math.max(Math.abs(actual), Math.abs(expected));
  const allowed = Math.max(of.relative * scale, 1e-12);
  assert.ok(Math.abs(actual - expected) <= allowed, `${of.what}: ${actual} is not ${expected}`);
}

function rowsOf(file: string): readonly Row[] {
  return z
    .array(z.record(z.string(), z.string()))
    .parse(parse(readFileSync(file), { columns: true, bom: true }));
}
