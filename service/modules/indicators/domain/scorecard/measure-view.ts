import { runsOf, type Area, type Panel, type Series } from '#packages/charts';
import { compareWithEngland } from './comparison.ts';
import { inPeriod, settled, type Figure } from '../figures/figure.ts';
import { intervalOf } from '../figures/interval.ts';
import type { NeighbourSet, Place } from '../figures/place.ts';
import type { LimitsWritten } from '../limits/limits-decision.ts';
import { mostPanels, panelsOf, type PlaceOverYears } from '../multiples/panels.ts';
import { processChart, type ProcessChart } from '../report/process-chart.ts';
import { countsIn, ownFigures, type MeasureFigures, type ScorecardRow } from './row.ts';
import { chartValue, yearsOf } from '../figures/years.ts';

/** What the charts of one measure in one area are drawn from. */
export type MeasurePictures = {
  /** over time: the area, England, and the nearest neighbours that have a number */
  series: readonly Series[];
  /** side by side in the latest period: the area, its neighbours nearest first, England */
  neighbours: readonly Area[];
  /** every area of the same kind in that period, and England */
  all: readonly Area[];
  /** which picture of the series is honest, and what it says */
  process: ProcessChart;
  /** one little chart for each neighbour, the area itself first; and for each of our zones: empty where few or many */
  each: { neighbours: readonly Panel[]; zones: readonly Panel[] };
};

const drawnNeighbours = 3;

/** Makes what is drawn from the figures of a measure. */
export function picturesOf(given: {
  place: Place;
  set: NeighbourSet | undefined;
  figures: MeasureFigures;
  row: ScorecardRow;
  all: ReadonlyMap<string, { name: string; value: number }>;
  /** what was decided about its limits */
  written: LimitsWritten;
  /** our zones, set by set */
  zones: readonly (readonly PlaceOverYears[])[];
}): MeasurePictures {
  const { place, row } = given;
  const england = englandArea(row);
  const { definition } = given.figures;
  const own = ownFigures(place, given.figures.own);
  const process = processChart({ definition, place, own, latest: row.latest, written: given.written });
  return {
    series: [
      { key: place.code, name: place.name, role: 'own', points: row.points },
      ...process.lines,
      ...englandSeries(given.figures, row),
      ...neighbourSeries(given),
    ],
    neighbours: [ownArea(place, row), ...neighbourAreas(given), ...england],
    all: [ownArea(place, row), ...otherAreas(place, given.all), ...england],
    process,
    each: { neighbours: neighbourPanels(given), zones: zonePanels(given) },
  };
}

/** The area itself and its neighbours, each beside England. */
function neighbourPanels(given: Given): readonly Panel[] {
  const { place, set, figures, row } = given;
  const others = (set?.neighbours ?? []).map(({ place: { code, name } }) => ({
    code,
    name,
    figures: figures.neighbours.get(code) ?? [],
  }));
  const [beside] = englandSeries(figures, row);
  const { definition } = figures;
  const panels = panelsOf({ definition, places: others, role: 'neighbour', beside, like: row.latest });
  const [own] = panelOfOwn(place, row.points, beside);
  return panels.length === 0 || !own || panels.length === mostPanels ? panels : [own, ...panels];
}

function panelOfOwn(place: Place, points: Series['points'], beside: Series | undefined): readonly Panel[] {
  const own: Series = { key: place.code, name: place.name, role: 'own', points };
  return runsOf(own).some((run) => run.length > 1)
    ? [{ key: place.code, name: place.name, series: beside ? [own, beside] : [own] }]
    : [];
}

/** The zones of the first set that can be drawn, each beside our whole area. */
function zonePanels({ place, zones, figures: { definition }, row }: Given): readonly Panel[] {
  const beside: Series = { key: place.code, name: place.name, role: 'benchmark', points: row.points };
  return (
    zones
      .map((places) => panelsOf({ definition, places, role: 'own', beside, like: row.latest }))
      .find((panels) => panels.length > 0) ?? []
  );
}

/** England's line, unless its figures are not to be believed or are a total that no area can be drawn beside. */
function englandSeries({ england, definition }: MeasureFigures, row: ScorecardRow): Series[] {
  if (row.benchmark.kind === 'stopped' || row.benchmark.kind === 'shown') return [];
  const figures = settled(england, row.latest);
  if (figures.length === 0) return [];
  const { points } = yearsOf({ definition, figures });
  return [{ key: 'england', name: 'England', role: 'benchmark', points }];
}

type Given = Parameters<typeof picturesOf>[0];

function neighbourSeries({ set, figures, row }: Given): Series[] {
  return (set?.neighbours ?? [])
    .map(({ place }): Series => {
      const told = settled(figures.neighbours.get(place.code) ?? [], row.latest);
      const { points } = yearsOf({ definition: figures.definition, figures: told });
      return { key: place.code, name: place.name, role: 'neighbour', points };
    })
    .filter(({ points }) => points.some(({ value }) => value.kind === 'number'))
    .slice(0, drawnNeighbours);
}

function ownArea(place: Place, { latest, interval, comparison }: ScorecardRow): Area {
  return {
    key: place.code,
    name: place.name,
    role: 'own',
    value: latest ? chartValue(latest.value) : { kind: 'status', status: 'missing' },
    lower: interval?.known ? interval.limits.lower : undefined,
    upper: interval?.known ? interval.limits.upper : undefined,
    // a picture has no room for who says otherwise and why, so it does not repeat a verdict that was overruled
    comparison:
      comparison?.compared && comparison.overruled.standing.length === 0 ? comparison.verdict : undefined,
  };
}

function englandArea({ benchmark }: ScorecardRow): Area[] {
  if (benchmark.kind !== 'usable' || !benchmark.samePeriodAsLatest) return [];
  const value = { kind: 'number' as const, number: benchmark.figure.value };
  return [{ key: 'england', name: 'England', role: 'benchmark', value }];
}

function neighbourAreas({ set, figures, row }: Given): Area[] {
  const { latest } = row;
  if (!latest) return [];
  return (set?.neighbours ?? []).map(({ place }) => {
    const own = settled(figures.neighbours.get(place.code) ?? [], latest);
    const figure = inPeriod(own, latest.period);
    return {
      key: place.code,
      name: place.name,
      role: 'neighbour' as const,
      ...(figure ? sureness(figure, { own, place, figures, row }) : {}),
      value: figure ? chartValue(figure.value) : { kind: 'status' as const, status: 'missing' as const },
    };
  });
}

type Around = {
  own: readonly Figure[];
  place: Pick<Place, 'codes'>;
  figures: MeasureFigures;
  row: ScorecardRow;
};

function sureness(
  figure: Figure,
  { own, place, figures, row }: Around,
): Pick<Area, 'lower' | 'upper' | 'comparison'> {
  const { definition } = figures;
  const counts = countsIn(place, figures.counts);
  const interval = intervalOf(figure, definition, counts);
  if (!interval.known) return {};
  const came = compareWithEngland({ definition, own, latest: figure, counts, benchmark: row.benchmark });
  const { lower, upper } = interval.limits;
  return { lower, upper, comparison: came.compared ? came.verdict : undefined };
}

function otherAreas(place: Place, all: Given['all']): Area[] {
  return [...all]
    .filter(([code]) => !place.codes.includes(code))
    .map(([key, { name, value }]) => ({
      key,
      name,
      role: 'neighbour',
      value: { kind: 'number', number: value },
    }));
}

/** The figures of England alone, for a reader who has not chosen an area. */
export function withoutBenchmark(figures: MeasureFigures): MeasureFigures {
  return { ...figures, england: [] };
}
