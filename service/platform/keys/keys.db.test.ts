import assert from 'node:assert/strict';
import { createPublicKey, sign, verify } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { testDatabase } from '../db/testing.ts';
import { storedId } from '../kernel/id.ts';
import { openKeys } from './keys.ts';
import { seal, unseal } from './sealed.ts';
import { testKeys } from './testing.ts';

const partnershipId = storedId<'partnership'>('01900000-0000-7000-8000-0000000000aa');
const now = new Date('2026-11-23T09:00:00Z');

async function place(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'goldenthread-keys-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'keys');
}

test('ASVS 13.3.1: keys are made once, outside the database, and only their owner can read them', async (t) => {
  const database = await testDatabase(t);
  const folder = await place(t);
  const open = () => openKeys({ folder, database, partnershipId, now });
  const [first, second] = [await open(), await open()];
  assert.ok(first.key('secrets').equals(second.key('secrets')));
  assert.ok(!first.key('secrets').equals(first.key('audit-digests')));
  const files = await readdir(folder);
  assert.deepEqual(files.toSorted(), ['audit-digests.key', 'audit-signing.pem', 'secrets.key']);
  for (const file of files) assert.equal((await stat(join(folder, file))).mode & 0o777, 0o600);
  const signed = sign(null, Buffer.from('a head'), first.key('audit-signing'));
  assert.ok(
    verify(null, Buffer.from('a head'), createPublicKey(second.key('audit-signing')), signed),
    'the signing key is the same one',
  );
});

test('several processes that start at once share the keys that the first of them made', async (t) => {
  const database = await testDatabase(t);
  const folder = await place(t);
  const rings = await Promise.all(
    Array.from({ length: 6 }, () => openKeys({ folder, database, partnershipId, now })),
  );
  for (const ring of rings)
    for (const name of ['secrets', 'audit-digests', 'audit-signing'] as const)
      assert.ok(rings[0] && ring.key(name).equals(rings[0].key(name)), name);
});

test('a database that was used with other keys does not start, and no key is made in the place of a lost one', async (t) => {
  const database = await testDatabase(t);
  const folder = await place(t);
  const open = (where: string) => openKeys({ folder: where, database, partnershipId, now });
  await open(folder);
  const elsewhere = await place(t);
  await assert.rejects(open(elsewhere), { code: 'keys-missing', message: /GOLDENTHREAD_KEYS/ });
  await assert.rejects(readdir(elsewhere), { code: 'ENOENT' });
  const another = await testDatabase(t);
  await openKeys({ folder: elsewhere, database: another, partnershipId, now });
  await assert.rejects(open(elsewhere), { code: 'keys-differ' });
  await open(folder);
});

test('a key that others on the machine can read is refused', async (t) => {
  const database = await testDatabase(t);
  const folder = await place(t);
  await openKeys({ folder, database, partnershipId, now });
  await chmod(join(folder, 'secrets.key'), 0o644);
  await assert.rejects(openKeys({ folder, database, partnershipId, now }), { code: 'keys-open' });
});

test('ASVS 11.3.2: what is sealed opens only unchanged, in its own row and with its own key', () => {
  const keys = testKeys();
  const value = Buffer.from('twenty secret bytes!');
  const sealed = seal(keys, { value, of: 'row 1' });
  assert.deepEqual(unseal(keys, { sealed, of: 'row 1' }), value);
  assert.notEqual(sealed, seal(keys, { value, of: 'row 1' }), 'no two are alike');
  assert.ok(!Buffer.from(sealed.slice(3), 'base64url').includes(value));
  assert.throws(() => unseal(keys, { sealed, of: 'row 2' }));
  assert.throws(() => unseal(testKeys(), { sealed, of: 'row 1' }));
  for (let at = 3; at < sealed.length; at += 1) {
    const other = sealed[at] === 'A' ? 'B' : 'A';
    const changed = `${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`;
    // the last figure of base64 holds bits that mean nothing
    if (Buffer.from(changed.slice(3), 'base64url').equals(Buffer.from(sealed.slice(3), 'base64url')))
      continue;
    assert.throws(() => unseal(keys, { sealed: changed, of: 'row 1' }));
  }
});
