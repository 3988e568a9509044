import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { z } from 'zod';

/** The beginning of a file that broke off, and of which version it is. */
export type Part = z.infer<typeof head> & { bytes: number };

const head = z.object({
  address: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  isGzip: z.boolean(),
});

/**
 * What is here of a file that broke off, where the rest can be asked for: only a host that names the version (by a strong
 * tag, or the instant of its last change) can promise that the rest belongs to it (RFC 9110, 13.1.5).
 */
export async function partOf(to: string, address: string): Promise<Part | undefined> {
  try {
    const kept = head.parse(JSON.parse(await readFile(`${to}.part.json`, 'utf8')));
    const { size: bytes } = await stat(`${to}.part`);
    return kept.address === address && bytes > 0 ? { ...kept, bytes } : undefined;
  } catch {
    return undefined;
  }
}

/** Writes down of which version the file is that begins to arrive; without a version there is nothing to go on from. */
export async function rememberPart(
  to: string,
  given: { address: string; etag?: string | undefined; lastModified?: string | undefined; isGzip: boolean },
): Promise<void> {
  const etag = given.etag?.startsWith('W/') ? undefined : given.etag;
  const { address, lastModified, isGzip } = given;
  await rm(`${to}.part.json`, { force: true });
  if (etag === undefined && lastModified === undefined) return;
  await writeFile(`${to}.part.json`, JSON.stringify({ address, etag, lastModified, isGzip }), {
    mode: 0o600,
  });
}

export async function forgetPart(to: string): Promise<void> {
  await Promise.all([rm(`${to}.part`, { force: true }), rm(`${to}.part.json`, { force: true })]);
}
