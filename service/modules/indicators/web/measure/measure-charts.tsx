import type { ComponentChildren } from 'preact';
import {
  areaTable,
  BarIntervalChart,
  byValue,
  DotPlot,
  multiplesTable,
  ownAreaFirst,
  SmallMultiples,
  TrendChart,
  trendTable,
  type BarIntervalChartProps,
  type ChartTable,
  type DotPlotProps,
  type SmallMultiplesProps,
  type TrendChartProps,
} from '#packages/charts';
import { sayPeriod } from '../../domain/say-period.ts';
import { allAreasFinding, neighboursFinding, trendFinding } from '../../domain/scorecard/chart-findings.ts';
import { chartUnit } from '../../domain/figures/measure-definition.ts';
import { sayPanels } from '../../domain/multiples/panels.ts';
import { aimSeries } from '../../domain/report/aim-series.ts';
import { saySource } from '../../domain/figures/say-source.ts';
import type { MeasureView } from '../../queries/report/measure-view.ts';
import { picturePlaces } from '../pictures/places.ts';
import { reading, withQuery } from '../reading.ts';

/** The tables of a measure's page that can be had as files. */
export const measureTables = ['years', 'neighbours', 'areas', 'each-neighbour', 'each-zone'] as const;

export type MeasureTable = (typeof measureTables)[number];

/** Where the table of a chart is a file. */
export function chartFile({ definition, place, set }: MeasureView, table: MeasureTable): string {
  const asked = { area: place.code, neighbours: set?.key, table };
  return withQuery(`${reading.measure(definition)}.csv`, asked);
}

function figureOf(view: MeasureView, table: MeasureTable) {
  const { definition, place } = view;
  const csvHref = chartFile(view, table);
  return {
    id: `chart-${table}`,
    measure: definition.title,
    unit: chartUnit(definition.unit),
    csvHref,
    pictureHrefs: picturePlaces.ofFile(csvHref),
    source: { text: saySource(definition, place), href: place.isInvented ? undefined : definition.link },
    headingLevel: 2 as const,
  };
}

/** A view, and whether what we aim at is drawn into it. */
export type Drawn = { view: MeasureView; aims: 'shown' | 'not-shown' };

function yearsProps({ view, aims }: Drawn): TrendChartProps {
  const { pictures, definition, row } = view;
  const aimed = aims === 'shown' ? aimSeries(row.aim, row.points) : [];
  return {
    ...figureOf(view, 'years'),
    finding: pictures.process.finding ?? trendFinding(definition, row.points),
    series: [...pictures.series, ...aimed],
    // a fan to the future is no confidence interval of what has been
    intervalName: aimed.length > 1 ? '95% interval' : undefined,
  };
}

function neighboursProps(view: MeasureView): BarIntervalChartProps {
  const { pictures, definition, row } = view;
  const [own, ...others] = pictures.neighbours;
  const neighbours = others.filter(({ role }) => role === 'neighbour');
  return {
    ...figureOf(view, 'neighbours'),
    finding: neighboursFinding(own, neighbours),
    period: row.latest ? sayPeriod(row.latest.period) : '',
    areas: pictures.neighbours,
    mark:
      definition.kind === 'mean' || definition.kind === 'gap' || definition.kind === 'index'
        ? 'point'
        : 'bar',
  };
}

function areasProps(view: MeasureView): DotPlotProps {
  const { pictures, row, definition } = view;
  const numbers = pictures.all.flatMap(({ value, role }) =>
    value.kind === 'number' && role !== 'benchmark' ? [value.number] : [],
  );
  const own = typeof row.latest?.value === 'number' ? row.latest.value : undefined;
  return {
    ...figureOf(view, 'areas'),
    finding: allAreasFinding(row.standing, own, numbers),
    period: row.latest ? sayPeriod(row.latest.period) : '',
    areas: pictures.all,
    order: definition.polarity === 'low-is-good' ? 'lowest-first' : 'highest-first',
  };
}

/** One little chart for each neighbour or each zone, on one scale. */
function eachProps({ pictures, definition }: MeasureView, which: 'neighbours' | 'zones') {
  const panels = pictures.each[which];
  // the area itself stands first among its neighbours, and is none of them
  const told = which === 'zones' ? panels : panels.filter(({ key }) => key !== pictures.series[0]?.key);
  return { panels, finding: sayPanels(told, definition, which) };
}

function multiplesProps(view: MeasureView, table: 'each-neighbour' | 'each-zone'): SmallMultiplesProps {
  return {
    ...figureOf(view, table),
    ...eachProps(view, table === 'each-zone' ? 'zones' : 'neighbours'),
  };
}

/** A table of the page as its file holds it. */
export function measureTable(drawn: Drawn, table: MeasureTable): ChartTable {
  const { view } = drawn;
  switch (table) {
    case 'years':
      return trendTable(yearsProps(drawn));
    case 'neighbours': {
      const props = neighboursProps(view);
      return areaTable({ ...props, areas: ownAreaFirst(props.areas) });
    }
    case 'areas': {
      const props = areasProps(view);
      return areaTable({ ...props, areas: byValue(props.areas, props.order ?? 'highest-first') });
    }
    case 'each-neighbour':
    case 'each-zone':
      return multiplesTable(multiplesProps(view, table));
  }
}

/** The charts that a page shows of a measure: those of which there is more than one thing to draw. */
export function chartsOf(view: MeasureView): readonly MeasureTable[] {
  const { pictures } = view;
  if (!view.row.latest) return [];
  const hasNeighbours = pictures.neighbours.some(
    ({ role, value }) => role === 'neighbour' && value.kind === 'number',
  );
  const hasOthers = pictures.all.filter(({ role }) => role === 'neighbour').length > 1;
  const charts: MeasureTable[] = ['years'];
  if (hasNeighbours) charts.push('neighbours');
  if (hasOthers && !view.isEngland) charts.push('areas');
  if (pictures.each.zones.length > 0) charts.push('each-zone');
  if (pictures.each.neighbours.length > 0) charts.push('each-neighbour');
  return charts;
}

/** One chart of a measure. */
export function MeasureChart({ drawn, table }: { drawn: Drawn; table: MeasureTable }) {
  switch (table) {
    case 'years':
      return <TrendChart {...yearsProps(drawn)} />;
    case 'neighbours':
      return <BarIntervalChart {...neighboursProps(drawn.view)} />;
    case 'areas':
      return <DotPlot {...areasProps(drawn.view)} />;
    case 'each-neighbour':
    case 'each-zone':
      return <SmallMultiples {...multiplesProps(drawn.view, table)} />;
  }
}

/** A measure over time with what is said of its line, beside its neighbours, and among all areas of the same kind. */
export function MeasureCharts({ children, ...drawn }: Drawn & { children?: ComponentChildren }) {
  const { pictures } = drawn.view;
  const others = chartsOf(drawn.view).filter((table) => table !== 'years');
  return (
    <>
      <MeasureChart drawn={drawn} table="years" />
      <ProcessWords words={pictures.process.words} />
      {children}
      {others.map((table) => (
        <MeasureChart key={table} drawn={drawn} table={table} />
      ))}
    </>
  );
}

/** What the lines of the chart say, point by point. */
function ProcessWords({ words }: { words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <ul class="measure-notes">
      {words.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}
