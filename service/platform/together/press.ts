import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** One press of one button on one showing of a form, told from all others. */
export type Press = {
  /** its name: nothing of what was typed can be read from it */
  name: string;
  /** opens what was told to it; it stands nowhere, and whoever sends the very same form from the same browser has it */
  key: Buffer;
};

/** What makes a press: the browser's own secret, the page, and everything that was typed or chosen. */
export function pressOf(secret: string, ...sent: readonly unknown[]): Press {
  const text = JSON.stringify([secret, ...sent]);
  return {
    name: createHash('sha256').update(text).digest('base64url'),
    key: createHash('sha256').update(`seal ${text}`).digest(),
  };
}

const ivBytes = 12;
const tagBytes = 16;

/** Closes words so that only the same press can read them. */
export function seal({ name, key }: Press, words: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(name));
  const closed = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), closed]).toString('base64url');
}

/** Opens what the same press closed. @throws where it was another one, or the words were changed */
export function unseal({ name, key }: Press, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(Buffer.from(name))
    .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  return `${decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8')}${decipher.final('utf8')}`;
}
