import type { Outcome } from '#platform/kernel/outcome.ts';
import { done, refuse } from '#platform/kernel/outcome.ts';
import { settled, type EditRefusal } from '../edit.ts';
import type { FrameworkDocument, MeasureTieDocument } from '../framework-document.ts';

/** What a document became by many ties, and how many of them were new. */
export type TiedMany = { document: FrameworkDocument; added: number };

/**
 * Ties many measures at one stroke. One that stands already on the same element in the same role is left as it is, with
 * the note that it has; of two alike among those given the first is taken.
 */
export function tieMany(
  document: FrameworkDocument,
  ties: readonly MeasureTieDocument[],
): Outcome<TiedMany, EditRefusal> {
  const keys = new Set(document.elements.map(({ key }) => key));
  const missing = ties.find(({ element }) => !keys.has(element));
  if (missing) return refuse({ reason: 'element-missing', key: missing.element });
  const standing = new Set(document.measures.map(nameOf));
  const added: MeasureTieDocument[] = [];
  for (const tie of ties) {
    if (standing.has(nameOf(tie))) continue;
    standing.add(nameOf(tie));
    added.push(tie);
  }
  const answered = new Set(added.map(({ element }) => element));
  const edited = settled({
    ...document,
    unanswered: document.unanswered.filter(({ element }) => !answered.has(element)),
    measures: [...document.measures, ...added],
  });
  return edited.done ? done({ document: edited.value, added: added.length }) : edited;
}

function nameOf({ element, source, code, role }: MeasureTieDocument): string {
  return JSON.stringify([element, source, code, role]);
}
