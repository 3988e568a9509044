import {
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { z } from 'zod';

/** The site that a passkey is of: it opens this one and no other, whatever a look-alike says. */
export type Site = { origin: string; host: string };

/** A passkey as it is kept. */
export type Passkey = { credentialId: string; publicKey: Uint8Array<ArrayBuffer>; counter: number };

/** The site of an address; undefined where browsers make no passkeys (plain http, except on this machine). */
export function siteOf(origin: string): Site | undefined {
  const { protocol, hostname } = new URL(origin);
  // an address in figures is no name that a passkey can be of
  const fits = protocol === 'https:' ? !/^[\d.]+$|^\[/.test(hostname) : hostname === 'localhost';
  return fits ? { origin: new URL(origin).origin, host: hostname } : undefined;
}

const five = 5 * 60_000;
/** Ed25519, ES256, RS256: what authenticators can do (IANA COSE numbers). */
const algorithms = [-8, -7, -257];

export type EnrolAsk = {
  site: Site;
  challenge: string;
  /** what the device shows when it asks which passkey */
  person: { id: string; name: string };
  /** already there, so that one device does not get two */
  known: readonly string[];
};

/** What the browser is asked for: a key that stays findable on the device and always checks its person. */
export function enrolOptions({ site, challenge, person, known }: EnrolAsk): string {
  return JSON.stringify({
    challenge,
    rp: { id: site.host, name: 'Golden Thread' },
    user: { id: userHandle(person.id), name: person.name, displayName: person.name },
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout: five,
    excludeCredentials: known.map((id) => ({ type: 'public-key', id })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    attestation: 'none',
  });
}

/** What the browser is asked for at sign-in: any passkey of this site, or one of those named. */
export function showOptions(ask: { site: Site; challenge: string; among?: readonly string[] }): string {
  return JSON.stringify({
    challenge: ask.challenge,
    rpId: ask.site.host,
    timeout: five,
    userVerification: 'required',
    allowCredentials: (ask.among ?? []).map((id) => ({ type: 'public-key', id })),
  });
}

const base64url = z.string().regex(/^[\w-]{1,8192}$/);
const around = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()).transform(() => ({})),
};
const enrolled = z.object({
  ...around,
  response: z.object({ clientDataJSON: base64url, attestationObject: base64url }),
});
const shown = z.object({
  ...around,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: z
      .string()
      .nullish()
      .transform((value) => value ?? undefined),
  }),
});

export type Holds = (challenge: string) => boolean;

/** The passkey in a browser's answer; undefined where it is not one for us, now. */
export async function passkeyMade(site: Site, answer: string, holds: Holds): Promise<Passkey | undefined> {
  const response = read(enrolled, answer);
  if (!response) return undefined;
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response satisfies RegistrationResponseJSON,
      expectedChallenge: holds,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    });
    if (!verified) return undefined;
    const { id, publicKey, counter } = registrationInfo.credential;
    return { credentialId: id, publicKey, counter };
  } catch {
    return undefined;
  }
}

/** Which passkey a browser's answer speaks of, and whose it says that it is; nothing of it is proved yet. */
export function passkeyNamed(
  answer: string,
): { credentialId: string; personId: string | undefined } | undefined {
  const response = read(shown, answer);
  if (!response) return undefined;
  const handle = response.response.userHandle;
  return { credentialId: response.id, personId: handle === undefined ? undefined : personOfHandle(handle) };
}

/** The passkey's new count, where the answer proves that it was there with its person; undefined otherwise. */
export async function passkeyShown(
  site: Site,
  { answer, holds, passkey }: { answer: string; holds: Holds; passkey: Passkey },
): Promise<number | undefined> {
  const response = read(shown, answer);
  if (!response) return undefined;
  const { userHandle, ...rest } = response.response;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        ...response,
        response: { ...rest, ...(userHandle === undefined ? {} : { userHandle }) },
      } satisfies AuthenticationResponseJSON,
      expectedChallenge: holds,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true,
      credential: { id: passkey.credentialId, publicKey: passkey.publicKey, counter: passkey.counter },
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    return undefined;
  }
}

/** The challenge that an answer was made for, so that it can be noted as used. */
export function challengeIn(answer: string): string | undefined {
  const response = read(enrolled, answer) ?? read(shown, answer);
  const text = response && Buffer.from(response.response.clientDataJSON, 'base64url').toString();
  const client = text === undefined ? undefined : read(z.object({ challenge: base64url }), text);
  return client?.challenge;
}

function read<Shape>(shape: z.ZodType<Shape>, text: string): Shape | undefined {
  try {
    const found = shape.safeParse(JSON.parse(text));
    return found.success ? found.data : undefined;
  } catch {
    return undefined;
  }
}

/** The person's own id is the handle: it says nothing to whoever finds the device. */
function userHandle(personId: string): string {
  return Buffer.from(personId.replaceAll('-', ''), 'hex').toString('base64url');
}

function personOfHandle(handle: string): string {
  const hex = Buffer.from(handle, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
