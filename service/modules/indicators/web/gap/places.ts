import { withQuery } from '../reading.ts';

type Gap = { source: string; code: string };

/** Where the pages of gaps are. */
export const gapPlaces = {
  finder: '/gaps',
  finderOf: (area: string) => withQuery('/gaps', { area }),
  finderFile: (area: string, ending = '.csv') => withQuery(`/gaps${ending}`, { area }),
  card: (gap: Gap, asked: { area?: string | undefined; group?: string | undefined } = {}) =>
    withQuery(path(gap), { area: asked.area, group: asked.group }),
  file: (gap: Gap, asked: { area: string; group: string; table: GapTable }, ending = '.csv') =>
    withQuery(`${path(gap)}${ending}`, asked),
  addHypothesis: (gap: Gap, asked: { area: string; group: string }) =>
    withQuery('/gaps/causes/new', {
      measure: `${gap.source}:${gap.code}`,
      ...asked,
    }),
  hypothesis: (id: string) => `/gaps/causes/${id}`,
  groups: '/gaps/groups',
} as const;

/** The tables of a gap's card that can be had as files. */
export const gapTables = ['card', 'years', 'deprivation', 'places'] as const;

export type GapTable = (typeof gapTables)[number];

function path({ source, code }: Gap): string {
  return `/gaps/${encodeURIComponent(source)}/${encodeURIComponent(code)}`;
}
