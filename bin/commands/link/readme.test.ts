import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ownFolder } from '../../testing.ts';
import { inventedPeople } from './testing.ts';

const run = promisify(execFile);
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const readme = await readFile(at('../../../packages/record-linkage/README.md'), 'utf8');

/** The lines of the first block of a language. */
function block(language: string): string {
  const [, lines] = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(readme) ?? [];
  assert.ok(lines, language);
  assert.ok(lines.trimEnd().split('\n').length <= 10, `${language} in ten lines`);
  return lines;
}

async function twoFiles(t: Parameters<typeof ownFolder>[0]): Promise<string> {
  const folder = await ownFolder(t);
  const { school, health } = inventedPeople(200);
  // without the truth: a new user has none
  const bare = (text: string): string => text.replaceAll(/,[^,\n]*\n/g, '\n');
  await writeFile(join(folder, 'school.csv'), bare(school));
  await writeFile(join(folder, 'health.csv'), bare(health));
  return folder;
}

test('the lines of the README take a new user from two files to explained clusters', async (t) => {
  const folder = await twoFiles(t);
  const npx = join(folder, 'npx');
  await writeFile(
    npx,
    `#!/bin/sh\nshift\nexec "${process.execPath}" "${at('../../goldenthread.mjs')}" "$@"\n`,
  );
  await chmod(npx, 0o755);
  const { stdout } = await run('sh', ['-e', '-c', block('sh')], {
    cwd: folder,
    env: { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}` },
  });
  assert.match(stdout, /360 records are \d+ people/);
  assert.match(stdout, /id,source,person\n/);
  assert.match(stdout, /The probability that both are of one person/);
  assert.match(await readFile(join(folder, 'why.html'), 'utf8'), /<svg/);
});

test('the lines of the README in TypeScript do the same', async (t) => {
  const folder = await twoFiles(t);
  const index = new URL('../../../packages/record-linkage/index.ts', import.meta.url).href;
  const file = join(folder, 'link.mts');
  await writeFile(file, block('ts').replace('@goldenthread/record-linkage', index));
  const { stdout } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
    cwd: folder,
  });
  assert.match(stdout, /360 records are \d+ people; \d+ pairs to ask about/);
  assert.match(stdout, /forename/);
});
