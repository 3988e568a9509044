import type { Series } from '#packages/charts';
import {
  chartFor,
  pointTypeWords,
  runChart,
  specialCauseWords,
  xmr,
  type ChartChoice,
  type Runs,
  type Xmr,
} from '#packages/statistics';
import { shortPeriod } from '../say-period.ts';
import { isNumber } from '../value.ts';
import type { Figure } from '../figures/figure.ts';
import type { MeasureDefinition } from '../figures/measure-definition.ts';
import type { Place } from '../figures/place.ts';
import { sinceLastBreak } from '../figures/since-last-break.ts';
import { orderOf } from '../figures/years.ts';

/** Which picture of a series is honest, the lines drawn into it, and what they say in words. */
export type ProcessChart = {
  chart: ChartChoice['chart'];
  /** the title of the picture, where these lines have something to say */
  finding: string | undefined;
  lines: readonly Series[];
  words: readonly string[];
};

/**
 * The chart that fits a series: a yearly one has its tested trend and nothing more; of quarters, months and weeks ten to
 * twelve are looked at for runs, and from thirteen on they have limits. Nothing is reckoned across a break.
 */
export function processChart(given: {
  definition: MeasureDefinition;
  place: Place;
  own: readonly Figure[];
  latest: Figure | undefined;
}): ProcessChart {
  const { definition, latest } = given;
  const figures = sinceLastBreak(given).figures.filter(({ period }) => period.kind === latest?.period.kind);
  const values = figures.map(({ value }) => (isNumber(value) ? value : undefined));
  const choice = chartFor({ frequency: frequencyOf(figures), values });
  if (choice.chart === 'run') return runs(figures, values);
  if (choice.chart === 'xmr') return limits(figures, values, definition);
  const isTooShort = choice.chart === 'points' && frequencyOf(figures) !== 'yearly';
  const words = isTooShort
    ? [
        `With ${choice.points} figures the points alone are drawn; from ${choice.wanted} on they can be looked at for a change.`,
      ]
    : [];
  return { chart: choice.chart, finding: undefined, lines: [], words };
}

type Frequency = Parameters<typeof chartFor>[0]['frequency'];

/** Days on which something is counted once a year are yearly, whatever each is called. */
function frequencyOf(figures: readonly Figure[]): Frequency {
  const [kind] = figures.map(({ period }) => period.kind);
  if (kind === 'day' || kind === 'week') return isOnceAYear(figures) ? 'yearly' : 'weekly';
  if (kind === 'month') return 'monthly';
  if (kind === 'term') return 'termly';
  return kind === 'quarter' || kind === 'half' ? 'quarterly' : 'yearly';
}

function isOnceAYear(figures: readonly Figure[]): boolean {
  return figures.every(({ period }, at) => {
    const before = figures[at - 1];
    return !before || orderOf(period) - orderOf(before.period) > 0.9;
  });
}

type Values = readonly (number | undefined)[];

function runs(figures: readonly Figure[], values: Values): ProcessChart {
  const made = runChart({ values });
  const part = made.done ? made.value.parts.at(-1) : undefined;
  if (!part) return { chart: 'run', finding: undefined, lines: [], words: [] };
  return {
    chart: 'run',
    finding: part.runs.signals.length > 0 ? 'It has moved by more than its usual wobble' : undefined,
    lines: [flat(figures, { key: 'median', name: 'Median', value: part.median })],
    words: [sayRuns(part.runs)],
  };
}

function sayRuns({ signals, longestRun, longestRunMost, crossings, crossingsLeast }: Runs): string {
  const said = signals.map((signal) =>
    signal === 'long-run'
      ? `${longestRun} in a row lie on one side of the median, where chance makes no more than ${longestRunMost}`
      : `the median is crossed ${crossings === 1 ? 'once' : `${crossings} times`}, where chance crosses it at least ${crossingsLeast} times`,
  );
  return said.length > 0
    ? `Something has changed: ${said.join('; ')}.`
    : 'Nothing but its usual wobble can be told from runs about the median.';
}

function limits(figures: readonly Figure[], values: Values, definition: MeasureDefinition): ProcessChart {
  const made = xmr({ values, polarity: definition.polarity });
  const part = made.done ? made.value.parts.at(-1) : undefined;
  if (!made.done || !part) return { chart: 'xmr', finding: undefined, lines: [], words: [] };
  return {
    chart: 'xmr',
    finding: pointTypeWords[made.value.variation],
    lines: [
      flat(figures, { key: 'mean', name: 'Mean', value: part.centre }),
      flat(figures, { key: 'upper-limit', name: 'Upper limit', value: part.upper }),
      flat(figures, { key: 'lower-limit', name: 'Lower limit', value: part.lower }),
    ],
    words: signalsIn(figures, made.value),
  };
}

const mostSignals = 6;

type Signal = { first: string; last: string; count: number; words: string };

/** What has a cause worth looking for, the latest first; neighbours of one kind are told together. */
function signalsIn(figures: readonly Figure[], { points }: Xmr): readonly string[] {
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

function flat(
  figures: readonly Figure[],
  { key, name, value }: { key: string; name: string; value: number },
): Series {
  return {
    key,
    name,
    role: 'other',
    points: figures.map(({ period }) => ({
      period: shortPeriod(period),
      order: orderOf(period),
      end: period.end,
      value: { kind: 'number', number: value },
      joinsPrevious: true,
    })),
  };
}
