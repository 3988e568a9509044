import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const folder = process.env['GOLDENTHREAD_DATA'] ?? join(root, '../shared/data');

/** The rows of a simple CSV (no line break inside a cell) that is not in the repository, or where it was looked for. */
export function elsewhere(
  name: string,
): { rows: readonly Readonly<Record<string, string>>[] } | { absent: string } {
  const file = join(folder, name);
  if (!existsSync(file)) return { absent: `the reference file is not here: ${file}` };
  const [head = '', ...lines] = readFileSync(file, 'utf8').replace('\uFEFF', '').trim().split(/\r?\n/);
  const names = cellsOf(head);
  return {
    rows: lines.map((line) => {
      const cells = cellsOf(line);
      return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
    }),
  };
}

function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map((match) => match[2] ?? match[1] ?? '');
}
