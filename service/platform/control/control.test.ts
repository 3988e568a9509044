import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { askControl, ControlFault } from './ask-control.ts';
import { controlPath } from './control-path.ts';
import { type Command, openControl } from './control.ts';
import { AlreadyOpen } from './take-socket.ts';

async function folder(t: TestContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'goldenthread-'));
  t.after(() => rm(path, { recursive: true }));
  return path;
}

async function opened(t: TestContext, commands: Readonly<Record<string, Command>>) {
  const path = await controlPath(join(await folder(t), 'database'));
  const control = await openControl({ path, commands });
  t.after(() => control.close());
  return { path, control };
}

type Rival = { process: ChildProcess; says: string };

/** Starts a process that tries to take the socket at a given moment, and waits for how it went. */
async function rival(t: TestContext, path: string, startAt = 0): Promise<Rival> {
  const script = fileURLToPath(new URL('rival.ts', import.meta.url));
  const child = spawn(process.execPath, [script, path, String(startAt)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  const [says] = await once(createInterface({ input: child.stdout }), 'line');
  return { process: child, says: String(says) };
}

async function kill({ process: child }: Rival): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

function faultWith(code: string): (fault: unknown) => boolean {
  return (fault) => fault instanceof ControlFault && fault.code === code;
}

test('a command is answered by the process that listens, with its progress on the way', async (t) => {
  const path = await controlPath(join(await folder(t), 'database'));
  await rival(t, path);
  const progress: unknown[] = [];
  const result = await askControl(path, { name: 'sum', payload: [1, 2, 4] }, (event) => progress.push(event));
  assert.equal(result, 7);
  assert.deepEqual(progress, [
    { done: 1, of: 3 },
    { done: 2, of: 3 },
    { done: 3, of: 3 },
  ]);
});

test('a second process is refused with the first one’s number and directory', async (t) => {
  const path = await controlPath(join(await folder(t), 'database'));
  const first = await rival(t, path);
  assert.equal(first.says, 'taken');
  const refusal = (fault: unknown): boolean => {
    assert.ok(fault instanceof AlreadyOpen, String(fault));
    assert.equal(fault.pid, first.process.pid);
    assert.match(
      fault.message,
      new RegExp(`^/our/directory is already open in process ${first.process.pid}\\.`),
    );
    return true;
  };
  await assert.rejects(openControl({ path, directory: '/our/directory', commands: {} }), refusal);
});

test('a socket that a killed process left behind is taken over', async (t) => {
  const path = await controlPath(join(await folder(t), 'database'));
  await kill(await rival(t, path));
  assert.ok((await stat(path)).isSocket(), 'the dead one’s socket is still there');
  await assert.rejects(askControl(path, { name: 'sum' }), faultWith('not-running'));
  assert.equal((await rival(t, path)).says, 'taken');
});

test('of processes that start at the same instant exactly one gets the socket, stale or not', async (t) => {
  const home = await folder(t);
  const path = await controlPath(join(home, 'database'));
  for (let round = 0; round < 4; round += 1) {
    const startAt = Date.now() + 1_500;
    const rivals = await Promise.all([1, 2, 3].map(() => rival(t, path, startAt)));
    const [taken, ...others] = rivals.filter(({ says }) => says === 'taken');
    assert.ok(taken, rivals.map(({ says }) => says).join(', '));
    assert.deepEqual(others, []);
    const refused = rivals.filter(({ says }) => says === `refused by ${taken.process.pid}`);
    assert.equal(refused.length, 2, rivals.map(({ says }) => says).join(', '));
    // killed, so that the next round meets a stale socket
    await Promise.all(rivals.filter((each) => each.process.exitCode === null).map(kill));
  }
  assert.deepEqual(await readdir(home), ['database.sock'], 'no claim is left lying about');
});

test('a claim whose maker died does not stand in the way', async (t) => {
  const home = await folder(t);
  const path = await controlPath(join(home, 'database'));
  const dead = await rival(t, path);
  await kill(dead);
  const { ino, mtimeNs } = await stat(path, { bigint: true });
  await writeFile(`${path}.${ino}-${mtimeNs}.0.claim`, String(dead.process.pid));
  assert.equal((await rival(t, path)).says, 'taken');
  assert.deepEqual(await readdir(home), ['database.sock']);
});

test('only this user can speak to the socket', { skip: process.platform === 'win32' }, async (t) => {
  const { path } = await opened(t, {});
  assert.equal((await stat(path)).mode & 0o777, 0o600);
});

test(
  'something else in the socket’s place is left alone',
  { skip: process.platform === 'win32' },
  async (t) => {
    const path = await controlPath(join(await folder(t), 'database'));
    await writeFile(path, 'a letter');
    await assert.rejects(openControl({ path, commands: {} }), /is not a socket/);
    assert.ok((await stat(path)).isFile());
  },
);

test('closing gives the socket up, and nobody is running then', async (t) => {
  const { path, control } = await opened(t, {});
  await control.close();
  await assert.rejects(askControl(path, { name: 'anything' }), faultWith('not-running'));
  const again = await openControl({ path, commands: {} });
  await again.close();
});

test('an unknown command and a failing one are told apart, by code', async (t) => {
  const { path, control } = await opened(t, {
    fail: async () => {
      throw Object.assign(new Error('the file has no header'), { code: 'no-header' });
    },
  });
  await assert.rejects(askControl(path, { name: 'sing' }), faultWith('unknown-command'));
  await assert.rejects(askControl(path, { name: 'fail' }), (fault) => {
    assert.ok(fault instanceof ControlFault);
    assert.deepEqual([fault.code, fault.message], ['no-header', 'the file has no header']);
    return true;
  });
  control.answer({ sing: async () => 'la' });
  assert.equal(await askControl(path, { name: 'sing' }), 'la');
});

test('a command learns that who asked has gone, and who asked that the service has', async (t) => {
  const started = Promise.withResolvers<AbortSignal>();
  const { path, control } = await opened(t, {
    wait: async (_payload, _tell, signal) => {
      started.resolve(signal);
      await once(signal, 'abort');
    },
  });
  const asked = askControl(path, { name: 'wait' });
  const signal = await started.promise;
  assert.equal(signal.aborted, false);
  await Promise.all([assert.rejects(asked, faultWith('unanswered')), control.close()]);
  if (!signal.aborted) await once(signal, 'abort');
});

test('every name of a directory leads to one socket, and a long one to a short path', async (t) => {
  const home = await folder(t);
  await mkdir(join(home, 'real'));
  await symlink(join(home, 'real'), join(home, 'alias'));
  const paths = await Promise.all(
    ['real/database', 'alias/database', 'real/../real/database/'].map((name) =>
      controlPath(join(home, name)),
    ),
  );
  assert.equal(new Set(paths).size, 1);
  const long = await controlPath(join(home, 'x'.repeat(120), 'database'));
  assert.ok(Buffer.byteLength(long) <= 100, long);
});
