import { namesOfPeople, organisationsById, sayPerson } from '#modules/accounts/index.ts';
import { actorsBetween, actsBetween, entriesByDay, type DayCount } from '#platform/audit/patterns.ts';
import { auditEntries } from '#platform/audit/read-entries.ts';
import type { Ctx } from '#platform/db/database.ts';
import { daysOf, type AuditAsked } from '../domain/audit-asked.ts';
import { lookedUp, type Look } from './who-looked.ts';

/** Something to choose, by its id. */
export type Choice = { id: string; name: string };

export type AuditList = {
  looks: readonly Look[];
  /** where the next page begins */
  next: number | undefined;
  /** over the whole period, whatever else was chosen */
  counts: readonly DayCount[];
  acts: readonly string[];
  people: readonly Choice[];
  organisations: readonly Choice[];
};

const onePage = 30;

/** What was done to personal data in a period. That somebody reads it is written down too (R20). */
export async function auditList(ctx: Ctx, asked: AuditAsked): Promise<AuditList> {
  auditReadOf(ctx, { kind: 'partnership', id: ctx.partnershipId });
  const days = daysOf(asked, ctx.today);
  const { way, act, before, person: personId, chain } = asked;
  const found = await auditEntries(ctx, { ...days, way, act, personId, chain, before, limit: onePage + 1 });
  const looks = await lookedUp(ctx, found.slice(0, onePage));
  const period = daysOf({ ...asked, day: undefined }, ctx.today);
  const actors = await actorsBetween(ctx, period);
  return {
    looks,
    next: found.length > onePage ? looks.at(-1)?.number : undefined,
    counts: await entriesByDay(ctx, period),
    acts: await actsBetween(ctx, period),
    people: await named(ctx, actors.people),
    organisations: (await organisationsById(ctx, actors.chains)).map(({ id, name }) => ({ id, name })),
  };
}

/** Only the counts, for the file beside the picture. */
export async function auditCounts(ctx: Ctx, asked: AuditAsked): Promise<readonly DayCount[]> {
  return entriesByDay(ctx, daysOf({ ...asked, day: undefined }, ctx.today));
}

/** Everything that was done to one record, the latest first. */
export async function auditOfSubject(ctx: Ctx, subject: { kind: string; id: string }): Promise<Look[]> {
  auditReadOf(ctx, subject);
  return lookedUp(ctx, await auditEntries(ctx, { subject, limit: 200 }));
}

/** Whoever looks after the audit reads it to see that people look only where they should. */
export function auditReadOf(ctx: Ctx, subject: { kind: string; id: string }): void {
  const touch = { relationship: 'governance-lead', purpose: 'supervision', subject };
  ctx.audit({ ...touch, act: 'audit.entries-read', way: 'read' });
}

async function named(ctx: Ctx, ids: readonly string[]): Promise<Choice[]> {
  const known = await namesOfPeople(ctx, ids);
  return ids
    .map((id) => ({ id, name: sayPerson(known.get(id)) }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
