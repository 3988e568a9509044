import type { Ctx } from '../db/database.ts';
import type { Touch } from '../kernel/context.ts';
import type { Day } from '../kernel/day.ts';
import { storedId, type Id } from '../kernel/id.ts';
import { inPeriod } from './in-period.ts';
import type { AuditTables } from './tables.generated.ts';

/** One entry, for whoever may read the audit. It holds no word of anybody: names are looked up where it is shown. */
export type AuditEntry = {
  /** its place among all that this database wrote */
  number: number;
  id: string;
  chain: string;
  sequence: number;
  at: Date;
  actor: 'visitor' | 'person' | 'service';
  personId: Id<'person'> | undefined;
  service: string | undefined;
  /** the roles that they held then */
  roles: readonly string[];
  relationship: string;
  purpose: string;
  act: string;
  way: Touch['way'];
  subject: { kind: string; id: string };
  part: { kind: string; id: string } | undefined;
};

/** Which entries: what is not named is not asked. */
export type EntriesAsked = {
  subject?: { kind: string; id: string } | undefined;
  personId?: string | undefined;
  chain?: string | undefined;
  way?: string | undefined;
  act?: string | undefined;
  from?: Day | undefined;
  until?: Day | undefined;
  /** only what was written before the entry of this number */
  before?: number | undefined;
  limit: number;
};

/** Entries, the latest written first. */
export async function auditEntries(ctx: Ctx, asked: EntriesAsked): Promise<AuditEntry[]> {
  const { subject, personId, chain, way, act, before } = asked;
  let query = ctx.db
    .withTables<AuditTables>()
    .selectFrom('platform.audit_entry')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where(inPeriod(asked));
  if (subject) query = query.where('subject_kind', '=', subject.kind).where('subject_id', '=', subject.id);
  if (personId) query = query.where('person_id', '=', personId);
  if (chain) query = query.where('chain', '=', chain);
  if (way) query = query.where('way', '=', way);
  if (act) query = query.where('act', '=', act);
  if (before !== undefined) query = query.where('number', '<', before);
  return (await query.orderBy('number', 'desc').limit(asked.limit).execute()).map(entryOf);
}

function entryOf(row: AuditTables['platform.audit_entry']): AuditEntry {
  return {
    number: row.number,
    id: row.id,
    chain: row.chain,
    sequence: row.sequence,
    at: row.at,
    actor: row.actor === 'person' ? 'person' : row.actor === 'service' ? 'service' : 'visitor',
    personId: row.person_id === null ? undefined : storedId(row.person_id),
    service: row.service ?? undefined,
    roles: row.roles === '' ? [] : row.roles.split(' '),
    relationship: row.relationship,
    purpose: row.purpose,
    act: row.act,
    way: wayOf(row.way),
    subject: { kind: row.subject_kind, id: row.subject_id },
    part:
      row.part_kind === null || row.part_id === null ? undefined : { kind: row.part_kind, id: row.part_id },
  };
}

/** The ways in which personal data can be touched. */
const ways: readonly Touch['way'][] = ['read', 'written', 'disclosed', 'refused', 'deleted'];

function wayOf(text: string): Touch['way'] {
  return ways.find((way) => way === text) ?? 'read';
}
