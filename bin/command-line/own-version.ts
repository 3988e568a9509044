import { readFile } from 'node:fs/promises';

/** The version of this program. */
export async function ownVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  const own: unknown = JSON.parse(text);
  return typeof own === 'object' && own !== null && 'version' in own ? String(own.version) : 'unknown';
}
