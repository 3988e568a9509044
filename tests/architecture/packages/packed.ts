import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { repository } from '../code/own-files.ts';

/** A folder of somebody who installed the packed package, beside links to what it declares. */
export type Installed = { folder: string; held: readonly string[] };

export function installed(t: TestContext, name: string, needs: readonly string[]): Installed {
  const folder = mkdtempSync(join(tmpdir(), 'installed-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const scope = join(folder, 'node_modules', '@goldenthread');
  mkdirSync(scope, { recursive: true });
  const own = join(repository, 'packages', name);
  run('npm', ['pack', '--ignore-scripts=false', '--silent', '--pack-destination', folder], own);
  const archive = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  assert.ok(archive, 'npm packed an archive');
  run('tar', ['-xzf', archive], folder);
  renameSync(join(folder, 'package'), join(scope, name));
  for (const needed of needs) link(needed, folder);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return { folder, held: readdirSync(join(scope, name)).toSorted() };
}

/** Runs a few lines of plain JavaScript in the folder; answers with what they print. */
export function used({ folder }: Installed, lines: string, node = process.execPath): string {
  writeFileSync(join(folder, 'use.mjs'), lines);
  return run(node, ['use.mjs'], folder);
}

/** The Node that this machine has by itself, where it is another one than ours: packages run on 20.19 and newer. */
export function olderNode(): { path: string; version: string } | undefined {
  const places = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((place) => !place.includes('node_modules'));
  for (const place of places) {
    const path = join(place, process.platform === 'win32' ? 'node.exe' : 'node');
    if (!existsSync(path)) continue;
    const version = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim();
    const [major = 0, minor = 0] = version.slice(1).split('.').map(Number);
    if (version !== process.version && (major > 20 || (major === 20 && minor >= 19)))
      return { path, version };
  }
  return undefined;
}

function link(name: string, folder: string): void {
  const place = join(folder, 'node_modules', name);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(join(repository, 'node_modules', name), place, 'junction');
}

function run(command: string, args: readonly string[], cwd: string): string {
  const ran = spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  assert.equal(ran.status, 0, `${command} ${args.join(' ')}\n${ran.stdout}\n${ran.stderr}`);
  return ran.stdout;
}
