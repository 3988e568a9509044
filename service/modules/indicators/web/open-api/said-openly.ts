import type { z } from 'zod';
import type { Point } from '#packages/charts';
import { rounded, standingComparison, standingTrend } from '../../domain/exports/said.ts';
import type { Interval } from '../../domain/figures/interval.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import type { Place } from '../../domain/figures/place.ts';
import { sayComparison } from '../../domain/scorecard/comparison.ts';
import type { ScorecardRow } from '../../domain/scorecard/row.ts';
import { sayJudgedTrend } from '../../domain/scorecard/trend.ts';
import { shortPeriod } from '../../domain/say-period.ts';
import { isNumber, type Value } from '../../domain/value.ts';
import { reading } from '../reading.ts';
import type { figureSchema, placeSchema, rowSchema, statusSchema, verdictSchema } from './answer-schemas.ts';
import { openPlaces } from './open-places.ts';

/** A value and its limits; where there is no number there are no limits either. */
export function saidValue(value: Value | undefined, interval: Interval | undefined, decimals: number) {
  const isTold = value !== undefined && isNumber(value);
  const limits = isTold && interval?.known ? interval.limits : undefined;
  return {
    value: isTold ? rounded(value, decimals) : null,
    status: statusOf(value),
    lower95: rounded(limits?.lower, decimals),
    upper95: rounded(limits?.upper, decimals),
  };
}

function statusOf(value: Value | undefined): z.output<typeof statusSchema> {
  if (value === undefined) return 'missing';
  if (isNumber(value)) return 'number';
  return value.status === 'not-compared' ? 'missing' : value.status;
}

/** A point as the chart and its table hold it. */
export function saidFigure(point: Point, decimals: number): z.output<typeof figureSchema> {
  const { value } = point;
  const isTold = value.kind === 'number';
  return {
    period: point.period,
    ends: point.end ?? null,
    value: isTold ? rounded(value.number, decimals) : null,
    status: isTold ? 'number' : value.status,
    lower95: isTold ? rounded(point.lower, decimals) : null,
    upper95: isTold ? rounded(point.upper, decimals) : null,
    joinsPrevious: point.joinsPrevious,
    breakReason: point.breakReason ?? null,
  };
}

export function saidPlace({ code, name }: Pick<Place, 'code' | 'name'>): z.output<typeof placeSchema> {
  return { code, name };
}

/** What a comparison came to, as its page says it. */
export function saidComparison({ comparison }: ScorecardRow): z.output<typeof verdictSchema> | null {
  if (!comparison) return null;
  return { ...standingComparison(comparison), words: sayComparison(comparison) };
}

export function saidTrend({ trend }: ScorecardRow): z.output<typeof verdictSchema> | null {
  if (!trend) return null;
  return { ...standingTrend(trend), words: sayJudgedTrend(trend) };
}

/** A measure's name beside its figures. */
export function saidMeasure({ id, title, unit }: MeasureDefinition) {
  return { id, title, unit: unit.name };
}

/** A row of a scorecard. */
export function saidRow(row: ScorecardRow, place: Place): z.output<typeof rowSchema> {
  const { definition, latest, benchmark, neighbours, standing } = row;
  const { decimals } = definition.unit;
  const england =
    benchmark.kind === 'usable' || benchmark.kind === 'shown' ? benchmark.figure.value : undefined;
  return {
    measure: saidMeasure(definition),
    period: latest ? shortPeriod(latest.period) : null,
    ...saidValue(latest?.value, row.interval, decimals),
    england: rounded(england, decimals),
    neighboursAverage: rounded(neighbours?.known ? neighbours.average : undefined, decimals),
    comparedWithEngland: saidComparison(row),
    trend: saidTrend(row),
    rank: standing?.ranked ? { rank: standing.rank, of: standing.of } : null,
    finding: row.finding,
    notes: [...row.notes, ...row.caveats],
    links: {
      figures: openPlaces.figures(definition.id, place.code),
      page: reading.measure(definition, place.code),
    },
  };
}
