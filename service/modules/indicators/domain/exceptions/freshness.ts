import { addDays, compareDays, dayOf, sayDay, type Day } from '#platform/kernel/day.ts';
import type { MeasureCard } from '../report/measure-card.ts';
import type { ScorecardRow } from '../scorecard/row.ts';
import { shortPeriod } from '../say-period.ts';

/** How fresh a measure's figures are: of when they are, and when the next should be here. */
export type Freshness = {
  /** the period of the latest figure, as a person reads it */
  from: string;
  /** months from one figure to the next */
  everyMonths: number;
  expectedOn: Day;
  /** the owner of the measure said when, or it follows from how often figures came */
  because: 'said' | 'frequency';
  late: boolean;
};

/**
 * When the next figure should be here. A day that the owner said counts as long as it is of a period after the latest
 * figure's; else it follows from how often figures came: the end of the next period, and the time that publishers take.
 */
export function freshnessOf(
  row: Pick<ScorecardRow, 'latest' | 'points'>,
  card: Pick<MeasureCard, 'nextOn'> | undefined,
  today: Day,
): Freshness | undefined {
  const { latest } = row;
  if (!latest) return undefined;
  const everyMonths = monthsBetweenFigures(row.points) ?? monthsOf(latest.period.start, latest.period.end);
  const nextEnds = monthsAfter(latest.period.end, everyMonths);
  const said = card?.nextOn;
  const isStillToCome = said !== undefined && compareDays(said, nextEnds) >= 0;
  const expectedOn = isStillToCome ? said : monthsAfter(nextEnds, usualDelay(everyMonths));
  return {
    from: shortPeriod(latest.period),
    everyMonths,
    expectedOn,
    because: isStillToCome ? 'said' : 'frequency',
    late: compareDays(expectedOn, today) < 0,
  };
}

/** Months from one figure to the next, as the last ones came; undefined of a single figure. */
function monthsBetweenFigures(points: ScorecardRow['points']): number | undefined {
  const [before, last] = points.toSorted((a, b) => a.order - b.order).slice(-2);
  if (!before || !last) return undefined;
  return Math.max(1, Math.round((last.order - before.order) * 12));
}

/** A period of several years put together comes out anew each year. */
function monthsOf(start: Day, end: Day): number {
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;
  // the count of one day is that of a census, held each year
  if (days < 7) return 12;
  return Math.min(12, Math.max(1, Math.round(days / 30.4)));
}

/**
 * Months that a publisher usually takes: a year's figures come within twelve months of its end (children in need after
 * seven, school results after two to six, health profiles after twelve), shorter ones within their own length and a month.
 */
function usualDelay(everyMonths: number): number {
  return everyMonths >= 12 ? 12 : everyMonths + 1;
}

/** The end of a month stays the end of a month. */
function monthsAfter(end: Day, months: number): Day {
  const after = addDays(end, 1);
  const at = Number(after.slice(0, 4)) * 12 + Number(after.slice(5, 7)) - 1 + months;
  return addDays(dayOf(Math.floor(at / 12), (at % 12) + 1, Math.min(28, Number(after.slice(8)))), -1);
}

const rhythms: ReadonlyMap<number, string> = new Map([
  [1, 'each month'],
  [3, 'each quarter'],
  [6, 'each half year'],
  [12, 'each year'],
]);

/** "each year", "every 4 months". */
function sayRhythm(everyMonths: number): string {
  const years = everyMonths / 12;
  return (
    rhythms.get(everyMonths) ??
    (everyMonths > 12 && Number.isInteger(years) ? `every ${years} years` : `every ${everyMonths} months`)
  );
}

/** "Figures of 2024/25; they come each year. The next was expected by 1 March 2027 and is late." */
export function sayFresh({ from, everyMonths, expectedOn, late, because }: Freshness): string {
  const by = because === 'said' ? `on ${sayDay(expectedOn)}` : `by ${sayDay(expectedOn)}`;
  const next = late ? `The next was expected ${by} and is late.` : `The next is expected ${by}.`;
  return `Figures of ${from}; they come ${sayRhythm(everyMonths)}. ${next}`;
}
