import type { Day } from '#platform/kernel/day.ts';
import type { FoundGap, GapStanding } from '../gap/finder/find-gaps.ts';
import { sayFound } from '../gap/finder/finder-table.ts';
import { namesOf } from '../gap/say-gap.ts';
import { sayComparison } from '../scorecard/comparison.ts';
import type { ScorecardRow } from '../scorecard/row.ts';
import { sayJudgedTrend } from '../scorecard/trend.ts';
import { shortPeriod } from '../say-period.ts';
import { isNumber, type Value } from '../value.ts';
import { rounded, standingComparison, standingTrend } from './said.ts';

/** A row as the views for SQL show it. */
export type ReportedRow = {
  measure: string;
  period_start_on: Day;
  period_end_on: Day;
  period: string;
  value: number | null;
  status: string;
  lower95: number | null;
  upper95: number | null;
  england: number | null;
  neighbours_average: number | null;
  comparison: string;
  comparison_words: string;
  trend: string;
  trend_words: string;
  target: number | null;
  target_by_on: Day | null;
};

/** What is reported of a row; undefined where it has no figure. */
export function reportedRow(row: ScorecardRow, aims: 'shown' | 'not-shown'): ReportedRow | undefined {
  const { definition, latest, interval, benchmark, neighbours, comparison, trend } = row;
  if (!latest) return undefined;
  const { decimals } = definition.unit;
  const limits = isNumber(latest.value) && interval?.known ? interval.limits : undefined;
  const england =
    benchmark.kind === 'usable' || benchmark.kind === 'shown' ? benchmark.figure.value : undefined;
  const target = aims === 'shown' ? row.aim?.target : undefined;
  return {
    measure: definition.id,
    period_start_on: latest.period.start,
    period_end_on: latest.period.end,
    period: shortPeriod(latest.period),
    value: numberOf(latest.value, decimals),
    status: statusOf(latest.value),
    lower95: rounded(limits?.lower, decimals),
    upper95: rounded(limits?.upper, decimals),
    england: rounded(england, decimals),
    neighbours_average: rounded(neighbours?.known ? neighbours.average : undefined, decimals),
    comparison: comparison ? standingComparison(comparison).verdict : 'not-compared',
    comparison_words: comparison ? sayComparison(comparison) : '',
    trend: trend ? standingTrend(trend).verdict : 'cannot-be-calculated',
    trend_words: trend ? sayJudgedTrend(trend) : '',
    target: target?.value ?? null,
    target_by_on: target?.byOn ?? null,
  };
}

/** What is reported of a gap: nothing of either side where one is withheld but that it is, and no number of too few. */
export function reportedGap(found: FoundGap, standing: GapStanding) {
  const { measure, telling, point, definition } = found;
  const { decimals } = definition.unit;
  const isTold = standing !== 'too-few';
  const gap = point.known && isTold ? point.gap : undefined;
  const limits = gap?.differenceSure.known ? gap.differenceSure.limits : undefined;
  const names = namesOf(telling);
  return {
    measure,
    group_key: telling.group.key,
    group_name: names.group,
    others_name: names.others,
    period: shortPeriod(point.period),
    period_end_on: point.period.end,
    group_value: isTold ? numberOf(point.of.value, decimals) : null,
    others_value: isTold ? numberOf(point.beside.value, decimals) : null,
    difference: rounded(gap?.difference, decimals),
    difference_lower95: rounded(limits?.lower, decimals),
    difference_upper95: rounded(limits?.upper, decimals),
    standing,
    words: sayFound(found, standing),
  };
}

function numberOf(value: Value, decimals: number): number | null {
  return isNumber(value) ? rounded(value, decimals) : null;
}

function statusOf(value: Value): string {
  if (isNumber(value)) return 'number';
  return value.status === 'not-compared' ? 'missing' : value.status;
}
