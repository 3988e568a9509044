import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * A token that only a page of this service can hold: made from the browser's own secret cookie, and salted afresh each
 * time so that a compressed page gives nothing away (BREACH).
 */
export function csrfToken(secret: string, salt = randomBytes(9).toString('base64url')): string {
  return `${salt}.${createHash('sha256').update(`csrf ${salt} ${secret}`).digest('base64url')}`;
}

/** Whether a posted token was made from this browser's secret. */
export function csrfHolds(secret: string, token: string): boolean {
  const salt = token.slice(0, token.indexOf('.'));
  const wanted = Buffer.from(csrfToken(secret, salt));
  const given = Buffer.from(token);
  return salt.length > 0 && wanted.length === given.length && timingSafeEqual(wanted, given);
}

/** What a browser is known by where it has to be written down: its secret cannot be told from it. */
export function browserDigest(secret: string): string {
  return createHash('sha256').update(`browser ${secret}`).digest('base64url');
}

/** 256 random bits for a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
