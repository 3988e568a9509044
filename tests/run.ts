// Runs the tests: all of them, the groups named, or the files whose path has a word in it. `npm test`,
// `npm test -- unit journeys`, `npm test -- publishers`.
import { spawn } from 'node:child_process';
import { existsSync, globSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBrowser, howToGetABrowser } from './browser/find-browser.ts';
import { sharingProcesses } from './processes.ts';

const root = new URL('../', import.meta.url);

/** Each group: the files it takes, and whether it needs a browser. */
const groups = {
  unit: {
    files: [
      'service/**/*.test.ts',
      'service/**/*.test.tsx',
      '{packages,frameworks,reference,demonstration,bin,bench}/**/*.test.{ts,tsx}',
    ],
    browser: false,
  },
  architecture: { files: ['tests/architecture/**/*.test.ts'], browser: false },
  faults: { files: ['tests/faults/**/*.test.ts'], browser: false },
  journeys: { files: ['tests/journeys/**/*.test.ts'], browser: true },
  accessibility: { files: ['tests/accessibility/**/*.test.ts'], browser: true },
} as const;

type Group = keyof typeof groups;

/**
 * What the two databases must both show: the tests of actions, stores and permissions. Pages ask the database through
 * these alone, so their tests are run on one of the two.
 */
const onServerToo = /\.db\.test\.tsx?$/;

const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const databaseOnly = process.argv.includes('--database-only');
const askedGroups = asked.filter(isGroup);
const askedWords = asked.filter((word) => !isGroup(word));
const wanted = (askedGroups.length > 0 ? askedGroups : Object.keys(groups).filter(isGroup)).map((name) => ({
  name,
  files: filesOf(name),
}));
const unknown = askedWords.filter((word) => !wanted.some(({ files }) => files.some(hasWord(word))));
if (unknown.length > 0) {
  process.stderr.write(
    `Neither a group of tests nor part of the path of one: ${unknown.join(', ')}. The groups are ${Object.keys(groups).join(', ')}.\n`,
  );
  process.exit(2);
}
const browser = findBrowser();
const skipped = wanted.filter(({ name, files }) => groups[name].browser && !browser && files.length > 0);
const files = wanted.filter((group) => !skipped.includes(group)).flatMap((group) => group.files);
saySkipped();
const failed = files.length > 0 && (await runTests(files)) !== 0;
// once more, because the first time has long scrolled away
saySkipped();
// whoever asked for these by name wanted them run
process.exit(failed || (asked.length > 0 && skipped.length > 0) ? 1 : 0);

function saySkipped(): void {
  if (skipped.length > 0)
    process.stderr.write(
      `Skipped, because no browser was found: ${skipped.map(({ name }) => name).join(', ')}. ${howToGetABrowser}\n`,
    );
}

function isGroup(word: string): word is Group {
  return Object.hasOwn(groups, word);
}

function filesOf(group: Group): string[] {
  const found = groups[group].files.flatMap((pattern) =>
    globSync(pattern, {
      cwd: fileURLToPath(root),
      exclude: (path) => path.includes('node_modules') || path.includes('/dist/'),
    }),
  );
  return found.filter(
    (file) =>
      (!databaseOnly || onServerToo.test(file)) &&
      (askedWords.length === 0 || askedWords.some((word) => hasWord(word)(file))),
  );
}

function hasWord(word: string): (file: string) => boolean {
  return (file) => file.includes(word);
}

function runTests(paths: readonly string[]): Promise<number> {
  const flags = ['--disable-warning=ExperimentalWarning', '--import', new URL('bin/tsx.mjs', root).href];
  const environment = {
    ...process.env,
    ...(browser ? { GOLDENTHREAD_BROWSER: browser } : {}),
    ...(asked.includes('journeys') ? { GOLDENTHREAD_EVERY_WAY: '1' } : {}),
  };
  if (!existsSync(new URL('../shared/data', root)) && !process.env['GOLDENTHREAD_DATA'])
    process.stderr.write(
      'The published files are not here, so the tests on them are skipped (see docs/guides).\n',
    );
  const made = fileURLToPath(new URL(`.cache/tests/${process.pid}/`, root));
  const handed = sharingProcesses(paths, { root: fileURLToPath(root), made });
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        ...flags,
        '--test',
        '--test-concurrency=3',
        '--test-reporter=spec',
        '--test-timeout=300000',
        ...handed,
      ],
      { cwd: fileURLToPath(root), stdio: 'inherit', env: environment },
    );
    child.on('exit', (code) => {
      rmSync(made, { recursive: true, force: true });
      resolve(code ?? 1);
    });
  });
}
