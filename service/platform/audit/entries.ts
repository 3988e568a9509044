import { sql } from 'kysely';
import type { Ctx } from '../db/database.ts';
import type { AuditTables } from './tables.generated.ts';

/** Where a chain ends now: by its head, and by its entries. The two differ only where somebody went past the service. */
export type ChainEnd = { chain: string; head: { sequence: number; hash: string } | undefined; last: number };

/** Every chain of the partnership and where it ends, by its id. */
export async function chainEnds(ctx: Ctx): Promise<ChainEnd[]> {
  const { partnershipId } = ctx;
  // one statement, so that heads and entries are of one moment; each chain costs two looks into an index
  const { rows } = await sql<EndRow>`
    with recursive begun(chain) as (
      (select chain from platform.audit_entry where partnership_id = ${partnershipId} order by chain limit 1)
      union all
      select (select e.chain from platform.audit_entry e
              where e.partnership_id = ${partnershipId} and e.chain > begun.chain order by e.chain limit 1)
      from begun where begun.chain is not null),
    ends as (
      select chain, (select sequence from platform.audit_entry e
                     where e.partnership_id = ${partnershipId} and e.chain = begun.chain
                     order by sequence desc limit 1) as last
      from begun where chain is not null)
    select coalesce(head.chain, ends.chain) as chain, head.sequence, head.hash, coalesce(ends.last, 0) as last
    from ends full join (
      select * from platform.audit_head where partnership_id = ${partnershipId} and sequence > 0) head
      on head.chain = ends.chain
    order by 1`.execute(ctx.db);
  return rows.map(({ chain, sequence, hash, last }) => ({
    chain,
    last,
    head: sequence === null || hash === null ? undefined : { sequence, hash: hex(hash) },
  }));
}

type EndRow = { chain: string; sequence: number | null; hash: Uint8Array | null; last: number };

/** How many entries are read at once: small enough that nobody else waits long for the embedded database. */
const entriesAtOnce = 2000;

/** The next entries of a chain as the lines of an export, after one of its entries and up to another, in their order. */
export async function exportLines(
  ctx: Ctx,
  of: { chain: string; after: number; upTo: number },
): Promise<{ lines: string[]; last: number }> {
  const rows = await audit(ctx)
    .selectFrom('platform.audit_entry')
    .selectAll()
    .select(sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('instant'))
    .where('partnership_id', '=', ctx.partnershipId)
    .where('chain', '=', of.chain)
    .where('sequence', '>', of.after)
    .where('sequence', '<=', of.upTo)
    .orderBy('sequence')
    .limit(entriesAtOnce)
    .execute();
  return { lines: rows.map(lineOf), last: rows.at(-1)?.sequence ?? of.upTo };
}

/** The order is the one of `sealedFields`, and the text is what is verified. */
function lineOf(row: AuditRow & { instant: string }): string {
  return JSON.stringify({
    partnership: row.partnership_id,
    chain: row.chain,
    sequence: row.sequence,
    number: row.number,
    id: row.id,
    at: row.instant,
    actor: row.actor,
    person: row.person_id,
    service: row.service,
    roles: row.roles,
    relationship: row.relationship,
    purpose: row.purpose,
    act: row.act,
    way: row.way,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    partKind: row.part_kind,
    partId: row.part_id,
    correlation: row.correlation,
    digests: row.digests,
    previous: hex(row.previous),
    hash: hex(row.hash),
  });
}

type AuditRow = AuditTables['platform.audit_entry'];

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function audit(ctx: Ctx) {
  return ctx.db.withTables<AuditTables>();
}
