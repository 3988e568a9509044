import type { Ctx } from '#platform/db/database.ts';
import type { Touch } from '#platform/kernel/context.ts';
import type { Concern } from '../../domain/danger/concern.ts';

type Noted = { concern: Concern; as: string } & Pick<Touch, 'act' | 'way'>;

/** Writes into the audit that a concern was read or worked on; and, where it was linked, into that of the child. */
export function noteReading(ctx: Ctx, { concern, as, act, way }: Noted): void {
  const part = { kind: 'concern', id: concern.id };
  const how = { act, way, relationship: as, purpose: 'safeguarding' };
  ctx.audit({ ...how, subject: part });
  const children = new Set(concern.steps.flatMap(({ childId }) => (childId ? [childId] : [])));
  for (const id of children) ctx.audit({ ...how, subject: { kind: 'child', id }, part });
}
