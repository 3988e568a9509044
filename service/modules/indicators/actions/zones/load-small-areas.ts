import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { drawZones } from '../../domain/permissions.ts';
import {
  readSmallAreas,
  type Rows,
  type SmallArea,
  type SmallAreasRefusal,
} from '../../domain/zones/small-area.ts';
import { keepAreas } from '../../store/areas.ts';
import { raiseFiguresVersion } from '../../store/batches.ts';
import { replaceSmallAreas } from '../../store/zones/small-areas.ts';
import { writerOf } from '../gaps/writer-of.ts';

/**
 * Takes a list of the partnership's small areas in the place of the one before. They become areas of its own, so that any
 * table of figures by small area can be brought in.
 */
export async function loadSmallAreas(
  ctx: Ctx,
  { fileName, table }: { fileName: string; table: Rows },
): Promise<Outcome<readonly SmallArea[], NotAllowed | SmallAreasRefusal>> {
  if (!allowed(ctx.actor, drawZones)) return refuse({ reason: 'not-allowed' });
  const read = readSmallAreas(table);
  if (!read.done) return read;
  await replaceSmallAreas(ctx, { areas: read.value, fileName, byName: writerOf(ctx.actor).name });
  await keepAreas(
    ctx,
    read.value.map(({ code, name }) => ({
      code,
      dfeCode: undefined,
      name,
      kind: 'small-area',
      regionCode: undefined,
    })),
  );
  await raiseFiguresVersion(ctx);
  await ctx.record({
    type: 'indicators.small-areas-loaded',
    subject: { kind: 'partnership', id: ctx.partnershipId },
    details: { areas: read.value.length },
  });
  return done(read.value);
}
