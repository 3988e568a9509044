/** Statistics for published measures: intervals, comparison with a benchmark, and place among areas. */
export type { Result } from './result.ts';
export type { ConfidenceLevel, Estimate, Limits } from './intervals/confidence.ts';
export type { CountAndBase, CountRefusal } from './intervals/count.ts';
export type { ProportionRefusal } from './intervals/proportion.ts';
export type { RateMethod } from './intervals/poisson-limits.ts';
export type { Part } from './intervals/pooled.ts';
export type { MeanEstimate, MeanRefusal } from './means/mean.ts';
export type { StandardisationRefusal } from './standardisation/age-band.ts';
export type {
  Band,
  BandOfPeople,
  DirectRate,
  DirectRefusal,
} from './standardisation/directly-standardised-rate.ts';
export type {
  IndirectEstimate,
  IndirectRefusal,
  ReferenceBand,
  ToStandardise,
} from './standardisation/indirectly-standardised.ts';
export type { InequalityGroup, InequalityKind, InequalityRefusal } from './inequality/group.ts';
export type {
  Inequality,
  InequalityMethod,
  RelativeRefusal,
  UnequalGroups,
} from './inequality/inequality.ts';
export type { LimitsWander } from './inequality/reliability.ts';
export type { Simulation } from './inequality/simulate.ts';
export type { DifferenceMethod } from './differences/difference.ts';
export type { GapChange, GapChangeRefusal, GapVerdict, GroupAndOthers } from './differences/gap-change.ts';
export type { Located } from './differences/mover.ts';
export type { RatioMethod } from './differences/ratio.ts';
export type { Counted, GroupRefusal, RatioRefusal, TwoGroups } from './differences/two-groups.ts';
export type {
  Forecast,
  ForecastRefusal,
  ForecastVerdict,
  SeriesPoint,
  ToForecast,
} from './forecast/forecast-to-target.ts';
export type { CombinedYears, CombineRefusal, PeriodCount } from './years/combine-years.ts';
export type {
  ColumnsRefusal,
  CountColumns,
  EstimateColumns,
  NumberColumn,
  RowStatus,
} from './columns/column.ts';
export type { RateColumns } from './columns/rate-columns.ts';
export type { DeprivationRefusal } from './deprivation/deprivation-quantiles.ts';
export type { Polarity } from './comparison/polarity.ts';
export type {
  Comparison,
  ComparisonMethod,
  NotComparedReason,
  ToCompare,
  Verdict,
} from './comparison/compare.ts';
export type { AgainstTarget, NoTargetReason, Target, TargetVerdict, ToTarget } from './targets/target.ts';
export type { Category, CategoryBounds, CategoryCount, CategoryRefusal } from './comparison/category.ts';
export type { ToCompareColumns } from './comparison/compare-columns.ts';
export type { ComparisonOutcome } from './comparison/comparison-byte.ts';
export type { ComparatorMethod } from './comparison/comparator-method.ts';
export type {
  ControlComparison,
  ControlledStatistic,
  NotControlledReason,
  ToControl,
} from './comparison/control-limits.ts';
export type { SpineBounds } from './comparison/spine.ts';
export type { BenchmarkCheck, BenchmarkKind } from './comparison/benchmark-gate.ts';
export type { ChangeBetween, NoChangeReason } from './trend/change-between.ts';
export type { FlagComparison } from './trend/published-flag.ts';
export type { NoTrendReason, TrendOutcome, TrendVerdict } from './trend/verdict.ts';
export type { ToTrend, Trend, TrendPeriod, TrendPoint } from './trend/recent-trend.ts';
export type { ToTrendColumns, TrendColumnsRefusal } from './trend/trend-columns.ts';
export type { TrendMethod, TrendTable } from './trend/points.ts';
export type {
  AdjustedFunnel,
  AdjustedFunnelRefusal,
  DispersionAdjustment,
} from './funnel/adjusted-funnel.ts';
export type { ChanceRefusal, ExpectedByChance } from './comparison/expected-by-chance.ts';
export type { Dispersion, DispersionRefusal, ToDisperse } from './funnel/dispersion.ts';
export type { EdgeOfEvents, EventEdges, FunnelEdges, FunnelLimitsRefusal } from './funnel/funnel-limits.ts';
export type { Funnel, FunnelPlace, FunnelRefusal, FunnelVerdict, ToFunnel } from './funnel/funnel.ts';
export type { FunnelPoint, FunnelStatistic, NotPlacedReason } from './funnel/funnel-point.ts';
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
export type { ChartChoice, Frequency } from './control-charts/chart-for.ts';
export type { Excluded, ExcludedRefusal } from './control-charts/excluded.ts';
export type { Runs, RunsSignal } from './control-charts/run/runs.ts';
export type { RunChart, RunChartRefusal, ToRun } from './control-charts/run/run-chart.ts';
export type {
  ControlChart,
  ControlChartRefusal,
  ControlPoint,
  ToControlChart,
} from './control-charts/shewhart/control-chart.ts';
export type {
  ObservedRefusal,
  RatiosChart,
  SamplesChart,
  ValuesChart,
} from './control-charts/shewhart/observed.ts';

export { normalDeviate } from './intervals/confidence.ts';
export { proportion } from './intervals/proportion.ts';
export { crudeRate } from './intervals/rate.ts';
export { pooled } from './intervals/pooled.ts';
export { mean } from './means/mean.ts';
export {
  directlyStandardisedEventRate,
  directlyStandardisedRate,
} from './standardisation/directly-standardised-rate.ts';
export {
  indirectlyStandardisedRate,
  indirectlyStandardisedRatio,
} from './standardisation/indirectly-standardised.ts';
export { inequality, relativeIndex, slopeIndex } from './inequality/inequality.ts';
export { inequalityReliability } from './inequality/reliability.ts';
export { differenceOfProportions, differenceOfRates } from './differences/difference.ts';
export { gapChange } from './differences/gap-change.ts';
export { differenceLimits, ratioLimits } from './differences/mover.ts';
export { ratioOfProportions, ratioOfRates } from './differences/ratio.ts';
export { forecastToTarget, forecastWords } from './forecast/forecast-to-target.ts';
export { combineYears } from './years/combine-years.ts';
export { statusOfByte } from './columns/column.ts';
export { proportionColumns } from './columns/proportion-columns.ts';
export { rateColumns } from './columns/rate-columns.ts';
export { deprivationQuantiles } from './deprivation/deprivation-quantiles.ts';
export { compare } from './comparison/compare.ts';
export { notComparedWords, notControlledWords, verdictWords } from './comparison/words.ts';
export { benchmarkWords, checkBenchmark } from './comparison/benchmark-gate.ts';
export { againstTarget } from './targets/target.ts';
export { categoryBounds, categoryOf } from './comparison/category.ts';
export { comparatorMethodOfNumber } from './comparison/comparator-method.ts';
export { compareColumns } from './comparison/compare-columns.ts';
export { comparisonOfByte } from './comparison/comparison-byte.ts';
export { compareWithControlLimits } from './comparison/control-limits.ts';
export { noTargetWords, targetWords } from './targets/words.ts';
export { polarities, polarityOfNumber } from './comparison/polarity.ts';
export { spineBounds } from './comparison/spine.ts';
export { calendarYear, dayNumber } from './trend/day-number.ts';
export { changeBetween } from './trend/change-between.ts';
export { compareWithPublishedFlag } from './trend/published-flag.ts';
export { recentTrend } from './trend/recent-trend.ts';
export { noTrendWords, trendWords } from './trend/words.ts';
export { trendColumns } from './trend/trend-columns.ts';
export { trendOfByte } from './trend/verdict.ts';
export { adjustedFunnel } from './funnel/adjusted-funnel.ts';
export { dispersion } from './funnel/dispersion.ts';
export { expectedByChance } from './comparison/expected-by-chance.ts';
export { funnel } from './funnel/funnel.ts';
export { funnelLimits, funnelLimitsOfEvents } from './funnel/funnel-limits.ts';
export { funnelWords, notPlacedWords } from './funnel/words.ts';
export { quantile } from './position/quantile.ts';
export { rankOf } from './position/rank.ts';
export { quartileBand, quartileBounds } from './position/quartile-band.ts';
export { neighbourAverage } from './position/neighbour-average.ts';
export { changeFromYearBefore } from './position/change.ts';
export { xmr } from './control-charts/xmr/xmr.ts';
export { runsAbout } from './control-charts/run/runs.ts';
export { runChart } from './control-charts/run/run-chart.ts';
export { controlChart } from './control-charts/shewhart/control-chart.ts';
export { chartFor } from './control-charts/chart-for.ts';
export { assuranceWords, pointTypeWords, specialCauseWords } from './control-charts/xmr/words.ts';
