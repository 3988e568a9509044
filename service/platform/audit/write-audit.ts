import { createHmac, type KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import type { Recording, WriteAudit } from '../db/transactions.ts';
import type { Actor, Touch } from '../kernel/context.ts';
import type { Keys } from '../keys/keys.ts';

/**
 * Writes what a transaction did to personal data at the end of the chain of the organisation that whoever acts comes
 * from. People whose organisation nobody knows, visitors and the service itself share the partnership's own chain.
 *
 * The database numbers and seals the entries itself; only digests of values are made here, with a key that it never sees.
 */
export function auditWriter(keys: Keys): WriteAudit {
  return async (ctx, touches, correlation) => {
    const rows = touches.map((touch) => rowOf(ctx, touch, keys.key('audit-digests')));
    await sql`select platform.audit_append(
      ${chainOf(ctx)}::uuid, ${correlation ?? null}::text, ${JSON.stringify(rows)}::jsonb)`.execute(ctx.db);
  };
}

function chainOf({ actor, partnershipId }: Recording): string {
  return (actor.kind === 'person' ? actor.organisationId : undefined) ?? partnershipId;
}

function rowOf(ctx: Recording, touch: Touch, key: KeyObject): Record<string, string | null> {
  const { actor } = ctx;
  return {
    id: ctx.newId(),
    service: actor.kind === 'service' ? codeOf(actor.name) : null,
    roles: rolesOf(actor),
    relationship: touch.relationship,
    purpose: touch.purpose,
    act: touch.act,
    way: touch.way,
    subjectKind: touch.subject.kind,
    subjectId: touch.subject.id,
    partKind: touch.part?.kind ?? null,
    partId: touch.part?.id ?? null,
    digests: digestsOf(touch.values ?? {}, key),
  };
}

function rolesOf(actor: Actor): string {
  return actor.kind === 'person' ? [...new Set(actor.roles)].toSorted().join(' ') : '';
}

/** A service's name is a code already, but for its blanks. */
function codeOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9.-]+/g, '-');
}

function digestsOf(values: Readonly<Record<string, string>>, key: KeyObject): string {
  return Object.entries(values)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${digestOf(name, value, key)}`)
    .join(' ');
}

/** What the audit keeps of a value: whoever has the value and the key can prove later that it was this one. */
export function digestOf(name: string, value: string, key: KeyObject): string {
  return createHmac('sha256', key).update(name).update('\0').update(value).digest('hex');
}
