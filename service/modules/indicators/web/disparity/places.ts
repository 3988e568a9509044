import { withQuery } from '../reading.ts';

/** What can be asked of a ladder's page; all of it stands in the address. */
export type LadderQuery = {
  readonly area?: string | undefined;
  readonly by?: string | undefined;
  readonly year?: string | undefined;
  readonly base?: string | undefined;
  readonly beside?: string | undefined;
  readonly group?: string | undefined;
};

/** Where the pages of decisions are. */
export const disparityPlaces = {
  ladders: '/disparity',
  laddersOf: (area: string) => withQuery('/disparity', { area }),
  ladder: (key: string, asked: LadderQuery = {}) => withQuery(`/disparity/${key}`, asked),
  file: (key: string, asked: LadderQuery) => withQuery(`/disparity/${key}.csv`, asked),
  addHypothesis: (ladder: string, asked: { area: string; group: string }) =>
    withQuery('/gaps/causes/new', { measure: `ladder:${ladder}`, ...asked }),
} as const;
