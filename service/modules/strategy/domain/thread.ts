import type { ThreadSubject, ThreadSubjects } from '#platform/kernel/subject.ts';
import type { ElementDocument, FrameworkDocument, TierDocument } from './framework-document.ts';

/** Something on the thread of an element: what it is, and why it is tied. A tie that the document itself holds has no id. */
export type TiedSubject = ThreadSubject & {
  role: string;
  note: string | undefined;
  tieId: string | undefined;
};

/** One kind of tied things, as its room names it: "measures", "actions". */
export type SubjectGroup = { kind: string; name: string; subjects: readonly TiedSubject[] };

/** The thread of one element: up to the vision, and down to all that answers it. */
export type ElementThread = {
  element: ElementDocument;
  tier: TierDocument;
  /** from the vision down to the element above this one */
  up: readonly { element: ElementDocument; tier: TierDocument }[];
  /** what serves it directly, by tier */
  down: readonly { tier: TierDocument; elements: readonly ElementDocument[] }[];
  subjects: readonly SubjectGroup[];
};

/** The rooms' sides of the thread, by kind. */
export type SubjectRegistry<Ctx> = readonly ThreadSubjects<Ctx>[];

/** How a measure is named on the thread: by its source and the source's own code. */
export function measureSubjectId(measure: { source: string; code: string }): string {
  return `${measure.source}:${measure.code}`;
}

/** A tie as a document itself holds it. */
export type DocumentTie = {
  elementKey: string;
  subjectKind: 'measure' | 'organisation';
  subjectId: string;
  role: string;
  note: string | undefined;
};

/** How an organisation answers an element: it works on it. */
export const contributes = 'contributes';

/** How what names an element itself answers it: it was made for it. */
export const namesElement = 'serves';

/**
 * The ties that a document itself holds. The organisations that a strategy of the library names are those of another
 * place, even where their keys are the same as ours: they are nobody's subject here.
 */
export function documentTies(
  document: FrameworkDocument,
  { isLibrary }: { isLibrary: boolean },
): DocumentTie[] {
  const measures = document.measures.map((measure): DocumentTie => ({
    elementKey: measure.element,
    subjectKind: 'measure',
    subjectId: measureSubjectId(measure),
    role: measure.role,
    note: measure.note,
  }));
  if (isLibrary) return measures;
  const organisations = document.elements.flatMap(({ key, organisations: keys }) =>
    keys.map((subjectId): DocumentTie => ({
      elementKey: key,
      subjectKind: 'organisation',
      subjectId,
      role: contributes,
      note: undefined,
    })),
  );
  return [...measures, ...organisations];
}
