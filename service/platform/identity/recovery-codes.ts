import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Letters and figures that are not taken for each other (Crockford's base 32). */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const howMany = 10;
const length = 12;

/** Ten codes for a bad day, each of 60 random bits. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: howMany }, () =>
    [...randomBytes(length)]
      .map((byte) => letters[byte % 32] ?? '')
      .join('')
      .replaceAll(/(.{4})(?=.)/g, '$1-'),
  );
}

export function newSalt(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a code: scrypt, because a code is shorter than a key (N = 2^15, r = 8, p = 1). */
export async function recoveryDigest(code: string, salt: string): Promise<string> {
  const given = asWritten(code);
  return new Promise((resolve, reject) =>
    scrypt(given, salt, 32, { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }, (fault, key) =>
      fault ? reject(fault) : resolve(key.toString('base64url')),
    ),
  );
}

export function sameDigest(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** However somebody types it: capitals, gaps, and the letters that are taken for figures. */
function asWritten(code: string): string {
  return code
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1')
    .slice(0, 40);
}
