import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { compareDays, type Day } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { standsOn } from '../../domain/body.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { lockBody } from '../../store/bodies.ts';
import { beginOwning, endOwning, ownersOf, type OwnerName } from '../../store/boards/body-owners.ts';
import { addTerms } from '../../store/boards/terms.ts';

export type TermsRefusal =
  | NotAllowed
  | { reason: 'body-missing' }
  | { reason: 'terms-missing' }
  | { reason: 'review-before-agreed' };

/** Writes down the terms that a body agreed. Those before them stay to be read. */
export async function agreeTerms(
  ctx: Ctx,
  given: { key: string; words: string; agreedOn: Day; reviewOn: Day | undefined },
): Promise<Outcome<'agreed', TermsRefusal>> {
  if (!allowed(ctx.actor, keepBoards)) return refuse({ reason: 'not-allowed' });
  const body = await lockBody(ctx, given.key);
  if (!body) return refuse({ reason: 'body-missing' });
  const words = given.words.trim();
  if (words === '') return refuse({ reason: 'terms-missing' });
  const { agreedOn, reviewOn } = given;
  if (reviewOn !== undefined && compareDays(reviewOn, agreedOn) <= 0)
    return refuse({ reason: 'review-before-agreed' });
  await addTerms(ctx, body.id, { words, agreedOn, reviewOn });
  await ctx.record({
    type: 'delivery.terms-agreed',
    subject: { kind: 'body', id: body.id },
    details: { key: body.key, agreedOn },
  });
  return done('agreed');
}

export type OwnersRefusal = NotAllowed | { reason: 'body-missing' };

/** Says for which owners of the strategies a body stands from today on. That it stood for others stays. */
export async function standFor(
  ctx: Ctx,
  given: { key: string; owners: readonly OwnerName[]; from?: Day },
): Promise<Outcome<'kept', OwnersRefusal>> {
  if (!allowed(ctx.actor, keepBoards)) return refuse({ reason: 'not-allowed' });
  const body = await lockBody(ctx, given.key);
  if (!body) return refuse({ reason: 'body-missing' });
  const today = given.from ?? ctx.today;
  const named = (owner: OwnerName) => `${owner.frameworkSlug} ${owner.ownerKey}`;
  const wanted = new Set(given.owners.map(named));
  const now = (await ownersOf(ctx, body.id)).filter((owner) => standsOn(owner, today));
  for (const owner of now)
    if (!wanted.has(named(owner))) await endOwning(ctx, body.id, { ...owner, until: today });
  const standing = new Set(now.map(named));
  for (const owner of given.owners)
    if (!standing.has(named(owner))) await beginOwning(ctx, body.id, { ...owner, from: today });
  await ctx.record({
    type: 'delivery.owners-kept',
    subject: { kind: 'body', id: body.id },
    details: { key: body.key, owners: given.owners.length },
  });
  return done('kept');
}
