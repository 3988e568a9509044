import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** A page ready to send. */
export type KeptPage = { html: string; gzipped: Buffer; etag: string };

/** Makes a page ready to send: compressed, and named by what is in it. */
export function keptPage(html: string, level = 6): KeptPage {
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
  return { html, gzipped: gzipSync(html, { level }), etag };
}

/** Pages that are the same for everyone until their data change, newest use last; the oldest goes when there are too many. */
export class KeptPages {
  readonly #pages = new Map<string, Promise<KeptPage>>();
  readonly #most: number;

  constructor(most = 200) {
    this.#most = most;
  }

  /** The page of a key, made by the first who asks; those who ask meanwhile wait for the same one. */
  get(key: string, make: () => Promise<KeptPage>): Promise<KeptPage> {
    const found = this.#pages.get(key);
    this.#pages.delete(key);
    const page = found ?? make();
    this.#pages.set(key, page);
    if (!found) page.catch(() => this.#pages.delete(key));
    const oldest = this.#pages.size > this.#most ? this.#pages.keys().next().value : undefined;
    if (oldest !== undefined) this.#pages.delete(oldest);
    return page;
  }
}
