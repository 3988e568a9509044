import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { crossingWays, type CrossingWay } from '../../domain/disclosures/may-cross.ts';
import { tables } from '../sharing-tables.ts';

/** Something that passed from one body to another. */
export type Crossing = {
  id: Id<'crossing'>;
  disclosureId: Id<'disclosure'>;
  way: CrossingWay;
  output: { kind: string; id: string };
  crossedAt: Date;
  byName: string;
};

export async function keepCrossing(
  ctx: Ctx,
  given: Pick<Crossing, 'id' | 'disclosureId' | 'way' | 'output'> & { once: 'once' | 'again' },
): Promise<void> {
  await tables(ctx)
    .insertInto('sharing.crossing')
    .values({
      id: given.id,
      partnership_id: ctx.partnershipId,
      disclosure_id: given.disclosureId,
      once: given.once === 'once',
      way: given.way,
      output_kind: given.output.kind,
      output_id: given.output.id,
      crossed_at: ctx.now,
      crossed_by_name: nameOfActor(ctx.actor),
    })
    .execute();
}

/** Everything that crossed on a disclosure, in order. */
export async function crossingsOf(ctx: Ctx, disclosureId: Id<'disclosure'>): Promise<Crossing[]> {
  const rows = await tables(ctx)
    .selectFrom('sharing.crossing')
    .selectAll()
    .where('disclosure_id', '=', disclosureId)
    .orderBy('crossed_at')
    .execute();
  return rows.map((row) => ({
    id: storedId(row.id),
    disclosureId: storedId(row.disclosure_id),
    way: wayOf.parse(row.way),
    output: { kind: row.output_kind, id: row.output_id },
    crossedAt: row.crossed_at,
    byName: row.crossed_by_name,
  }));
}

const wayOf = z.enum(crossingWays);

/** How often something crossed on a disclosure. */
export async function crossingsOn(ctx: Ctx, disclosureId: Id<'disclosure'>): Promise<number> {
  const row = await tables(ctx)
    .selectFrom('sharing.crossing')
    .select(sql<number>`count(*)`.as('count'))
    .where('disclosure_id', '=', disclosureId)
    .executeTakeFirst();
  return row?.count ?? 0;
}

/** On which disclosure an output crossed. */
export async function disclosureOfOutput(
  ctx: Ctx,
  output: Crossing['output'],
): Promise<Id<'disclosure'> | undefined> {
  const row = await tables(ctx)
    .selectFrom('sharing.crossing')
    .select('disclosure_id')
    .where('output_kind', '=', output.kind)
    .where('output_id', '=', output.id)
    .executeTakeFirst();
  return row && storedId(row.disclosure_id);
}
