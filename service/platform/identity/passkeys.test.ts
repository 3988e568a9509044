import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testKeys } from '../keys/testing.ts';
import { challengeHolds, newChallenge, type ChallengeFor } from './challenge.ts';
import {
  challengeIn,
  enrolOptions,
  passkeyMade,
  passkeyNamed,
  passkeyShown,
  showOptions,
  siteOf,
  type Site,
} from './passkeys.ts';
import { SoftwareKey } from './testing/software-key.ts';

const site: Site = { origin: 'https://thread.example.org', host: 'thread.example.org' };
const person = { id: '01900000-0000-7000-8000-000000000001', name: 'Ash Tester' };
const keys = testKeys();
const at = new Date('2026-11-23T09:00:00Z');
const about: ChallengeFor = { purpose: 'sign-in', browser: 'this one' };
const fresh = () => newChallenge(keys, at, about);
const is = (wanted: string) => (challenge: string) => challenge === wanted;

async function enrolled() {
  const key = new SoftwareKey();
  const challenge = fresh();
  const answer = key.make(enrolOptions({ site, challenge, person, known: [] }), site.origin);
  const passkey = await passkeyMade(site, answer, is(challenge));
  assert.ok(passkey);
  return { key, passkey };
}

test('ASVS 6.3.3: a passkey is made, shown and known again, and tells whose it is', async () => {
  const { key, passkey } = await enrolled();
  const challenge = fresh();
  const answer = key.show(showOptions({ site, challenge }), site.origin);
  assert.deepEqual(passkeyNamed(answer), { credentialId: passkey.credentialId, personId: person.id });
  assert.equal(challengeIn(answer), challenge);
  assert.equal(await passkeyShown(site, { answer, holds: is(challenge), passkey }), 1);
});

test('a passkey that is not of this site, this moment or this person, or that checked nobody, is not taken', async () => {
  const { key, passkey } = await enrolled();
  const { passkey: others } = await enrolled();
  const tried = (
    twist: Parameters<SoftwareKey['show']>[2],
    wrong: { holds?: string; passkey?: typeof passkey } = {},
  ) => {
    const challenge = fresh();
    const answer = key.show(showOptions({ site, challenge }), site.origin, twist);
    return passkeyShown(site, {
      answer,
      holds: is(wrong.holds ?? challenge),
      passkey: wrong.passkey ?? passkey,
    });
  };
  assert.equal(typeof (await tried({})), 'number');
  assert.equal(await tried({ origin: 'https://thread.example.org.evil.example' }), undefined);
  assert.equal(await tried({ host: 'evil.example' }), undefined);
  assert.equal(await tried({ type: 'webauthn.create' }), undefined);
  assert.equal(await tried({ checked: false }), undefined, 'it has to check its person');
  assert.equal(await tried({}, { holds: fresh() }), undefined);
  assert.equal(await tried({}, { passkey: { ...others, credentialId: passkey.credentialId } }), undefined);
  assert.equal(
    await tried({}, { passkey: { ...passkey, counter: 1_000_000 } }),
    undefined,
    'a copied key counts wrong',
  );
  for (const nonsense of ['', '{}', 'null', '{"id":1}', '[]', 'x'.repeat(100_000)])
    assert.equal(await passkeyShown(site, { answer: nonsense, holds: () => true, passkey }), undefined);
});

test('a passkey that another site had made, or for another question, is not enrolled', async () => {
  const challenge = fresh();
  const options = enrolOptions({ site, challenge, person, known: [] });
  for (const twist of [
    { origin: 'http://thread.example.org' },
    { host: 'example.org' },
    { checked: false },
    { type: 'webauthn.get' },
  ])
    assert.equal(
      await passkeyMade(site, new SoftwareKey().make(options, site.origin, twist), is(challenge)),
      undefined,
    );
  assert.equal(await passkeyMade(site, new SoftwareKey().make(options, site.origin), is(fresh())), undefined);
});

test('ASVS 6.7.2: a challenge is for one purpose and one browser, for five minutes, and nobody else can make one', () => {
  const challenge = fresh();
  const holds = (minutes: number, other: Partial<ChallengeFor & { challenge: string }> = {}, own = keys) =>
    challengeHolds(own, new Date(at.getTime() + minutes * 60_000), { ...about, challenge, ...other });
  assert.equal(holds(0), true);
  assert.equal(holds(4.9), true);
  assert.equal(holds(5.1), false);
  assert.equal(holds(-10), false);
  assert.equal(holds(0, { purpose: 'prove' }), false);
  assert.equal(holds(0, { browser: 'another' }), false);
  assert.equal(holds(0, {}, testKeys()), false);
  assert.equal(holds(0, { challenge: Buffer.from('v1.made up').toString('base64url') }), false);
  assert.notEqual(fresh(), fresh());
});

test('passkeys are of a name reached by https, or of this very machine', () => {
  assert.equal(siteOf('https://thread.example.org/')?.origin, 'https://thread.example.org');
  assert.deepEqual(siteOf('http://localhost:3912'), { origin: 'http://localhost:3912', host: 'localhost' });
  for (const address of [
    'http://thread.example.org',
    'http://127.0.0.1:3000',
    'https://10.0.0.1',
    'https://[::1]:8443',
  ])
    assert.equal(siteOf(address), undefined, address);
});
