import type { Ctx } from '#platform/db/database.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { close, type CloseRefusal } from '../domain/publishing.ts';
import { lockOwnFramework } from '../store/frameworks.ts';
import { insertVersion } from '../store/versions.ts';
import { holdOwnFramework, type NotOwn } from './edit-own-framework.ts';
import { keepFramework, showFramework } from './keep-framework.ts';

export type CloseFrameworkRefusal = NotOwn | CloseRefusal | { reason: 'unpublished-changes' };

/** Closes a strategy whose time is over: it stays to be read and looked back on, and is changed no more. */
export async function closeFramework(
  ctx: Ctx,
  { slug }: { slug: string },
): Promise<Outcome<null, CloseFrameworkRefusal>> {
  const held = await holdOwnFramework(ctx, slug);
  if (!held.done) return held;
  const closed = close(held.value.document);
  if (!closed.done) return closed;
  if (held.value.version !== held.value.publishedVersion) return refuse({ reason: 'unpublished-changes' });
  await keepFramework(ctx, held.value, { document: closed.value, changed: [] });
  const after = await lockOwnFramework(ctx, slug);
  if (!after) return refuse({ reason: 'framework-missing' });
  await showFramework(ctx, after);
  const name = `Closed on ${sayDay(ctx.today)}`;
  await insertVersion(ctx, { frameworkId: after.id, name, document: after.document });
  await ctx.record({ type: 'strategy.framework-closed', subject: { kind: 'framework', id: after.id } });
  return done(null);
}
