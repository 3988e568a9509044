import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Provider } from './providers.ts';
import { openSingleSignOn, type OnTheWay, type SingleSignOn } from './single-sign-on.ts';
import { back, testProvider, type TestProvider } from './testing/test-provider.ts';

async function house(t: TestContext, more: Partial<Provider> = {}) {
  const there = await testProvider(t);
  const sso = openSingleSignOn([there.provider('council', more)]);
  return { there, sso };
}

async function departed(sso: SingleSignOn, key = 'council', anew = false) {
  const going = await sso.begin(key, { back: `${back}${key}`, anew });
  assert.ok(going.done, JSON.stringify(going));
  return going.value;
}

async function reasonOf(sso: SingleSignOn, came: { address: URL; kept: OnTheWay }, key = 'council') {
  const found = await sso.finish(key, came);
  return found.done ? `came in as ${found.value.subject}` : found.refusal.reason;
}

async function journey(there: TestProvider, sso: SingleSignOn, anew = false) {
  const { to, kept } = await departed(sso, 'council', anew);
  return { address: await there.visit(to), kept };
}

test('ASVS 10.2.1 and 10.5.1: who signs in at a certified provider comes back as one identity, by PKCE, state and nonce', async (t) => {
  const { there, sso } = await house(t);
  const { to, kept } = await departed(sso);
  const asked = new URL(to).searchParams;
  assert.equal(asked.get('code_challenge_method'), 'S256');
  assert.equal(asked.get('response_type'), 'code');
  assert.equal(asked.get('redirect_uri'), `${back}council`);
  assert.notEqual(asked.get('state'), asked.get('nonce'));
  assert.ok(!to.includes(kept.verifier));
  const found = await sso.finish('council', { address: await there.visit(to), kept });
  assert.ok(found.done);
  assert.deepEqual(found.value, {
    provider: 'council',
    issuer: there.issuer,
    subject: 'ash',
    confirmsIdentity: false,
    idToken: undefined,
  });
});

test('a state or a nonce that is not ours lets nobody in', async (t) => {
  const { there, sso } = await house(t);
  const came = await journey(there, sso);
  const other = await departed(sso);
  assert.equal(
    await reasonOf(sso, { ...came, kept: { ...came.kept, state: other.kept.state } }),
    'not-asked',
  );
  const stateless = new URL(came.address);
  stateless.searchParams.delete('state');
  assert.equal(await reasonOf(sso, { ...came, address: stateless }), 'not-asked');
  assert.equal(await reasonOf(sso, { ...came, kept: { ...came.kept, nonce: other.kept.nonce } }), 'unsound');
});

test('a code works once, and not for long', async (t) => {
  const { there, sso } = await house(t);
  const came = await journey(there, sso);
  assert.equal(await reasonOf(sso, came), 'came in as ash');
  assert.equal(await reasonOf(sso, came), 'too-late');
  const slow = await testProvider(t, { more: { ttl: { AuthorizationCode: 1 } } });
  const late = openSingleSignOn([slow.provider('council')]);
  const arrived = await journey(slow, late);
  await pause(2100);
  assert.equal(await reasonOf(late, arrived), 'too-late');
});

test('ASVS 10.2.1: a code without its challenge, or with one in the open, lets nobody in: PKCE cannot be taken off on the way', async (t) => {
  const { there, sso } = await house(t);
  const { to, kept } = await departed(sso);
  const stripped = new URL(to);
  stripped.searchParams.delete('code_challenge');
  stripped.searchParams.delete('code_challenge_method');
  assert.equal(await reasonOf(sso, { address: await there.visit(stripped.href), kept }), 'too-late');
  const others = await departed(sso);
  assert.equal(
    await reasonOf(sso, {
      address: await there.visit(others.to),
      kept: { ...others.kept, verifier: kept.verifier },
    }),
    'too-late',
    'nor with somebody else’s',
  );
});

test('ASVS 10.2.2: an answer of one provider is never taken for another’s', async (t) => {
  const honest = await testProvider(t, { keys: ['council', 'trust'] });
  const other = await testProvider(t, { keys: ['council', 'trust'] });
  const sso = openSingleSignOn([honest.provider('council'), other.provider('trust')]);
  const { to, kept } = await departed(sso, 'council');
  const address = await honest.visit(to);
  assert.equal(await reasonOf(sso, { address, kept }, 'trust'), 'not-asked', 'at another address');
  const mixed = await departed(sso, 'trust');
  const fromOther = await other.visit(mixed.to);
  assert.equal(
    await reasonOf(sso, { address: fromOther, kept: { ...mixed.kept, provider: 'council' } }),
    'unsound',
    'the issuer in the answer is not the one that was asked',
  );
  assert.equal(await reasonOf(sso, { address: fromOther, kept: mixed.kept }, 'trust'), 'came in as ash');
});

test('who belongs to another body, does not say who they are, or proved less than is asked, does not come in', async (t) => {
  const entra = {
    subject: ['tid', 'oid'],
    tenants: { claim: 'tid', of: ['tenant-a'] },
    mustSay: { amr: 'mfa' },
  };
  const { there, sso } = await house(t, entra);
  const tried = async (account: TestProvider['account']) => {
    there.account = account;
    return reasonOf(sso, await journey(there, sso));
  };
  assert.equal(
    await tried({ sub: 'p', tid: 'tenant-a', oid: 'o1', amr: ['pwd', 'mfa'] }),
    'came in as tenant-a o1',
  );
  assert.equal(await tried({ sub: 'p', tid: 'tenant-b', oid: 'o1', amr: ['mfa'] }), 'other-body');
  assert.equal(await tried({ sub: 'p', tid: 'tenant-a', amr: ['mfa'] }), 'nameless');
  assert.equal(await tried({ sub: 'p', tid: 'tenant-a', oid: '', amr: ['mfa'] }), 'nameless');
  assert.equal(await tried({ sub: 'p', tid: 'tenant-a', oid: 'o1 o2', amr: ['mfa'] }), 'nameless');
  assert.equal(await tried({ sub: 'p', tid: 'tenant-a', oid: 'o1', amr: ['pwd'] }), 'not-enough');
  assert.equal(await tried({ sub: 'p', tid: 'tenant-a', oid: 'o1' }), 'not-enough');
});

test('who is turned back there is told so, and a provider that is away is asked again the next time', async (t) => {
  const { there, sso } = await house(t);
  there.account = undefined;
  assert.equal(await reasonOf(sso, await journey(there, sso)), 'turned-back');
  there.account = { sub: 'ash' };
  const came = await journey(there, sso);
  await there.close();
  assert.equal(await reasonOf(sso, came), 'provider-away');
  const fresh = openSingleSignOn([there.provider('council')]);
  const going = await fresh.begin('council', { back, anew: false });
  assert.deepEqual(going, { done: false, refusal: { reason: 'provider-away' } });
  assert.deepEqual(await fresh.begin('nobody', { back, anew: false }), {
    done: false,
    refusal: { reason: 'unknown-provider' },
  });
});

test('R13: proving anew asks for a sign-in now, and takes nothing older', async (t) => {
  const { there, sso } = await house(t);
  const { to } = await departed(sso, 'council', true);
  assert.equal(new URL(to).searchParams.get('prompt'), 'login');
  assert.equal(new URL(to).searchParams.get('max_age'), '0');
  assert.equal(await reasonOf(sso, await journey(there, sso, true)), 'came in as ash');
  const came = await journey(there, sso);
  assert.equal(
    await reasonOf(sso, { ...came, kept: { ...came.kept, anew: true } }),
    'unsound',
    'an answer that does not say when they signed in proves nothing anew',
  );
});

test('a provider that asks for a signed proof of who we are gets one (private_key_jwt), as GOV.UK One Login does', async (t) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const there = await testProvider(t, {
    more: {
      clients: [
        {
          client_id: 'golden-thread',
          redirect_uris: [`${back}one-login`],
          token_endpoint_auth_method: 'private_key_jwt',
          token_endpoint_auth_signing_alg: 'ES256',
          jwks: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'ours', alg: 'ES256', use: 'sig' }] },
        },
      ],
    },
  });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const proof = { kind: 'key' as const, pem, keyId: 'ours' };
  const sso = openSingleSignOn([there.provider('one-login', { proof, askFor: { vtr: '["Cl.Cm"]' } })]);
  const { to, kept } = await departed(sso, 'one-login');
  assert.equal(new URL(to).searchParams.get('vtr'), '["Cl.Cm"]');
  assert.equal(await reasonOf(sso, { address: await there.visit(to), kept }, 'one-login'), 'came in as ash');
  const end = await sso.endOf('one-login', { idToken: undefined, back: 'https://thread.example.org/' });
  assert.match(end ?? '', /\/session\/end\?/);
});
