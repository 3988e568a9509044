import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { EndedRecord } from '../../domain/rights/personal-records.ts';
import { tables } from '../sharing-tables.ts';

/** Shares and refusals that were decided on a day or before, and whose record is not owed any more. */
export async function disclosuresDecided(ctx: Ctx, onOrBefore: Day): Promise<EndedRecord[]> {
  const rows = await tables(ctx)
    .selectFrom('sharing.disclosure')
    .select(['id', 'number', 'subject_kind', 'subject_id', 'decided_on'])
    .where('partnership_id', '=', ctx.partnershipId)
    .where('recorded_at', 'is not', null)
    .where(sql<boolean>`decided_on <= ${onOrBefore}::date`)
    .execute();
  return rows.flatMap((row) =>
    row.decided_on === null
      ? []
      : [
          {
            id: row.id,
            subject: { kind: row.subject_kind, id: row.subject_id },
            title: `Disclosure S${row.number}`,
            triggeredOn: row.decided_on,
          },
        ],
  );
}

/** Deletes shares and refusals with what crossed on them and their consents; answers with how many rows went. */
export async function deleteDisclosures(ctx: Ctx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const crossings = await tables(ctx)
    .deleteFrom('sharing.crossing')
    .where('disclosure_id', 'in', [...ids])
    .executeTakeFirst();
  const gone = await tables(ctx)
    .deleteFrom('sharing.disclosure')
    .where('id', 'in', [...ids])
    .returning('consent_id')
    .execute();
  const consents = gone.flatMap(({ consent_id: id }) => (id === null ? [] : [id]));
  const left = tables(ctx)
    .selectFrom('sharing.disclosure')
    .select('consent_id')
    .where('consent_id', 'is not', null);
  const alone =
    consents.length === 0
      ? 0n
      : (
          await tables(ctx)
            .deleteFrom('sharing.consent')
            .where('id', 'in', consents)
            .where('id', 'not in', left)
            .executeTakeFirst()
        ).numDeletedRows;
  return Number(crossings.numDeletedRows) + gone.length + Number(alone);
}
