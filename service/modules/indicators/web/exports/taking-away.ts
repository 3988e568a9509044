import type { EesTableKind } from '../../domain/exports/ees/writer/ees-time.ts';
import { queryOf, type Asked } from '../scorecard/filters.tsx';
import { reading, withQuery } from '../reading.ts';

/** Where the figures of an area are taken away, with the filters of its scorecard. */
export const takingAway = {
  page: (areaCode: string, asked: Asked) =>
    withQuery(`${reading.scorecard(areaCode)}/take-away`, queryOf({ ...asked, open: false })),
  table: (areaCode: string, asked: Asked, ending: string) =>
    withQuery(`${reading.scorecard(areaCode)}${ending}`, queryOf({ ...asked, open: false })),
  ees: (areaCode: string, asked: EesAsked) => eesPath(areaCode, 'ees.csv', asked),
  eesMeta: (areaCode: string, asked: EesAsked) => eesPath(areaCode, 'ees-meta.csv', asked),
} as const;

/** What was asked of a pair: a scorecard's filters, which kind of period, and the area alone or beside others. */
export type EesAsked = Asked & { years: EesTableKind | undefined; beside: 'nobody' | 'others' };

function eesPath(areaCode: string, file: string, { years, beside, ...asked }: EesAsked): string {
  return withQuery(`${reading.scorecard(areaCode)}/${file}`, {
    ...queryOf({ ...asked, open: false }),
    years,
    beside: beside === 'nobody' ? beside : undefined,
  });
}
