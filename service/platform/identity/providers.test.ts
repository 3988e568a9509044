import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { readProviders } from './providers.ts';

async function written(t: TestContext, yaml: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'goldenthread-sign-in-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'secret'), 'hush\n');
  await writeFile(join(folder, 'sign-in.yaml'), yaml);
  return join(folder, 'sign-in.yaml');
}

const council = `providers:
  - key: council
    name: Brackenshire County Council
    issuer: https://login.example.com/tenant-a/v2.0
    client: our-client
    secret-file: secret
    subject: [tid, oid]
    tenants: { claim: tid, of: [tenant-a] }
    must-say: { amr: mfa }
`;

test('single sign-on is read from a file, its secrets from files beside it', async (t) => {
  const read = await readProviders(await written(t, council));
  assert.ok(read.done, JSON.stringify(read));
  const [one] = read.value;
  assert.deepEqual(one?.proof, { kind: 'secret', secret: 'hush' });
  assert.deepEqual(one?.subject, ['tid', 'oid']);
  assert.equal(one?.saysWhen, true);
  assert.equal(one?.confirmsIdentity, false);
});

test('an identity is never an e-mail address, a provider is never in the open, and every problem is named', async (t) => {
  const wrongs: readonly (readonly [string, RegExp])[] = [
    [council.replace('[tid, oid]', '[email]'), /email does not name one person/],
    [council.replace('[tid, oid]', '[tid, upn]'), /upn does not name one person/],
    [council.replace('https://', 'http://'), /https/],
    [council.replace('key: council', 'key: The Council'), /small letters/],
    [council.replace('secret-file: secret', 'secret: hush'), /secret/],
    [council.replace('secret-file: secret', 'secret-file: gone'), /cannot be read/],
    [`${council}${council.replace('providers:\n', '')}`, /same key/],
    [council.replace('client: our-client', 'scopes: [profile]'), /client/],
    ['providers: [', /YAML/],
  ];
  for (const [yaml, words] of wrongs) {
    const read = await readProviders(await written(t, yaml));
    assert.ok(!read.done, yaml);
    assert.match(read.refusal.problems.join('\n'), words);
    assert.doesNotMatch(read.refusal.problems.join('\n'), /hush/);
  }
});
