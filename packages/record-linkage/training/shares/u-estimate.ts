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
  /** enough, when every level that was seen at all was seen so often */
  readonly enoughSeen: number;
  /** pairs of different values that are asked, the most common values first (2 million) */
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
  const common = countCommonPairs(asking, Math.ceil((drawing.mostAsked ?? 2_000_000) / fewer));
  const possible = pairsWithinNumbers(groups, { codes: new Int32Array(groups.count), count: 1 });
  const rest = possible - common.pairs;
  if (rest < 0.5) return fromCounts({ byLevel: common.byLevel, answered: sumOf(common.byLevel) });
  const own = { ...drawing, mostPairs: Math.ceil(drawing.mostPairs / fewer) };
  const drawn = draw({ population, asking, common, counted }, own);
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
};

/** Random pairs by their answer, and how many were drawn. */
type Drawn = { readonly byLevel: Float64Array; readonly pairs: number };

const drawnAtOnce = 100_000;

/** Draws pairs in which a value is not common, each as likely as any other. */
function draw({ population, asking, common, counted }: ToDraw, drawing: Drawing): Drawn {
  const { records, linkType } = population;
  const { comparison, question, stride } = asking;
  const { all, rare, isRare } = common;
  const tally = new AnswerTally(question, comparison.levels.length, stride);
  const chance = chanceOf(drawing.seed);
  const isAll = rare.length === all.length;
  let pairs = 0;
  // every rare record takes its turn, so that none counts more than another
  let turn = Math.floor(chance() * rare.length);
  for (let tries = 0; tries < drawing.mostPairs;) {
    for (const end = tries + drawnAtOnce; tries < end; tries += 1) {
      turn = turn + 1 < rare.length ? turn + 1 : 0;
      const one = rare[turn] ?? 0;
      const other = all[Math.floor(chance() * all.length)] ?? 0;
      if (one === other) continue;
      if (linkType === 'link' && records.sourceOf[one] === records.sourceOf[other]) continue;
      // a pair of two rare records can be drawn from either side, others from one alone
      if (!isAll && isRare[other] === 1 && chance() < 0.5) continue;
      tally.add(one, other, 1);
      pairs += 1;
    }
    tally.finish();
    const open = tally.byLevel.subarray(counted);
    if (open.every((hits) => hits === 0 || hits >= drawing.enoughSeen) && sumOf(open) > 0) break;
  }
  return { byLevel: tally.byLevel, pairs };
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
function together({ common, drawn, rest, equal, counted }: Known): ComparisonOdds {
  const each = drawn.pairs > 0 ? rest / drawn.pairs : 0;
  const pairs = common.byLevel.map((exact, level) => exact + each * (drawn.byLevel[level] ?? 0));
  const exact = (level: number): number =>
    equal && equal.answered > 0 ? (equal.byLevel[level] ?? 0) / equal.answered : 0;
  let left = 1;
  for (let level = 0; level < counted; level += 1) left -= exact(level);
  const open = sumOf(pairs.subarray(counted));
  const levels = Array.from(pairs, (estimate, level): LevelOdds => {
    if (level < counted) return { share: exact(level) || undefined, standardError: 0, how: 'all-pairs' };
    if (!(estimate > 0)) return { share: undefined, standardError: 0, how: 'random-pairs' };
    const hits = drawn.byLevel[level] ?? 0;
    const error = each * Math.sqrt(hits * (1 - hits / Math.max(1, drawn.pairs)));
    return { share: (left * estimate) / open, standardError: (left * error) / open, how: 'random-pairs' };
  });
  return { levels, randomPairs: drawn.pairs };
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
