import { organisations } from '#modules/accounts/index.ts';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { addressFrom, stateOf } from '#platform/links/link.ts';
import { linksFor, withdrawLink } from '#platform/links/links.ts';
import { figuresPurpose } from '../../domain/supply/supplier.ts';
import { keepOwnMeasures } from '../../domain/permissions.ts';
import { placesOfOwn } from '../../queries/own/places-of-own.ts';
import { lockOwnMeasure } from '../../store/own/own-measures.ts';
import { nameOf } from '../../store/own/own-measures.ts';
import { addSupplier, askedOf, settleAsked, stopAsking, supplierById } from '../../store/supply/suppliers.ts';

export type SupplierToName = {
  code: string;
  organisationKey: string;
  email: string;
  areaCodes: readonly string[];
};

export type NameSupplierRefusal =
  | NotAllowed
  | { reason: 'measure-missing' }
  | { reason: 'no-such-organisation' }
  | { reason: 'no-address' }
  | { reason: 'no-places' };

/** Says who sends the figures of a measure: an address of an organisation that stands, for some of our places. */
export async function nameSupplier(
  ctx: Ctx,
  given: SupplierToName,
): Promise<Outcome<Id<'supplier'>, NameSupplierRefusal>> {
  if (!allowed(ctx.actor, keepOwnMeasures)) return refuse({ reason: 'not-allowed' });
  const own = await lockOwnMeasure(ctx, given.code);
  if (!own) return refuse({ reason: 'measure-missing' });
  const organisation = (await organisations(ctx)).find(({ key }) => key === given.organisationKey);
  if (!organisation) return refuse({ reason: 'no-such-organisation' });
  const email = addressFrom(given.email);
  if (email === undefined) return refuse({ reason: 'no-address' });
  const places = await placesOfOwn(ctx);
  const areaCodes = places.map(({ code }) => code).filter((code) => given.areaCodes.includes(code));
  if (areaCodes.length === 0) return refuse({ reason: 'no-places' });
  const id = ctx.newId<'supplier'>();
  await addSupplier(ctx, {
    id,
    measureCode: own.code,
    organisationKey: organisation.key,
    organisation: organisation.name,
    email,
    areaCodes,
    namedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : undefined,
    namedByName: nameOf(ctx),
  });
  await ctx.record({
    type: 'indicators.supplier-named',
    subject: { kind: 'measure', id: `local:${own.code}` },
    details: { organisation: organisation.key, places: areaCodes.length },
  });
  return done(id);
}

export type StopSupplierRefusal = NotAllowed | { reason: 'supplier-missing' };

/** Asks somebody no more: links that are out open nothing from now on, and what was given stays. */
export async function stopSupplier(ctx: Ctx, id: string): Promise<Outcome<string, StopSupplierRefusal>> {
  if (!allowed(ctx.actor, keepOwnMeasures)) return refuse({ reason: 'not-allowed' });
  const supplier = await supplierById(ctx, id);
  if (!supplier) return refuse({ reason: 'supplier-missing' });
  await stopAsking(ctx, supplier.id);
  const asked = await askedOf(ctx, [supplier.id]);
  for (const ask of asked)
    if (ask.state === 'asked') await settleAsked(ctx, ask.id, { state: 'put-aside', byName: nameOf(ctx) });
  const subjectIds = asked.map((ask) => ask.id);
  for (const link of await linksFor(ctx, { purpose: figuresPurpose, subjectIds }))
    if (stateOf(link, ctx.now) === 'open') await withdrawLink(ctx, link.id);
  await ctx.record({
    type: 'indicators.supplier-stopped',
    subject: { kind: 'measure', id: `local:${supplier.measureCode}` },
    details: { organisation: supplier.organisationKey },
  });
  return done(supplier.measureCode);
}
