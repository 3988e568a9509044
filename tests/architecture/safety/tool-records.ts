import { createHash } from 'node:crypto';
import { globSync, readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const root = new URL('../../../', import.meta.url);
const folder = new URL('docs/openness/tools/', root);

const head = z.strictObject({
  tool: z.string(),
  version: z.number().int().positive(),
  reviewed: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  code: z.array(z.string()).min(1),
  digest: z.string(),
});

export type ToolRecord = z.infer<typeof head> & { file: string };

/** Each public record of an algorithmic tool, as its head says. */
export function toolRecords(): ToolRecord[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .toSorted()
    .map((file) => {
      const [, block = ''] = readFileSync(new URL(file, folder), 'utf8').split(/^---$/m);
      return { file, ...head.parse(parse(block)) };
    });
}

/** The digest of the code that a record is about: its files in order, tests left out, white space and all. */
function digestOfCode(globs: readonly string[]): { files: number; digest: string } {
  const files = globs
    .flatMap((glob) => globSync(glob, { cwd: root.pathname }))
    .filter((file) => !/\.test\.tsx?$|\/(test|dist|node_modules)\//.test(file))
    .toSorted();
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(new URL(file, root)));
  return { files: files.length, digest: hash.digest('hex').slice(0, 16) };
}

/** What a record says of code that has changed since. */
export function staleRecords(records: readonly ToolRecord[]): string[] {
  return records.flatMap(({ file, tool, version, code, digest }) => {
    const now = digestOfCode(code);
    if (now.files === 0) return [`${file} is about code that is not there`];
    if (now.digest === digest) return [];
    return [
      `the code of “${tool}” is not the one that ${file} tells of: read the record again, mend it, raise its version above ${version}, and write digest: ${now.digest}`,
    ];
  });
}
