import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { repository } from './cruised.ts';

/** A tree like ours, with nothing in it but the files given; it goes when the test ends. */
export function plantedTree(t: TestContext, files: Readonly<Record<string, string>>): string {
  const base = mkdtempSync(join(tmpdir(), 'planted-'));
  t.after(() => rmSync(base, { recursive: true, force: true }));
  symlinkSync(join(repository, 'node_modules'), join(base, 'node_modules'));
  for (const kept of ['package.json', 'packages/statistics/package.json'])
    cpSync(join(repository, kept), join(base, kept), { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(base, file)), { recursive: true });
    writeFileSync(join(base, file), text);
  }
  return base;
}
