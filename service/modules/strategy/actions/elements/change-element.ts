import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { isDeepStrictEqual } from 'node:util';
import { changeElement as withWords, type EditRefusal, type ElementWords } from '../../domain/edit.ts';
import { assignElement, type Assignment } from '../../domain/editing/assign-element.ts';
import type { ElementDocument, FrameworkDocument } from '../../domain/framework-document.ts';
import { elementVersion } from '../../store/elements.ts';
import type { StoredFramework } from '../../store/frameworks.ts';
import { editOwnFramework, nameOf, type ChangedMeanwhile, type NotOwn } from '../edit-own-framework.ts';

export type ElementChange = {
  slug: string;
  key: string;
  /** the element's version when the page was opened */
  version: number;
  words: ElementWords;
  people: Omit<Assignment, 'key'>;
};

export type ChangeElementRefusal = EditRefusal | NotOwn | ChangedMeanwhile<ElementDocument>;

/** Changes what an element says and who has it in hand, unless somebody saved the same element first. */
export async function changeElement(
  ctx: Ctx,
  change: ElementChange,
): Promise<Outcome<null, ChangeElementRefusal>> {
  const { slug, key, version, words, people } = change;
  return editOwnFramework(ctx, slug, async (framework): Promise<Outcome<Changed, ChangeElementRefusal>> => {
    const earlier = await changedMeanwhile(ctx, { framework, key, version });
    if (earlier) return refuse(earlier);
    const edited = withWords(framework.document, { key, words });
    if (!edited.done) return edited;
    const assigned = assignElement(edited.value, { key, ...people });
    if (!assigned.done) return assigned;
    const { value: document } = assigned;
    const touched = !isDeepStrictEqual(elementOf(framework.document, key), elementOf(document, key));
    const fact = { fact: 'strategy.element-changed', details: { element: key } };
    return done({ document, changed: touched ? [key] : [], ...fact, value: null });
  });
}

type Changed = {
  document: FrameworkDocument;
  changed: readonly string[];
  fact: string;
  details: { element: string };
  value: null;
};

/** What somebody else saved since this page was opened; undefined where nobody did, or where the element is gone. */
export async function changedMeanwhile(
  ctx: Ctx,
  at: { framework: StoredFramework; key: string; version: number },
): Promise<ChangedMeanwhile<ElementDocument> | undefined> {
  const theirs = elementOf(at.framework.document, at.key);
  const now = theirs && (await elementVersion(ctx, at.framework.id, at.key));
  if (!theirs || !now || now.version === at.version) return undefined;
  const by = await nameOf(ctx, now.changedBy);
  return { reason: 'changed-meanwhile', theirs, seen: String(now.version), by, at: now.changedAt };
}

function elementOf(document: FrameworkDocument, key: string): ElementDocument | undefined {
  return document.elements.find((element) => element.key === key);
}
