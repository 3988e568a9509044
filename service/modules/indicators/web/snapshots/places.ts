import type { Scope } from '../../domain/snapshots/snapshot.ts';
import { reading, withQuery } from '../reading.ts';

/** Where kept scorecards are, said once. */
export const snapshotPlaces = {
  all: (areaCode: string) => `${reading.scorecard(areaCode)}/kept`,
  keep: (areaCode: string, scope: Scope) => withQuery(`${reading.scorecard(areaCode)}/kept/new`, scope),
  one: (areaCode: string, id: string) => `${reading.scorecard(areaCode)}/kept/${id}`,
  changes: (areaCode: string, id: string, against?: string) =>
    withQuery(`${reading.scorecard(areaCode)}/kept/${id}/changes`, { against }),
  supersede: (areaCode: string, id: string) => `${reading.scorecard(areaCode)}/kept/${id}/supersede`,
} as const;
