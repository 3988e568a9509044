import { withQuery } from '../reading.ts';

type Measured = { source: string; code: string };

/** What a map can be asked for: which areas, which period, which classes, which drawing. */
export type MapQuery = {
  of?: string | undefined;
  from?: string | undefined;
  classes?: string | undefined;
  drawn?: string | undefined;
};

function path({ source, code }: Measured): string {
  return `/maps/${encodeURIComponent(source)}/${encodeURIComponent(code)}`;
}

/** Where maps and boundaries are. */
export const mapPlaces = {
  map: (measure: Measured, asked: MapQuery = {}) => withQuery(path(measure), asked),
  file: (measure: Measured, asked: MapQuery = {}) => withQuery(`${path(measure)}.csv`, asked),
  boundaries: '/imports/boundaries',
  withdraw: (id: string) => `/imports/boundaries/${id}/withdraw`,
} as const;
