import type { GapCardView } from '../../queries/gaps/gap-card.ts';
import type { MeasureView } from '../../queries/report/measure-view.ts';
import { gapPlaces, gapTables, type GapTable } from '../gap/places.ts';
import { chartFile, chartsOf, type MeasureTable } from '../measure/measure-charts.tsx';
import { frameSize, picturePlaces } from './places.ts';
import type { ToPutOnASite } from './put-on-your-site.tsx';

const measureNames: { readonly [Table in MeasureTable]: string } = {
  years: 'The years, beside England',
  neighbours: 'Beside our statistical neighbours',
  areas: 'Among all areas',
  'each-neighbour': 'Each neighbour over the years',
  'each-zone': 'Each zone over the years',
};

/** What of a measure's page can stand on another site: each of its charts, and its row of the scorecard. */
export function measureFrames(view: MeasureView): readonly ToPutOnASite[] {
  const { definition, place } = view;
  const title = `${definition.title}, ${place.name}`;
  const charts = chartsOf(view).map((table) => ({
    name: measureNames[table],
    title: `${title}: ${measureNames[table].toLowerCase()}`,
    path: picturePlaces.embed(chartFile(view, table)),
    height: frameSize.chart,
  }));
  const path = picturePlaces.row(definition, place.code);
  const row = { name: 'The number, with what it came to', title, path, height: frameSize.row };
  return charts.length === 0 ? [] : [...charts, row];
}

const gapNames: { readonly [Table in GapTable]: string } = {
  card: '',
  places: '',
  years: 'Both groups over the years',
  deprivation: 'From the most to the least deprived places',
};

/** The same of a gap's card. */
export function gapFrames(view: GapCardView): readonly ToPutOnASite[] {
  const { definition, place, chosen, card, slopes } = view;
  const shown = gapTables.filter((table) =>
    table === 'deprivation' ? (slopes.here ?? slopes.england) : table === 'years' && card,
  );
  return shown.map((table) => ({
    name: gapNames[table],
    title: `The gap in ${definition.title}, ${place.name}: ${gapNames[table].toLowerCase()}`,
    path: picturePlaces.embed(
      gapPlaces.file(definition, { area: place.code, group: chosen?.group.key ?? '', table }),
    ),
    height: frameSize.chart,
  }));
}
