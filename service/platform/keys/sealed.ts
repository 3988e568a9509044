import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keys } from './keys.ts';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals a few bytes so that a copy of the database gives them to nobody (AES-256-GCM, NIST SP 800-38D).
 * @param of what they belong to: a row's own id, so that a sealed value moved to another row opens nothing
 */
export function seal(keys: Keys, { value, of }: { value: Uint8Array; of: string }): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keys.key('secrets'), nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(of));
  const body = Buffer.concat([cipher.update(value), cipher.final()]);
  return `v1.${Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')}`;
}

/** Opens what `seal` made. @throws where it was changed, moved or sealed with another key */
export function unseal(keys: Keys, { sealed, of }: { sealed: string; of: string }): Buffer {
  const bytes = Buffer.from(sealed.replace(/^v1\./, ''), 'base64url');
  const nonce = bytes.subarray(0, nonceBytes);
  const body = bytes.subarray(nonceBytes, -tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', keys.key('secrets'), nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(of));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(body), decipher.final()]);
}
