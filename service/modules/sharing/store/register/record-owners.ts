import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { storedId } from '#platform/kernel/id.ts';
import {
  ourParts,
  recordKinds,
  type RecordKind,
  type RecordOwner,
} from '../../domain/register/record-owners.ts';
import { tables } from '../sharing-tables.ts';

const kindOf = z.enum(recordKinds);
const partOf = z.enum(ourParts);

/** Who answers for which kind of record; the kinds that somebody has said. */
export async function recordOwners(ctx: Ctx): Promise<RecordOwner[]> {
  const rows = await tables(ctx)
    .selectFrom('sharing.record_owner')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .execute();
  return rows.map((row) => ({
    kind: kindOf.parse(row.record_kind),
    organisationId: storedId(row.organisation_id),
    keptIn: row.kept_in,
    ourPart: partOf.parse(row.our_part),
    link: row.link,
    words: row.words,
    version: row.version,
  }));
}

/** One, as it stands, held against every other writer until the transaction ends. */
export async function lockRecordOwner(ctx: Ctx, kind: RecordKind): Promise<RecordOwner | undefined> {
  await tables(ctx)
    .selectFrom('sharing.record_owner')
    .select('version')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('record_kind', '=', kind)
    .forUpdate()
    .execute();
  return (await recordOwners(ctx)).find((one) => one.kind === kind);
}

export async function keepRecordOwner(ctx: Ctx, owner: RecordOwner): Promise<void> {
  const row = {
    organisation_id: owner.organisationId,
    kept_in: owner.keptIn,
    our_part: owner.ourPart,
    link: owner.link,
    words: owner.words,
    version: owner.version,
    changed_at: ctx.now,
    changed_by_name: nameOfActor(ctx.actor),
  };
  await tables(ctx)
    .insertInto('sharing.record_owner')
    .values({ partnership_id: ctx.partnershipId, record_kind: owner.kind, ...row })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'record_kind']).doUpdateSet(row))
    .execute();
}
