import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { compareVersions } from '../domain/compare-versions.ts';
import { editStrategy } from '../domain/permissions.ts';
import { framework, frameworks, type FrameworkView } from '../queries/framework.ts';
import { looseEnds } from '../queries/loose-ends.ts';
import { places } from './places.ts';

type Waiting = { title: string; words: string; link: string };

/** What waits for whoever looks after the strategy: what is not public yet, and what hangs loose. */
export async function strategyWaits(ctx: Ctx): Promise<readonly Waiting[]> {
  if (!allowed(ctx.actor, editStrategy)) return [];
  const waiting: Waiting[] = [];
  for (const line of await frameworks(ctx)) {
    if (line.isLibrary || line.status === 'closed') continue;
    const view = await framework(ctx, line.slug);
    if (view) waiting.push(...unpublished(view), ...loose(ctx, view));
  }
  return waiting;
}

function unpublished({ stored, document, hasUnpublishedChanges }: FrameworkView): Waiting[] {
  if (!hasUnpublishedChanges) return [];
  const link = places.publish(stored.slug);
  if (!stored.published)
    return [{ title: 'Not public yet', words: `Nobody outside has seen “${document.name}”.`, link }];
  const count = compareVersions(stored.published, document).length;
  if (count === 0) return [];
  const title = count === 1 ? 'One change to publish' : `${count} changes to publish`;
  return [{ title, words: `In “${document.name}”, since it was published.`, link }];
}

function loose(ctx: Ctx, view: FrameworkView): Waiting[] {
  const { count, groups } = looseEnds(ctx, view);
  if (count === 0) return [];
  const kinds = groups.toSorted((a, b) => b.findings.length - a.findings.length).slice(0, 2);
  const said = kinds.map(({ name, findings }) => `${name.toLowerCase()} (${findings.length})`).join(', ');
  const title = count === 1 ? 'One loose end' : `${count} loose ends`;
  return [{ title, words: `In “${view.document.name}”: ${said}.`, link: places.looseEnds(view.stored.slug) }];
}
