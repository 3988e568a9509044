import { framework, frameworks, type FrameworkDocument } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { measureId } from '../domain/measure-facts.ts';
import type { MeasureGroup } from './area-scorecard.ts';

/** The measures that a strategy ties, under the elements that they answer; undefined where this person may not see it. */
export async function frameworkGroups(
  ctx: Ctx,
  slug: string,
): Promise<{ name: string; areas: readonly string[]; groups: readonly MeasureGroup[] } | undefined> {
  const view = await framework(ctx, slug);
  if (!view) return undefined;
  return { name: view.document.name, areas: view.document.areas, groups: groupsOf(view.document) };
}

/** Each measure stands once: under the first of the elements that it answers, the way in before the rest. */
function groupsOf(document: FrameworkDocument): MeasureGroup[] {
  const placed = new Set<string>();
  const inOrder = document.elements.toSorted(
    (a, b) => wayInPlace(document, a.key) - wayInPlace(document, b.key),
  );
  return inOrder.flatMap(({ key, label }) => {
    const ids = document.measures.filter(({ element }) => element === key).map(measureId);
    const measures = [...new Set(ids)].filter((id) => !placed.has(id));
    for (const id of measures) placed.add(id);
    return measures.length > 0 ? [{ key, title: label, measures }] : [];
  });
}

function wayInPlace(document: FrameworkDocument, key: string): number {
  const at = document.wayIn.indexOf(key);
  return at < 0 ? document.wayIn.length : at;
}

/** The strategies that this person may see, our own first. */
export async function strategiesToChoose(ctx: Ctx): Promise<readonly { slug: string; name: string }[]> {
  return (await frameworks(ctx)).map(({ slug, name }) => ({ slug, name }));
}
