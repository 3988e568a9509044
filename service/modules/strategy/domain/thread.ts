import type { ThreadSubject, ThreadSubjects } from '#platform/kernel/subject.ts';
import type { ElementDocument, TierDocument } from './framework-document.ts';

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
