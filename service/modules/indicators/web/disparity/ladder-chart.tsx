import { Chart, Drawings, type ChartTable, type FigureProps } from '#packages/charts';
import { ladderTable } from '../../domain/disparity/ladder-table.ts';
import { sayGroup } from '../../domain/disparity/say-ladder.ts';
import type { LadderCard, LadderShown } from '../../queries/disparity/ladder-card.ts';
import { picturePlaces } from '../pictures/places.ts';
import { disparityPlaces, type LadderQuery } from './places.ts';
import { ratioPicture } from './ratio-picture.tsx';
import { findingOf, placeAndYear } from './say-card.ts';

/** What the address of a card asks for, said in full. */
export function queryOf({ place }: LadderCard, shown: LadderShown): LadderQuery {
  const { dimension, year, base, reference, chosen } = shown;
  return {
    area: place.code,
    by: dimension.key,
    year,
    base,
    beside: reference.key === 'others' ? undefined : reference.key,
    group: chosen?.group.key,
  };
}

/** The table of a card: what the page shows under its picture, and what its file holds. */
export function tableOf(card: LadderCard, shown: LadderShown): ChartTable {
  return ladderTable({
    caption: `${card.ladder.title}, ${placeAndYear(card, shown)}`,
    others: shown.reference.words,
    rows: shown.rows,
    outOfAll: shown.otherBase,
  });
}

/** The one picture of a ladder: how many times as likely each group is at each step. */
export function LadderChart({ card, shown }: { card: LadderCard; shown: LadderShown }) {
  const { ladder } = card;
  const csvHref = disparityPlaces.file(ladder.key, queryOf(card, shown));
  const figure: FigureProps = {
    id: 'chart-ladder',
    finding: findingOf(card, shown),
    measure:
      shown.base === 'before'
        ? `Times as likely as ${shown.reference.words}, out of those at the step before`
        : `Times as likely as ${shown.reference.words}, out of all ${ladder.population.name}`,
    unit: { name: placeAndYear(card, shown), decimals: 2 },
    csvHref,
    pictureHrefs: picturePlaces.ofFile(csvHref),
    source: { text: sourceText(shown) },
    headingLevel: 3,
  };
  const described = shown.rows.flatMap((row) => sayGroup(row, shown.reference.words) ?? []).join(' ');
  return (
    <Chart figure={figure} table={tableOf(card, shown)} notes={notes}>
      <Drawings
        id={figure.id}
        title={figure.finding}
        description={described}
        draw={(size) => ratioPicture(shown.rows, size)}
      />
    </Chart>
  );
}

const notes = [
  'A filled mark: surely more or less likely. A ring: about as likely, or it cannot be told.',
  'The line through a mark is its 95% interval. The scale is of times: half as likely lies as far from 1 as twice as likely.',
];

/** Whose tables the card is made of. */
export function sourceText({ sources }: LadderShown): string {
  return [...new Set(sources.map(({ title }) => title))].join('; ');
}
