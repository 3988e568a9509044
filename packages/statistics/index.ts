/** Statistics for published measures: intervals, comparison with a benchmark, and place among areas. */
export type { Result } from './result.ts';
export type { ConfidenceLevel, Estimate, Limits } from './intervals/confidence.ts';
export type { CountAndBase, CountRefusal } from './intervals/count.ts';
export type { ProportionRefusal } from './intervals/proportion.ts';
export type { RateMethod } from './intervals/rate.ts';
export type { Part } from './intervals/pooled.ts';
export type { Polarity } from './comparison/polarity.ts';
export type {
  Comparison,
  ComparisonMethod,
  NotComparedReason,
  ToCompare,
  Verdict,
} from './comparison/compare.ts';
export type { BenchmarkCheck, BenchmarkKind } from './comparison/benchmark-gate.ts';
export type { QuantileRefusal } from './position/quantile.ts';
export type { Rank, RankRefusal } from './position/rank.ts';
export type { QuartileBand, QuartileBounds, QuartileRefusal } from './position/quartile-band.ts';
export type { NeighbourAverage } from './position/neighbour-average.ts';
export type { ChangeRefusal, YearValue } from './position/change.ts';
export type { Series, SeriesRefusal } from './control-charts/series.ts';
export type { MovingRange, Screening } from './control-charts/moving-range.ts';
export type { Part as ChartPart, Rebase, RebaseRefusal } from './control-charts/parts.ts';
export type { Assurance, PointType } from './control-charts/xmr/point-type.ts';
export type { Lines, SpecialCause } from './control-charts/xmr/special-cause.ts';
export type { ToChart, Xmr, XmrPart, XmrPoint, XmrRefusal, XmrWarning } from './control-charts/xmr/xmr.ts';

export { normalDeviate } from './intervals/confidence.ts';
export { proportion } from './intervals/proportion.ts';
export { crudeRate } from './intervals/rate.ts';
export { pooled } from './intervals/pooled.ts';
export { compare } from './comparison/compare.ts';
export { notComparedWords, verdictWords } from './comparison/words.ts';
export { benchmarkWords, checkBenchmark } from './comparison/benchmark-gate.ts';
export { quantile } from './position/quantile.ts';
export { rankOf } from './position/rank.ts';
export { quartileBand, quartileBounds } from './position/quartile-band.ts';
export { neighbourAverage } from './position/neighbour-average.ts';
export { changeFromYearBefore } from './position/change.ts';
export { xmr } from './control-charts/xmr/xmr.ts';
export { assuranceWords, pointTypeWords, specialCauseWords } from './control-charts/xmr/words.ts';
