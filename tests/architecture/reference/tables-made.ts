import { tablesMade } from '../code/sql-rules.ts';
import type { OwnFile } from '../code/own-files.ts';

/** A table with what its migration says of it in the comment above. */
export type DescribedTable = { name: string; owner: string; path: string; says: string };

export function tablesDescribed(files: readonly OwnFile[]): DescribedTable[] {
  return files.flatMap((file) =>
    tablesMade([file]).map(({ name, path }) => {
      const [, part = '', owner = ''] = /^service\/(platform|modules)\/([a-z]+)\//.exec(path) ?? [];
      return {
        name,
        owner: part === 'platform' ? `platform/${owner}` : owner,
        path,
        says: commentAbove(file.text, name),
      };
    }),
  );
}

/** The first sentence of the comment that stands just above a table. */
function commentAbove(text: string, table: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => new RegExp(`^create (unlogged )?table ${table} `).test(line));
  const said: string[] = [];
  for (let line = at - 1; line >= 0 && lines[line]?.startsWith('--'); line -= 1)
    said.unshift((lines[line] ?? '').replace(/^--\s*/, ''));
  const [sentence = ''] = said.join(' ').split(/(?<=[.:]) /);
  return sentence.replace(/:$/, '.');
}
