import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { sharingProcesses } from '../../processes.ts';
import { isTest, ownCode, repository } from './own-files.ts';

const plain = "import { test } from 'node:test';\ntest('it holds', () => {});\n";

/** Where these files are run: each by the process that a file stands for, which is itself or one that imports it. */
function handed(files: Readonly<Record<string, string>>, check: (ran: Map<string, string[]>) => void): void {
  const root = mkdtempSync(join(tmpdir(), 'goldenthread-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    check(ranBy(sharingProcesses(Object.keys(files), { root, made: join(root, 'made') }), root));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function ranBy(runs: readonly string[], root: string): Map<string, string[]> {
  const prefix = pathToFileURL(`${root}/`).href;
  return new Map(
    runs.map((run) => [
      run,
      run.endsWith('.mjs')
        ? [...readFileSync(run, 'utf8').matchAll(/import\('([^']+)'\)/g)].map(([, url = '']) =>
            url.slice(prefix.length),
          )
        : [run],
    ]),
  );
}

test('every test file of the house is run once, by itself or with others of its folder', () => {
  const paths = ownCode().flatMap(({ path }) => (isTest(path) ? [path] : []));
  const made = mkdtempSync(join(tmpdir(), 'goldenthread-'));
  try {
    const ran = ranBy(sharingProcesses(paths, { root: repository, made }), repository.replace(/\/$/, ''));
    assert.deepEqual([...ran.values()].flat().toSorted(), paths.toSorted());
    assert.ok(ran.size < paths.length / 2, `${ran.size} processes for ${paths.length} files`);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
});

test('a file that waits at its top, or measures memory, has a process of its own', () => {
  const files = {
    'service/modules/plan/one.test.ts': plain,
    'service/modules/plan/two.test.ts': plain,
    'service/modules/plan/measuring.test.ts': `const at = process.memoryUsage();\n${plain}`,
    'service/modules/plan/waiting.test.ts': `const world = await open();\n${plain}`,
    'service/modules/plan/within.test.ts': `${plain}test('it waits', async () => {\n  await open();\n});\n`,
  };
  handed(files, (ran) => {
    const shares = [...ran.values()].map((paths) => paths.map((path) => basename(path, '.test.ts')));
    assert.deepEqual(shares, [['one', 'two', 'within'], ['measuring'], ['waiting']]);
  });
});

test('in a process that files share, each one’s hooks run around its own tests, and a failure fails it', () => {
  const hooked = (name: string, then: string): string =>
    `import { after, before, test } from 'node:test';
     before(() => console.log('${name} begins'));
     after(() => console.log('${name} ends'));
     test('${name} holds', () => { console.log('${name} runs'); ${then} });\n`;
  const files = {
    'service/one.test.ts': hooked('one', ''),
    'service/two.test.ts': hooked('two', "throw new Error('no');"),
  };
  handed(files, (ran) => {
    const [share = '', ...others] = ran.keys();
    assert.deepEqual(others, []);
    const { NODE_TEST_CONTEXT: _, ...environment } = process.env;
    const { status, stdout } = spawnSync(process.execPath, [share], { encoding: 'utf8', env: environment });
    assert.equal(status, 1);
    assert.deepEqual(stdout.match(/^(one|two) (begins|runs|ends)$/gm), [
      'one begins',
      'one runs',
      'one ends',
      'two begins',
      'two runs',
      'two ends',
    ]);
    assert.match(stdout, /pass 1\n.*fail 1/);
  });
});
