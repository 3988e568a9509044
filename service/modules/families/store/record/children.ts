import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { levelsKept, nameKey, type Child } from '../../domain/record/child.ts';
import { changedNow, tables } from '../families-tables.ts';
import type { FamiliesTables } from '../tables.generated.ts';

const levelOf = z.enum(levelsKept);

type Row = Selectable<FamiliesTables['families.child']>;

/** One child; undefined where there is none, or none that whoever acts stands to. */
export async function childById(ctx: Ctx, id: Id<'child'>): Promise<Child | undefined> {
  const row = await ours(ctx).where('id', '=', id).executeTakeFirst();
  return row && childOf(row);
}

/** The same, held against every other writer until the transaction ends. */
export async function lockChild(ctx: Ctx, id: Id<'child'>): Promise<Child | undefined> {
  const row = await ours(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && childOf(row);
}

/** Some children by their ids, by the names they are called by. */
export async function childrenById(ctx: Ctx, ids: readonly string[]): Promise<Child[]> {
  if (ids.length === 0) return [];
  const rows = await ours(ctx)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('family_key')
    .orderBy('given_key')
    .orderBy('id')
    .execute();
  return rows.map(childOf);
}

/** Adds a child. Whoever opens a record may not see it before they stand to the child. */
export async function addChild(ctx: Ctx, child: Child): Promise<void> {
  await tables(ctx)
    .insertInto('families.child')
    .values({
      id: child.id,
      partnership_id: ctx.partnershipId,
      opened_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
      opened_at: ctx.now,
      ...rowOf(child),
      ...changedNow(ctx),
    })
    .execute();
}

function ours(ctx: Ctx) {
  return tables(ctx).selectFrom('families.child').selectAll().where('partnership_id', '=', ctx.partnershipId);
}

function rowOf(child: Child) {
  return {
    given_names: child.givenNames,
    family_name: child.familyName,
    known_as: child.knownAs,
    given_key: nameKey(child.givenNames),
    family_key: nameKey(child.familyName),
    born_on: child.bornOn ?? null,
    due_on: child.dueOn ?? null,
    level: child.level,
    owner_organisation_id: child.ownerOrganisationId,
    setting_organisation_id: child.settingOrganisationId ?? null,
    setting_is_safe: child.settingIsSafe,
    opened_because: child.openedBecause,
    version: child.version,
  };
}

function childOf(row: Row): Child {
  return {
    id: storedId(row.id),
    givenNames: row.given_names,
    familyName: row.family_name,
    knownAs: row.known_as,
    bornOn: row.born_on ?? undefined,
    dueOn: row.due_on ?? undefined,
    level: levelOf.parse(row.level),
    ownerOrganisationId: storedId(row.owner_organisation_id),
    settingOrganisationId:
      row.setting_organisation_id === null ? undefined : storedId(row.setting_organisation_id),
    settingIsSafe: row.setting_is_safe,
    openedBecause: row.opened_because,
    version: row.version,
  };
}
