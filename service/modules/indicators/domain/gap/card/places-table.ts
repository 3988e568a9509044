import type { Cell, ChartTable, Column } from '#packages/charts';
import type { MeasureDefinition } from '../../figures/measure-definition.ts';
import type { Place } from '../../figures/place.ts';
import { sayPeriod } from '../../say-period.ts';
import type { GapPoint } from '../gap-series.ts';
import { capital, namesOf } from '../say-gap.ts';
import type { GroupHere } from './gap-card.ts';
import { empty, gapCells, noteOf, sideCells, text } from './gap-table.ts';

/** A place inside an area as a card lists it; the set is of which zones it is one. */
type PlaceHere = GroupHere & { readonly set: string | undefined };

/** Every place of a card beside the rest of its area, in every period, as one table for a file: made from the same protected sides. */
export function placesTable(of: {
  definition: MeasureDefinition;
  place: Place;
  places: readonly PlaceHere[];
}): ChartTable {
  const { definition, place, places } = of;
  return {
    caption: `${definition.title}: places in ${place.name}, each beside the rest`,
    columns: columnsOf(definition),
    rows: places.flatMap((here) => here.series.points.map((point) => rowOf(point, here, definition))),
    rowHeads: 4,
  };
}

function columnsOf({ unit }: MeasureDefinition): Column[] {
  const inUnit = unit.name === '' ? '' : ` (${unit.name})`;
  const names = ['Zones', 'Place', 'Beside'];
  const numbers = [
    `The place${inUnit}`,
    'The place, lower limit 95%',
    'The place, upper limit 95%',
    `The rest${inUnit}`,
    'The rest, lower limit 95%',
    'The rest, upper limit 95%',
    'Gap: the place less the rest',
    'Gap, lower limit 95%',
    'Gap, upper limit 95%',
    'Ratio: the place over the rest',
    'Ratio, lower limit 95%',
    'Ratio, upper limit 95%',
  ];
  return [
    ...names.map((head): Column => ({ head, holds: 'names' })),
    { head: 'Period', holds: 'periods' },
    ...numbers.map((head): Column => ({ head, holds: 'numbers' })),
    { head: 'Note', holds: 'notes' },
  ];
}

function rowOf(point: GapPoint, { set, group, series }: PlaceHere, { unit }: MeasureDefinition): Cell[] {
  return [
    set === undefined ? empty : text(set),
    text(group.short),
    text(capital(namesOf(series.telling).others)),
    text(sayPeriod(point.period)),
    ...sideCells(point.of, unit.decimals),
    ...sideCells(point.beside, unit.decimals),
    ...gapCells(point, unit.decimals),
    text(noteOf(point, series.telling.beside.kind)),
  ];
}
