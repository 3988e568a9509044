import type { OpenTable } from '#packages/open-tables';
import { sayDay, type Day } from '#platform/kernel/day.ts';
import type { Scorecard } from '../scorecard/scorecard.ts';
import { scorecardTable } from '../scorecard/scorecard-table.ts';
import { licence } from './licence.ts';

const meanings: Readonly<Record<string, string>> = {
  'Lower limit, 95%': 'The figure would lie above this in 95 of 100 like cases',
  'Upper limit, 95%': 'The figure would lie below this in 95 of 100 like cases',
  'Compared with England': 'Whether the difference is more than chance would make',
  'Rank among areas': 'The place among all areas; it says nothing of chance',
};

/** A scorecard with what a reader must know who has nothing but the file: what it is of, whose the figures are, and when it was made. */
export function scorecardOpenTable(scorecard: Scorecard, today: Day): OpenTable {
  const { caption, columns, rows } = scorecardTable(scorecard);
  const { place, neighbourSet } = scorecard;
  const publishers = new Set(
    scorecard.groups.flatMap((group) => group.rows.map(({ definition }) => definition.publisher)),
  );
  const source = [...publishers].toSorted().join('; ');
  return {
    title: caption,
    about: [
      { name: 'Area', words: `${place.name} (${place.code})` },
      ...(neighbourSet ? [{ name: 'Neighbours', words: neighbourSet.name }] : []),
      { name: 'Source', words: place.isInvented ? `Invented, in the form of: ${source}` : source },
      ...(place.isInvented
        ? []
        : [
            { name: 'Licence', words: licence.words },
            { name: 'Licence link', words: licence.link },
          ]),
      { name: 'Made on', words: sayDay(today) },
    ],
    columns: columns.map((column) => {
      const about = meanings[column.head];
      return about === undefined ? column : { ...column, about };
    }),
    rows,
  };
}
