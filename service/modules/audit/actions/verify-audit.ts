import { createPublicKey } from 'node:crypto';
import { access } from 'node:fs/promises';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import { verifyDatabase } from '#platform/audit/export-audit.ts';
import { headsIn, printOf, readHeads, type Head } from '#platform/audit/verify-audit.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { readAudit } from '../domain/permissions.ts';
import type { Verification } from '../domain/verification.ts';
import { allHeads } from '../store/heads.ts';
import { beginVerification, verificationCame, verificationEnded } from '../store/verifications.ts';
import type { Act, HeadsKept } from './export-heads.ts';

/** Begins a run over the whole audit. */
export async function askToVerify(ctx: Ctx): Promise<Outcome<Id<'verification'>, NotAllowed>> {
  if (!allowed(ctx.actor, readAudit)) return refuse({ reason: 'not-allowed' });
  const id = await beginVerification(ctx);
  await ctx.record({ type: 'audit.verification-begun', subject: { kind: 'verification', id } });
  return done(id);
}

export type Found = Pick<Verification, 'entries' | 'chains' | 'heads' | 'unheld' | 'wrong' | 'faults'>;

const tellEveryMs = 1_000;

/**
 * Holds everything in the database against its seals and against every head that was signed: those in the folder, and
 * those that the database kept, which must be the same.
 */
export async function verifyAudit(act: Act, kept: HeadsKept, id: Id<'verification'>): Promise<Found> {
  const { partnershipId, now } = await act('read', async (ctx) => ({
    partnershipId: ctx.partnershipId,
    now: ctx.now,
  }));
  const signed = await signedHeads(act, kept);
  let told = performance.now();
  const report = await verifyDatabase((work) => act('read', work), {
    partnershipId,
    now,
    signed: signed.heads,
    async tell(progress) {
      if (performance.now() - told < tellEveryMs) return;
      told = performance.now();
      await act('write', (ctx) => verificationCame(ctx, { id, ...progress }));
    },
  });
  const found = {
    entries: report.entries,
    chains: report.chains.length,
    heads: report.heads,
    unheld: report.chains.reduce((sum, { last, held }) => sum + Math.max(0, last - held), 0),
    wrong: report.wrong + signed.faults.length,
    faults: [...signed.faults, ...report.faults.map(({ says }) => says)].slice(0, 100),
  };
  await act('write', async (ctx) => {
    await verificationEnded(ctx, id, found);
    const details = { entries: found.entries, wrong: found.wrong };
    await ctx.record({ type: 'audit.verified', subject: { kind: 'verification', id }, details });
  });
  return found;
}

/** Every head that was signed, in the folder or here; where the two disagree, that is a fault. */
async function signedHeads(
  act: Act,
  { folder, keys }: HeadsKept,
): Promise<{ heads: Head[]; faults: string[] }> {
  const key = createPublicKey(keys.key('audit-signing'));
  const known = await act('read', allHeads);
  const isThere = await access(folder).then(
    () => true,
    () => false,
  );
  const inFolder = isThere ? headsIn(folder, key) : { heads: [], faults: [] };
  const names = new Set(inFolder.heads.map(({ from }) => from));
  const [heads, faults]: [Head[], string[]] = [[...inFolder.heads], [...inFolder.faults]];
  for (const { fileName, content, isExported } of known) {
    const read = readHeads(content, fileName, key);
    if (typeof read === 'string')
      faults.push(read.replace(fileName, `${fileName}, as the database keeps it,`));
    else if (!names.has(fileName)) {
      heads.push(...read.heads);
      if (isExported) faults.push(`${fileName} was exported, and is not in the folder any more.`);
    }
  }
  return { heads, faults };
}

/** What the public key that signs heads is known by. */
export function printOfKey({ keys }: Pick<HeadsKept, 'keys'>): string {
  return printOf(createPublicKey(keys.key('audit-signing')));
}
