import type { JSX } from 'preact';
import {
  areaTable,
  BarIntervalChart,
  byValue,
  Choropleth,
  type ChartTable,
  DotPlot,
  mapTable,
  multiplesTable,
  ownAreaFirst,
  SmallMultiples,
  SpineChart,
  spineTable,
  TileMap,
  tileTable,
  TrendChart,
  trendTable,
} from '../index.ts';
import { attendance, injuries, injuryPoints, manyAreas } from './examples/areas.ts';
import { countyMap, countyTiles, manyTiles } from './examples/maps.ts';
import { districts } from './examples/panels.ts';
import { spine } from './examples/spine.ts';
import { brokenSeries, earlyYears, nothingYet, oneYear, repeatPlans } from './examples/trends.ts';

/** An example with the table that it must show. */
export type Example = {
  name: string;
  finding: string;
  unit: string | undefined;
  chart: JSX.Element;
  table: ChartTable;
};

/** Every example of every composition. */
export const everyChart: readonly Example[] = [
  ...[repeatPlans, brokenSeries, earlyYears, nothingYet, oneYear].map((props) => ({
    ...told(props),
    chart: <TrendChart {...props} />,
    table: trendTable(props),
  })),
  ...[injuries, injuryPoints].map((props) => ({
    ...told(props),
    chart: <BarIntervalChart {...props} />,
    table: areaTable({ ...props, areas: ownAreaFirst(props.areas) }),
  })),
  ...[attendance, manyAreas].map((props) => ({
    ...told(props),
    chart: <DotPlot {...props} />,
    table: areaTable({ ...props, areas: byValue(props.areas, 'highest-first') }),
  })),
  {
    name: spine.id,
    finding: spine.finding,
    unit: undefined,
    chart: <SpineChart {...spine} />,
    table: spineTable(spine),
  },
  { ...told(countyMap), chart: <Choropleth {...countyMap} />, table: mapTable(countyMap) },
  ...[countyTiles, manyTiles].map((props) => ({
    ...told(props),
    chart: <TileMap {...props} />,
    table: tileTable(props),
  })),
  { ...told(districts), chart: <SmallMultiples {...districts} />, table: multiplesTable(districts) },
];

function told(props: {
  id: string;
  finding: string;
  unit: { name: string };
}): Omit<Example, 'chart' | 'table'> {
  return { name: props.id, finding: props.finding, unit: props.unit.name };
}
