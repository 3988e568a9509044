import type { Edges } from '../clusters/edges.ts';
import type { FamilyModel } from '../families/family-model.ts';
import { ThreeClasses } from '../families/three-classes.ts';
import type { LinkageModel } from '../model/model.ts';
import type { Records } from '../records/records.ts';
import { numbersIn } from './keys-of.ts';
import { doubtOf, namesComparedIn, namesInUse, type NamesInUse } from './names-in-use.ts';

/** Scored pairs in columns; `answers[i * comparisons + c]` is what pair i answers to comparison c. */
export type ScoredPairs = Edges & { readonly answers: Int8Array };

/**
 * What becomes of a pair. `sure` joins by itself. `likely` (little but what twins share speaks for it, a like forename
 * or one that is missing, and nothing against) joins unless it would put two records of one source into a person, for
 * children of one birth mostly stand in a source both, or could as well join another. `ask` is for a person: so is a
 * pair of which one has no birthday, where no number says more. `doubted` is for a person too: it would be sure or
 * likely, but for its names, which twins may have as well.
 */
export type PairClass = (typeof pairClasses)[number];

/** In the order of their numbers in `classOf`. */
export const pairClasses = ['sure', 'likely', 'ask', 'same-family', 'unrelated', 'doubted'] as const;

/** What pairs are judged by, beside their records. */
export type JudgeBy = {
  readonly model: LinkageModel;
  readonly families: FamilyModel | undefined;
  /** P(one person) from which pairs join (.5) */
  readonly joinAt?: number;
  /** P(one person) from which a person is asked about a pair that does not join (.1) */
  readonly askAt?: number;
};

/** Pairs judged: log2 of the odds of one person against both other classes, and the number of each pair's class. */
export type Judged = { readonly score: Float64Array; readonly classOf: Uint8Array };

/** Bits that forename and numbers must say for one child rather than for twins: a like name alone never does. */
const ownBits = 6;

/** Judges each pair of records by two classes, or by three where families were learnt. */
export function judgePairs(
  pairs: ScoredPairs,
  { records, ...by }: JudgeBy & { readonly records: Pick<Records, 'sources' | 'columns'> },
): Judged {
  const compared = namesComparedIn(by.model);
  const names = compared && namesInUse(records, compared);
  return judgingBy({ ...by, names, sources: records.sources.length })(pairs);
}

/** What judging needs to know of the records that pairs are of. */
type OfRecords = {
  /** how many sources they come from */
  readonly sources: number;
  /** how they bear their names; where it is not known, no pair is doubted */
  readonly names: NamesInUse | undefined;
};

/** The same for whoever judges a few pairs again and again: what judging needs is made ready once. */
export function judgingBy(by: JudgeBy & OfRecords): (pairs: ScoredPairs) => Judged {
  const judge = judgeOf(by);
  return (pairs) => {
    const score = new Float64Array(pairs.weight.length);
    const classOf = new Uint8Array(pairs.weight.length);
    for (let pair = 0; pair < score.length; pair += 1) {
      const judged = judge(pairs, pair);
      score[pair] = judged.score;
      classOf[pair] = pairClasses.indexOf(judged.is);
    }
    return { score, classOf };
  };
}

type Judge = (pairs: ScoredPairs, pair: number) => { readonly score: number; readonly is: PairClass };

function judgeOfTwoClasses(joins: number, asks: number): Judge {
  return ({ weight }, pair) => {
    const score = weight[pair] ?? 0;
    return { score, is: score >= joins ? 'sure' : score >= asks ? 'ask' : 'unrelated' };
  };
}

function judgeOf(by: JudgeBy & OfRecords): Judge {
  const joins = oddsOf(by.joinAt ?? 0.5);
  const asks = Math.min(joins, oddsOf(by.askAt ?? 0.1));
  const { families, model } = by;
  if (!families) return judgeOfTwoClasses(joins, asks);
  const width = model.comparisons.length;
  const probability = by.joinAt ?? 0.5;
  const strict = new ThreeClasses(model, families, { probability, ownBits });
  const usual = new ThreeClasses(model, families, { probability: Math.max(0.99, probability) });
  const { sharedByTwins } = families;
  const numbers = numbersIn(model).map(({ place }) => place);
  const unlessDoubted = doubting(by);
  return (pairs, pair) => {
    const { weight, answers } = pairs;
    const at = pair * width;
    const own = weight[pair] ?? 0;
    const score = strict.score(own, answers, at);
    const isNumbered = numbers.some((place) => answers[at + place] === 0);
    const joinsAs = (is: 'sure' | 'likely'): PairClass => (isNumbered ? is : unlessDoubted(pairs, pair, is));
    const is = (): PairClass => {
      if (numbers.some((place) => (answers[at + place] ?? -1) > 0) && score >= asks) return 'ask';
      // brothers can bear one name: where birthdays differ or one is missing, only a number says that they are one child
      const isNotBornAlike = sharedByTwins.some((place) => {
        const answer = answers[at + place] ?? -1;
        return answer < 0 || strict.bitsForOneChild(place, answer) <= 0;
      });
      if (isNotBornAlike && !isNumbered && score >= asks) return 'ask';
      if (strict.verdict(own, answers, at) === 'join') return joinsAs('sure');
      const isBorn = sharedByTwins.some((place) => answers[at + place] === 0);
      const isLike = strict.ownBits(answers, at, 'twins') >= 0;
      if (by.sources > 1 && score >= joins && isBorn && isLike) return joinsAs('likely');
      if (by.sources === 1 && usual.verdict(own, answers, at) === 'join')
        return joinsAs('likely') === 'doubted' ? 'doubted' : 'sure';
      if (score >= asks) return 'ask';
      const { family, unrelated } = strict.probabilities(own, answers, at);
      return family >= unrelated ? 'same-family' : 'unrelated';
    };
    return { score, is: is() };
  };
}

type Doubting = (pairs: ScoredPairs, pair: number, is: 'sure' | 'likely') => PairClass;

/** The class of a pair that would join and that no number joins: `doubted` where its names may be those of twins. */
function doubting({ model, names }: JudgeBy & OfRecords): Doubting {
  const compared = namesComparedIn(model);
  if (!compared || !names) return (_pairs, _pair, is) => is;
  const isDoubted = doubtOf(model, compared, names);
  const width = model.comparisons.length;
  return ({ left, right, answers }, pair, is) => {
    const of = { left: left[pair] ?? 0, right: right[pair] ?? 0, answers, at: pair * width };
    return isDoubted(of, is === 'sure') ? 'doubted' : is;
  };
}

/** log2 of the odds of a probability. */
export function oddsOf(probability: number): number {
  return Math.log2(probability / (1 - probability));
}
