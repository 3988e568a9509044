import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { actionStates, type ActionState } from '../domain/action.ts';
import { tables } from './delivery-tables.ts';

export const ways = ['page', 'link', 'meeting'] as const;
export type Way = (typeof ways)[number];

/** What was said of an action, once said never changed. */
export type ProgressNote = {
  id: Id<'progress-note'>;
  actionId: Id<'action'>;
  words: string;
  before: { state: ActionState; due: Day | undefined };
  after: { state: ActionState; due: Day | undefined };
  saidAt: Date;
  saidBy: { name: string; organisation: string };
  way: Way;
};

const stateOf = z.enum(actionStates);
const wayOf = z.enum(ways);

/** What was said of some actions, the newest first. */
export async function progressNotesOf(ctx: Ctx, actionIds: readonly string[]): Promise<ProgressNote[]> {
  if (actionIds.length === 0) return [];
  const rows = await tables(ctx)
    .selectFrom('delivery.progress_note')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where(sql<boolean>`action_id = any(${[...actionIds]}::uuid[])`)
    .orderBy('said_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: storedId(row.id),
    actionId: storedId(row.action_id),
    words: row.words,
    before: { state: stateOf.parse(row.state_before), due: row.due_before ?? undefined },
    after: { state: stateOf.parse(row.state_after), due: row.due_after ?? undefined },
    saidAt: row.said_at,
    saidBy: { name: row.said_by_name, organisation: row.said_by_organisation },
    way: wayOf.parse(row.way),
  }));
}

export async function addProgressNote(ctx: Ctx, note: ProgressNote): Promise<void> {
  await tables(ctx)
    .insertInto('delivery.progress_note')
    .values({
      id: note.id,
      partnership_id: ctx.partnershipId,
      action_id: note.actionId,
      words: note.words,
      state_before: note.before.state,
      state_after: note.after.state,
      due_before: note.before.due ?? null,
      due_after: note.after.due ?? null,
      said_at: note.saidAt,
      said_by_name: note.saidBy.name,
      said_by_organisation: note.saidBy.organisation,
      way: note.way,
    })
    .execute();
}
