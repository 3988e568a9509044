// Runs the tests: all of them, or the groups named. `npm test`, `npm test -- unit journeys`.
import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBrowser, howToGetABrowser } from './browser/find-browser.ts';

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
const unknown = asked.filter((word) => !isGroup(word));
if (unknown.length > 0) {
  process.stderr.write(
    `No such group of tests: ${unknown.join(', ')}. There are: ${Object.keys(groups).join(', ')}.\n`,
  );
  process.exit(2);
}
const wanted = asked.length > 0 ? asked.filter(isGroup) : Object.keys(groups).filter(isGroup);
const browser = findBrowser();
const skipped = wanted.filter((group) => groups[group].browser && !browser);
const files = wanted.filter((group) => !skipped.includes(group)).flatMap((group) => filesOf(group));
saySkipped();
const failed = files.length > 0 && (await runTests(files)) !== 0;
// once more, because the first time has long scrolled away
saySkipped();
// whoever asked for these by name wanted them run
process.exit(failed || (asked.length > 0 && skipped.length > 0) ? 1 : 0);

function saySkipped(): void {
  if (skipped.length > 0)
    process.stderr.write(
      `Skipped, because no browser was found: ${skipped.join(', ')}. ${howToGetABrowser}\n`,
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
  return databaseOnly ? found.filter((file) => onServerToo.test(file)) : found;
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
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [...flags, '--test', '--test-concurrency=3', '--test-reporter=spec', '--test-timeout=300000', ...paths],
      { cwd: fileURLToPath(root), stdio: 'inherit', env: environment },
    );
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
