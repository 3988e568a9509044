import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { exportDecisions } from '../../domain/exports/export.ts';
import { approveExport } from '../../domain/permissions.ts';
import { keepDecision, lockExport } from '../../store/exports/exports.ts';

export type DecideExportRefusal =
  | NotAllowed
  | { reason: 'export-missing' }
  | { reason: 'decision-missing' }
  | { reason: 'words-missing' }
  | { reason: 'decided-already'; byName: string };

/** A second person says whether a file of records may be taken, and why. Never whoever asked for it. */
export async function decideExport(
  ctx: Ctx,
  given: { exportId: string; decision: string; words: string },
): Promise<Outcome<undefined, DecideExportRefusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !allowed(actor, approveExport)) return refuse({ reason: 'not-allowed' });
  const id = idFrom<'export'>(given.exportId);
  const asked = id && (await lockExport(ctx, id));
  if (!asked || !asked.toldTo.includes(actor.personId)) return refuse({ reason: 'export-missing' });
  if (asked.askedBy === actor.personId) return refuse({ reason: 'not-allowed' });
  if (asked.decided) return refuse({ reason: 'decided-already', byName: asked.decided.byName });
  const as = exportDecisions.find((one) => one === given.decision);
  if (!as) return refuse({ reason: 'decision-missing' });
  const words = given.words.trim();
  if (words === '') return refuse({ reason: 'words-missing' });
  await keepDecision(ctx, { id: asked.id, byId: actor.personId, byName: actor.name, as, words });
  await ctx.record({
    type: 'families.export-decided',
    subject: { kind: 'export', id: asked.id },
    details: { decision: as },
  });
  return done(undefined);
}
