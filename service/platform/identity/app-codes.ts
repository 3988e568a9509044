import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { encode } from 'uqr';

/** As every app that shows codes knows it: SHA-1, six digits, thirty seconds (RFC 6238). */
const periodSeconds = 30;
const secretBytes = 20;

/** What an app and we know, and nobody else: 160 random bits (RFC 4226, 4). */
export function newAppSecret(): Uint8Array {
  return new Uint8Array(randomBytes(secretBytes));
}

/**
 * The time step of which this code is; undefined where it is of none that counts: this one, the one before and the next.
 * Whoever keeps the step takes none twice.
 */
export function stepOfCode(secret: Uint8Array, code: string, at: Date): number | undefined {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = totp(secret, '').validate({ token, timestamp: at.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(at.getTime() / 1000 / periodSeconds) + delta;
}

/** The code that an app shows at this time; only tests have a use for it. */
export function codeAt(secret: Uint8Array, at: Date): string {
  return totp(secret, '').generate({ timestamp: at.getTime() });
}

export type AppSetUp = {
  /** what the picture says: otpauth://… */
  address: string;
  /** the secret in letters, for whoever cannot take a picture, in groups of four */
  typed: string;
  /** the picture: which of its squares are dark, row by row */
  squares: readonly (readonly boolean[])[];
};

/** How an app is told of a secret. */
export function appSetUp(secret: Uint8Array, person: string): AppSetUp {
  const app = totp(secret, person);
  const address = app.toString();
  const typed = app.secret.base32.replaceAll(/(.{4})(?=.)/g, '$1 ');
  return { address, typed, squares: encode(address, { border: 2 }).data };
}

function totp(secret: Uint8Array, person: string): TOTP {
  return new TOTP({
    issuer: 'Golden Thread',
    label: person,
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
  });
}
