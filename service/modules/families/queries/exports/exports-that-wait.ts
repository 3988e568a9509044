import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { stateOf, type Export } from '../../domain/exports/export.ts';
import { approveExport, askForExport } from '../../domain/permissions.ts';
import { exportsAskedBy, exportsTold } from '../../store/exports/exports.ts';

/** Files that wait for whoever acts: to say yes or no, or to take. */
export async function exportsThatWait(
  ctx: Ctx,
): Promise<{ toDecide: readonly Export[]; toTake: readonly Export[] }> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return { toDecide: [], toTake: [] };
  const told = allowed(actor, approveExport) ? await exportsTold(ctx, actor.personId) : [];
  const own = allowed(actor, askForExport) ? await exportsAskedBy(ctx, actor.personId) : [];
  return {
    toDecide: told.filter((one) => stateOf(one, ctx.now) === 'waits'),
    toTake: own.filter((one) => stateOf(one, ctx.now) === 'open'),
  };
}
