import { createHash } from 'node:crypto';

/** What is kept of a random secret, or of what was used once: it cannot be told from this. */
export function digestOf(kind: 'sign-in letter' | 'once', text: string): string {
  return createHash('sha256').update(`${kind} ${text}`).digest('base64url');
}
