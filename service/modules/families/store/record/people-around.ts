import type { Selectable } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import type { PersonAround } from '../../domain/record/address.ts';
import { changedNow, tables } from '../families-tables.ts';
import type { FamiliesTables } from '../tables.generated.ts';

type Row = Selectable<FamiliesTables['families.person_around']>;

/** Family, friends and others whom the record names, by name. */
export async function peopleAroundRows(ctx: Ctx, childId: Id<'child'>): Promise<PersonAround[]> {
  const rows = await tables(ctx)
    .selectFrom('families.person_around')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('child_id', '=', childId)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(personOf);
}

/** Adds somebody whom the record names. */
export async function addPersonAroundRow(ctx: Ctx, person: PersonAround): Promise<void> {
  await tables(ctx)
    .insertInto('families.person_around')
    .values({
      id: person.id,
      partnership_id: ctx.partnershipId,
      child_id: person.childId,
      name: person.name,
      also_called: person.alsoCalled,
      tie: person.tie,
      person_id: person.personId ?? null,
      version: person.version,
      ...changedNow(ctx),
    })
    .execute();
}

function personOf(row: Row): PersonAround {
  return {
    id: storedId(row.id),
    childId: storedId(row.child_id),
    name: row.name,
    alsoCalled: row.also_called,
    tie: row.tie,
    personId: row.person_id === null ? undefined : storedId(row.person_id),
    version: row.version,
  };
}
