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

export { TrendChart } from './compositions/trend-chart.tsx';
export { BarIntervalChart } from './compositions/bar-interval-chart.tsx';
export { DotPlot } from './compositions/dot-plot.tsx';
export { SpineChart } from './compositions/spine-chart.tsx';
export { SmallMultiples } from './compositions/small-multiples.tsx';
export { Sparkline } from './compositions/sparkline.tsx';

export { trendTable } from './compositions/trend-table.ts';
export { areaTable, byValue, ownAreaFirst } from './compositions/area-table.ts';
export { spineTable } from './compositions/spine-table.ts';
export { multiplesTable } from './compositions/multiples-table.ts';
export { toCsv } from './frame/csv.ts';
export type { Cell, ChartTable, Column } from './frame/table-model.ts';

export { Chart } from './frame/chart.tsx';
export { NumberTable } from './frame/number-table.tsx';
export { formatInUnit, formatNumber } from './frame/number.ts';
export { type ChartWords, englishWords } from './frame/words.ts';
