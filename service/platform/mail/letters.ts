import { z } from 'zod';
import type { Ctx } from '../db/database.ts';
import { jsonb } from '../db/jsonb.ts';
import { storedId, type Id } from '../kernel/id.ts';
import type { LetterPart, LetterToWrite } from './letter.ts';
import type { PostTrouble } from './post.ts';
import type { MailTables } from './tables.generated.ts';

/** A letter that has not been carried yet. */
export type WaitingLetter = {
  id: Id<'letter'>;
  to: string;
  subject: string;
  parts: readonly LetterPart[];
  tries: number;
  writtenAt: Date;
};

const storedParts = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('words'), text: z.string() }),
    z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
    z.object({ kind: z.literal('page'), text: z.string(), path: z.string() }),
    z.object({ kind: z.literal('one-use-link'), text: z.string(), linkId: z.string() }),
    z.object({ kind: z.literal('code'), linkId: z.string() }),
  ]),
);

/**
 * Writes a letter, to be carried once this transaction has become true. Where one of its key was written before,
 * nothing happens.
 */
export async function writeLetter(ctx: Ctx, letter: LetterToWrite): Promise<void> {
  const id = ctx.newId<'letter'>();
  const added = await letters(ctx)
    .insertInto('platform.letter')
    .values({
      id,
      partnership_id: ctx.partnershipId,
      key: letter.key,
      to_address: letter.to,
      subject: letter.subject.replaceAll(/\s+/g, ' ').slice(0, 200),
      parts: jsonb(letter.parts),
      asked_by: letter.askedBy ?? null,
      state: 'waiting',
      tries: 0,
      written_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added) await tellOf(ctx, id);
}

/** Whoever carries letters hears of it. */
async function tellOf(ctx: Ctx, id: string): Promise<void> {
  await ctx.record({ type: 'platform.letter-written', subject: { kind: 'letter', id } });
}

/** Takes a letter in hand, one try more; undefined where it went out before, or was put away. */
export async function takeLetter(ctx: Ctx, id: string): Promise<WaitingLetter | undefined> {
  const row = await letters(ctx)
    .updateTable('platform.letter')
    .set((of) => ({ tries: of('tries', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning(['id', 'to_address', 'subject', 'parts', 'tries', 'written_at'])
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    id: storedId(row.id),
    to: row.to_address,
    subject: row.subject,
    parts: storedParts.parse(row.parts),
    tries: row.tries,
    writtenAt: row.written_at,
  };
}

/** It has gone: what it said is forgotten. */
export async function letterCarried(ctx: Ctx, id: string): Promise<void> {
  await letters(ctx)
    .updateTable('platform.letter')
    .set({ state: 'carried', parts: jsonb([]), trouble: null, settled_at: ctx.now })
    .where('id', '=', id)
    .execute();
}

/** It did not go, and will not by itself. */
export async function letterUndelivered(ctx: Ctx, id: string, trouble: PostTrouble): Promise<void> {
  await letters(ctx)
    .updateTable('platform.letter')
    .set({ state: 'undelivered', trouble, settled_at: ctx.now })
    .where('id', '=', id)
    .execute();
}

/** A letter that could not be delivered, for whoever asked for it. */
export type Undelivered = { id: string; to: string; subject: string; trouble: string; writtenAt: Date };

/** What a person asked to be sent and could not be delivered, newest first. */
export async function undeliveredOf(ctx: Ctx): Promise<Undelivered[]> {
  if (ctx.actor.kind !== 'person') return [];
  const rows = await ofPerson(ctx, ctx.actor.personId).orderBy('written_at', 'desc').execute();
  return rows.map((row) => ({
    id: row.id,
    to: row.to_address,
    subject: row.subject,
    trouble: row.trouble ?? '',
    writtenAt: row.written_at,
  }));
}

/** Tries a person's undelivered letter again, or puts it away; false where there is none of theirs. */
export async function settleUndelivered(ctx: Ctx, id: string, how: 'again' | 'put-away'): Promise<boolean> {
  if (ctx.actor.kind !== 'person') return false;
  const set = how === 'again' ? { state: 'waiting', tries: 0 } : { state: 'put-away', parts: jsonb([]) };
  const changed = await letters(ctx)
    .updateTable('platform.letter')
    .set({ ...set, settled_at: ctx.now })
    .where('id', '=', id)
    .where('asked_by', '=', ctx.actor.personId)
    .where('state', '=', 'undelivered')
    .returning('id')
    .executeTakeFirst();
  if (changed && how === 'again') await tellOf(ctx, id);
  return changed !== undefined;
}

function ofPerson(ctx: Ctx, personId: string) {
  return letters(ctx)
    .selectFrom('platform.letter')
    .select(['id', 'to_address', 'subject', 'trouble', 'written_at'])
    .where('asked_by', '=', personId)
    .where('state', '=', 'undelivered');
}

function letters(ctx: Ctx) {
  return ctx.db.withTables<MailTables>();
}
