import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { people } from '#modules/accounts/index.ts';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import { signHeads, type SignedHeads } from '#platform/audit/sign-heads.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Keys } from '#platform/keys/keys.ts';
import { writeLetter } from '#platform/mail/letters.ts';
import { readAudit } from '../domain/permissions.ts';
import { headsExported, keepHeads } from '../store/heads.ts';

/** One transaction of whoever asks, as often as it takes. */
export type Act = <T>(access: 'read' | 'write', work: (ctx: Ctx) => Promise<T>) => Promise<T>;

/** Where signed heads go, and with what they are signed. */
export type HeadsKept = {
  /** best a folder that is kept on another machine */
  folder: string;
  /** whether somebody named that folder, so that it may be elsewhere */
  isNamed: boolean;
  keys: Keys;
  /** whether letters leave in earnest: then the heads go to the information-governance lead too */
  byLetter: boolean;
};

export type ExportHeadsRefusal = NotAllowed | { reason: 'nothing-audited' };

/**
 * Signs where every chain ends and puts the file where it is kept. What was signed and could not be put there stays
 * marked as not exported; the fault goes on to whoever asked.
 */
export async function exportHeads(
  act: Act,
  kept: HeadsKept,
): Promise<Outcome<{ fileName: string; path: string }, ExportHeadsRefusal>> {
  const signed = await act('write', (ctx) => sign(ctx, kept));
  if (!signed.done) return signed;
  const { id, fileName, text } = signed.value;
  const path = await writeWhole(kept.folder, fileName, text);
  await act('write', (ctx) => headsExported(ctx, id));
  return done({ fileName, path });
}

async function sign(
  ctx: Ctx,
  { keys, byLetter }: HeadsKept,
): Promise<Outcome<SignedHeads & { id: Id<'signed-heads'> }, ExportHeadsRefusal>> {
  if (!allowed(ctx.actor, readAudit)) return refuse({ reason: 'not-allowed' });
  const signed = await signHeads(ctx, keys);
  const { heads, fileName, text: content, print } = signed;
  if (heads.length === 0) return refuse({ reason: 'nothing-audited' });
  const entries = heads.reduce((sum, { sequence }) => sum + sequence, 0);
  const id = await keepHeads(ctx, { fileName, content, chains: heads.length, entries, print });
  await ctx.record({
    type: 'audit.heads-signed',
    subject: { kind: 'signed-heads', id },
    details: { chains: heads.length, entries },
  });
  if (byLetter) await tellLeads(ctx, signed);
  return done({ ...signed, id });
}

/** The letter is a copy of the file in somebody else's keeping. */
async function tellLeads(ctx: Ctx, { fileName, text }: SignedHeads): Promise<void> {
  for (const { id, email, roles } of await people(ctx))
    if (email && roles.includes('governance-lead'))
      await writeLetter(ctx, {
        key: `audit-heads ${fileName} ${id}`,
        to: email,
        subject: 'The sealed ends of the audit: please keep this letter',
        askedBy: id,
        parts: [
          {
            kind: 'words',
            text: 'These are the ends of the audit as the service signed them today. Whoever verifies the audit later holds them against it: entries that were changed or cut off are found by them. Please keep this letter where nobody who runs the service can change it.',
          },
          { kind: 'words', text: `To use it, keep what follows as a file called ${fileName}:` },
          { kind: 'words', text },
          { kind: 'page', text: 'What was exported, and the last verification', path: '/audit/heads' },
        ],
      });
}

/** Written whole or not at all, and on the disk before it counts. */
async function writeWhole(folder: string, name: string, text: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  const draft = `${path}.part`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  return path;
}
