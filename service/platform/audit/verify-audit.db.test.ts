import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createPublicKey, randomBytes } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { testDatabase } from '../db/testing.ts';
import { transactions } from '../db/transactions.ts';
import { storedId } from '../kernel/id.ts';
import { testKeys } from '../keys/testing.ts';
import { exportOfAudit, verifyDatabase } from './export-audit.ts';
import { signHeads } from './sign-heads.ts';
import { testAudit } from './testing.ts';
import { headsIn, readHeads } from './verify-audit.ts';

const partnershipId = storedId<'partnership'>('00000000-0000-7000-8000-0000000000a1');
const organisations = [undefined, ...['e1', 'e2'].map((end) => `00000000-0000-7000-8000-0000000000${end}`)];
const keys = testKeys();

async function ground(t: TestContext) {
  const database = await testDatabase(t);
  let now = new Date('2026-11-23T03:52:00.123Z');
  const record = async (): Promise<void> => {};
  const act = transactions({ database, clock: () => now, random: randomBytes, record, audit: testAudit });
  /** so many acts, by people of every organisation in turn */
  const looks = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1) {
      // a clock that goes back now and then: order is the chain's, never the clock's
      now = new Date(now.getTime() + (index % 4 === 3 ? -90_000 : 60_000));
      const organisationId = organisations[index % organisations.length];
      const person = {
        kind: 'person' as const,
        personId: storedId<'person'>('00000000-0000-7000-8000-0000000000b1'),
        name: 'Ada Bright',
        roles: ['practitioner'],
        ...(organisationId ? { organisationId: storedId<'organisation'>(organisationId) } : {}),
      };
      await act.inTransaction({ actor: person, partnershipId }, 'write', async (ctx) =>
        ctx.audit({
          act: 'families.record-read',
          way: 'read',
          subject: { kind: 'child', id: '00000000-0000-7000-8000-0000000000c1' },
          relationship: 'lead-worker',
          purpose: 'direct-help',
        }),
      );
    }
  };
  const service = { actor: { kind: 'service' as const, name: 'test' }, partnershipId };
  const asService = <T>(work: Parameters<typeof act.inTransaction<T>>[2]) =>
    act.inTransaction(service, 'read', work);
  const exported = async (): Promise<string[]> => {
    const lines: string[] = [];
    for await (const some of exportOfAudit(asService)) lines.push(...some);
    return lines;
  };
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-audit-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return { looks, asService, exported, folder, now: () => now };
}

/** Runs a copy of the program that stands alone, in a folder that holds nothing of the service. */
async function verifiedAlone(folder: string, ...args: string[]): Promise<{ exit: number; says: string }> {
  const program = join(folder, 'verify-audit.ts');
  await copyFile(new URL('verify-audit.ts', import.meta.url), program);
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { cwd: folder, env: {} }, (fault, stdout, stderr) =>
      resolve({ exit: Number(fault?.code ?? 0), says: `${stdout}${stderr}` }),
    );
  });
}

test('R17: an export is verified on another machine, by one file with no part of the service in it', async (t) => {
  const { looks, asService, exported, folder } = await ground(t);
  const heads = join(folder, 'heads');
  const key = join(folder, 'key.pem');
  await mkdir(heads);
  await writeFile(key, createPublicKey(keys.key('audit-signing')).export({ type: 'spki', format: 'pem' }));
  for (const count of [9, 6]) {
    await looks(count);
    const signed = await asService((ctx) => signHeads(ctx, keys));
    await writeFile(join(heads, signed.fileName), signed.text);
  }
  await looks(3);
  const lines = await exported();
  const file = join(folder, 'audit.ndjson.gz');
  const write = (entries: readonly string[]) => writeFile(file, gzipSync(`${entries.join('\n')}\n`));
  await write(lines);
  const whole = await verifiedAlone(folder, '--heads', heads, '--key', key, file);
  assert.equal(whole.exit, 0, whole.says);
  assert.match(
    whole.says,
    /^All 18 entries in 3 chains are as they were written\.\n6 signed heads .* 3 entries came after/,
  );
  assert.match((await verifiedAlone(folder, '--heads', heads, file)).says, /is it yours\?/);

  await write(lines.filter((_line, index) => index !== 4 && index !== 5));
  const cut = await verifiedAlone(folder, '--heads', heads, '--key', key, file);
  assert.equal(cut.exit, 1);
  assert.match(cut.says, /Chain \S+a1 is cut: .* it reached entry 5 \(audit-heads-\S+\), and it ends at 4/);

  await write(lines.map((line, index) => (index === 2 ? line.replace('direct-help', 'safeguarding') : line)));
  const changed = await verifiedAlone(folder, '--heads', heads, '--key', key, file);
  assert.match(
    changed.says,
    /Line 3: Entry 3 of chain \S+a1 was changed: its seal does not fit what it says\./,
  );
  assert.equal((await verifiedAlone(folder, '--heads', heads)).exit, 1, 'nothing verified is not all well');
});

test('R17: heads that were changed, or signed with another key, hold nothing', async (t) => {
  const { looks, asService, folder } = await ground(t);
  await looks(3);
  const { text, fileName, print } = await asService((ctx) => signHeads(ctx, keys));
  const read = readHeads(text, fileName);
  assert.ok(typeof read === 'object' && read.print === print && read.heads.length === 3);
  const forged = text.replace('"sequence": 1', '"sequence": 2');
  assert.match(wordsOf(readHeads(forged, fileName)), /was changed: its signature does not fit/);
  const other = createPublicKey(testKeys().key('audit-signing'));
  assert.match(wordsOf(readHeads(text, fileName, other)), /is signed with another key/);
  for (const nothing of ['', '{}', '[]', 'null', '{"heads":[]}'])
    assert.equal(readHeads(nothing, fileName), `${fileName} is not a file of signed heads.`);
  await writeFile(join(folder, fileName), forged);
  assert.equal(headsIn(folder).faults.length, 1);
  assert.equal((await readFile(join(folder, fileName), 'utf8')).includes('PRIVATE'), false);
});

test('R17: the database is held against the heads that were signed, and a later head is never lower', async (t) => {
  const { looks, asService, now } = await ground(t);
  await looks(6);
  const early = await asService((ctx) => signHeads(ctx, keys));
  await looks(6);
  const late = await asService((ctx) => signHeads(ctx, keys));
  const signed = [early, late].flatMap(({ text, fileName }) => {
    const read = readHeads(text, fileName);
    return typeof read === 'string' ? [] : read.heads;
  });
  const steps: number[] = [];
  const parts = { partnershipId, now: now(), tell: ({ done }: { done: number }) => void steps.push(done) };
  const report = await verifyDatabase(asService, { ...parts, signed });
  assert.deepEqual([report.wrong, report.entries, report.heads], [0, 12, 6]);
  assert.deepEqual(
    report.chains.map(({ last, held }) => [last, held]),
    [
      [4, 4],
      [4, 4],
      [4, 4],
    ],
  );
  assert.equal(steps.at(-1), 12);
  const beyond = signed.map((head) => ({ ...head, sequence: head.sequence + 3 }));
  const cut = await verifyDatabase(asService, { ...parts, signed: beyond });
  assert.match(
    cut.faults.map(({ says }) => says).join('\n'),
    /went back: .*\n[^]*is cut: the head signed at/,
  );
});

function wordsOf(read: ReturnType<typeof readHeads>): string {
  return typeof read === 'string' ? read : 'read';
}
