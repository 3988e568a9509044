import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import {
  acts,
  dangers,
  waysToTell,
  type Concern,
  type ConcernInList,
  type ConcernStep,
  type Told,
} from '../../domain/danger/concern.ts';
import type { ReceiptDigests } from './receipts.ts';
import type { FamiliesTables } from '../tables.generated.ts';

const wayOf = z.enum(waysToTell);
const dangerOf = z.enum(dangers);
const safeOf = z.enum(['yes', 'no', 'not-said']);
const kindOf = z.enum(['read', 'acted', 'answered', 'handed', 'linked']);

export type ConcernToKeep = {
  id: Id<'concern'>;
  press: string;
  told: Told;
  senderId: string | null;
  settingId: string | null;
  receipt: ReceiptDigests;
};

/** Keeps what somebody told, with the digests of its receipt; false where the same press came before. Reads nothing back. */
export async function addConcern(ctx: Ctx, concern: ConcernToKeep): Promise<boolean> {
  const { told } = concern;
  const { numInsertedOrUpdatedRows } = await families(ctx)
    .insertInto('families.concern')
    .values({
      id: concern.id,
      partnership_id: ctx.partnershipId,
      press: concern.press,
      told_at: ctx.now,
      way: told.way,
      happened: told.happened,
      about: told.about,
      danger: told.danger,
      sender: told.sender,
      sender_id: concern.senderId,
      setting: told.setting,
      setting_id: concern.settingId,
      reach: told.reach,
      reach_is_safe: told.reachIsSafe,
    })
    // without columns, so that nothing has to be read: whoever tells may not
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
  const row = { concern_id: concern.id, partnership_id: ctx.partnershipId, ...concern.receipt };
  await families(ctx).insertInto('families.concern_receipt').values(row).execute();
  return true;
}

/** All that this person may read, with no word of what was told, oldest first. */
export async function concernsInList(ctx: Ctx): Promise<ConcernInList[]> {
  const rows = await families(ctx)
    .selectFrom('families.concern as told')
    .select(['told.id', 'told.way', 'told.danger', 'told.told_at', 'told.setting_id'])
    .select((at) => [
      at
        .selectFrom('families.concern_step as step')
        .whereRef('step.concern_id', '=', 'told.id')
        .select((of) => of.fn.min('step.said_at').as('at'))
        .as('read_at'),
      at
        .selectFrom('families.concern_step as step')
        .whereRef('step.concern_id', '=', 'told.id')
        .where('step.kind', '=', 'acted')
        .select((of) => of.fn.min('step.said_at').as('at'))
        .as('acted_at'),
      at
        .selectFrom('families.concern_step as step')
        .whereRef('step.concern_id', '=', 'told.id')
        .where('step.kind', '=', 'handed')
        .orderBy('step.nth', 'desc')
        .limit(1)
        .select('step.to_name')
        .as('handed_to'),
      at
        .selectFrom('families.concern_step as step')
        .whereRef('step.concern_id', '=', 'told.id')
        .where('step.kind', '=', 'handed')
        .orderBy('step.nth', 'desc')
        .limit(1)
        .select('step.to_person')
        .as('handed_to_person'),
    ])
    .orderBy('told.told_at')
    .limit(500)
    .execute();
  return rows.map(inList);
}

type ListRow = {
  id: string;
  way: string;
  danger: string;
  told_at: Date;
  setting_id: string | null;
  read_at: Date | null;
  acted_at: Date | null;
  handed_to: string | null;
  handed_to_person: string | null;
};

function inList(row: ListRow): ConcernInList {
  return {
    id: storedId<'concern'>(row.id),
    way: wayOf.parse(row.way),
    danger: dangerOf.parse(row.danger),
    toldAt: row.told_at,
    settingId: row.setting_id ?? undefined,
    readAt: row.read_at ?? undefined,
    actedAt: row.acted_at ?? undefined,
    handedTo: row.handed_to ?? '',
    handedToPerson: row.handed_to_person ?? undefined,
  };
}

/** One concern whole, where this person may read it. */
export async function concernById(ctx: Ctx, id: string): Promise<Concern | undefined> {
  const [found] = await concernsWhole(ctx, [id]);
  return found;
}

/** Concerns whole, by their ids, oldest first. */
export async function concernsWhole(ctx: Ctx, ids: readonly string[]): Promise<Concern[]> {
  if (ids.length === 0) return [];
  const rows = await families(ctx)
    .selectFrom('families.concern')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('told_at')
    .execute();
  const steps = await stepsOf(ctx, ids);
  return rows.map((row) => ({
    id: storedId<'concern'>(row.id),
    way: wayOf.parse(row.way),
    happened: row.happened,
    about: row.about,
    danger: dangerOf.parse(row.danger),
    sender: row.sender,
    setting: row.setting,
    reach: row.reach,
    reachIsSafe: safeOf.parse(row.reach_is_safe),
    toldAt: row.told_at,
    senderId: row.sender_id ?? undefined,
    settingId: row.setting_id ?? undefined,
    steps: steps.get(row.id) ?? [],
  }));
}

async function stepsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, ConcernStep[]>> {
  const rows = await families(ctx)
    .selectFrom('families.concern_step')
    .selectAll()
    .where('concern_id', 'in', ids)
    .orderBy('nth')
    .execute();
  const found = new Map<string, ConcernStep[]>();
  for (const row of rows) {
    const step: ConcernStep = {
      nth: row.nth,
      kind: kindOf.parse(row.kind),
      act: z.enum(acts).safeParse(row.act).data,
      words: row.words,
      toPerson: row.to_person ?? undefined,
      toName: row.to_name,
      childId: row.child_id === null ? undefined : storedId<'child'>(row.child_id),
      saidAt: row.said_at,
      saidByName: row.said_by_name,
    };
    found.set(row.concern_id, [...(found.get(row.concern_id) ?? []), step]);
  }
  return found;
}

export type StepToAdd = Pick<ConcernStep, 'nth' | 'kind'> &
  Partial<Pick<ConcernStep, 'act' | 'words' | 'toPerson' | 'toName' | 'childId'>>;

/** Adds a step in this person's name; false where somebody else added one of this number a moment ago. */
export async function addStep(ctx: Ctx, concernId: string, step: StepToAdd): Promise<boolean> {
  const { actor } = ctx;
  const { numInsertedOrUpdatedRows } = await families(ctx)
    .insertInto('families.concern_step')
    .values({
      id: ctx.newId<'concern-step'>(),
      partnership_id: ctx.partnershipId,
      concern_id: concernId,
      nth: step.nth,
      kind: step.kind,
      act: step.act ?? '',
      words: step.words ?? '',
      to_person: step.toPerson ?? null,
      to_name: step.toName ?? '',
      child_id: step.childId ?? null,
      said_at: ctx.now,
      said_by: actor.kind === 'person' ? actor.personId : null,
      said_by_name: actor.kind === 'person' ? actor.name : 'the service itself',
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** How many wait, for whoever may know that and nothing more. */
export async function unreadConcerns(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ unread: number }>`select families.unread_concerns() as unread`.execute(ctx.db);
  return rows[0]?.unread ?? 0;
}

/** Which concerns were linked to a child's record. */
export async function concernsOfChild(ctx: Ctx, childId: string): Promise<string[]> {
  const rows = await families(ctx)
    .selectFrom('families.concern_step')
    .select('concern_id')
    .distinct()
    .where('kind', '=', 'linked')
    .where('child_id', '=', childId)
    .execute();
  return rows.map(({ concern_id }) => concern_id);
}

/** Which concerns somebody told while they were signed in. */
export async function concernsOfSender(ctx: Ctx, personId: string): Promise<string[]> {
  const rows = await families(ctx)
    .selectFrom('families.concern')
    .select('id')
    .where('sender_id', '=', personId)
    .execute();
  return rows.map(({ id }) => id);
}

/** Deletes concerns with all that hangs on them; answers with how many there were, and how many rows. */
export async function deleteConcerns(
  ctx: Ctx,
  ids: readonly string[],
): Promise<{ records: number; rows: number }> {
  if (ids.length === 0) return { records: 0, rows: 0 };
  const hanging = await families(ctx)
    .selectFrom('families.concern_step')
    .select((of) => of.fn.countAll<number | string>().as('rows'))
    .where('concern_id', 'in', ids)
    .executeTakeFirstOrThrow();
  const gone = await families(ctx).deleteFrom('families.concern').where('id', 'in', ids).executeTakeFirst();
  const records = Number(gone.numDeletedRows);
  return { records, rows: records * 2 + Number(hanging.rows) };
}

export function families(ctx: Ctx) {
  return ctx.db.withTables<FamiliesTables>();
}
