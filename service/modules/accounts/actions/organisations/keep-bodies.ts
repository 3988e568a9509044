import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { compareDays, type Day } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { isClosed, keyFor, standsOn, type Organisation } from '../../domain/organisations/organisation.ts';
import { keepPeople } from '../../domain/permissions.ts';
import * as store from '../../store/organisations/organisations.ts';

export type OpenBodyRefusal = NotAllowed | { reason: 'name-taken' };

/** A body begins to belong to the partnership; answers with its key. */
export async function openBody(
  ctx: Ctx,
  given: { name: string; kind: string; from: Day | undefined },
): Promise<Outcome<string, OpenBodyRefusal>> {
  if (!mayKeep(ctx)) return refuse({ reason: 'not-allowed' });
  const all = await store.organisationsWithWords(ctx, []);
  if (all.some((body) => !isClosed(body, ctx.today) && body.name === given.name))
    return refuse({ reason: 'name-taken' });
  const key = keyFor(given.name, new Set(all.map((body) => body.key)));
  await store.saveOrganisation(ctx, { key, ...given, until: undefined });
  await tell(ctx, 'organisation-opened', key);
  return done(key);
}

export type RenameBodyRefusal = NotAllowed | { reason: 'body-missing' } | { reason: 'body-closed' };

/** A body is called something else from a day on. Its earlier names stay. */
export async function renameBody(
  ctx: Ctx,
  given: { key: string; name: string; from: Day },
): Promise<Outcome<Organisation, RenameBodyRefusal>> {
  if (!mayKeep(ctx)) return refuse({ reason: 'not-allowed' });
  const [body] = await store.organisationsByKey(ctx, [given.key]);
  if (!body) return refuse({ reason: 'body-missing' });
  if (isClosed(body, given.from)) return refuse({ reason: 'body-closed' });
  await store.nameOrganisation(ctx, { id: body.id, name: given.name, from: given.from });
  await tell(ctx, 'organisation-renamed', body.key);
  return done(body);
}

export type CloseBodyRefusal =
  | NotAllowed
  | { reason: 'body-missing' }
  | { reason: 'closes-before-it-began' }
  | { reason: 'successor-missing' };

/** A body closes on a day, and where another one goes on with its work, its people come from that one from then on. */
export async function closeBody(
  ctx: Ctx,
  given: { key: string; until: Day; intoKey: string | undefined },
): Promise<Outcome<Organisation, CloseBodyRefusal>> {
  if (!mayKeep(ctx)) return refuse({ reason: 'not-allowed' });
  const [body] = await store.organisationsByKey(ctx, [given.key]);
  if (!body) return refuse({ reason: 'body-missing' });
  if (body.from && compareDays(given.until, body.from) <= 0)
    return refuse({ reason: 'closes-before-it-began' });
  const [into] = given.intoKey ? await store.organisationsByKey(ctx, [given.intoKey]) : [];
  if (given.intoKey && (!into || into.key === body.key || !standsOn(into, given.until)))
    return refuse({ reason: 'successor-missing' });
  await store.closeOrganisation(ctx, { id: body.id, until: given.until, into: into?.id });
  await tell(ctx, into ? 'organisation-merged' : 'organisation-closed', body.key);
  return done(body);
}

/** A body that was closed by mistake, or whose closing was put off, stands again. */
export async function reopenBody(
  ctx: Ctx,
  key: string,
): Promise<Outcome<Organisation, NotAllowed | { reason: 'body-missing' }>> {
  if (!mayKeep(ctx)) return refuse({ reason: 'not-allowed' });
  const [body] = await store.organisationsByKey(ctx, [key]);
  if (!body?.until) return refuse({ reason: 'body-missing' });
  await store.closeOrganisation(ctx, { id: body.id, until: undefined, into: undefined });
  await tell(ctx, 'organisation-reopened', body.key);
  return done(body);
}

function mayKeep(ctx: Ctx): boolean {
  return ctx.actor.kind === 'person' && allowed(ctx.actor, keepPeople);
}

async function tell(ctx: Ctx, what: string, key: string): Promise<void> {
  await ctx.record({ type: `accounts.${what}`, subject: { kind: 'organisation', id: key } });
}
