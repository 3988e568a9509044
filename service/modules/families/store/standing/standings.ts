import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { DatabaseFault } from '#platform/db/fault.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { standingKinds, type Standing } from '../../domain/standing/standing.ts';
import { tables } from '../families-tables.ts';
import type { FamiliesTables } from '../tables.generated.ts';

const kindOf = z.enum(standingKinds);

type Row = Selectable<FamiliesTables['families.standing']>;

/** How one person stands to one child, whatever has not been ended. */
export async function standingsOf(
  ctx: Ctx,
  childId: Id<'child'>,
  personId: Id<'person'>,
): Promise<Standing[]> {
  const rows = await open(ctx).where('child_id', '=', childId).where('person_id', '=', personId).execute();
  return rows.map(standingOf);
}

/** To whom one person stands, whatever has not been ended. */
export async function standingsOfPerson(ctx: Ctx, personId: Id<'person'>): Promise<Standing[]> {
  return (await open(ctx).where('person_id', '=', personId).execute()).map(standingOf);
}

/** Who stands to a child, whatever has not been ended, the longest first. */
export async function standingsRound(ctx: Ctx, childId: Id<'child'>): Promise<Standing[]> {
  return (await open(ctx).where('child_id', '=', childId).orderBy('from_at').orderBy('id').execute()).map(
    standingOf,
  );
}

/** The same, with those that have ended. */
export async function everyStandingRound(ctx: Ctx, childId: Id<'child'>): Promise<Standing[]> {
  const rows = await tables(ctx)
    .selectFrom('families.standing')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('child_id', '=', childId)
    .orderBy('from_at')
    .orderBy('id')
    .execute();
  return rows.map(standingOf);
}

/** Begins a standing; false where there is no such child. */
export async function addStanding(ctx: Ctx, standing: Standing): Promise<boolean> {
  try {
    // within a savepoint, so that the rest of the transaction goes on where there is no such child
    await ctx.db.transaction().execute((db) => insertStanding({ ...ctx, db }, standing));
    return true;
  } catch (fault) {
    if (fault instanceof DatabaseFault && fault.code === 'foreign-key') return false;
    throw fault;
  }
}

async function insertStanding(ctx: Ctx, standing: Standing): Promise<void> {
  await tables(ctx)
    .insertInto('families.standing')
    .values({
      id: standing.id,
      partnership_id: ctx.partnershipId,
      child_id: standing.childId,
      person_id: standing.personId,
      kind: standing.kind,
      organisation_id: standing.organisationId ?? null,
      agreement_id: standing.agreementId ?? null,
      disclosure_id: standing.disclosureId ?? null,
      purpose: standing.purpose,
      because: standing.because,
      is_shown_to_family: standing.isShownToFamily,
      from_at: standing.from,
      until_at: standing.until ?? null,
      given_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
    })
    .execute();
}

/** Ends a standing at once; false where there is none that could be ended. */
export async function endStandingRow(ctx: Ctx, id: Id<'standing'>): Promise<boolean> {
  const { numUpdatedRows } = await tables(ctx)
    .updateTable('families.standing')
    .set({ ended_at: ctx.now, ended_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function open(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('families.standing')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('ended_at', 'is', null);
}

function standingOf(row: Row): Standing {
  return {
    id: storedId(row.id),
    childId: storedId(row.child_id),
    personId: storedId(row.person_id),
    kind: kindOf.parse(row.kind),
    organisationId: row.organisation_id === null ? undefined : storedId(row.organisation_id),
    agreementId: row.agreement_id === null ? undefined : storedId(row.agreement_id),
    disclosureId: row.disclosure_id === null ? undefined : storedId(row.disclosure_id),
    purpose: row.purpose,
    because: row.because,
    isShownToFamily: row.is_shown_to_family,
    from: row.from_at,
    until: row.until_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
  };
}
