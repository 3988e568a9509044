import {
  againstTarget,
  forecastToTarget,
  type AgainstTarget,
  type Forecast,
  type ForecastRefusal,
  type Result,
} from '#packages/statistics';
import type { Day } from '#platform/kernel/day.ts';
import { hasNumber, type Figure } from '../figures/figure.ts';
import { intervalOf } from '../figures/interval.ts';
import type { MeasureDefinition } from '../figures/measure-definition.ts';
import type { Place } from '../figures/place.ts';
import { sinceLastBreak } from '../figures/since-last-break.ts';
import { orderOf, orderOfDay } from '../figures/years.ts';
import type { Written } from './written.ts';

/** What the partnership aims at with a measure in an area. */
export type Target = Written & {
  measure: string;
  areaCode: string;
  value: number;
  byOn: Day;
  agreedBy: string;
  /** how the plan or the minute words it; may be empty */
  words: string;
};

/** A target beside the figures: how the latest one stands to it, and what is to be expected if things go on as they have. */
export type Aim = {
  target: Target;
  now: AgainstTarget;
  forecast: Result<Forecast, ForecastRefusal>;
  /** when the measure last changed its definition, or the area, so that earlier figures say nothing of it */
  since: Day | undefined;
};

type AimParts = {
  definition: MeasureDefinition;
  place: Place;
  /** in time, each period once */
  own: readonly Figure[];
  counts: readonly Figure[];
  latest: Figure;
};

/** Holds a target against an area's figures. */
export function aimOf(target: Target, parts: AimParts): Aim {
  const { definition, latest } = parts;
  const { figures, since } = sinceLastBreak(parts);
  return {
    target,
    now: againstTarget({
      target: { kind: 'single-value', goal: target.value },
      polarity: definition.polarity,
      value: hasNumber(latest) ? latest.value : undefined,
    }),
    forecast: forecast(target, figures.filter(hasNumber).slice(-mostYears), parts),
    since,
  };
}

/** More years say more of what has been and less of what comes. */
const mostYears = 10;

function forecast(
  target: Target,
  figures: readonly Figure[],
  { definition, counts }: AimParts,
): Aim['forecast'] {
  const points = figures.map((figure) => {
    const interval = intervalOf(figure, definition, counts);
    return {
      time: orderOf(figure.period),
      value: hasNumber(figure) ? figure.value : undefined,
      limits95: interval.known ? interval.limits : undefined,
    };
  });
  const allHaveWidth = points.every(({ limits95 }) => limits95 && limits95.upper > limits95.lower);
  return forecastToTarget({
    points,
    target: { time: orderOfDay(target.byOn), value: target.value },
    polarity: definition.polarity,
    weights: allHaveWidth ? 'by-limits' : 'equal',
    bounds: boundsOf(definition),
  });
}

/** What a measure can be at all. */
export function boundsOf({
  kind,
  unit,
}: Pick<MeasureDefinition, 'kind' | 'unit'>): { lower: number; upper: number } | undefined {
  if (kind === 'proportion' && unit.multiplier !== undefined) return { lower: 0, upper: unit.multiplier };
  return kind === 'rate' || kind === 'count' ? { lower: 0, upper: Number.MAX_VALUE } : undefined;
}
