import type { FigureProps } from '../frame/figure-props.ts';
import type { ChartWords } from '../frame/words.ts';
import type { Area, Panel, Series, SpineRow, Unit } from '../series.ts';

/** A trend: at most five series are drawn (own, benchmark, then the others as given); the table holds them all. */
export type TrendChartProps = FigureProps & {
  series: readonly Series[];
  /** Where the scale starts. Absent: at zero, unless all values lie in the upper half of what that would show. */
  scaleFrom?: 'zero' | 'fit' | undefined;
};

/** Areas in one period, the reader's own first and then as given; an area with the role of benchmark becomes the rule. */
export type BarIntervalChartProps = FigureProps & {
  period: string;
  areas: readonly Area[];
  /** Bars start at zero; points need not, and suit a ratio or an average. Bars where absent. */
  mark?: 'bar' | 'point' | undefined;
};

/** Areas in one period, sorted by value; those with a status come last. */
export type DotPlotProps = FigureProps & {
  period: string;
  areas: readonly Area[];
  /** Highest first where absent. */
  order?: 'highest-first' | 'lowest-first' | undefined;
};

/** Many measures of one area, each in its own unit, against all areas. */
export type SpineChartProps = Omit<FigureProps, 'unit'> & {
  rows: readonly SpineRow[];
  ownName: string;
  benchmarkName: string;
};

/** Little trends on one shared scale. */
export type SmallMultiplesProps = FigureProps & {
  panels: readonly Panel[];
  scaleFrom?: 'zero' | 'fit' | undefined;
};

/** A few periods in the height of a line of text. Its text alternative holds every value. */
export type SparklineProps = {
  series: Series;
  unit: Unit;
  /** How many of the latest periods; five where absent. */
  periods?: number | undefined;
  words?: ChartWords | undefined;
};
