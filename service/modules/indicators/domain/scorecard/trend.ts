import {
  compareWithPublishedFlag,
  noTrendWords,
  recentTrend,
  trendWords,
  type Trend,
  type TrendPoint,
} from '#packages/statistics';
import { shortPeriod } from '../say-period.ts';
import { countsBehind, intervalOf } from '../figures/interval.ts';
import { hasNumber, type Figure } from '../figures/figure.ts';
import type { MeasureDefinition } from '../figures/measure-definition.ts';
import type { Place } from '../figures/place.ts';
import { cutBetween, cutsOf } from '../figures/years.ts';
import { overruledNow, figureSpokenOf, type Overruled, type Overruling } from '../report/overruling.ts';
import { sayOverruling } from '../report/say-overruling.ts';

/** Whether the last five years rise or fall by more than chance, worked out by us; and what analysts said of it. */
export type JudgedTrend = {
  came: Trend;
  /** of which years it was made, as a person reads them */
  years: { from: string; to: string } | undefined;
  /** how the publisher's own flag differs, as a sentence */
  sourceDiffers: string | undefined;
  overruled: Overruled;
};

type TrendParts = {
  definition: MeasureDefinition;
  place: Place;
  /** in time, each period once */
  own: readonly Figure[];
  counts: readonly Figure[];
  latest: Figure;
  overrulings: readonly Overruling[];
};

/** Tests the last five years of an area, never across a change of definition or of area. */
export function trendOf(parts: TrendParts): JudgedTrend {
  const came = tested(parts);
  const figure = figureSpokenOf(parts.latest);
  return {
    came,
    years: yearsOfTrend(came, parts.own),
    sourceDiffers: sayDifference(came, parts.latest.publishersTrend),
    overruled: overruledNow(parts.overrulings, { about: 'trend', figure, workedOut: came.verdict }),
  };
}

/** Shares by their counts where five years have them, everything else by its limits. */
function tested({ definition, place, own, counts }: TrendParts): Trend {
  const points = trendPoints({ definition, place, own, counts });
  const { polarity, kind } = definition;
  const counted = points.filter(({ count, base }) => count !== undefined && base !== undefined).length;
  const byLimits = recentTrend({ method: 'limits', polarity, points });
  if (kind !== 'proportion' || counted < 5) return byLimits;
  const byCounts = recentTrend({ method: 'counts', polarity, points });
  // the odds of nobody have no logarithm, while the interval round zero is as good as any other
  return 'reason' in byCounts && byCounts.reason === 'count-is-zero' ? byLimits : byCounts;
}

function trendPoints({
  definition,
  place,
  own,
  counts,
}: Pick<TrendParts, 'definition' | 'place' | 'own' | 'counts'>): TrendPoint[] {
  const cuts = cutsOf(definition, place);
  return own.map((figure, at) => {
    const interval = intervalOf(figure, definition, counts);
    const before = own[at - 1];
    return {
      firstDay: figure.period.start,
      lastDay: figure.period.end,
      value: hasNumber(figure) ? figure.value : undefined,
      limits95: interval.known ? interval.limits : undefined,
      ...countsBehind(figure, definition, counts),
      breakBefore: before && cutBetween(cuts, before.period, figure.period)?.what,
    };
  });
}

function yearsOfTrend(came: Trend, own: readonly Figure[]): JudgedTrend['years'] {
  if (!('from' in came)) return undefined;
  const named = (day: string, which: 'start' | 'end') => {
    const found = own.find(({ period }) => period[which] === day);
    return found && shortPeriod(found.period);
  };
  const [from, to] = [named(came.from.firstDay, 'start'), named(came.to.lastDay, 'end')];
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}

/** That the publisher's flag says otherwise; nothing where both say the same, or where there is no flag. */
function sayDifference(came: Trend, published: string | undefined): string | undefined {
  const compared = compareWithPublishedFlag(came, published);
  if (compared !== 'differs' && compared !== 'reversed') return undefined;
  const ours = lowered(trendWords[came.verdict]);
  return came.verdict === 'cannot-be-calculated'
    ? `The publisher’s file says “${published}”; from the numbers in it a trend ${ours}.`
    : `The publisher’s file says “${published}”; worked out from the same numbers it is ${came.verdict === 'no-significant-change' ? 'no significant change' : ours}.`;
}

/** "Increasing and getting worse, 2020/21 to 2024/25"; "Cannot be calculated: fewer than five periods have an interval". */
export function sayTrend({ came, years }: Pick<JudgedTrend, 'came' | 'years'>): string {
  if ('reason' in came) return `${trendWords[came.verdict]}: ${noTrendWords[came.reason]}`;
  return `${trendWords[came.verdict]}${years ? `, ${years.from} to ${years.to}` : ''}`;
}

/** The same for a file: with the word of an analyst in its place, and how the publisher's flag differs. */
export function sayJudgedTrend(trend: JudgedTrend): string {
  const { standing } = trend.overruled;
  const said = standing.length > 0 ? standing.map(sayOverruling).join(' ') : sayTrend(trend);
  return trend.sourceDiffers ? `${said}${said.endsWith('.') ? '' : '.'} ${trend.sourceDiffers}` : said;
}

function lowered(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}
