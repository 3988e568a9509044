import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { z } from 'zod';
import { commands } from '../../../bin/commands/table.ts';
import { repository, type OwnFile } from '../code/own-files.ts';

/** Something that a page of documentation says is there. */
export type Told = { page: string; line: number; kind: 'link' | 'path' | 'script' | 'command'; what: string };

const manifest = z.object({ scripts: z.record(z.string(), z.string()) });

/** The scripts that a page may name: the repository's, and those of the package that the page belongs to. */
function scriptsFor(page: string): ReadonlySet<string> {
  const [, folder] = /^(packages\/[^/]+)\//.exec(page) ?? [];
  const files = ['package.json', ...(folder ? [`${folder}/package.json`] : [])];
  return new Set(
    files.flatMap((file) =>
      Object.keys(manifest.parse(JSON.parse(readFileSync(join(repository, file), 'utf8'))).scripts),
    ),
  );
}

const roots = 'service|packages|bin|demonstration|frameworks|reference|tests|bench|docs';

/** Every link, path, npm script and command that a page names. */
export function toldBy({ path: page, text }: OwnFile): Told[] {
  return text.split('\n').flatMap((words, index) => {
    const told = (kind: Told['kind'], found: Iterable<RegExpMatchArray>): Told[] =>
      [...found].map(([, what = '']) => ({ page, line: index + 1, kind, what }));
    return [
      ...told('link', words.matchAll(/\]\(([^)\s]+)\)/g)),
      ...told('path', words.matchAll(new RegExp(`\`((?:${roots})/[^\`\\s]*)\``, 'g'))),
      ...told('script', words.matchAll(/\bnpm (?:run )?([a-z][a-z-]*)(?=[\s`.,;:)]|$)/g)),
      ...told('command', words.matchAll(/\bnpx goldenthread ((?:[a-z]+ ?){1,2})/g)),
    ];
  });
}

/** What is said to be there and is not. */
export function untrue(told: readonly Told[]): string[] {
  return told
    .filter((one) => !holds(one))
    .map(({ page, line, kind, what }) => `${page}:${line} names the ${kind} ${what}`);
}

function holds({ page, kind, what }: Told): boolean {
  if (kind === 'link') return linkHolds(page, what);
  if (kind === 'path') return pathHolds(what);
  if (kind === 'script') return isNpmOwn(what) || scriptsFor(page).has(what);
  const said = what.trim();
  const [first = ''] = said.split(' ');
  return commands.some(
    ({ name }) => name === said || name === first || (name.startsWith(`${first} `) && first === said),
  );
}

function linkHolds(page: string, link: string): boolean {
  if (/^(https?|mailto):/.test(link)) return true;
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? page : posix.join(dirname(page), file);
  if (!existsSync(join(repository, target))) return false;
  return anchor === undefined || anchors(target).includes(anchor);
}

/** A path may stand for several files: `a/{b,c}.ts`, `a/*.ts`, or a folder's example such as `a/X.ts` does not. */
function pathHolds(path: string): boolean {
  const plain = path.replace(/[:#]\d+$/, '');
  if (/[*{]/.test(plain))
    return existsSync(join(repository, plain.replace(/[*{].*$/, '').replace(/[^/]*$/, '')));
  return existsSync(join(repository, plain));
}

/** Headings as the renderer makes anchors of them. */
function anchors(target: string): string[] {
  const place = join(repository, target);
  if (!statSync(place).isFile()) return [];
  return [...readFileSync(place, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

/** Words of npm itself that stand in the pages. */
function isNpmOwn(word: string): boolean {
  return ['start', 'test', 'ci', 'install', 'pack', 'run'].includes(word);
}
