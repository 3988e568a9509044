import { graphOf, ownFrameworks, walkDown, type FrameworkDocument } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { ElementName } from '#platform/kernel/subject.ts';
import type { Body } from '../../domain/body.ts';
import { ownersOf } from '../../store/agenda/what-waits.ts';

/** What a body has to hear of. */
export type MattersOfBody = {
  /** whether something that names an element, or none, is for it */
  isFor(element: ElementName): boolean;
  /** which figures it looks at: of an area, under a strategy, of one of its owners where it has some */
  figures: readonly { area: string; strategy: string; owner: string | undefined }[];
};

/**
 * A board hears of everything; a group that stands for owners of the strategy hears of their elements and of what serves
 * those. What names no element is for boards.
 */
export async function mattersOfBody(ctx: Ctx, body: Body, on: Day): Promise<MattersOfBody> {
  const owners = await ownersOf(ctx, { bodyId: body.id, on });
  const slugs = new Set(owners.map(({ frameworkSlug }) => frameworkSlug));
  const hearsAll = body.kind === 'board' || owners.length === 0;
  const views = (await ownFrameworks(ctx)).filter(({ stored }) => slugs.size === 0 || slugs.has(stored.slug));
  const keys = new Set<string>();
  const figures: MattersOfBody['figures'][number][] = [];
  for (const { stored, document } of views) {
    const ofStrategy = owners.filter(({ frameworkSlug }) => frameworkSlug === stored.slug);
    const mine = hearsAll ? [undefined] : ofStrategy.map(({ ownerKey }) => ownerKey);
    for (const area of document.areas.slice(0, 1))
      figures.push(...mine.map((owner) => ({ area, strategy: stored.slug, owner })));
    if (!hearsAll) for (const key of elementsOf(document, mine)) keys.add(`${stored.slug}/${key}`);
  }
  return {
    figures,
    isFor: ({ frameworkSlug, elementKey }) => hearsAll || keys.has(`${frameworkSlug}/${elementKey}`),
  };
}

/** The elements of some owners, and all that serves them. */
function elementsOf(document: FrameworkDocument, owners: readonly (string | undefined)[]): string[] {
  const graph = graphOf(document);
  return document.elements
    .filter((element) => element.owners.some((key) => owners.includes(key)))
    .flatMap(({ key }) => [key, ...walkDown(graph, key).map(({ element }) => element.key)]);
}
