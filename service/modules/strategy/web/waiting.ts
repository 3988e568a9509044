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
    return [{ title: `${document.name}: not public yet`, words: 'Nobody outside has seen it.', link }];
  const count = compareVersions(stored.published, document).length;
  if (count === 0) return [];
  const words =
    count === 1
      ? 'One thing was changed since it was published.'
      : `${count} things were changed since it was published.`;
  return [{ title: `${document.name}: changes to publish`, words, link }];
}

function loose(ctx: Ctx, view: FrameworkView): Waiting[] {
  const { count, groups } = looseEnds(ctx, view);
  if (count === 0) return [];
  const most = groups.toSorted((a, b) => b.findings.length - a.findings.length)[0];
  const kind = most ? ` Most of one kind: ${most.name.toLowerCase()} (${most.findings.length}).` : '';
  const words = count === 1 ? 'One thing leads nowhere.' : `${count} things lead nowhere.${kind}`;
  return [{ title: `${view.document.name}: loose ends`, words, link: places.looseEnds(view.stored.slug) }];
}
