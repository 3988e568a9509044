import { globSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of ours, by its path from the root of the repository. */
export type OwnFile = { path: string; text: string };

export const repository = resolve(fileURLToPath(new URL('../../../', import.meta.url)));

const roots = '{service,packages,bin,demonstration,frameworks,reference,tests,bench}';

/** The code that we write: not what is installed, built or generated. */
export function ownCode(): OwnFile[] {
  return ownFiles(`${roots}/**/*.{ts,tsx,mjs}`).filter(({ path }) => !/generated/.test(path));
}

/** The migrations of every part of the service. */
export function migrations(): OwnFile[] {
  return ownFiles('service/**/migrations/*.sql');
}

/** Files of ours by a pattern, in order. */
export function ownFiles(pattern: string): OwnFile[] {
  return ownPaths(pattern).map((path) => ({ path, text: readFileSync(join(repository, path), 'utf8') }));
}

/** The same without what is in them. */
export function ownPaths(pattern: string): string[] {
  return globSync(pattern, { cwd: repository, exclude: notOurs })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(repository, path)).isFile())
    .toSorted();
}

function notOurs(path: string): boolean {
  return /(^|\/)(node_modules|dist|\.data|\.cache|\.git)(\/|$)/.test(path);
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

/** Tests, and what only tests lean on. */
export function isForTests(path: string): boolean {
  return isTest(path) || /^tests\/|\/test\/|(^|\/)testing(\.tsx?$|\/)/.test(path);
}
