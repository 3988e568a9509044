import { questionsOf } from '../comparing/question.ts';
import type { Question } from '../comparing/question.ts';
import type { LinkageModel } from '../model/model.ts';
import type { Records } from '../records/records.ts';
import { chanceOf } from './chance.ts';
import { countByValues, countEqualLevels } from './u-exact.ts';
import type { ExactCounts } from './u-exact.ts';

/** How likely one level is between two records picked at random. */
export type LevelOdds = {
  /** undefined where no pair gave the answer */
  readonly share: number | undefined;
  /** of the share; 0 where all pairs were counted */
  readonly standardError: number;
  readonly how: 'all-pairs' | 'random-pairs';
};

/** One comparison's shares, and how many random pairs that answered they rest on (0: none was needed). */
export type ComparisonOdds = { readonly levels: readonly LevelOdds[]; readonly randomPairs: number };

/** How random pairs are drawn. */
export type Drawing = {
  readonly seed: number;
  /** of each comparison, at most so many pairs */
  readonly mostPairs: number;
  /** enough, when every level that was seen at all was seen so often */
  readonly enoughSeen: number;
  /** pairs of different values are all asked where they are at most so many (4 million) */
  readonly mostAsked?: number;
};

/**
 * For each comparison, how often two records picked at random give each answer, among pairs where something can be
 * said. Counted over all pairs where values are few or levels ask for equal values only; else from independent random
 * pairs, drawn until each level was seen often enough. Levels that can be counted are counted, and the rest of 1 is
 * shared out by what the random pairs among the rest say.
 */
export function shareOfAnswers(
  records: Records,
  model: Pick<LinkageModel, 'comparisons' | 'linkType' | 'counts'>,
  drawing: Drawing,
): readonly ComparisonOdds[] {
  const questions = questionsOf(model, records);
  const { mostAsked } = drawing;
  const population = { records, linkType: model.linkType, ...(mostAsked === undefined ? {} : { mostAsked }) };
  return model.comparisons.map((comparison, place) => {
    const question = questions[place] ?? (() => -1);
    const all = countByValues(population, comparison, question);
    if (all) return fromCounts(all, comparison.levels.length);
    const equal = countEqualLevels(population, comparison);
    const counted = equal ? countedLevels(comparison.levels, equal) : 0;
    if (equal && counted === comparison.levels.length) return fromCounts(equal, counted);
    const sampled = sample(
      { ...population, question, levels: comparison.levels.length, counted },
      { ...drawing, seed: drawing.seed + place },
    );
    return together(sampled, equal, counted);
  });
}

/** How many of the first levels were counted: those before the first that asks for more than equal values. */
function countedLevels(
  levels: LinkageModel['comparisons'][number]['levels'],
  { byLevel }: ExactCounts,
): number {
  const end = levels.findIndex(({ when }) => !asksEqualOnly(when));
  return end < 0 ? byLevel.length : end;
}

function asksEqualOnly(when: LinkageModel['comparisons'][number]['nullWhen']): boolean {
  if (when.is === 'all') return when.of.every(asksEqualOnly);
  return when.is === 'equal' || when.is === 'else';
}

function fromCounts({ byLevel, answered }: ExactCounts, levels: number): ComparisonOdds {
  return {
    randomPairs: 0,
    levels: Array.from({ length: levels }, (_, level) => ({
      share: answered > 0 && (byLevel[level] ?? 0) > 0 ? (byLevel[level] ?? 0) / answered : undefined,
      standardError: 0,
      how: 'all-pairs',
    })),
  };
}

type Sampling = {
  readonly records: Records;
  readonly linkType: LinkageModel['linkType'];
  readonly question: Question;
  readonly levels: number;
  readonly counted: number;
};

const batch = 50_000;

function sample({ records, linkType, question, levels, counted }: Sampling, drawing: Drawing): Float64Array {
  const seen = new Float64Array(levels);
  if (records.count < 2) return seen;
  const chance = chanceOf(drawing.seed);
  const between = linkType === 'link';
  for (let drawn = 0; drawn < drawing.mostPairs;) {
    for (let pair = 0; pair < batch; pair += 1) {
      const one = Math.floor(chance() * records.count);
      const other = Math.floor(chance() * records.count);
      if (one === other || (between && records.sourceOf[one] === records.sourceOf[other])) continue;
      const answer = one < other ? question(one, other) : question(other, one);
      if (answer >= 0) seen[answer] = (seen[answer] ?? 0) + 1;
    }
    drawn += batch;
    if (
      drawn >= 4 * batch &&
      seen.subarray(counted).every((hits) => hits === 0 || hits >= drawing.enoughSeen)
    )
      break;
  }
  return seen;
}

/** Counted levels as they are; the others share what is left as the random pairs among them do. */
function together(seen: Float64Array, equal: ExactCounts | undefined, counted: number): ComparisonOdds {
  const exact = (level: number): number =>
    equal && level < counted && equal.answered > 0 ? (equal.byLevel[level] ?? 0) / equal.answered : 0;
  let left = 1;
  for (let level = 0; level < counted; level += 1) left -= exact(level);
  const rest = seen.subarray(counted).reduce((sum, hits) => sum + hits, 0);
  const levels = Array.from(seen, (hits, level): LevelOdds => {
    if (level < counted) return { share: exact(level) || undefined, standardError: 0, how: 'all-pairs' };
    const share = rest > 0 ? hits / rest : 0;
    const error = rest > 0 ? left * Math.sqrt((share * (1 - share)) / rest) : 0;
    return { share: share > 0 ? left * share : undefined, standardError: error, how: 'random-pairs' };
  });
  return { levels, randomPairs: seen.reduce((sum, hits) => sum + hits, 0) };
}
