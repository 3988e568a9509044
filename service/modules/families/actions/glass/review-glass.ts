import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { GlassFinding } from '../../domain/glass/glass.ts';
import { reviewGlass as mayReview } from '../../domain/permissions.ts';
import { keepReview, lockGlass } from '../../store/glass/glasses.ts';

export type ReviewGlassRefusal =
  | NotAllowed
  | { reason: 'glass-missing' }
  | { reason: 'finding-missing' }
  | { reason: 'words-missing' }
  | { reason: 'reviewed-already'; byName: string };

type Given = { glassId: string; finding: GlassFinding | undefined; words: string };

/** Somebody else says whether it was right to open the record. Never whoever opened it. */
export async function reviewGlass(ctx: Ctx, given: Given): Promise<Outcome<undefined, ReviewGlassRefusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !allowed(actor, mayReview)) return refuse({ reason: 'not-allowed' });
  const id = idFrom<'glass'>(given.glassId);
  const glass = id && (await lockGlass(ctx, id));
  if (!glass || !glass.toldTo.includes(actor.personId)) return refuse({ reason: 'glass-missing' });
  if (glass.personId === actor.personId) return refuse({ reason: 'not-allowed' });
  if (glass.review) return refuse({ reason: 'reviewed-already', byName: glass.review.byName });
  if (given.finding === undefined) return refuse({ reason: 'finding-missing' });
  const words = given.words.trim();
  if (words === '') return refuse({ reason: 'words-missing' });
  await keepReview(ctx, {
    id: glass.id,
    byId: actor.personId,
    byName: actor.name,
    finding: given.finding,
    words,
  });
  ctx.audit({
    act: 'families.glass-reviewed',
    way: 'written',
    subject: { kind: 'child', id: glass.childId },
    relationship: 'none',
    purpose: 'quality-review',
    part: { kind: 'glass', id: glass.id },
    values: { finding: given.finding, words },
  });
  await ctx.record({
    type: 'families.glass-reviewed',
    subject: { kind: 'glass', id: glass.id },
    details: { finding: given.finding },
  });
  return done(undefined);
}
