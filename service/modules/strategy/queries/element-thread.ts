import type { Ctx } from '#platform/db/database.ts';
import type { ElementName } from '#platform/kernel/subject.ts';
import { childrenByTier, graphOf, lineUp } from '../domain/graph.ts';
import {
  documentTies,
  namesElement,
  type ElementThread,
  type SubjectGroup,
  type SubjectRegistry,
  type TiedSubject,
} from '../domain/thread.ts';
import { tiesOfElements, tiesOfSubject, type StoredTie } from '../store/ties.ts';
import { framework, frameworkViews, type FrameworkView } from './framework.ts';

/** The thread of one element, with the subjects that this person may see; undefined where there is no such element. */
export async function elementThread(
  ctx: Ctx,
  at: { view: FrameworkView; key: string; registry: SubjectRegistry<Ctx> },
): Promise<ElementThread | undefined> {
  const graph = graphOf(at.view.document);
  const element = graph.elements.get(at.key);
  const tier = element && graph.tiers.get(element.tier);
  if (!element || !tier) return undefined;
  const up = lineUp(graph, at.key)
    .slice(0, -1)
    .flatMap((above) => {
      const ofTier = graph.tiers.get(above.tier);
      return ofTier ? [{ element: above, tier: ofTier }] : [];
    });
  const ties = tiesSeen(at.view, await tiesOfElements(ctx, at.view.stored.id, [at.key]));
  return {
    element,
    tier,
    up,
    down: childrenByTier(graph, at.key),
    subjects: await subjectsOf(ctx, ties, {
      ...at,
      element: { frameworkSlug: at.view.stored.slug, elementKey: at.key },
    }),
  };
}

/**
 * A tie of a document shows only where the document that this person sees holds it, in the document's order; those made
 * by hand are the same for all, and come after.
 */
function tiesSeen(view: FrameworkView, ties: readonly StoredTie[]): StoredTie[] {
  const held = documentTies(view.document, { isLibrary: view.stored.isLibrary });
  const places = new Map(held.map((tie, place) => [nameOf(tie), place]));
  const placeOf = (tie: StoredTie): number => places.get(nameOf(tie)) ?? held.length;
  return ties
    .filter((tie) => tie.origin === 'thread' || places.has(nameOf(tie)))
    .toSorted((a, b) => placeOf(a) - placeOf(b));
}

function nameOf(tie: Pick<StoredTie, 'elementKey' | 'subjectKind' | 'subjectId' | 'role'>): string {
  return JSON.stringify([tie.elementKey, tie.subjectKind, tie.subjectId, tie.role]);
}

type Asked = { registry: SubjectRegistry<Ctx>; element: ElementName };

async function subjectsOf(
  ctx: Ctx,
  ties: readonly StoredTie[],
  { registry, element }: Asked,
): Promise<SubjectGroup[]> {
  const groups: SubjectGroup[] = [];
  for (const room of registry) {
    const tied = await tiedOf(
      ctx,
      room,
      ties.filter((tie) => tie.subjectKind === room.kind),
    );
    const known = new Set(tied.map(({ id }) => id));
    const naming = (await room.under?.(ctx, element)) ?? [];
    const others = naming
      .filter(({ id }) => !known.has(id))
      .map((subject) => ({ ...subject, role: namesElement, note: undefined, tieId: undefined }));
    const subjects = [...tied, ...others];
    if (subjects.length > 0) groups.push({ kind: room.kind, name: room.name, subjects });
  }
  return groups;
}

async function tiedOf(
  ctx: Ctx,
  room: SubjectRegistry<Ctx>[number],
  ties: readonly StoredTie[],
): Promise<TiedSubject[]> {
  if (ties.length === 0) return [];
  const ids = ties.map(({ subjectId }) => subjectId);
  const found = new Map((await room.find(ctx, ids)).map((subject) => [subject.id, subject]));
  return ties.flatMap((tie) => {
    const subject = found.get(tie.subjectId);
    const tieId = tie.origin === 'thread' ? tie.id : undefined;
    return subject ? [{ ...subject, role: tie.role, note: tie.note, tieId }] : [];
  });
}

/** One line of the thread above a subject: the element it answers and the way from there up to the vision. */
export type ThreadAbove = {
  frameworkSlug: string;
  frameworkName: string;
  role: string;
  /** the vision first, the element tied to the subject last */
  line: readonly { key: string; label: string; tierName: string }[];
};

/** The threads that a subject hangs on, in every framework that this person may see. */
export async function threadsOf(ctx: Ctx, subject: { kind: string; id: string }): Promise<ThreadAbove[]> {
  const ties = await tiesOfSubject(ctx, subject.kind, subject.id);
  const views = await frameworkViews(ctx, [...new Set(ties.map((tie) => tie.frameworkId))]);
  return views.flatMap((view) => {
    const graph = graphOf(view.document);
    const own = tiesSeen(
      view,
      ties.filter(({ frameworkId }) => frameworkId === view.stored.id),
    );
    return own.flatMap((tie) => {
      const line = lineUp(graph, tie.elementKey).map(({ key, label, tier }) => ({
        key,
        label,
        tierName: graph.tiers.get(tier)?.name ?? '',
      }));
      const above = {
        frameworkSlug: view.stored.slug,
        frameworkName: view.document.name,
        role: tie.role,
        line,
      };
      return line.length > 0 ? [above] : [];
    });
  });
}

/** The thread above an element that another room names: the vision first, the element last. */
export async function threadsAbove(ctx: Ctx, element: ElementName): Promise<ThreadAbove[]> {
  const view = await framework(ctx, element.frameworkSlug);
  const above = view && threadAbove(view, element.elementKey);
  return above ? [above] : [];
}

/** The same in a framework that is at hand; undefined where it has no such element. */
export function threadAbove({ stored, document }: FrameworkView, key: string): ThreadAbove | undefined {
  const graph = graphOf(document);
  const line = lineUp(graph, key).map((element) => ({
    key: element.key,
    label: element.label,
    tierName: graph.tiers.get(element.tier)?.name ?? '',
  }));
  if (line.length === 0) return undefined;
  return { frameworkSlug: stored.slug, frameworkName: document.name, role: namesElement, line };
}
