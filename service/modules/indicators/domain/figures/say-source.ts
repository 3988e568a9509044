import type { MeasureDefinition } from './measure-definition.ts';
import type { Place } from './place.ts';

/** Where figures come from. Those of an invented county only take the form of a publication, and say so. */
export function saySource(
  { publisher, publication }: Pick<MeasureDefinition, 'publisher' | 'publication'>,
  { isInvented }: Pick<Place, 'isInvented'>,
): string {
  const source = `${publisher}, ${publication}`;
  return isInvented ? `Invented, in the form of: ${source}` : source;
}
