import { withQuery } from '../reading.ts';

const root = '/api/v1';

/** Where everything of the open interface is. */
export const openPlaces = {
  root,
  document: `${root}/openapi.json`,
  measures: `${root}/measures`,
  measure: (id: string) => `${root}/measures/${encodeURIComponent(id)}`,
  figures: (id: string, area?: string) =>
    withQuery(`${root}/measures/${encodeURIComponent(id)}/figures`, { area }),
  areas: `${root}/areas`,
  area: (code: string) => `${root}/areas/${encodeURIComponent(code)}`,
  scorecard: (code: string) => `${root}/areas/${encodeURIComponent(code)}/scorecard`,
  gapsOf: (code: string) => `${root}/areas/${encodeURIComponent(code)}/gaps`,
  gap: (id: string, asked: { area?: string | undefined; group?: string | undefined }) =>
    withQuery(`${root}/gaps/${encodeURIComponent(id)}`, asked),
  ownMeasures: `${root}/own-measures`,
  frameworks: `${root}/frameworks`,
  page: '/open-data',
} as const;
