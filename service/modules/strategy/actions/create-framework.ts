import { ownPartnership } from '#modules/accounts/index.ts';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { settled, type EditRefusal } from '../domain/edit.ts';
import { shapeOf, type ShapeKey } from '../domain/editing/shapes.ts';
import { editStrategy } from '../domain/permissions.ts';
import { keyFor } from '../domain/reading/element-key.ts';
import { takenSlugs } from '../store/slugs.ts';
import { addFramework } from './keep-framework.ts';

export type FrameworkToCreate = { name: string; shape: ShapeKey };

/** Begins a strategy: an empty draft with the tiers of a shape; answers its slug. */
export async function createFramework(
  ctx: Ctx,
  { name, shape }: FrameworkToCreate,
): Promise<Outcome<{ slug: string }, EditRefusal | NotAllowed>> {
  if (!allowed(ctx.actor, editStrategy)) return refuse({ reason: 'not-allowed' });
  const slug = keyFor(name, await takenSlugs(ctx));
  const partnership = await ownPartnership(ctx);
  const drafted = settled({
    format: 'goldenthread-framework/1',
    slug,
    name,
    partnership: partnership?.name ?? name,
    status: 'draft',
    period: {},
    tiers: [...shapeOf(shape).tiers],
  });
  if (!drafted.done) return drafted;
  const id = await addFramework(ctx, drafted.value);
  await ctx.record({
    type: 'strategy.framework-created',
    subject: { kind: 'framework', id },
    details: { shape },
  });
  return done({ slug });
}
