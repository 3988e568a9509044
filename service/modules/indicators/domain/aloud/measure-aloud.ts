import { noTrendWords, type Trend } from '#packages/statistics';
import type { NumberFigure } from '../figures/figure.ts';
import { samePeriod } from '../period.ts';
import { sayNumber, wordsOfStatus } from '../say-value.ts';
import { sayOverruling } from '../report/say-overruling.ts';
import { wordOfComparison } from '../scorecard/comparison.ts';
import type { Verdict } from '../scorecard/comparison.ts';
import type { ScorecardRow } from '../scorecard/row.ts';
import type { JudgedTrend } from '../scorecard/trend.ts';
import { isNumber } from '../value.ts';
import { speakNumber, speakWhen } from './say-aloud.ts';

/**
 * One measure of an area, told so that somebody who has never seen it can read it out and be understood: what it is now,
 * which way is better, how it is beside England, which way it goes, and what to be careful of. The words say no more than
 * the tests behind them found.
 */
export function measureAloud(row: ScorecardRow, placeName: string): readonly string[] {
  const { latest, definition } = row;
  if (!latest) return [`Nothing has been published for ${placeName}.`];
  const { value } = latest;
  if (!isNumber(value))
    return [`${speakWhen(latest.period)}, the figure for ${placeName} is ${wordsOfStatus(value.status)}.`];
  const figure: NumberFigure = { ...latest, value };
  return [
    ...now(row, figure, placeName),
    directions[definition.polarity],
    ...besideEngland(row, figure, placeName),
    ...(row.trend ? overTime(row.trend) : []),
    ...row.caveats.map((words) => `Take care: ${words}`),
  ];
}

const directions: { readonly [Each in ScorecardRow['definition']['polarity']]: string } = {
  'high-is-good': 'Here, more is better.',
  'low-is-good': 'Here, less is better.',
  'no-judgement': 'Here, neither more nor less is better in itself.',
};

/** Area and England in one breath where they speak of the same days. */
function now({ definition, benchmark }: ScorecardRow, latest: NumberFigure, place: string): string[] {
  const own = `${speakWhen(latest.period)} it was ${speakNumber(latest.value, definition.unit)} in ${place}`;
  const provisional = latest.period.state === 'provisional' ? ['This figure is not final yet.'] : [];
  if (benchmark.kind === 'none' || benchmark.kind === 'stopped' || benchmark.kind === 'shown')
    return [`${own}.`, ...provisional];
  const england = speakNumber(benchmark.figure.value, definition.unit);
  if (benchmark.samePeriodAsLatest) return [`${own}, and ${england} in England.`, ...provisional];
  const when = speakWhen(benchmark.figure.period);
  return [`${own}.`, ...provisional, `${when}, the latest that both have, it was ${england} in England.`];
}

const verdicts: { readonly [Each in Verdict]: string } = {
  better: 'better than in England, by more than chance would explain',
  worse: 'worse than in England, by more than chance would explain',
  higher: 'higher than in England, by more than chance would explain',
  lower: 'lower than in England, by more than chance would explain',
  similar: 'like England, as far as anybody can tell: the difference could be chance',
};

function besideEngland(row: ScorecardRow, latest: NumberFigure, place: string): string[] {
  const { comparison } = row;
  if (!comparison) return [];
  const said = comparison.overruled.standing.map(sayOverruling);
  if (said.length > 0) return said;
  if (!comparison.compared)
    return [`Whether that is better or worse than in England is not said, because ${comparison.words}.`];
  const subject = comparison.note === undefined ? 'That is' : `Then, ${place} was`;
  return [`${subject} ${verdicts[comparison.verdict]}${alike(row, latest)}.`];
}

/** Two numbers that are written alike and still differ would puzzle whoever hears them. */
function alike({ benchmark, comparison, definition }: ScorecardRow, latest: NumberFigure): string {
  if (!comparison || benchmark.kind !== 'usable' || wordOfComparison(comparison) === 'similar') return '';
  if (!samePeriod(benchmark.figure.period, latest.period)) return '';
  const { decimals } = definition.unit;
  const isAlike = sayNumber(benchmark.figure.value, decimals) === sayNumber(latest.value, decimals);
  return isAlike ? ', though both are written alike when rounded' : '';
}

const directionsOfTrend: { readonly [Each in Exclude<Trend['verdict'], 'cannot-be-calculated'>]: string } = {
  increasing: 'it has risen by more than chance would explain',
  decreasing: 'it has fallen by more than chance would explain',
  'increasing-better': 'it has risen by more than chance would explain, which is getting better',
  'increasing-worse': 'it has risen by more than chance would explain, which is getting worse',
  'decreasing-better': 'it has fallen by more than chance would explain, which is getting better',
  'decreasing-worse': 'it has fallen by more than chance would explain, which is getting worse',
  'no-significant-change': 'it has gone neither up nor down by more than chance would explain',
};

function overTime({ came, years, overruled }: JudgedTrend): string[] {
  if (overruled.standing.length > 0) return overruled.standing.map(sayOverruling);
  if ('reason' in came) return [`Which way it is going cannot be said: ${noTrendWords[came.reason]}.`];
  const over = years ? `Over the five years from ${years.from} to ${years.to},` : 'Over the last five years';
  return [`${over} ${directionsOfTrend[came.verdict]}.`];
}

/** Whether a measure has something to say: a difference from England or a way of going that chance does not explain. */
export function standsOut({ comparison, trend }: ScorecardRow): boolean {
  const differs = comparison?.compared === true && comparison.verdict !== 'similar';
  const moves =
    trend !== undefined && !('reason' in trend.came) && trend.came.verdict !== 'no-significant-change';
  const said = [comparison, trend].some((one) => (one?.overruled.standing.length ?? 0) > 0);
  return differs || moves || said;
}
