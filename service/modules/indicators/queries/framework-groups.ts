import { framework, frameworks, type FrameworkDocument } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { measureId } from '../domain/measure-facts.ts';
import type { MeasureGroup } from './area-scorecard.ts';

/** The measures that a strategy ties, under the elements that they answer, and who owns what in it. */
export type FrameworkGroups = {
  slug: string;
  name: string;
  areas: readonly string[];
  groups: readonly MeasureGroup[];
  /** the boards, subgroups and roles that own an element */
  owners: readonly FrameworkOwner[];
  /** the one whose elements are shown alone; undefined where all are */
  owner: FrameworkOwner | undefined;
};

export type FrameworkOwner = {
  key: string;
  name: string;
  kind: FrameworkDocument['owners'][number]['kind'];
  /** the bodies within it, whose elements are their own */
  parts: readonly { key: string; name: string }[];
};

/** Whose document is read: as this person sees it, or only what was published for everybody. */
type SeenBy = 'this-person' | 'everybody';

/**
 * The measures of a strategy, or of what one owner in it holds. Undefined where this person may not see the strategy, or
 * where it names no such owner.
 */
export async function frameworkGroups(
  ctx: Ctx,
  slug: string,
  { owner: key, seenBy = 'this-person' }: { owner?: string | undefined; seenBy?: SeenBy } = {},
): Promise<FrameworkGroups | undefined> {
  const view = await framework(ctx, slug);
  const document = seenBy === 'everybody' ? view?.stored.published : view?.document;
  if (!document) return undefined;
  const owners = ownersIn(document);
  const owner = owners.find((one) => one.key === key);
  if (key !== undefined && !owner) return undefined;
  const { name, areas } = document;
  return {
    slug,
    name,
    areas,
    owners,
    owner,
    groups: groupsOf(owner ? ownedBy(document, owner.key) : document),
  };
}

function ownersIn({ owners, elements }: FrameworkDocument): FrameworkOwner[] {
  const owning = new Set(elements.flatMap((element) => element.owners));
  return owners
    .filter(({ key }) => owning.has(key))
    .map(({ key, name, kind }) => ({
      key,
      name,
      kind,
      parts: owners
        .filter((one) => one.partOf === key && owning.has(one.key))
        .map((one) => ({ key: one.key, name: one.name })),
    }));
}

function ownedBy(document: FrameworkDocument, owner: string): FrameworkDocument {
  return { ...document, elements: document.elements.filter(({ owners }) => owners.includes(owner)) };
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
