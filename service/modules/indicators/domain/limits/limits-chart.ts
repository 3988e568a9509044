import type { Decided, Series } from '#packages/charts';
import { pointTypeWords, specialCauseWords, type Xmr, type XmrPoint } from '#packages/statistics';
import type { Figure } from '../figures/figure.ts';
import { orderOf } from '../figures/years.ts';
import type { MeasurePolarity } from '../measure-facts.ts';
import { shortPeriod } from '../say-period.ts';
import { sayDecision, standingOf, type LimitsDecision, type LimitsWritten } from './limits-decision.ts';
import { chartOfStretch, limitsPlan, type LimitsPlan, type Stretch } from './limits-plan.ts';

/** The limits of a series as they stand: what they are made of, and what was ever decided about them. */
export type LimitsNow = { figures: readonly Figure[]; plan: LimitsPlan; written: LimitsWritten };

/** Limits drawn into a series, and what they say in words. */
export type LimitsChart = {
  finding: string | undefined;
  lines: readonly Series[];
  words: readonly string[];
  limits: LimitsNow;
};

type Charted = { stretch: Stretch; chart: Xmr };

/** Usual wobble and what lies outside it, stretch by stretch as it was decided. */
export function limitsChart(given: {
  figures: readonly Figure[];
  polarity: MeasurePolarity;
  written: LimitsWritten;
}): LimitsChart {
  const { figures, polarity, written } = given;
  const plan = limitsPlan(figures, standingOf(written));
  const limits = { figures, plan, written };
  const charted = plan.stretches.flatMap((stretch): Charted[] => {
    const chart = chartOfStretch(figures, stretch, polarity);
    return chart ? [{ stretch, chart }] : [];
  });
  const last = charted.at(-1);
  if (!last || charted.length < plan.stretches.length)
    return { finding: undefined, lines: [], words: [], limits };
  const points = charted.flatMap(({ chart }) => chart.points);
  return {
    finding: pointTypeWords[last.chart.variation],
    lines: [
      lineOf(figures, charted, { key: 'mean', name: 'Mean', at: ({ centre }) => centre }),
      lineOf(figures, charted, { key: 'upper-limit', name: 'Upper limit', at: ({ upper }) => upper }),
      lineOf(figures, charted, { key: 'lower-limit', name: 'Lower limit', at: ({ lower }) => lower }),
    ],
    words: [...signalsIn(figures, points), ...restOnFew(figures, charted)],
    limits,
  };
}

type Line = { key: string; name: string; at: (point: XmrPoint) => number };

function lineOf(figures: readonly Figure[], charted: readonly Charted[], line: Line): Series {
  const decided = decidedAt(charted);
  const points = charted.flatMap(({ chart }) => chart.points);
  return {
    key: line.key,
    name: line.name,
    role: 'other',
    points: points.flatMap((point, at) => {
      const figure = figures[at];
      if (!figure) return [];
      return {
        period: shortPeriod(figure.period),
        order: orderOf(figure.period),
        end: figure.period.end,
        value: { kind: 'number' as const, number: line.at(point) },
        joinsPrevious: true,
        decided: decided.get(at),
      };
    }),
  };
}

/** Which decisions stand at which place. Where one place begins a stretch, it cannot end the figures of another. */
function decidedAt(charted: readonly Charted[]): ReadonlyMap<number, Decided> {
  return new Map(
    charted.flatMap(({ stretch: { from, anew, held } }): [number, Decided][] => [
      ...(anew ? [[from, mark(anew, 'before')] satisfies [number, Decided]] : []),
      ...(held ? [[held.at, mark(held.decided, 'after')] satisfies [number, Decided]] : []),
    ]),
  );
}

function mark(decision: LimitsDecision, where: Decided['where']): Decided {
  return {
    where,
    mark: where === 'before' ? 'limits anew' : 'limits held',
    sentence: sayDecision(decision),
  };
}

/** Where somebody's decision left few figures for a set of limits, they are to be believed less. */
function restOnFew(figures: readonly Figure[], charted: readonly Charted[]): readonly string[] {
  if (charted.length < 2) return [];
  return charted.flatMap(({ stretch, chart }) => {
    const [first, last] = [figures[stretch.from], figures[stretch.to - 1]];
    return chart.warnings.flatMap(({ points, wanted }) =>
      first && last
        ? `The limits of ${shortPeriod(first.period)} to ${shortPeriod(last.period)} rest on ${points} figures alone: believe them less. From ${wanted} on they are firm.`
        : [],
    );
  });
}

const mostSignals = 6;

type Signal = { first: string; last: string; count: number; words: string };

/** What has a cause worth looking for, the latest first; neighbours of one kind are told together. */
function signalsIn(figures: readonly Figure[], points: readonly XmrPoint[]): readonly string[] {
  const found: Signal[] = [];
  let wasSignal = false;
  for (const [at, { cause }] of points.entries()) {
    const figure = figures[at];
    const isSignal = figure !== undefined && cause !== 'common-cause';
    if (isSignal)
      addSignal(found, {
        when: shortPeriod(figure.period),
        words: specialCauseWords[cause],
        goesOn: wasSignal,
      });
    wasSignal = isSignal;
  }
  if (found.length === 0) return ['Every point lies within its usual wobble.'];
  const more = found.length - mostSignals;
  const latest = found.toReversed().slice(0, mostSignals).map(saySignal);
  return more > 0 ? [...latest, `And ${more} earlier.`] : latest;
}

function addSignal(
  found: Signal[],
  { when, words, goesOn }: { when: string; words: string; goesOn: boolean },
): void {
  const last = found.at(-1);
  if (goesOn && last?.words === words) {
    last.last = when;
    last.count += 1;
  } else found.push({ first: when, last: when, count: 1, words });
}

/** "Mar 2026: above the upper limit."; of several, "Jan 2026 to Mar 2026, 3 in a row: above the upper limit." */
function saySignal({ first, last, count, words }: Signal): string {
  if (count === 1) return `${first}: ${words}.`;
  const [from, until] = [first, last].map((when) => when.replace(/^to /, ''));
  return `${from} to ${until}, ${count} in a row: ${words}.`;
}
