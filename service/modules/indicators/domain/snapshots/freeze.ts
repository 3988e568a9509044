import { sayInUnit, type MeasureUnit } from '../figures/measure-definition.ts';
import type { Figure } from '../figures/figure.ts';
import { sayNeighbours } from '../scorecard/neighbours-average.ts';
import { sayComparison, wordOfComparison } from '../scorecard/comparison.ts';
import { sayOverruling } from '../report/say-overruling.ts';
import { sayStanding } from '../scorecard/rank.ts';
import type { ScorecardRow } from '../scorecard/row.ts';
import type { Scorecard } from '../scorecard/scorecard.ts';
import { sayChance, summaryOf } from '../scorecard/summary.ts';
import { sayTrend } from '../scorecard/trend.ts';
import { shortPeriod } from '../say-period.ts';
import { nameOfStatus } from '../say-value.ts';
import { isNumber } from '../value.ts';
import {
  frozenSchema,
  type FrozenFigure,
  type FrozenJudgement,
  type FrozenPoint,
  type FrozenRow,
  type FrozenScorecard,
} from './frozen-scorecard.ts';

/** Of what a scorecard is kept, and when. */
export type Freezing = Pick<FrozenScorecard, 'figures' | 'figuresUntil' | 'takenOn' | 'strategy' | 'owner'>;

/** Writes a scorecard down as it stands, every number and word of it. */
export function freeze(scorecard: Scorecard, about: Freezing): FrozenScorecard {
  const { place, neighbourSet, groups } = scorecard;
  return {
    schema: frozenSchema,
    language: 'en',
    ...about,
    area: { code: place.code, name: place.name, isInvented: place.isInvented },
    neighbours: neighbourSet?.name ?? null,
    summary: summaryOf(scorecard),
    chance: sayChance(scorecard) ?? null,
    groups: groups.map(({ key, title, rows }) => ({ key, title, rows: rows.map(frozenRow) })),
  };
}

function frozenRow(row: ScorecardRow): FrozenRow {
  const { definition, latest, interval, neighbours, standing } = row;
  const { id, source, code, title, unit, polarity, publisher, publication } = definition;
  return {
    measure: id,
    ...{ source, code, title, polarity, publisher, publication },
    unit: { ...unit, symbol: unit.symbol ?? null, multiplier: unit.multiplier ?? null },
    latest: latest ? frozenFigure(latest, unit) : null,
    limits95: interval?.known
      ? { lower: interval.limits.lower, upper: interval.limits.upper, method: interval.method }
      : null,
    england: englandOf(row),
    neighbours: neighbours?.known
      ? { said: sayInUnit(neighbours.average, unit), words: sayNeighbours(neighbours) }
      : null,
    comparison: comparisonOf(row),
    trend: trendOf(row),
    rank: standing ? sayStanding(standing) : null,
    finding: row.finding,
    notes: [...row.notes, ...row.caveats],
    broughtInOn: row.broughtInOn ?? null,
    points: row.points.map(frozenPoint),
  };
}

function frozenFigure({ value, period }: Figure, unit: MeasureUnit): FrozenFigure {
  const when = {
    period: shortPeriod(period),
    end: period.end,
    provisional: period.state === 'provisional',
  };
  return isNumber(value)
    ? { amount: value, status: null, said: sayInUnit(value, unit), ...when }
    : { amount: null, status: value.status, said: nameOfStatus(value.status), ...when };
}

function englandOf({ benchmark, definition }: ScorecardRow): FrozenRow['england'] {
  if (benchmark.kind !== 'usable' && benchmark.kind !== 'shown') return null;
  const { value, period } = benchmark.figure;
  return { amount: value, said: sayInUnit(value, definition.unit), period: shortPeriod(period) };
}

function comparisonOf({ comparison }: ScorecardRow): FrozenJudgement | null {
  if (!comparison) return null;
  return {
    verdict: wordOfComparison(comparison),
    words: sayComparison({ ...comparison, overruled: { standing: [], lapsed: [] } }),
    said: comparison.overruled.standing.map(sayOverruling),
  };
}

function trendOf({ trend }: ScorecardRow): FrozenJudgement | null {
  if (!trend) return null;
  return {
    verdict: trend.came.verdict,
    words: sayTrend(trend),
    said: trend.overruled.standing.map(sayOverruling),
  };
}

function frozenPoint({
  period,
  order,
  end,
  value,
  joinsPrevious,
}: ScorecardRow['points'][number]): FrozenPoint {
  const held =
    value.kind === 'number' ? { amount: value.number, status: null } : { amount: null, status: value.status };
  return { period, order, end: end ?? null, joinsPrevious, ...held };
}
