import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { SavedReading } from '../../domain/formats/mapped/column-mapping.ts';
import { bringInFigures } from '../../domain/permissions.ts';
import { keepSavedReading } from '../../store/saved-readings.ts';

/** Keeps what the columns of a file are under a name, so that the next file with the same headers is read the same way. */
export async function rememberColumns(
  ctx: Ctx,
  saved: SavedReading,
): Promise<Outcome<undefined, NotAllowed | { reason: 'name-taken'; name: string }>> {
  if (!allowed(ctx.actor, bringInFigures)) return refuse({ reason: 'not-allowed' });
  const kept = await keepSavedReading(ctx, { ...saved, reading: withoutWave(saved.reading) });
  return kept ? done(undefined) : refuse({ reason: 'name-taken', name: saved.name });
}

/** The name of a wave is of one file alone: the next one has its own. */
export function withoutWave(reading: SavedReading['reading']): SavedReading['reading'] {
  if (!reading.survey) return reading;
  const { wave: _, ...survey } = reading.survey;
  return { ...reading, survey };
}
