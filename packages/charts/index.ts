/** Charts of public measures, drawn on the server: eight compositions, and the marks and scales they are made from. */
export type {
  Area,
  ChartValue,
  Comparison,
  Decided,
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

export { Choropleth } from './compositions/maps/choropleth.tsx';
export { TileMap, tileTable } from './compositions/maps/tile-map.tsx';
export { mapTable } from './compositions/maps/map-table.ts';
export { describeMap } from './compositions/maps/say-map.ts';
export {
  classesOf,
  verdictClasses,
  type ClassLook,
  type ClassMethod,
  type Classing,
  type MapClass,
} from './compositions/maps/classes.ts';
export { placeTiles, type ToPlace } from './compositions/maps/place-tiles.ts';
export type { ChoroplethProps, MapFigure, Tile, TileMapProps } from './compositions/maps/map-props.ts';
export { middleOf, type Box, type Outline, type PlanePoint } from './compositions/maps/outlines/outline.ts';
export { dissolve } from './compositions/maps/outlines/dissolve.ts';
export { makeOutlines, stepMetres } from './compositions/maps/outlines/make-outlines.ts';
export {
  readBoundaries,
  type Boundary,
  type BoundaryRefusal,
} from './compositions/maps/outlines/read-boundaries.ts';
export type { Read } from './compositions/maps/outlines/read.ts';

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
export { describeAreas, describeSpine, describeTrend } from './compositions/describe.ts';

export { compact, type Picture, Drawings, type Size, wide } from './frame/drawings.tsx';
export { Key, statusKeys } from './frame/keys.tsx';

export { Band } from './marks/band.tsx';
export { Bar } from './marks/bar.tsx';
export { BreakMark, BreakStrokes } from './marks/break-mark.tsx';
export { ComparisonMark, ComparisonWord } from './marks/comparison-mark.tsx';
export { DirectLabels, type EndLabel } from './marks/direct-labels.tsx';
export { Dot } from './marks/dot.tsx';
export { Line } from './marks/line.tsx';
export { PeriodAxis } from './marks/period-axis.tsx';
export { Rule } from './marks/rule.tsx';
export { StatusMark } from './marks/status-mark.tsx';
export { TextLines } from './marks/text-lines.tsx';
export { Thread } from './marks/thread.tsx';
export { type Tone, tonesOf } from './marks/tone.ts';
export { LyingAxis, UprightAxis } from './marks/value-axis.tsx';
export { Whisker, WhiskerOverBar } from './marks/whisker.tsx';

export { bandScale, type BandScale } from './scales/band.ts';
export { linearScale, type LinearScale } from './scales/linear.ts';
export { periodScale, type PeriodScale, type PeriodTick, type ScalePeriod } from './scales/period.ts';
export { breaksOf, latestNumber, type NumberPoint, runsOf, type SeriesBreak } from './scales/runs.ts';
export { type Placeable, spreadLabels } from './scales/spread-labels.ts';
export { textWidth, widestSetting, wrapText } from './scales/text-width.ts';

export { chartPicture, type ChartPicture, type PictureOptions } from './picture/chart-picture.ts';
export { pictureStyles, type PictureStyles } from './picture/picture-styles.ts';
