import type { Series } from '#packages/charts';
import { chartFor, runChart, type ChartChoice, type Runs } from '#packages/statistics';
import { shortPeriod } from '../say-period.ts';
import { isNumber } from '../value.ts';
import type { Figure } from '../figures/figure.ts';
import type { MeasureDefinition } from '../figures/measure-definition.ts';
import type { Place } from '../figures/place.ts';
import { limitsChart, type LimitsNow } from '../limits/limits-chart.ts';
import type { LimitsWritten } from '../limits/limits-decision.ts';
import { sinceLastBreak } from '../figures/since-last-break.ts';
import { orderOf } from '../figures/years.ts';

/** Which picture of a series is honest, the lines drawn into it, and what they say in words. */
export type ProcessChart = {
  chart: ChartChoice['chart'];
  /** the title of the picture, where these lines have something to say */
  finding: string | undefined;
  lines: readonly Series[];
  words: readonly string[];
  /** what the limits are made of, where there are any */
  limits: LimitsNow | undefined;
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
  written: LimitsWritten;
}): ProcessChart {
  const { definition, latest } = given;
  const figures = sinceLastBreak(given).figures.filter(({ period }) => period.kind === latest?.period.kind);
  const values = figures.map(({ value }) => (isNumber(value) ? value : undefined));
  const choice = chartFor({ frequency: frequencyOf(figures), values });
  if (choice.chart === 'run') return runs(figures, values);
  if (choice.chart === 'xmr')
    return {
      chart: 'xmr',
      ...limitsChart({ figures, polarity: definition.polarity, written: given.written }),
    };
  const isTooShort = choice.chart === 'points' && frequencyOf(figures) !== 'yearly';
  const words = isTooShort
    ? [
        `With ${choice.points} figures the points alone are drawn; from ${choice.wanted} on they can be looked at for a change.`,
      ]
    : [];
  return { chart: choice.chart, finding: undefined, lines: [], words, limits: undefined };
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
  if (!part) return { chart: 'run', finding: undefined, lines: [], words: [], limits: undefined };
  return {
    chart: 'run',
    finding: part.runs.signals.length > 0 ? 'It has moved by more than its usual wobble' : undefined,
    lines: [flat(figures, { key: 'median', name: 'Median', value: part.median })],
    words: [sayRuns(part.runs)],
    limits: undefined,
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
