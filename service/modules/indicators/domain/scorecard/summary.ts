import { falseAlarms } from './comparison.ts';
import type { ScorecardRow } from './row.ts';
import type { Scorecard, Tally } from './scorecard.ts';
import { tallyOf } from './scorecard.ts';

/** What a scorecard says, before anybody reads its rows: what could be compared came out how, and what could not be. */
export function summaryOf(scorecard: Scorecard): string {
  const tally = tallyOf(scorecard);
  const all = scorecard.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const compared = comparedIn(tally);
  if (tally.noFigure === all)
    return `None of the ${all} measures has a figure for ${scorecard.place.name} yet.`;
  if (compared === 0)
    return `${measures(all - tally.noFigure)} with a figure for ${scorecard.place.name}. None could be compared with England in a way that allows for chance.`;
  return `${compared} of ${measures(all)} could be compared with England in a way that allows for chance: ${outcomes(tally)}.${sayOverruled(scorecard)}`;
}

/** Verdicts are counted as they were worked out; that somebody says otherwise of some is told beside the count. */
function sayOverruled(scorecard: Scorecard): string {
  const rows = scorecard.groups.flatMap((group) => group.rows);
  const count = rows.filter(({ comparison }) => (comparison?.overruled.standing.length ?? 0) > 0).length;
  if (count === 0) return '';
  return ` So they were worked out; an analyst says otherwise of ${count === 1 ? 'one of them' : `${count} of them`}, and why.`;
}

function outcomes(tally: Tally): string {
  const order = ['better', 'similar', 'worse', 'higher', 'lower'] as const;
  const said = order.filter((verdict) => tally[verdict] > 0).map((verdict) => `${tally[verdict]} ${verdict}`);
  const last = said.pop() ?? '';
  return said.length === 0 ? last : `${said.join(', ')} and ${last}`;
}

function measures(count: number): string {
  return count === 1 ? '1 measure' : `${count} measures`;
}

function comparedIn({ better, similar, worse, higher, lower }: Tally): number {
  return better + similar + worse + higher + lower;
}

/**
 * What chance alone would do to these comparisons, for a reader to hold the verdicts against; undefined where nothing was
 * compared. Only measures with a judgement can come out worse.
 */
export function sayChance(scorecard: Scorecard): string | undefined {
  const compared = scorecard.groups.flatMap(({ rows }) => rows).filter((row) => row.comparison?.compared);
  if (compared.length === 0) return undefined;
  const judged = compared.filter(isJudged).length;
  const { worse } = falseAlarms(judged);
  const { different } = falseAlarms(compared.length);
  return `Each comparison is right 95 times in 100. Were ${scorecard.place.name} just like England in all ${compared.length}, chance alone would still make about ${aboutHow(different)} look different, and about ${aboutHow(worse)} look worse.`;
}

function isJudged({ definition }: ScorecardRow): boolean {
  return definition.polarity !== 'no-judgement';
}

function aboutHow(expected: number): string {
  if (expected < 0.1) return '0.1';
  return expected < 10 ? expected.toFixed(1).replace(/\.0$/, '') : String(Math.round(expected));
}
