import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { addressKinds, type Address } from '../../domain/record/address.ts';
import { changedNow, tables } from '../families-tables.ts';
import type { FamiliesTables } from '../tables.generated.ts';

const kindOf = z.enum(addressKinds);

type Row = Selectable<FamiliesTables['families.address']>;

/** Where a child can be reached; safe ones only for whoever is named on them. */
export async function addressesOf(ctx: Ctx, childId: Id<'child'>): Promise<Address[]> {
  const rows = await ours(ctx).where('child_id', '=', childId).orderBy('id').execute();
  return rows.map(addressOf);
}

/** One, held against every other writer until the transaction ends. */
export async function lockAddress(
  ctx: Ctx,
  { childId, addressId }: { childId: Id<'child'>; addressId: Id<'address'> },
): Promise<Address | undefined> {
  const row = await ours(ctx)
    .where('child_id', '=', childId)
    .where('id', '=', addressId)
    .forUpdate()
    .executeTakeFirst();
  return row && addressOf(row);
}

/** Keeps an address in place of the one of its id. */
export async function keepAddressRow(ctx: Ctx, address: Address): Promise<void> {
  const row = {
    kind: address.kind,
    words: address.words,
    is_safe: address.isSafe,
    named: [...address.named],
    version: address.version,
    ...changedNow(ctx),
  };
  const { numUpdatedRows } = await tables(ctx)
    .updateTable('families.address')
    .set(row)
    .where('id', '=', address.id)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  await tables(ctx)
    .insertInto('families.address')
    .values({ id: address.id, partnership_id: ctx.partnershipId, child_id: address.childId, ...row })
    .execute();
}

function ours(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('families.address')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

function addressOf(row: Row): Address {
  return {
    id: storedId(row.id),
    childId: storedId(row.child_id),
    kind: kindOf.parse(row.kind),
    words: row.words,
    isSafe: row.is_safe,
    named: row.named.flatMap((id) => (id === null ? [] : [storedId<'person'>(id)])),
    version: row.version,
  };
}
