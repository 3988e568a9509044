import { changeFromYearBefore, verdictWords } from '#packages/statistics';
import { samePeriod } from '../period.ts';
import type { Period } from '../period.ts';
import { sayNumber } from '../say-value.ts';
import { shortPeriod } from '../say-period.ts';
import { isNumber, type ValueStatus } from '../value.ts';
import type { Benchmark } from './benchmark.ts';
import type { JudgedComparison } from './comparison.ts';
import type { NumberFigure } from '../figures/figure.ts';
import { hasNumber, type Figure } from '../figures/figure.ts';
import { sayWhoSaid } from '../report/say-overruling.ts';
import { sayInUnit, type MeasureDefinition } from '../figures/measure-definition.ts';
import { orderOf } from '../figures/years.ts';
import type { Point } from '#packages/charts';

/** What a finding is made from: the latest figure, the one a year before it, and England beside it. */
export type FindingParts = {
  definition: MeasureDefinition;
  latest: Figure | undefined;
  yearBefore: NumberFigure | undefined;
  benchmark: Benchmark;
  comparison: JudgedComparison | undefined;
};

/** The whole finding in plain words: "31.2% in 2024/25, up from 28.5% a year before. Worse than England (24.5%)." */
export function findingOf(parts: FindingParts): string {
  return [sayLatest(parts), sayEngland(parts)].filter((sentence) => sentence !== '').join(' ');
}

/** The same without its number: "In 2024/25, up from 28.5% a year before. Worse than England (24.5%)." */
export function findingBeneath(parts: FindingParts): string {
  const { latest, definition } = parts;
  const finding = findingOf(parts);
  if (!latest || !hasNumber(latest)) return finding;
  const rest = finding.slice(sayInUnit(latest.value, definition.unit).length).trimStart();
  return rest.slice(0, 1).toUpperCase() + rest.slice(1);
}

/** "31.2% in 2024/25, up from 28.5% a year before." */
function sayLatest({ definition, latest, yearBefore }: FindingParts): string {
  if (!latest) return 'Nothing has been published for this area.';
  const when = shortPeriod(latest.period);
  const { value } = latest;
  if (!isNumber(value)) return statusSentences[value.status](when);
  const now = `${sayInUnit(value, definition.unit)} ${inWords(latest.period)}`;
  const change = yearBefore && sayChange({ ...latest, value }, yearBefore, definition);
  return `${now}${provisional(latest.period)}${change ? `, ${change}` : ''}.`;
}

const statusSentences: { readonly [Status in ValueStatus]: (when: string) => string } = {
  suppressed: (when) =>
    `The figure for ${when} is hidden to protect people, because the number is small. It is not zero.`,
  'not-applicable': (when) => `This does not apply here (${when}).`,
  missing: (when) => `No figure is available for ${when}.`,
  low: (when) => `The figure for ${when} rounds to zero, but is not zero.`,
  unreliable: (when) => `The figure for ${when} is too unreliable to publish.`,
  'not-compared': (when) => `The publisher gives no figure for ${when} that can be compared.`,
};

/** "Worse than England (24.5%)."; where an analyst overruled it, who says what beside what was worked out. */
function sayEngland(parts: FindingParts): string {
  const asWorkedOut = sayWorkedOut(parts);
  const said = parts.comparison?.overruled.standing ?? [];
  return [asWorkedOut, ...said.map((one) => `${sayWhoSaid(one)}.`)].filter(Boolean).join(' ');
}

/** Without a verdict, England's figure alone, and no word that sounds like one. */
function sayWorkedOut({ definition, benchmark, comparison, latest }: FindingParts): string {
  if (!latest || !hasNumber(latest) || benchmark.kind === 'none') return '';
  if (benchmark.kind === 'stopped') return 'Not compared with England, whose figure cannot be right.';
  if (benchmark.kind === 'shown') return '';
  const england = sayInUnit(benchmark.figure.value, definition.unit);
  const when = benchmark.samePeriodAsLatest ? '' : ` in ${shortPeriod(benchmark.figure.period)}`;
  if (!comparison?.compared) return `England${when}: ${england}.`;
  const than = comparison.verdict === 'similar' ? 'Similar to' : `${verdictWords[comparison.verdict]} than`;
  const workedOut = comparison.overruled.standing.length > 0 ? ', as worked out' : '';
  return `${than} England${when} (${england})${workedOut}.`;
}

/**
 * The number of the year before, where the two may be compared: one year apart, of the same length, and no break of
 * definition or area between them.
 */
export function yearBeforeOf(
  figures: readonly Figure[],
  latest: Figure | undefined,
  points: readonly Point[],
): NumberFigure | undefined {
  if (!latest || !hasNumber(latest) || latest.period.years > 1) return undefined;
  const now = points.find(({ order }) => order === orderOf(latest.period));
  if (!now?.joinsPrevious) return undefined;
  return figures
    .filter(hasNumber)
    .find(({ period }) => period.kind === latest.period.kind && isYearBefore(period, latest.period));
}

function isYearBefore(before: Period, now: Period): boolean {
  return (
    !samePeriod(before, now) && Math.abs(orderOf(now) - orderOf(before) - 1) < 0.01 && before.years === 1
  );
}

function sayChange(
  now: NumberFigure,
  before: NumberFigure,
  definition: MeasureDefinition,
): string | undefined {
  const came = changeFromYearBefore(
    { year: yearOf(now.period), value: now.value },
    { year: yearOf(before.period), value: before.value },
  );
  if (!came.done) return undefined;
  const { decimals } = definition.unit;
  const was = sayInUnit(before.value, definition.unit);
  if (sayNumber(before.value, decimals) === sayNumber(now.value, decimals))
    return 'the same as a year before';
  return `${came.value > 0 ? 'up' : 'down'} from ${was} a year before`;
}

function yearOf(period: Period): number {
  return Number(period.end.slice(0, 4));
}

/** "in 2024/25"; a single day is "on" and not "in". */
function inWords(period: Period): string {
  const said = shortPeriod(period);
  if (said.startsWith('to ')) return `in the year ${said}`;
  return `${period.kind === 'day' ? 'on' : 'in'} ${said}`;
}

function provisional(period: Period): string {
  return period.state === 'provisional' ? ' (provisional)' : '';
}
