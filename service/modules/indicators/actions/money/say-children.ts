import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { AreaChildren } from '../../domain/money/beside-need.ts';
import { keepMoney } from '../../domain/permissions.ts';
import { placesOfOwn } from '../../queries/own/places-of-own.ts';
import { keepAreaChildren } from '../../store/money/area-children.ts';

export type ChildrenTyped = {
  /** by the code of a place; an empty text takes it out */
  counts: Readonly<Record<string, string>>;
  ofYear: number;
  source: string;
};

export type ChildrenRefusal = NotAllowed | { reason: 'not-counts'; areaCodes: readonly string[] };

/** Writes down how many children live in each place, so that spend can be said for each child. */
export async function sayChildren(ctx: Ctx, typed: ChildrenTyped): Promise<Outcome<number, ChildrenRefusal>> {
  if (!allowed(ctx.actor, keepMoney)) return refuse({ reason: 'not-allowed' });
  const wrong: string[] = [];
  const found: AreaChildren[] = [];
  for (const { code } of await placesOfOwn(ctx)) {
    const text = (typed.counts[code] ?? '').replaceAll(/[,\s]/g, '');
    if (text === '') continue;
    if (/^\d{1,8}$/.test(text) && Number(text) > 0)
      found.push({ areaCode: code, children: Number(text), ofYear: typed.ofYear, source: typed.source });
    else wrong.push(code);
  }
  if (wrong.length > 0) return refuse({ reason: 'not-counts', areaCodes: wrong });
  await keepAreaChildren(ctx, found);
  await ctx.record({
    type: 'indicators.children-counted',
    subject: { kind: 'partnership', id: ctx.partnershipId },
    details: { places: found.length, ofYear: typed.ofYear },
  });
  return done(found.length);
}
