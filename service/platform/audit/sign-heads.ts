import { createPublicKey, sign } from 'node:crypto';
import type { Ctx } from '../db/database.ts';
import type { Keys } from '../keys/keys.ts';
import { chainEnds } from './entries.ts';
import { printOf, signedBytes } from './verify-audit.ts';

/** A file of signed heads: where every chain ends at one moment. */
export type SignedHeads = {
  /** as it is kept: docs/guides/audit.md describes it */
  text: string;
  fileName: string;
  heads: readonly { chain: string; sequence: number; hash: string }[];
  /** of the key that signed */
  print: string;
};

/** Signs where every chain of the partnership ends now (Ed25519, RFC 8032). */
export async function signHeads(ctx: Ctx, keys: Keys): Promise<SignedHeads> {
  const partnership = ctx.partnershipId;
  const at = ctx.now.toISOString();
  const heads = (await chainEnds(ctx)).flatMap(({ chain, head }) => (head ? [{ chain, ...head }] : []));
  const signing = keys.key('audit-signing');
  const open = createPublicKey(signing);
  const document = {
    format: 'golden-thread-audit-heads-1',
    partnership,
    at,
    heads,
    key: open.export({ type: 'spki', format: 'der' }).toString('base64'),
    signature: sign(null, signedBytes({ partnership, at, heads }), signing).toString('base64'),
  };
  return {
    heads,
    text: `${JSON.stringify(document, undefined, 2)}\n`,
    fileName: `audit-heads-${at.replaceAll(/[:.]/g, '')}.json`,
    print: printOf(open),
  };
}
