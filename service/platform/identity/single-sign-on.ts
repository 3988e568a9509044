import { createPrivateKey } from 'node:crypto';
import * as oidc from 'openid-client';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import { isLoopback } from '../config/config.ts';
import type { Provider } from './providers.ts';
import { whyNot, type SignOnRefusal } from './sign-on-refusals.ts';

/** What has to be kept in the browser until its person comes back; it is sealed there. */
export type OnTheWay = { provider: string; state: string; nonce: string; verifier: string; anew: boolean };

/** Who came back: one identity, named by its issuer for good. */
export type Identity = {
  provider: string;
  issuer: string;
  subject: string;
  confirmsIdentity: boolean;
  /** what the provider wants to see again when somebody signs out there */
  idToken: string | undefined;
};

export type SingleSignOn = {
  /** key and name of each, for buttons */
  providers: readonly Pick<Provider, 'key' | 'name' | 'confirmsIdentity' | 'issuer'>[];
  /** Where to send somebody, and what to keep meanwhile. `anew`: they have to show there that it is they. */
  begin(
    key: string,
    going: { back: string; anew: boolean },
  ): Promise<Outcome<{ to: string; kept: OnTheWay }, SignOnRefusal>>;
  /** Who it is that came back to this address. */
  finish(key: string, came: { address: URL; kept: OnTheWay }): Promise<Outcome<Identity, SignOnRefusal>>;
  /** where somebody signs out there too; undefined where that cannot be */
  endOf(key: string, leaving: { idToken: string | undefined; back: string }): Promise<string | undefined>;
};

const knownMs = 60 * 60 * 1000;
const timeoutSeconds = 10;
/** How old a sign-in may be where it was asked for anew: time to fetch a phone. */
const anewSeconds = 300;

/**
 * Single sign-on by OpenID Connect: authorization code with PKCE (S256), state and nonce always, the address to come back
 * to exact and of each provider its own, so that an answer of one is never taken for another's (RFC 9700, 4.4).
 */
export function openSingleSignOn(providers: readonly Provider[], now: () => number = Date.now): SingleSignOn {
  const byKey = new Map(providers.map((one) => [one.key, one]));
  const configurationOf = rememberingConfigurations(now);
  return {
    providers,
    async begin(key, { back, anew }) {
      const provider = byKey.get(key);
      if (!provider) return refuse({ reason: 'unknown-provider' });
      try {
        return done(await departure(await configurationOf(provider), provider, { back, anew }));
      } catch (fault) {
        return refuse(whyNot(fault));
      }
    },
    async finish(key, { address, kept }) {
      const provider = byKey.get(key);
      if (!provider) return refuse({ reason: 'unknown-provider' });
      if (kept.provider !== key) return refuse({ reason: 'not-asked' });
      try {
        return await arrival(await configurationOf(provider), provider, { address, kept });
      } catch (fault) {
        return refuse(whyNot(fault));
      }
    },
    async endOf(key, { idToken, back }) {
      const provider = byKey.get(key);
      if (!provider || provider.signOutThere === 'no') return undefined;
      const configuration = await configurationOf(provider).catch(() => undefined);
      if (!configuration?.serverMetadata().end_session_endpoint) return undefined;
      return oidc.buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: back,
        ...(idToken === undefined ? {} : { id_token_hint: idToken }),
      }).href;
    },
  };
}

/** What each provider said of itself in the last hour. */
function rememberingConfigurations(now: () => number): (provider: Provider) => Promise<oidc.Configuration> {
  const known = new Map<string, { at: number; found: Promise<oidc.Configuration> }>();
  return (provider) => {
    const before = known.get(provider.key);
    if (before && now() - before.at < knownMs) return before.found;
    const found = discovered(provider);
    known.set(provider.key, { at: now(), found });
    // a provider that did not answer is asked again, and not for an hour taken to be away
    found.catch(() => known.delete(provider.key));
    return found;
  };
}

async function discovered(provider: Provider): Promise<oidc.Configuration> {
  const place = new URL(provider.issuer);
  const here = place.protocol === 'http:' && isLoopback(place.hostname);
  const metadata = { id_token_signed_response_alg: provider.signedWith };
  return oidc.discovery(place, provider.client, metadata, await clientProof(provider), {
    timeout: timeoutSeconds,
    execute: here ? [oidc.allowInsecureRequests] : [],
  });
}

async function clientProof({ proof }: Provider): Promise<oidc.ClientAuth> {
  if (proof.kind === 'secret') return oidc.ClientSecretPost(proof.secret);
  const key = createPrivateKey(proof.pem);
  const isElliptic = key.asymmetricKeyType === 'ec';
  const algorithm = isElliptic
    ? { name: 'ECDSA', namedCurve: 'P-256' }
    : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const der = key.export({ type: 'pkcs8', format: 'der' });
  const imported = await crypto.subtle.importKey('pkcs8', new Uint8Array(der), algorithm, false, ['sign']);
  return oidc.PrivateKeyJwt(proof.keyId === undefined ? imported : { key: imported, kid: proof.keyId });
}

type Going = { back: string; anew: boolean };

async function departure(
  configuration: oidc.Configuration,
  provider: Provider,
  { back, anew }: Going,
): Promise<{ to: string; kept: OnTheWay }> {
  const verifier = oidc.randomPKCECodeVerifier();
  const kept: OnTheWay = {
    provider: provider.key,
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier,
    anew,
  };
  const to = oidc.buildAuthorizationUrl(configuration, {
    ...provider.askFor,
    ...(anew ? { prompt: 'login', ...(provider.saysWhen ? { max_age: '0' } : {}) } : {}),
    redirect_uri: back,
    scope: provider.scopes.join(' '),
    state: kept.state,
    nonce: kept.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return { to: to.href, kept };
}

type Came = { address: URL; kept: OnTheWay };

async function arrival(
  configuration: oidc.Configuration,
  provider: Provider,
  { address, kept }: Came,
): Promise<Outcome<Identity, SignOnRefusal>> {
  const tokens = await oidc.authorizationCodeGrant(configuration, address, {
    pkceCodeVerifier: kept.verifier,
    expectedState: kept.state,
    expectedNonce: kept.nonce,
    idTokenExpected: true,
    ...(kept.anew && provider.saysWhen ? { maxAge: anewSeconds } : {}),
  });
  const claims = tokens.claims();
  if (!claims) return refuse({ reason: 'unsound' });
  const parts = provider.subject.map((claim) => wordOf(claims[claim]));
  if (parts.some((part) => part === undefined)) return refuse({ reason: 'nameless' });
  if (provider.tenants && !provider.tenants.of.includes(wordOf(claims[provider.tenants.claim]) ?? ''))
    return refuse({ reason: 'other-body' });
  const unsaid = Object.entries(provider.mustSay).some(([claim, value]) => !says(claims[claim], value));
  if (unsaid) return refuse({ reason: 'not-enough' });
  return done({
    provider: provider.key,
    issuer: claims.iss,
    subject: parts.join(' '),
    confirmsIdentity: provider.confirmsIdentity,
    idToken: provider.signOutThere === 'with-token' ? tokens.id_token : undefined,
  });
}

/** A claim that can name somebody: words without spaces, or a number. */
function wordOf(claim: unknown): string | undefined {
  if (typeof claim === 'number') return String(claim);
  return typeof claim === 'string' && /^[!-~]{1,255}$/.test(claim) ? claim : undefined;
}

function says(claim: unknown, value: string): boolean {
  return Array.isArray(claim) ? claim.some((one) => String(one) === value) : String(claim) === value;
}
