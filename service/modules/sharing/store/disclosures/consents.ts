import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import type { Day } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import type { ConsentGiven, Subject } from '../../domain/disclosures/disclosure.ts';
import { tables, writtenNow } from '../sharing-tables.ts';

/** Consents by their ids. */
export async function consentsById(ctx: Ctx, ids: readonly string[]): Promise<Map<string, ConsentGiven>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(ctx)
    .selectFrom('sharing.consent')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: storedId<'consent'>(row.id),
        givenBy: row.given_by,
        givenOn: row.given_on,
        withdrawn:
          row.withdrawn_at === null
            ? undefined
            : { at: row.withdrawn_at, words: row.withdrawn_words, byName: row.withdrawn_by_name },
      },
    ]),
  );
}

/** Writes down a consent, and answers with its id. */
export async function keepConsent(
  ctx: Ctx,
  { subject, givenBy, givenOn }: { subject: Subject; givenBy: string; givenOn: Day },
): Promise<Id<'consent'>> {
  const id = ctx.newId<'consent'>();
  await tables(ctx)
    .insertInto('sharing.consent')
    .values({
      id,
      partnership_id: ctx.partnershipId,
      subject_kind: subject.kind,
      subject_id: subject.id,
      given_by: givenBy,
      given_on: givenOn,
      ...writtenNow(ctx),
    })
    .execute();
  return id;
}

/** Writes down that a consent was taken back. */
export async function withdrawConsentOf(ctx: Ctx, id: Id<'consent'>, words: string): Promise<void> {
  await tables(ctx)
    .updateTable('sharing.consent')
    .set({ withdrawn_at: ctx.now, withdrawn_words: words, withdrawn_by_name: nameOfActor(ctx.actor) })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute();
}
