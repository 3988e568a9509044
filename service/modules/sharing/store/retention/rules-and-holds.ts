import type { Selectable } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { storedId } from '#platform/kernel/id.ts';
import type { Hold, RetentionRule } from '../../domain/retention/retention-rule.ts';
import { tables } from '../sharing-tables.ts';
import type { SharingTables } from '../tables.generated.ts';

/** The rules in force, by class. */
export async function rulesInForce(ctx: Ctx): Promise<RetentionRule[]> {
  const rows = await tables(ctx)
    .selectFrom('sharing.retention_rule')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('ended_on', 'is', null)
    .orderBy('class')
    .execute();
  return rows.map(ruleOf);
}

/** Puts a rule in the place of the one before of its class. */
export async function keepRule(ctx: Ctx, rule: RetentionRule): Promise<void> {
  await tables(ctx)
    .updateTable('sharing.retention_rule')
    .set({ ended_on: ctx.today })
    .where('partnership_id', '=', ctx.partnershipId)
    .where('class', '=', rule.class)
    .where('ended_on', 'is', null)
    .execute();
  await tables(ctx)
    .insertInto('sharing.retention_rule')
    .values({
      id: rule.id,
      partnership_id: ctx.partnershipId,
      class: rule.class,
      trigger: rule.trigger,
      ...rule.period,
      authority: rule.authority,
      owner: rule.owner,
      adopted_on: rule.adoptedOn,
      adopted_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
      adopted_by_name: rule.adoptedByName,
    })
    .execute();
}

/** Holds, those in force first. */
export async function allHolds(ctx: Ctx): Promise<Hold[]> {
  const rows = await tables(ctx)
    .selectFrom('sharing.retention_hold')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .orderBy('ended_on', (by) => by.desc().nullsFirst())
    .orderBy('from_on', 'desc')
    .execute();
  return rows.map(holdOf);
}

export async function lockHold(ctx: Ctx, id: string): Promise<Hold | undefined> {
  const row = await tables(ctx)
    .selectFrom('sharing.retention_hold')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && holdOf(row);
}

export async function keepHold(ctx: Ctx, hold: Hold): Promise<void> {
  const { on, ended } = hold;
  const row = {
    class: 'class' in on ? on.class : null,
    subject_kind: 'subject' in on ? on.subject.kind : null,
    subject_id: 'subject' in on ? on.subject.id : null,
    title: hold.title,
    reason: hold.reason,
    from_on: hold.fromOn,
    until_on: hold.untilOn ?? null,
    set_by_name: hold.setByName,
    ended_on: ended?.on ?? null,
    ended_by_name: ended?.byName ?? '',
    ended_why: ended?.why ?? '',
    version: hold.version,
  };
  await tables(ctx)
    .insertInto('sharing.retention_hold')
    .values({
      id: hold.id,
      partnership_id: ctx.partnershipId,
      set_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
      ...row,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

function ruleOf(row: Selectable<SharingTables['sharing.retention_rule']>): RetentionRule {
  return {
    id: storedId(row.id),
    class: row.class,
    trigger: row.trigger,
    period: { years: row.years, months: row.months, days: row.days },
    authority: row.authority,
    owner: row.owner,
    adoptedOn: row.adopted_on,
    adoptedByName: row.adopted_by_name,
    endedOn: row.ended_on ?? undefined,
  };
}

function holdOf(row: Selectable<SharingTables['sharing.retention_hold']>): Hold {
  return {
    id: storedId(row.id),
    on:
      row.class === null
        ? { subject: { kind: row.subject_kind ?? '', id: row.subject_id ?? '' } }
        : { class: row.class },
    title: row.title,
    reason: row.reason,
    fromOn: row.from_on,
    untilOn: row.until_on ?? undefined,
    setByName: row.set_by_name,
    ended: row.ended_on ? { on: row.ended_on, byName: row.ended_by_name, why: row.ended_why } : undefined,
    version: row.version,
  };
}
