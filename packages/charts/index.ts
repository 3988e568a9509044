/** Charts of public measures, drawn on the server: six compositions, and the marks and scales they are made from. */
export type {
  Area,
  ChartValue,
  Comparison,
  Panel,
  Point,
  Polarity,
  Role,
  Series,
  Source,
  SpineRow,
  Spread,
  Status,
  Unit,
} from './series.ts';
export type { FigureProps } from './frame/figure-props.ts';
export type {
  BarIntervalChartProps,
  DotPlotProps,
  SmallMultiplesProps,
  SparklineProps,
  SpineChartProps,
  TrendChartProps,
} from './compositions/props.ts';

export { TrendChart } from './compositions/trend/trend-chart.tsx';
export { BarIntervalChart } from './compositions/areas/bar-interval-chart.tsx';
export { DotPlot } from './compositions/areas/dot-plot.tsx';
export { SpineChart } from './compositions/spine/spine-chart.tsx';
export { SmallMultiples } from './compositions/multiples/small-multiples.tsx';
export { Sparkline } from './compositions/trend/sparkline.tsx';

export { trendTable } from './compositions/trend/trend-table.ts';
export { areaTable, byValue, ownAreaFirst } from './compositions/areas/area-table.ts';
export { spineTable } from './compositions/spine/spine-table.ts';
export { multiplesTable } from './compositions/multiples/multiples-table.ts';
export { toCsv } from './frame/csv.ts';
export type { Cell, ChartTable, Column } from './frame/table-model.ts';

export { Chart } from './frame/chart.tsx';
export { NumberTable } from './frame/number-table.tsx';
export { formatInUnit, formatNumber } from './frame/number.ts';
export { type ChartWords, englishWords } from './frame/words.ts';
