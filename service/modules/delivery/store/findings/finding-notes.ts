import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { findingStates, type FindingState } from '../../domain/finding.ts';
import { tables } from '../delivery-tables.ts';

/** What was said of a finding, once said never changed. */
export type FindingNote = {
  id: Id<'finding-note'>;
  findingId: Id<'finding'>;
  words: string;
  before: FindingState;
  after: FindingState;
  saidAt: Date;
  saidByName: string;
};

const stateOf = z.enum(findingStates);

/** What was said of some findings, the newest first. */
export async function findingNotesOf(ctx: Ctx, findingIds: readonly Id<'finding'>[]): Promise<FindingNote[]> {
  if (findingIds.length === 0) return [];
  const rows = await tables(ctx)
    .selectFrom('delivery.finding_note')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where(sql<boolean>`finding_id = any(${[...findingIds]}::uuid[])`)
    .orderBy('said_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: storedId(row.id),
    findingId: storedId(row.finding_id),
    words: row.words,
    before: stateOf.parse(row.state_before),
    after: stateOf.parse(row.state_after),
    saidAt: row.said_at,
    saidByName: row.said_by_name,
  }));
}

/** Writes down what somebody said of a finding, as whoever acts. */
export async function addFindingNote(
  ctx: Ctx,
  note: { findingId: Id<'finding'>; words: string; before: FindingState; after: FindingState },
): Promise<void> {
  await tables(ctx)
    .insertInto('delivery.finding_note')
    .values({
      id: ctx.newId<'finding-note'>(),
      partnership_id: ctx.partnershipId,
      finding_id: note.findingId,
      words: note.words,
      state_before: note.before,
      state_after: note.after,
      said_at: ctx.now,
      said_by_name: nameOfActor(ctx.actor),
    })
    .execute();
}
