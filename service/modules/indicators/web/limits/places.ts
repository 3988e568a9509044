import { measurePath } from '../../domain/figures/measure-definition.ts';
import { withQuery } from '../reading.ts';

type Named = { source: string; code: string };

/** Where somebody decides about the limits of a measure in an area, and takes that back. */
export const limitsPlaces = {
  decide: (measure: Named, area: string) => withQuery(`${measurePath(measure)}/limits`, { area }),
  takeBack: (measure: Named, area: string, id: string) =>
    withQuery(`${measurePath(measure)}/limits/${id}/take-back`, { area }),
} as const;
