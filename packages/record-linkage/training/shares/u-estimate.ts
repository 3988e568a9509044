import { AnswerTally } from '../../comparing/answer-tally.ts';
import { leavesOf } from '../../comparing/fields.ts';
import { fieldsOfModel, stagedQuestions } from '../../comparing/question.ts';
import type { Comparison, Condition, LinkageModel } from '../../model/model.ts';
import type { Records } from '../../records/records.ts';
import { chanceOf } from '../chance.ts';
import { countCommonPairs, type Asking, type CommonPairs } from './frequent-values.ts';
import { countEqualLevels, type ExactCounts } from './u-exact.ts';
import { pairsWithinNumbers, valueGroups, type Population } from './value-groups.ts';

/** How likely one level is between two records picked at random. */
export type LevelOdds = {
  /** undefined where no pair gave the answer */
  readonly share: number | undefined;
  /** of the share; 0 where all pairs were counted */
  readonly standardError: number;
  readonly how: 'all-pairs' | 'random-pairs';
};

/** One comparison's shares, and how many random pairs they rest on beside those that were counted (0: none was needed). */
export type ComparisonOdds = { readonly levels: readonly LevelOdds[]; readonly randomPairs: number };

/** A comparison, and the records that it is asked of. */
export type ForShares = {
  readonly records: Pick<Records, 'count' | 'sources' | 'sourceOf' | 'columns'>;
  readonly linkType: LinkageModel['linkType'];
  readonly counts?: LinkageModel['counts'];
  readonly comparison: Comparison;
};

/** How random pairs are drawn. */
export type Drawing = {
  readonly seed: number;
  /** of each comparison, at most so many pairs */
  readonly mostPairs: number;
  /** enough, when every level that was seen at all is known as well as if it had been seen so often */
  readonly enoughSeen: number;
  /** pairs of different values that are asked, the most common values first (4 million) */
  readonly mostAsked?: number;
};

/**
 * How often two records picked at random give each answer to a comparison, among pairs where something can be said.
 * Levels that ask for equal values only are counted over all pairs, from how common the values are; so are pairs of
 * common values, each pair of values asked once. What is left is shared out by random pairs, drawn until each level was
 * seen often enough. The same seed draws the same.
 */
export function shareOfAnswers(
  { records, linkType, counts, comparison }: ForShares,
  drawing: Drawing,
): ComparisonOdds {
  const population: Population = { records, linkType };
  // the codes of one comparison alone lie closer together than those of all
  const model = { comparisons: [comparison], counts: counts ?? 'letters' };
  const fields = fieldsOfModel(model, records);
  const [question] = stagedQuestions(model, { records, fields, asksOnce: true });
  if (!question) return { levels: [], randomPairs: 0 };
  const groups = valueGroups(population, comparison);
  const equal = countEqualLevels(records, groups, comparison);
  const counted = equal ? countedLevels(comparison.levels.map(({ when }) => when)) : 0;
  if (equal && counted === comparison.levels.length) return fromCounts(equal);
  const asking: Asking = { comparison, question, stride: fields.stride, groups };
  const fewer = readsTexts(comparison) ? costOfTexts : 1;
  const common = countCommonPairs(asking, Math.ceil((drawing.mostAsked ?? 4_000_000) / fewer));
  const possible = pairsWithinNumbers(groups, { codes: new Int32Array(groups.count), count: 1 });
  const rest = possible - common.pairs;
  if (rest < 0.5) return fromCounts({ byLevel: common.byLevel, answered: sumOf(common.byLevel) });
  const own = { ...drawing, mostPairs: Math.ceil(drawing.mostPairs / fewer) };
  const drawn = draw({ population, asking, common, counted, rest }, own);
  return together({ common, drawn, rest, equal, counted });
}

/** A question that takes texts apart takes so many times as long as one that goes by their letters. */
const costOfTexts = 4;

function readsTexts(comparison: Comparison): boolean {
  return comparison.levels.some(({ when }) =>
    leavesOf(when).some(({ is }) => is === 'agree' || is === 'shared'),
  );
}

/** How many of the first levels ask for equal values only. */
function countedLevels(levels: readonly Condition[]): number {
  const end = levels.findIndex((when) => !asksEqualOnly(when));
  return end < 0 ? levels.length : end;
}

function asksEqualOnly(when: Condition): boolean {
  if (when.is === 'all') return when.of.every(asksEqualOnly);
  return when.is === 'equal' || when.is === 'else';
}

function fromCounts({ byLevel, answered }: ExactCounts): ComparisonOdds {
  return {
    randomPairs: 0,
    levels: Array.from(byLevel, (pairs) => ({
      share: answered > 0 && pairs > 0 ? pairs / answered : undefined,
      standardError: 0,
      how: 'all-pairs',
    })),
  };
}

type ToDraw = {
  readonly population: Population;
  readonly asking: Asking;
  readonly common: CommonPairs;
  readonly counted: number;
  /** how many pairs there are beside those of common values */
  readonly rest: number;
};

/** Random pairs by their answer, how many were asked, and what they count together. */
type Drawn = Pick<AnswerTally, 'byLevel' | 'squares'> & { readonly pairs: number; readonly weight: number };

const drawnAtOnce = 100_000;

/**
 * Draws pairs in which a value is not common. A pair of two rare records can be drawn from either side, others from one
 * alone, so that it counts half as much.
 */
function draw({ population, asking, common, counted, rest }: ToDraw, drawing: Drawing): Drawn {
  const { records, linkType } = population;
  const { comparison, question, stride } = asking;
  const { all, rare, isRare } = common;
  const tally = new AnswerTally(question, comparison.levels.length, stride);
  const chance = chanceOf(drawing.seed);
  const ofRare = rare.length === all.length ? 1 : 0.5;
  let [pairs, weight] = [0, 0];
  // every rare record takes its turn, so that none counts more than another
  let turn = Math.floor(chance() * rare.length);
  for (let tries = 0; tries < drawing.mostPairs;) {
    for (const end = tries + drawnAtOnce; tries < end; tries += 1) {
      turn = turn + 1 < rare.length ? turn + 1 : 0;
      const one = rare[turn] ?? 0;
      const other = all[Math.floor(chance() * all.length)] ?? 0;
      if (one === other) continue;
      if (linkType === 'link' && records.sourceOf[one] === records.sourceOf[other]) continue;
      const counts = 1 - (isRare[other] ?? 0) * (1 - ofRare);
      tally.add(one, other, counts);
      pairs += 1;
      weight += counts;
    }
    tally.finish();
    const { byLevel, squares } = tally;
    if (isEnough({ common, drawn: { byLevel, squares, pairs, weight }, rest, counted }, drawing)) break;
  }
  const { byLevel, squares } = tally;
  return { byLevel, squares, pairs, weight };
}

/** Whether every level that was seen at all is known as well as if it had been seen so often; what was not is waited for. */
function isEnough(of: Omit<Known, 'equal'>, { enoughSeen, mostPairs }: Drawing): boolean {
  const { byLevel, pairs: drawn } = of.drawn;
  const open = [...byLevel.keys()].slice(of.counted).map((level) => levelOf(of, level));
  const isSeen = drawn * 3 > mostPairs || open.every(({ pairs }) => pairs > 0);
  return (
    isSeen &&
    open.some(({ pairs }) => pairs > 0) &&
    open.every(({ pairs, error }) => error * Math.sqrt(enoughSeen) <= pairs)
  );
}

/** A level that pairs of common values have, and no drawn pair had, counts for half a drawn pair: it is rare, not never. */
const notYetSeen = 0.5;

/** How many of all pairs have a level, and its standard error. */
function levelOf(
  { common, drawn, rest }: Omit<Known, 'equal'>,
  level: number,
): { readonly pairs: number; readonly error: number } {
  const each = drawn.weight > 0 ? rest / drawn.weight : 0;
  const counted = common.byLevel[level] ?? 0;
  const hits = drawn.byLevel[level] || (counted > 0 ? notYetSeen : 0);
  const squares = drawn.squares[level] || hits;
  const error = each * Math.sqrt(squares * (1 - hits / Math.max(1, drawn.weight)));
  return { pairs: counted + each * hits, error };
}

type Known = {
  readonly common: CommonPairs;
  readonly drawn: Drawn;
  /** how many pairs there are beside those of common values */
  readonly rest: number;
  readonly equal: ExactCounts | undefined;
  readonly counted: number;
};

/** Levels that were counted as they are; the others share what is left of 1 as far as pairs say. */
function together({ equal, ...known }: Known): ComparisonOdds {
  const { counted, drawn } = known;
  const exact = (level: number): number =>
    equal && equal.answered > 0 ? (equal.byLevel[level] ?? 0) / equal.answered : 0;
  let left = 1;
  for (let level = 0; level < counted; level += 1) left -= exact(level);
  const estimates = Array.from(drawn.byLevel, (_, level) => levelOf(known, level));
  const open = estimates.slice(counted).reduce((sum, { pairs }) => sum + pairs, 0);
  const levels = estimates.map(({ pairs, error }, level): LevelOdds => {
    if (level < counted) return { share: exact(level) || undefined, standardError: 0, how: 'all-pairs' };
    if (!(pairs > 0)) return { share: undefined, standardError: 0, how: 'random-pairs' };
    return { share: (left * pairs) / open, standardError: (left * error) / open, how: 'random-pairs' };
  });
  return { levels, randomPairs: drawn.pairs };
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
