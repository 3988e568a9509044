import { allowed } from '#platform/access/policy.ts';
import { chainEnds } from '#platform/audit/entries.ts';
import type { Ctx } from '#platform/db/database.ts';
import { mostHoursUnexported, type HeadsFile } from '../domain/heads-file.ts';
import { readAudit } from '../domain/permissions.ts';
import { isUnderWay, type Verification } from '../domain/verification.ts';
import { headsContent, lastExport, latestHeads } from '../store/heads.ts';
import { latestVerifications } from '../store/verifications.ts';

export type HeadsView = {
  files: readonly HeadsFile[];
  verifications: readonly Verification[];
  underWay: Verification | undefined;
  entries: number;
  chains: number;
};

/** Which heads were signed, what the last verifications found, and how much there is. */
export async function headsView(ctx: Ctx): Promise<HeadsView> {
  const verifications = await latestVerifications(ctx, 10);
  const ends = await chainEnds(ctx);
  return {
    files: await latestHeads(ctx, 30),
    verifications,
    underWay: verifications.find((one) => isUnderWay(one, ctx.now)),
    entries: ends.reduce((sum, { last }) => sum + last, 0),
    chains: ends.length,
  };
}

/** One file of heads, as it was signed. */
export async function headsFile(
  ctx: Ctx,
  id: string,
): Promise<{ fileName: string; content: string } | undefined> {
  return headsContent(ctx, id);
}

/** What somebody who looks after the audit should see to. */
export type AuditTrouble = { unexportedSince: Date | undefined; wrong: Verification | undefined };

/** Heads that have not come to where they are kept for two days, and a last verification that found something. */
export async function auditTrouble(ctx: Ctx): Promise<AuditTrouble | undefined> {
  if (!allowed(ctx.actor, readAudit)) return undefined;
  const [last] = (await latestVerifications(ctx, 5)).filter(({ finishedAt }) => finishedAt !== undefined);
  const oldest = await lastExport(ctx);
  const [first] = (await latestHeads(ctx, 1000))
    .filter(({ exportedAt }) => exportedAt === undefined)
    .slice(-1);
  const since = oldest ?? first?.signedAt;
  const isLate = since !== undefined && ctx.now.getTime() - since.getTime() > mostHoursUnexported * 3_600_000;
  return { unexportedSince: isLate ? since : undefined, wrong: last && last.wrong > 0 ? last : undefined };
}
