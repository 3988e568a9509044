import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test, type TestContext } from 'node:test';

const program = new URL('install.mjs', import.meta.url).href;

/** A place with a lock file, and an `npm` of its own that writes down that it ran and takes its time. */
function place(t: TestContext, exit = 0): string {
  const root = mkdtempSync(join(tmpdir(), 'goldenthread-install-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  writeFileSync(join(root, 'package-lock.json'), '{}');
  mkdirSync(join(root, 'bin'));
  const npm = join(root, 'bin', 'npm');
  const mark = exit === 0 ? 'mkdir -p node_modules && touch node_modules/.package-lock.json' : `exit ${exit}`;
  writeFileSync(npm, `#!/bin/sh\necho ran >> runs\nsleep 0.5\n${mark}\n`);
  chmodSync(npm, 0o755);
  return root;
}

async function install(root: string): Promise<number> {
  return (await installSaying(root)).code;
}

async function installSaying(root: string): Promise<{ code: number; said: string }> {
  const source = `(await import('${program}')).installWhereMissing(${JSON.stringify(root)})`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    env: { ...process.env, PATH: `${join(root, 'bin')}${delimiter}${process.env['PATH']}` },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code]: unknown[] = await once(child, 'close');
  return { code: Number(code), said };
}

function runs(root: string): number {
  return readFileSync(join(root, 'runs'), 'utf8').trim().split('\n').length;
}

const onWindows = process.platform === 'win32' ? 'the stand-in for npm is a shell script' : false;

test('five who find nothing installed install once, and all go on', { skip: onWindows }, async (t) => {
  const root = place(t);
  const codes = await Promise.all(Array.from({ length: 5 }, () => install(root)));
  assert.deepEqual(codes, [0, 0, 0, 0, 0]);
  assert.equal(runs(root), 1);
  assert.equal(existsSync(join(root, '.cache', 'installing')), false);
  assert.equal(await install(root), 0);
  assert.equal(runs(root), 1, 'what is there is not installed again');
});

test('an install that was killed keeps nobody out', { skip: onWindows }, async (t) => {
  const root = place(t);
  const gone = spawn(process.execPath, ['-e', '']);
  await once(gone, 'exit');
  mkdirSync(join(root, '.cache', 'installing'), { recursive: true });
  writeFileSync(join(root, '.cache', 'installing', 'pid'), String(gone.pid));
  assert.equal(await install(root), 0);
  assert.equal(runs(root), 1);
});

test(
  'an install that fails says so by its exit code, and the next one tries again',
  { skip: onWindows },
  async (t) => {
    const root = place(t, 7);
    assert.equal(await install(root), 7);
    assert.equal(await install(root), 7);
    assert.equal(runs(root), 2);
  },
);

test(
  'where what is installed is a link to another place, nothing is installed, and it says what to do',
  { skip: onWindows },
  async (t) => {
    const root = place(t);
    const elsewhere = join(root, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'kept'), 'theirs');
    symlinkSync(elsewhere, join(root, 'node_modules'));
    const { code, said } = await installSaying(root);
    assert.equal(code, 1);
    assert.match(said, /Nothing was installed: .*node_modules is a link to .*elsewhere/);
    assert.match(said, /Remove the link and run this again/);
    assert.equal(existsSync(join(root, 'runs')), false, 'npm was not asked');
    assert.equal(readFileSync(join(elsewhere, 'kept'), 'utf8'), 'theirs');
    writeFileSync(join(elsewhere, '.package-lock.json'), '{}');
    assert.equal(await install(root), 0, 'a link to what is complete is used as it is');
  },
);
