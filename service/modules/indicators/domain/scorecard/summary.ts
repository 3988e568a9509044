import { expectedByChance } from '#packages/statistics';
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
  return `${compared} of ${measures(all)} could be compared with England in a way that allows for chance: ${outcomes(tally)}.${sayWorse(scorecard)}${sayOverruled(scorecard)}`;
}

/** Verdicts are counted as they were worked out; that somebody says otherwise of some is told beside the count. */
function sayOverruled(scorecard: Scorecard): string {
  const rows = scorecard.groups.flatMap((group) => group.rows);
  const count = rows.filter(({ comparison }) => (comparison?.overruled.standing.length ?? 0) > 0).length;
  if (count === 0) return '';
  return ` That is as worked out; an analyst says otherwise of ${count}, and why.`;
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
  const all = expectedByChance({ comparisons: compared.length, found: 0, level: 0.95 });
  const worse = worseByChance(scorecard);
  if (!all.done || !worse) return undefined;
  return `Each comparison is right 95 times in 100. Were ${scorecard.place.name} just like England in all ${compared.length}, chance alone would still make about ${aboutHow(all.value.different)} look different, and about ${aboutHow(worse.expected)} look worse.${sayHowLikely(worse)}`;
}

type WorseByChance = { judged: number; found: number; expected: number; probability: number };

/** How many of the measures that have a judgement came out worse, beside how many chance alone would give. */
function worseByChance(scorecard: Scorecard): WorseByChance | undefined {
  const judged = scorecard.groups
    .flatMap(({ rows }) => rows)
    .filter((row) => row.comparison?.compared && isJudged(row)).length;
  const found = tallyOf(scorecard).worse;
  const chance = expectedByChance({ comparisons: judged, found, level: 0.95 });
  return chance.done ? { judged, found, ...chance.value } : undefined;
}

/** Below this many, what chance alone would give is less than half of one, and says little. */
const enoughToSay = 20;

/** " Of 41 with a judgement 3 are worse; chance alone would give about 1." */
function sayWorse(scorecard: Scorecard): string {
  const worse = worseByChance(scorecard);
  if (!worse || worse.found === 0 || worse.judged < enoughToSay) return '';
  const { judged, found, expected } = worse;
  return ` Of the ${judged} in which one way is better, ${found} ${found === 1 ? 'is' : 'are'} worse; chance alone would give about ${aboutHow(expected)}.`;
}

function sayHowLikely({ found, probability }: WorseByChance): string {
  if (found === 0) return '';
  const often =
    probability < 0.001
      ? 'less than once in 1,000 times'
      : `about ${Math.max(1, Math.round(probability * 1000))} times in 1,000`;
  return ` ${found} worse or more would come by chance alone ${often}; more often than that, where measures move together.`;
}

function isJudged({ definition }: ScorecardRow): boolean {
  return definition.polarity !== 'no-judgement';
}

function aboutHow(expected: number): string {
  if (expected < 0.1) return '0.1';
  return expected < 10 ? expected.toFixed(1).replace(/\.0$/, '') : String(Math.round(expected));
}
