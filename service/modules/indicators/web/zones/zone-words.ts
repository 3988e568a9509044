import type { NotAllowed } from '#platform/access/policy.ts';
import type { WordsFor } from '#platform/kernel/outcome.ts';
import type { DrawZonesRefusal } from '../../actions/zones/draw-zones.ts';
import { smallAreasWords, type SmallAreasRefusal } from '../../domain/zones/small-area.ts';
import { zonesWords } from '../../domain/zones/zone-list.ts';

const notAllowed = () => 'Only an analyst may draw zones';

export const loadSmallAreasWords: WordsFor<NotAllowed | SmallAreasRefusal> = {
  ...smallAreasWords,
  'not-allowed': notAllowed,
};

export const drawZonesWords: WordsFor<DrawZonesRefusal> = {
  ...zonesWords,
  'not-allowed': notAllowed,
  'set-name-without-letters': () => 'Enter a name that holds letters',
  'ends-before-it-begins': () => 'The last day must not be before the first',
};
