import type { Ctx } from '#platform/db/database.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { adopt, type AdoptRefusal } from '../domain/publishing.ts';
import { lockOwnFramework, type StoredFramework } from '../store/frameworks.ts';
import { insertVersion } from '../store/versions.ts';
import { holdOwnFramework, type NotOwn } from './edit-own-framework.ts';
import { keepFramework, showFramework } from './keep-framework.ts';

export type Publication = {
  slug: string;
  /** the version of the working document that was read before publishing */
  seen: number;
  /** a draft may be adopted as the strategy, or shown as the draft that it is */
  as: 'adopted' | 'it-stands';
};

export type PublishRefusal =
  | NotOwn
  | AdoptRefusal
  | { reason: 'nothing-new' }
  /** somebody changed it after it was read, so more would become public than was looked at */
  | { reason: 'changed-since-read' };

/** Makes the working document what everybody sees, and keeps it as a version. Answers the version's number. */
export async function publishFramework(
  ctx: Ctx,
  { slug, seen, as }: Publication,
): Promise<Outcome<{ number: number }, PublishRefusal>> {
  const held = await holdOwnFramework(ctx, slug);
  if (!held.done) return held;
  const before = held.value;
  if (before.version !== seen) return refuse({ reason: 'changed-since-read' });
  if (as === 'it-stands' && before.version === before.publishedVersion)
    return refuse({ reason: 'nothing-new' });
  const shown = as === 'adopted' ? await adopted(ctx, before) : done(before);
  if (!shown.done) return shown;
  await showFramework(ctx, shown.value);
  const name = `Published on ${sayDay(ctx.today)}`;
  const { id: frameworkId, document } = shown.value;
  const number = await insertVersion(ctx, { frameworkId, name, document });
  await ctx.record({
    type: 'strategy.framework-published',
    subject: { kind: 'framework', id: frameworkId },
    details: { number, status: document.status },
  });
  return done({ number });
}

async function adopted(
  ctx: Ctx,
  before: StoredFramework,
): Promise<Outcome<StoredFramework, AdoptRefusal | NotOwn>> {
  const outcome = adopt(before.document, ctx.today);
  if (!outcome.done) return outcome;
  await keepFramework(ctx, before, { document: outcome.value, changed: [] });
  const after = await lockOwnFramework(ctx, before.slug);
  return after ? done(after) : refuse({ reason: 'framework-missing' });
}
