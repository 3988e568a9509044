import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { AlreadyOpen } from '../../control/take-socket.ts';
import { databaseOver, openDatabase } from '../database.ts';
import { DatabaseFault } from '../fault.ts';
import { runScript, runStatement } from '../query-builder.ts';
import { templateDump } from '../template-dump.ts';
import { transact } from '../transact.ts';
import { openEmbedded } from './embedded.ts';

const short = { statementMs: 1_500, idleMs: 300 };

async function folder(t: TestContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'goldenthread-db-'));
  t.after(() => rm(path, { recursive: true, force: true }));
  return join(path, 'database');
}

function faultWith(code: string): (fault: unknown) => boolean {
  return (fault) => fault instanceof DatabaseFault && fault.code === code;
}

test('a killed process has lost no row that it had said was there', async (t) => {
  const directory = await folder(t);
  let next = 0;
  for (let round = 0; round < 5; round += 1) {
    const said = await killAmongInserts(directory, next, 80 + round * 90);
    assert.ok(said >= next, 'at least one row was acknowledged before the kill');
    const database = await openDatabase({ directory });
    const { rows } = await database.asOwner((db) =>
      runStatement(db, 'select count(*) as n, max(number) as last from said', []),
    );
    await database.close();
    const last = Number(rows[0]?.['last']);
    assert.ok(last >= said, `row ${said} was acknowledged, the last one there is ${last}`);
    assert.equal(rows[0]?.['n'], last + 1, 'none is missing between');
    next = last + 1;
  }
});

/** Answers with the last number that the process said before it was killed. */
async function killAmongInserts(directory: string, first: number, afterMs: number): Promise<number> {
  const script = fileURLToPath(new URL('acknowledging-writer.ts', import.meta.url));
  const writer = spawn(process.execPath, [script, directory, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = -1;
  for await (const line of createInterface({ input: writer.stdout })) {
    if (said < 0) setTimeout(() => writer.kill('SIGKILL'), afterMs);
    said = Number(line);
  }
  return said;
}

test('a second opener of the same directory is refused, by whatever name it calls it', async (t) => {
  const directory = await folder(t);
  const first = await openDatabase({ directory });
  const refusal = (fault: unknown): boolean => {
    assert.ok(fault instanceof AlreadyOpen, String(fault));
    assert.equal(fault.pid, process.pid);
    assert.ok(fault.message.includes(directory) && fault.message.includes(String(process.pid)));
    return true;
  };
  await assert.rejects(openDatabase({ directory }), refusal);
  await assert.rejects(openDatabase({ directory: `${directory}/../database/` }), AlreadyOpen);
  await first.close();
  await (await openDatabase({ directory })).close();
});

test('a first start that was cut short leaves nothing in the way of the next', async (t) => {
  const directory = await folder(t);
  await mkdir(join(`${directory}.making`, 'base'), { recursive: true });
  await writeFile(join(`${directory}.making`, 'PG_VERSION'), '18');
  const engine = await openEmbedded({ directory, dump: await templateDump([]) });
  const { rows } = await engine.hold(short, (session) => session.query('select 1 as one', []));
  assert.deepEqual(rows, [{ one: 1 }]);
  await engine.close();
  assert.deepEqual(await readdir(dirname(directory)), ['database']);
});

test('a directory with other things in it is left alone', async (t) => {
  const directory = await folder(t);
  await mkdir(directory);
  await writeFile(join(directory, 'letter.txt'), 'Dear Ada');
  await assert.rejects(openEmbedded({ directory }), /is not empty and holds no database/);
  assert.deepEqual(await readdir(directory), ['letter.txt']);
});

test('a statement that runs too long is stopped, the thread is replaced, and what was committed is there', async (t) => {
  const engine = await openEmbedded({ directory: await folder(t), dump: await templateDump([]) });
  t.after(() => engine.close());
  const database = databaseOver(engine);
  await database.asOwner((db) => runScript(db, 'create table kept (n int); insert into kept values (1)'));
  const endless = transact(engine, { as: 'owner', limits: short }, (db) =>
    runStatement(db, 'select count(*) from generate_series(1, 100000000000)', []),
  );
  const waiting = database.asOwner((db) => runStatement(db, 'select n from kept', []));
  await assert.rejects(endless, faultWith('timeout'));
  assert.deepEqual((await waiting).rows, [{ n: 1 }], 'whoever waited behind it is served by the new thread');
});

test('a database in memory whose thread was stopped says that it is lost', async (t) => {
  const engine = await openEmbedded({ dump: await templateDump([]) });
  t.after(() => engine.close());
  const endless = transact(engine, { as: 'owner', limits: short }, (db) =>
    runStatement(db, 'select count(*) from generate_series(1, 100000000000)', []),
  );
  await assert.rejects(endless, faultWith('timeout'));
  await assert.rejects(
    engine.hold(short, (session) => session.script('select 1')),
    faultWith('unavailable'),
  );
});

test('a transaction that holds the connection and asks nothing is rolled back', async (t) => {
  const engine = await openEmbedded({ dump: await templateDump([]) });
  t.after(() => engine.close());
  const forgotten = Promise.withResolvers<void>();
  let afterwards: Promise<unknown> | undefined;
  const idle = transact(engine, { as: 'owner', limits: short }, async (db) => {
    await runScript(db, 'create table forgotten (n int)');
    await forgotten.promise;
    afterwards = runStatement(db, 'select 1', []);
    await afterwards;
  });
  await assert.rejects(idle, faultWith('timeout'));
  const { rows } = await databaseOver(engine).asOwner((db) =>
    runStatement(db, `select to_regclass('forgotten') as t`, []),
  );
  assert.deepEqual(rows, [{ t: null }]);
  forgotten.resolve();
  await pause(10);
  await assert.rejects(afterwards ?? Promise.resolve(), /has ended/);
});

test('a full disk is refused with its own code, and what was there stays whole', async (t) => {
  const path = await smallDisk(t);
  if (path === undefined) return t.skip('no small disk can be mounted here: that needs Linux and root');
  const engine = await openEmbedded({ directory: join(path, 'database'), dump: await templateDump([]) });
  t.after(() => engine.close());
  const database = databaseOver(engine);
  await database.asOwner((db) =>
    runScript(db, 'create table kept (n int); insert into kept select generate_series(1, 1000)'),
  );
  await writeFile(join(path, 'filler'), Buffer.alloc(200 * 1024 * 1024)).catch(() => {});
  const fill = (): Promise<unknown> =>
    database.asOwner((db) =>
      runStatement(db, `select pg_logical_emit_message(true, 'x', repeat('x', 1000000))`, []),
    );
  const filling = async (): Promise<void> => {
    for (let piece = 0; piece < 60; piece += 1) await fill();
  };
  await assert.rejects(filling(), faultWith('disk-full'));
  await rm(join(path, 'filler'));
  const { rows } = await database.asOwner((db) => runStatement(db, 'select count(*) as n from kept', []));
  assert.deepEqual(rows, [{ n: 1000 }]);
});

async function smallDisk(t: TestContext): Promise<string | undefined> {
  const path = await mkdtemp(join(tmpdir(), 'goldenthread-disk-'));
  const run = promisify(execFile);
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=110m', 'tmpfs', path]).then(
    () => true,
    () => false,
  );
  // hooks run in the order they were set, and a disk in use cannot be given back: a lazy one can
  t.after(async () => {
    if (mounted) await run('umount', ['--lazy', path]);
    await rm(path, { recursive: true, force: true });
  });
  return mounted ? path : undefined;
}
