import { measurePath } from '../../domain/figures/measure-definition.ts';
import type { Overrulable } from '../../domain/report/overruling.ts';

type Named = { source: string; code: string };

/** Where the report card of a measure is written, said once; the area goes with it. */
export const reportPlaces = {
  overrule: (measure: Named, areaCode: string, about: Overrulable) =>
    under(measure, 'overrule', { area: areaCode, about }),
  takeBack: (measure: Named, id: string) => `${measurePath(measure)}/overrulings/${id}/take-back`,
  target: (measure: Named, areaCode: string) => under(measure, 'target', { area: areaCode }),
  story: (measure: Named, areaCode: string, part: string) =>
    under(measure, `story/${part}`, { area: areaCode }),
  about: (measure: Named, areaCode: string) => under(measure, 'about', { area: areaCode }),
} as const;

function under(measure: Named, path: string, query: Readonly<Record<string, string>>): string {
  return `${measurePath(measure)}/${path}?${new URLSearchParams(query).toString()}`;
}
