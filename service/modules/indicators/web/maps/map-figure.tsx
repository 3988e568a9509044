import {
  Choropleth,
  classesOf,
  formatInUnit,
  mapTable,
  TileMap,
  tileTable,
  verdictClasses,
  type Area,
  type ChartTable,
  type ClassMethod,
  type Classing,
  type MapFigure,
  type Unit,
} from '#packages/charts';
import { chartUnit } from '../../domain/figures/measure-definition.ts';
import { saySource } from '../../domain/figures/say-source.ts';
import { sayPeriod } from '../../domain/say-period.ts';
import type { MeasureMap } from '../../queries/maps/measure-map.ts';
import { picturePlaces } from '../pictures/places.ts';
import { mapPlaces } from './places.ts';
import { sayBesideEngland } from './say-beside-england.ts';

/** How a person asked for a map to be drawn. */
export type MapDrawing = { classes: ClassMethod | 'england'; drawn: 'map' | 'tiles' };

/** Whether there are outlines enough to draw the areas in their own shape. */
export function hasOutlines({ outlines, areas }: MeasureMap): boolean {
  return outlines.length > 1 && outlines.length * 2 >= areas.length;
}

function figureOf(view: MeasureMap, drawing: MapDrawing): MapFigure {
  const { definition, period, areas, of, sources, isInvented } = view;
  const unit = chartUnit(definition.unit);
  const drawn = drawing.drawn === 'map' && hasOutlines(view);
  const source = saySource(definition, { isInvented });
  const csvHref = mapPlaces.file(definition, { of: of.key, from: period?.start, ...drawing });
  return {
    id: 'measure-map',
    finding: drawing.classes === 'england' ? sayBesideEngland(view.areas) : sayMap(view),
    measure: definition.title,
    unit,
    period: period ? sayPeriod(period) : '',
    areas: [...sortedAreas(areas, definition.polarity === 'low-is-good' ? 1 : -1), ...englandOf(view)],
    classing: classingOf(areas, drawing, unit),
    csvHref,
    pictureHrefs: picturePlaces.ofFile(csvHref),
    source: { text: drawn && sources.length > 0 ? `${source}. Boundaries: ${sources.join('; ')}` : source },
    headingLevel: 2,
  };
}

function classingOf(areas: readonly Area[], { classes }: MapDrawing, unit: Unit): Classing {
  return classes === 'england'
    ? { ...verdictClasses(areas), head: 'Compared with England' }
    : classesOf(areas, { method: classes, unit });
}

/** England in the table, where the areas are compared with it. */
function englandOf({ beside }: MeasureMap): readonly Area[] {
  return beside?.england === undefined
    ? []
    : [
        {
          key: 'england',
          name: 'England',
          role: 'benchmark',
          value: { kind: 'number', number: beside.england },
        },
      ];
}

/** The picture that was asked for; tiles where no outlines are loaded. */
export function MapPicture({ view, drawing }: { view: MeasureMap; drawing: MapDrawing }) {
  const figure = figureOf(view, drawing);
  return drawing.drawn === 'map' && hasOutlines(view) ? (
    <Choropleth {...figure} outlines={view.outlines} />
  ) : (
    <TileMap {...figure} tiles={view.tiles} />
  );
}

/** The table of the picture, as its file holds it. */
export function tableOfMap(view: MeasureMap, drawing: MapDrawing): ChartTable {
  const figure = figureOf(view, drawing);
  return drawing.drawn === 'map' && hasOutlines(view) ? mapTable(figure) : tileTable(figure);
}

/** By value, those without a number last. */
function sortedAreas(areas: readonly Area[], sign: 1 | -1): readonly Area[] {
  const rank = ({ value }: Area) => (value.kind === 'number' ? sign * value.number : Infinity);
  return areas.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

/** What the picture says: where it is highest and lowest, and where our own area stands. */
function sayMap({ areas, definition }: MeasureMap): string {
  const unit = chartUnit(definition.unit);
  const known = areas.flatMap(({ name, value, role }) =>
    value.kind === 'number' ? [{ name, role, number: value.number }] : [],
  );
  const sorted = known.toSorted((a, b) => a.number - b.number);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (!lowest || !highest) return 'No area has a number here';
  if (formatInUnit(lowest.number, unit) === formatInUnit(highest.number, unit))
    return `The same everywhere: ${formatInUnit(highest.number, unit)}`;
  const ends = `Highest in ${highest.name} (${formatInUnit(highest.number, unit)}), lowest in ${lowest.name} (${formatInUnit(lowest.number, unit)})`;
  const own = sorted.findIndex(({ role }) => role === 'own');
  const mine = sorted[own];
  if (!mine || mine === lowest || mine === highest) return ends;
  return `${ends}; ${mine.name}: ${formatInUnit(mine.number, unit)}`;
}
