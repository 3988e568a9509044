import type { ChartValue, Point } from '#packages/charts';
import { addDays, compareDays, dayFrom } from '#platform/kernel/day.ts';
import type { Day } from '#platform/kernel/day.ts';
import { shortPeriod } from '../say-period.ts';
import type { Period } from '../period.ts';
import { isNumber } from '../value.ts';
import type { Value } from '../value.ts';
import type { Figure } from './figure.ts';
import { intervalOf } from './interval.ts';
import type { MeasureDefinition } from './measure-definition.ts';
import type { Place } from './place.ts';

/** What is drawn of a series, and the sentences that must stand beside it. */
export type Years = { points: readonly Point[]; notes: readonly string[] };

/** A day before and after which figures mean something else, and what happened on it. */
export type Cut = { on: Day; what: 'definition' | 'area'; reason: string };

/**
 * A series as it may be drawn: no line runs across a change of definition or from one area to another, a year that was
 * not published stands as not available, and what is not a number keeps its own mark.
 */
export function yearsOf(given: {
  definition: MeasureDefinition;
  figures: readonly Figure[];
  counts?: readonly Figure[];
  /** undefined for England, which has not changed */
  place?: Place;
}): Years {
  const { definition, figures, place } = given;
  const cuts = cutsOf(definition, place);
  const points: Point[] = [];
  let before: Period | undefined;
  for (const figure of figures) {
    if (before) points.push(...yearsBetween(before, figure.period));
    const cut = before && cutBetween(cuts, before, figure.period);
    points.push(pointOf(figure, { definition, counts: given.counts ?? [], cut }));
    before = figure.period;
  }
  return { points, notes: notesOf(figures, place) };
}

/** Every day across which a measure's figures of a place are not joined, in time. */
export function cutsOf(definition: MeasureDefinition, place: Place | undefined): readonly Cut[] {
  return [...cutsOfMeasure(definition), ...cutsOfPlace(place)].toSorted((a, b) => compareDays(a.on, b.on));
}

/** The points of the latest five years. */
export function latestFiveYears(points: readonly Point[]): readonly Point[] {
  const last = points.at(-1);
  return last ? points.filter((point) => point.order > last.order - 4.99) : [];
}

/** A value as the charts take it. */
export function chartValue(value: Value): ChartValue {
  if (isNumber(value)) return { kind: 'number', number: value };
  return { kind: 'status', status: value.status === 'not-compared' ? 'missing' : value.status };
}

const orders = new WeakMap<Period, number>();

/** A place in time, in years: the day on which the period ends. */
export function orderOf(period: Period): number {
  const known = orders.get(period);
  if (known !== undefined) return known;
  const order = orderOfDay(period.end);
  orders.set(period, order);
  return order;
}

/** The same of one day, by its end. */
export function orderOfDay(day: Day): number {
  const after = addDays(day, 1);
  return (
    Number(after.slice(0, 4)) + (Number(after.slice(5, 7)) - 1) / 12 + (Number(after.slice(8)) - 1) / 366
  );
}

type Around = { definition: MeasureDefinition; counts: readonly Figure[]; cut: Cut | undefined };

function pointOf(figure: Figure, { definition, counts, cut }: Around): Point {
  const interval = intervalOf(figure, definition, counts);
  return {
    period: shortPeriod(figure.period),
    order: orderOf(figure.period),
    end: figure.period.end,
    value: chartValue(figure.value),
    lower: interval.known ? interval.limits.lower : undefined,
    upper: interval.known ? interval.limits.upper : undefined,
    joinsPrevious: cut === undefined,
    breakReason: cut?.reason,
  };
}

/** Whole years for which nothing was published, so that no line runs over them. */
function yearsBetween(before: Period, after: Period): Point[] {
  if (before.years > 1 || after.years > 1) return [];
  const points: Point[] = [];
  const missing = Math.round(orderOf(after) - orderOf(before)) - 1;
  for (let step = 1; step <= missing; step += 1) {
    const end = yearsLater(before.end, step);
    const start = yearsLater(before.start, step);
    const period: Period = { ...before, start, end };
    const value: ChartValue = { kind: 'status', status: 'missing' };
    points.push({ period: shortPeriod(period), order: orderOf(period), end, value, joinsPrevious: true });
  }
  return points;
}

/** The same day of a later year; the last of February stays the last of February. */
function yearsLater(day: Day, years: number): Day {
  const next = new Date(`${addDays(day, 1)}T00:00:00Z`);
  const later = new Date(Date.UTC(next.getUTCFullYear() + years, next.getUTCMonth(), next.getUTCDate()));
  const days = Math.round((later.getTime() - next.getTime()) / 86_400_000);
  return addDays(day, days);
}

function cutsOfMeasure(definition: MeasureDefinition): Cut[] {
  return definition.breaks.flatMap(({ on, words }) => {
    const day = dayFrom(on);
    return day ? [{ on: day, what: 'definition' as const, reason: words.replace(/\.$/, '') }] : [];
  });
}

function cutsOfPlace(place: Place | undefined): Cut[] {
  if (!place?.standsFrom) return [];
  const reason = `before that day ${place.name} was not the same area`;
  return [{ on: place.standsFrom, what: 'area', reason }];
}

/** The last cut that lies between two periods. */
export function cutBetween(cuts: readonly Cut[], before: Period, after: Period): Cut | undefined {
  return cuts.findLast(({ on }) => compareDays(before.end, on) < 0 && compareDays(after.end, on) >= 0);
}

function notesOf(figures: readonly Figure[], place: Place | undefined): string[] {
  const { standsFrom } = place ?? {};
  if (!place || !standsFrom) return [];
  const earlier = figures.filter(({ period }) => compareDays(period.end, standsFrom) < 0);
  if (earlier.length === 0) return [];
  const others = place.before.filter(({ codes }) => earlier.some(({ areaCode }) => codes.includes(areaCode)));
  const carriedBack = earlier.some(({ areaCode }) => place.codes.includes(areaCode));
  return [
    ...place.before.map(({ words }) => words),
    ...others.map(
      ({ name }) =>
        `Figures of earlier days are of ${name}, another area, and are not joined to those after.`,
    ),
    ...(carriedBack
      ? [
          `The publisher gives figures of earlier days for ${place.name} as it is now; they are not joined to those after.`,
        ]
      : []),
  ];
}
