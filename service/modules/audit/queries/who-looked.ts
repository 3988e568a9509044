import { namesOfPeople, organisationsById, sayPerson, type NamedPerson } from '#modules/accounts/index.ts';
import { auditEntries, type AuditEntry } from '#platform/audit/read-entries.ts';
import type { Purpose } from '#platform/access/purposes.ts';
import type { Ctx } from '#platform/db/database.ts';
import { sayAct, sayPurpose, sayRelationship, sayRoles, wayWords } from '../domain/look-words.ts';

/** One look at a record, in words for the lead worker and for the family. */
export type Look = {
  /** its place in the audit, for the next page */
  number: number;
  at: Date;
  /** who: their name, what they were then and where they come from */
  name: string;
  /** a parent or a young person, and nobody who acted in their work */
  isFamily: boolean;
  role: string;
  organisation: string | undefined;
  /** "read it", "was not let in" */
  did: string;
  /** what exactly, where it was more than the record as a whole: "entry changed" */
  act: string;
  /** by what relationship: "lead worker of this child" */
  relationship: string;
  /** "to help this child or family" */
  why: string;
  entry: AuditEntry;
};

export type WhoLookedAsked = {
  subject: { kind: string; id: string };
  /** by what relationship, and for what purpose, the history itself is read: that is written down too */
  relationship: string;
  purpose: Purpose;
  /** whether the reader's safety asks that an entry is kept back from them */
  withheld?: (entry: AuditEntry) => boolean;
  /** for the next page: only what came before this number */
  before?: number | undefined;
  limit?: number;
};

export type WhoLooked = {
  looks: readonly Look[];
  /** how many of this page are kept back */
  withheld: number;
  /** where the next page begins; undefined where this was the last */
  next: number | undefined;
};

/**
 * Who looked at a record and why, the latest first. Whoever asks has to be allowed to reach the record: the room that owns
 * it says so, and names the relationship. Reading the history is written into the audit (R20).
 */
export async function whoLooked(ctx: Ctx, asked: WhoLookedAsked): Promise<WhoLooked> {
  const { subject, relationship, purpose, withheld = () => false, before, limit = 50 } = asked;
  ctx.audit({ act: 'audit.history-read', way: 'read', subject, relationship, purpose });
  const found = await auditEntries(ctx, { subject, before, limit: limit + 1 });
  const entries = found.slice(0, limit);
  const shown = entries.filter((entry) => !withheld(entry));
  return {
    looks: await lookedUp(ctx, shown),
    withheld: entries.length - shown.length,
    next: found.length > limit ? entries.at(-1)?.number : undefined,
  };
}

/** Entries with the names of those who acted. */
export async function lookedUp(ctx: Ctx, entries: readonly AuditEntry[]): Promise<Look[]> {
  const names = await namesOfActors(ctx, entries);
  return entries.map((entry) => ({
    number: entry.number,
    at: entry.at,
    name: nameOf(entry, names.people),
    isFamily: names.people.get(entry.personId ?? '')?.family !== undefined,
    role: sayRoles(entry.roles),
    organisation: names.organisations.get(entry.chain),
    did: wayWords[entry.way],
    act: sayAct(entry.act),
    relationship: sayRelationship(entry.relationship),
    why: sayPurpose(entry.purpose),
    entry,
  }));
}

/** The names of people and organisations that acted. */
async function namesOfActors(
  ctx: Ctx,
  entries: readonly Pick<AuditEntry, 'chain' | 'personId'>[],
): Promise<{ people: ReadonlyMap<string, NamedPerson>; organisations: ReadonlyMap<string, string> }> {
  const chains = entries.map(({ chain }) => chain);
  const organisations = await organisationsById(ctx, chains);
  return {
    people: await namesOfPeople(
      ctx,
      entries.flatMap(({ personId }) => personId ?? []),
    ),
    organisations: new Map(organisations.map(({ id, name }) => [id, name])),
  };
}

function nameOf({ actor, personId }: AuditEntry, names: ReadonlyMap<string, NamedPerson>): string {
  if (actor === 'service') return 'The service itself';
  if (actor === 'visitor') return 'Somebody who had not signed in';
  return sayPerson(names.get(personId ?? ''));
}
