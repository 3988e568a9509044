import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { editStrategy } from '../../domain/permissions.ts';
import { readFramework, type NotRead } from '../../domain/read-framework.ts';
import { readStratml, type NotStratml } from '../../domain/stratml/read-stratml.ts';
import { insertBringIn } from '../../store/bring-ins.ts';

export type FileToHold = { fileName: string; bytes: Uint8Array };

/** Reads a framework file or a StratML plan and keeps it until its preview is confirmed. No framework is touched. */
export async function holdFile(
  ctx: Ctx,
  { fileName, bytes }: FileToHold,
): Promise<Outcome<{ id: Id<'bring-in'> }, NotRead | NotStratml | NotAllowed>> {
  if (!allowed(ctx.actor, editStrategy)) return refuse({ reason: 'not-allowed' });
  if (looksLikeXml(bytes)) {
    const plan = readStratml(bytes);
    if (!plan.done) return plan;
    const { document, lost } = plan.value;
    return done({ id: await insertBringIn(ctx, { kind: 'file', fileName, document, lost: [...lost] }) });
  }
  const read = readFramework(bytes);
  if (!read.done) return read;
  return done({ id: await insertBringIn(ctx, { kind: 'file', fileName, document: read.value, lost: [] }) });
}

/** XML begins with an angle bracket, which no YAML or JSON of ours does. */
function looksLikeXml(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*</.test(Buffer.from(bytes.subarray(0, 200)).toString('utf8'));
}
