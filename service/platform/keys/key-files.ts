import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { KeyFault } from './key-fault.ts';

/** What each key is for, and how it is kept. */
export const keyKinds = {
  /** AES-256-GCM over the few fields that must be read again and must not be read in a copy of the database */
  secrets: 'secret',
  /** HMAC-SHA-256 over values that the audit may have to prove later */
  'audit-digests': 'secret',
  /** Ed25519 under the head of the audit */
  'audit-signing': 'signing',
} as const;

export type KeyName = keyof typeof keyKinds;

const names: readonly KeyName[] = ['secrets', 'audit-digests', 'audit-signing'];

export type KeyRing = ReadonlyMap<KeyName, KeyObject>;

/**
 * Reads the keys of a folder. One that is not there is made, but only where `mayMake` says so: a key made in the place
 * of one that is lost would hide the loss.
 */
export async function readKeyFiles(folder: string, mayMake: (name: KeyName) => boolean): Promise<KeyRing> {
  const ring = new Map<KeyName, KeyObject>();
  for (const name of names) {
    const path = pathOf(folder, name);
    const kept = await keptIn(path);
    if (!kept && !mayMake(name)) throw new KeyFault('keys-missing', folder);
    if (!kept) await keepNew(folder, path, newKey(name));
    ring.set(name, keyFrom(name, kept ?? (await readFile(path, 'utf8')), folder));
  }
  return ring;
}

/** Keys that are kept nowhere. */
export function unkeptKeys(): KeyRing {
  return new Map(names.map((name) => [name, keyFrom(name, newKey(name), 'memory')]));
}

/** What a key is known by where it must not stand itself. */
export function fingerprintOf(key: KeyObject): string {
  if (key.type === 'secret')
    return createHmac('sha256', key).update('golden thread: the print of this key').digest('base64url');
  const open = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(open).digest('base64url');
}

function pathOf(folder: string, name: KeyName): string {
  return join(folder, `${name}.${keyKinds[name] === 'signing' ? 'pem' : 'key'}`);
}

async function keptIn(path: string): Promise<string | undefined> {
  try {
    const { mode } = await stat(path);
    // Windows keeps who may read a file elsewhere, and says the same of all
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw new KeyFault('keys-open', path);
    return await readFile(path, 'utf8');
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined;
    throw fault;
  }
}

/** Of several processes that start at once the first one's key is kept, and the others read that. */
async function keepNew(folder: string, path: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(draft, path).catch((fault: unknown) => {
      if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault;
    });
  } finally {
    await rm(draft, { force: true });
  }
}

function newKey(name: KeyName): string {
  if (keyKinds[name] === 'secret') return `${randomBytes(32).toString('base64url')}\n`;
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function keyFrom(name: KeyName, text: string, place: string): KeyObject {
  try {
    if (keyKinds[name] === 'signing') return createPrivateKey(text);
    const bytes = Buffer.from(text.trim(), 'base64url');
    if (bytes.length === 32) return createSecretKey(bytes);
  } catch {
    // what stands in the file is told to nobody
  }
  throw new KeyFault('keys-unreadable', place);
}
