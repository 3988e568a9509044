import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';

/** Every table of the room that holds something of one child. */
export async function tablesOfChildren(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = 'families' and c.relkind = 'r' and a.attname = 'child_id' and not a.attisdropped
     order by c.relname`.execute(ctx.db);
  return rows.map(({ name }) => name);
}

/** Of which children whoever acts sees rows in a table, with no rule of ours asked: what the database alone lets through. */
export async function childrenSeenIn(ctx: Ctx, table: string): Promise<string[]> {
  const { rows } = await sql<{ child_id: string }>`
    select distinct child_id from families.${sql.raw(table)}`.execute(ctx.db);
  return rows.map(({ child_id: id }) => id);
}

/** The same of the children themselves. */
export async function childrenSeen(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from families.child`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** The columns of the room's tables, with their types. */
export async function columnsOfRoom(ctx: Ctx): Promise<{ table: string; column: string; type: string }[]> {
  const { rows } = await sql<{ table: string; column: string; type: string }>`
    select table_name as table, column_name as column, data_type as type
      from information_schema.columns where table_schema = 'families'`.execute(ctx.db);
  return rows;
}

/** What stands in the sharing ledger of a child: its lines, and on which of them whom was let in. */
export async function ledgerOf(ctx: Ctx, childId: string) {
  const { rows } = await sql<{
    id: string;
    purpose: string;
    legal_power: string;
    items: string[];
    to_person: string;
    decided_by_name: string;
    agreement_version_id: string | null;
    told: string;
    output_id: string | null;
  }>`
    select d.id, d.purpose, d.legal_power, d.items, d.to_person, d.decided_by_name, d.agreement_version_id, d.told,
           c.output_id
      from sharing.disclosure d left join sharing.crossing c on c.disclosure_id = d.id and c.way = 'grant'
     where d.subject_id = ${childId}`.execute(ctx.db);
  return rows;
}

/** How many files of records whoever acts sees, with no rule of ours asked. */
export async function exportsSeen(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ id: string }>`select id from families.export`.execute(ctx.db);
  return rows.length;
}

/** About whom the audit holds an act, with no rule of ours asked. */
export async function auditedSubjects(ctx: Ctx, act: string): Promise<string[]> {
  const { rows } = await sql<{ subject_id: string }>`
    select distinct subject_id from platform.audit_entry where act = ${act}`.execute(ctx.db);
  return rows.map(({ subject_id: id }) => id);
}

/** How many numbers of the front door whoever acts could take away, with no rule of ours asked. */
export async function takeAwayNumbers(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    delete from families.front_door_number returning id`.execute(ctx.db);
  return rows.length;
}
