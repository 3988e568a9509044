import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const root = new URL('../../../', import.meta.url);

const rowFacts = z.record(
  z.string().regex(/^[A-I]\d\d$/),
  z.strictObject({ thing: z.string(), where: z.string().optional(), gap: z.string().optional() }),
);

type RowState = 'done' | 'part' | 'not yet';
export type RequirementRow = {
  id: string;
  thing: string;
  where: string | undefined;
  gap: string | undefined;
  tests: readonly string[];
  state: RowState;
};

/** Every row with the tests that name it. A row is done when a test names it, it has a place, and no gap is written down. */
export function requirementRows(): RequirementRow[] {
  const facts = rowFacts.parse(parse(readFileSync(new URL('docs/requirements.yaml', root), 'utf8')));
  const named = testsByRow();
  return Object.entries(facts).map(([id, { thing, where, gap }]) => {
    const tests = named.get(id) ?? [];
    const state: RowState =
      tests.length === 0 ? 'not yet' : gap === undefined && where !== undefined ? 'done' : 'part';
    return { id, thing, where, gap, tests, state };
  });
}

/** docs/requirements.md, as it must stand. */
export function requirementsPage(): string {
  const rows = requirementRows();
  const count = (state: RowState) => rows.filter((row) => row.state === state).length;
  const lines = rows.map((row) => {
    const proof = row.tests.slice(0, 3).map((test) => `\`${test}\``);
    const more = row.tests.length > 3 ? ` and ${row.tests.length - 3} more` : '';
    const cells = [row.id, row.thing, row.state, row.where ?? '', proof.join(', ') + more, row.gap ?? ''];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return [
    '# What the strategies ask for, and where it stands',
    '',
    'Made from `docs/requirements.yaml` and the names of the tests by `npm run generate`; a test keeps it current.',
    'A row is done when a person can use it in the running service and a named test proves it.',
    '',
    `${rows.length} rows: ${count('done')} done, ${count('part')} in part, ${count('not yet')} not yet.`,
    '',
    '| Row | Thing | State | Where | Proved by | Still missing |',
    '|---|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}

const testFiles = '{service,packages,frameworks,reference,demonstration,bin,bench,tests}/**/*.test.{ts,tsx}';

function testsByRow(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const files = globSync(testFiles, {
    cwd: root.pathname,
    exclude: (path) => /node_modules|\/dist\//.test(path),
  });
  for (const file of files.toSorted()) {
    const text = readFileSync(new URL(file, root), 'utf8');
    const names = [...text.matchAll(/\b(?:test|describe|suite|it)\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g)];
    const ids = new Set(names.flatMap(([, , name = '']) => name.match(/\b[A-I]\d\d\b/g) ?? []));
    for (const id of ids) found.set(id, [...(found.get(id) ?? []), file]);
  }
  return found;
}
