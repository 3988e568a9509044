import type { ChartTable } from '#packages/charts';
import type { OpenTable } from '#packages/open-tables';
import { sayDay, type Day } from '#platform/kernel/day.ts';
import type { Place } from '../figures/place.ts';
import { licence } from './licence.ts';

/** A table of gaps, which the page shows too, with what a reader must know who has nothing but the file. */
export function gapOpenTable(
  { caption, columns, rows }: ChartTable,
  of: { place: Place; publishers: readonly string[]; today: Day },
): OpenTable {
  const { place, today } = of;
  const source = [...new Set(of.publishers)].toSorted().join('; ');
  return {
    title: caption,
    about: [
      { name: 'Area', words: `${place.name} (${place.code})` },
      { name: 'Source', words: place.isInvented ? `Invented, in the form of: ${source}` : source },
      ...(place.isInvented
        ? []
        : [
            { name: 'Licence', words: licence.words },
            { name: 'Licence link', words: licence.link },
          ]),
      { name: 'Made on', words: sayDay(today) },
    ],
    columns,
    rows,
  };
}
