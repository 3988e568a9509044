// Runs the whole of the fault tests at their full size and ends with one line: `npm run faults`.
import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tallyFile, type TallyKind } from './tally.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const hook = new URL('../../bin/tsx.mjs', import.meta.url).href;

/** Fault tests that stand beside what they test, because they need to see inside it. */
const beside = ['service/platform/together/*.db.test.ts', 'service/platform/**/*.faults.test.ts'];

const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const files = globSync(['tests/faults/**/*.test.ts', ...beside, 'service/modules/**/*.faults.test.ts'], {
  cwd: root,
})
  .filter((file) => asked.length === 0 || asked.some((word) => file.includes(word)))
  .toSorted();
const place = mkdtempSync(join(tmpdir(), 'goldenthread-tally-'));
const counted = join(place, 'tally');
writeFileSync(counted, '');
const failed = (await run(files)) !== 0;
const sums = sumsOf(readFileSync(counted, 'utf8'));
rmSync(place, { recursive: true });
process.stdout.write(
  `\nbad inputs tried ${sums.tried} · lost ${sums.lost} · unexplained ${sums.unexplained} · crashes ${sums.crashes}\n`,
);
process.exit(failed || sums.lost + sums.unexplained + sums.crashes > 0 ? 1 : 0);

function run(paths: readonly string[]): Promise<number> {
  const flags = ['--disable-warning=ExperimentalWarning', '--import', hook];
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        ...flags,
        '--test',
        '--test-concurrency=1',
        '--test-reporter=spec',
        '--test-timeout=3600000',
        ...paths,
      ],
      { cwd: root, stdio: 'inherit', env: { ...process.env, GOLDENTHREAD_FULL: '1', [tallyFile]: counted } },
    );
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function sumsOf(text: string): Record<TallyKind, number> {
  const sums = { tried: 0, lost: 0, unexplained: 0, crashes: 0 };
  for (const line of text.split('\n')) {
    const [kind, count] = line.split(' ');
    if (kind === 'tried' || kind === 'lost' || kind === 'unexplained' || kind === 'crashes')
      sums[kind] += Number(count);
  }
  return sums;
}
