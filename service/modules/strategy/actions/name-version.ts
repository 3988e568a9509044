import type { Ctx } from '#platform/db/database.ts';
import { done, type Outcome } from '#platform/kernel/outcome.ts';
import { insertVersion } from '../store/versions.ts';
import { holdOwnFramework, type NotOwn } from './edit-own-framework.ts';

/** Keeps the working document as it stands now, under a name; answers the version's number. */
export async function nameVersion(
  ctx: Ctx,
  { slug, name }: { slug: string; name: string },
): Promise<Outcome<{ number: number }, NotOwn>> {
  const held = await holdOwnFramework(ctx, slug);
  if (!held.done) return held;
  const { id: frameworkId, document } = held.value;
  const number = await insertVersion(ctx, { frameworkId, name, document });
  await ctx.record({
    type: 'strategy.version-kept',
    subject: { kind: 'framework', id: frameworkId },
    details: { number },
  });
  return done({ number });
}
