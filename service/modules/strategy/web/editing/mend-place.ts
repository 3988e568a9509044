import type { Finding } from '../../domain/check/check-framework.ts';
import { places } from '../places.ts';

/** The page on which a loose end is mended; undefined where it has none of its own. */
export function mendPlace(slug: string, { rule, element }: Finding): string | undefined {
  switch (rule) {
    case 'empty-tier':
      return places.tiers(slug);
    case 'periods-disagree':
    case 'past-its-date':
      return element ? places.editElement(slug, element) : places.editFramework(slug);
    case 'no-need':
      return element && `${places.addPassage(slug)}?about=${element}`;
    case 'no-action':
    case 'ask-unanswered':
      return element && `${places.addElement(slug)}?serves=${element}`;
    case 'no-measure':
    case 'no-published-source':
      return element && places.ties(slug, element);
    case 'cycle':
    case 'unreachable':
      return element && places.moveElement(slug, element);
    case 'same-label':
    case 'no-direction':
    case 'no-owner':
    case 'one-organisation':
      return element && places.editElement(slug, element);
  }
}
