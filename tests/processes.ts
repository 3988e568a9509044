import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The folder that the paths are in, and one for what is made here, which the caller takes away. */
export type Places = { readonly root: string; readonly made: string };

/** So many files share a process at most: more would leave processors idle at the end. */
const mostFiles = 12;

/** What makes a file run alone: waiting at its top would hold others up, and memory is measured of a whole process. */
const runsAlone = /^\S.*\bawait\b|process\.memoryUsage/m;

/**
 * The files to hand to Node's test runner, which starts a process for each. Starting one, and opening a database in it,
 * takes longer than most tests do: files of one folder that leave each other alone are run by one that is made here.
 * Each of them is a suite there, so that its hooks run around its own tests.
 */
export function sharingProcesses(paths: readonly string[], { root, made }: Places): string[] {
  mkdirSync(made, { recursive: true });
  const alone = new Set(paths.filter((path) => runsAlone.test(readFileSync(join(root, path), 'utf8'))));
  const shares = sharesOf(paths.filter((path) => !alone.has(path)));
  const shared = shares.map((share, at) => {
    const place = join(made, `${nameOf(share)}-${at}.test.mjs`);
    const suites = share.map(
      (path) => `describe('${path}', () => import('${pathToFileURL(join(root, path)).href}'));\n`,
    );
    writeFileSync(place, `import { describe } from 'node:test';\n${suites.join('')}`);
    return place;
  });
  return [...shared, ...alone];
}

/** Files of one part of the house together, in the order of their paths, as many in each share as in the next. */
function sharesOf(paths: readonly string[]): string[][] {
  const parts = Map.groupBy(paths.toSorted(), partOf);
  return [...parts.values()].flatMap((files) => {
    const shares = Math.ceil(files.length / mostFiles);
    return Array.from({ length: shares }, (_, share) =>
      files.slice((share * files.length) / shares, ((share + 1) * files.length) / shares),
    );
  });
}

/** The folder at most three deep: `service/modules/indicators`, `packages/statistics/trend`. */
function partOf(path: string): string {
  return dirname(path).split('/').slice(0, 3).join('/');
}

function nameOf([first = '']: readonly string[]): string {
  return partOf(first).replaceAll('/', '-');
}
