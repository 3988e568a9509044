import { learnByEm } from './em.ts';
import type { Learnt, ToLearn } from './em.ts';
import { largestDifference } from './parameters.ts';
import type { Parameters } from './parameters.ts';

/** EM from several starts: the likeliest end, and how far the ends lie apart. */
export type FromSeveral = {
  readonly best: Learnt;
  /** for each start, log2 of its likelihood at the end, and the largest difference of an m from the best's */
  readonly ends: readonly { readonly logLikelihood: number; readonly apart: number }[];
  /** every start that ended as likely as the best (within 1 in a million) ended at the same m (within .01) */
  readonly agree: boolean;
};

/**
 * EM from the given start and from others beside it: with the closest level less sure (.8, .6), and with more and
 * fewer pairs of one person. The likeliest end counts; where another end is as likely and elsewhere, they disagree.
 */
export function learnFromSeveralStarts(of: ToLearn, howMany = 4): FromSeveral {
  const starts = [of.start, beside(of, 0.8, 0.5), beside(of, 0.6, 0.1), beside(of, 0.9, 0.9)];
  const learnt = starts.slice(0, Math.max(1, howMany)).map((start) => learnByEm({ ...of, start }));
  const likelihood = ({ logLikelihoods }: Learnt): number => logLikelihoods.at(-1) ?? -Infinity;
  const best = learnt.reduce((most, each) => (likelihood(each) > likelihood(most) + 1e-9 ? each : most));
  const ends = learnt.map((each) => ({
    logLikelihood: likelihood(each),
    apart: largestDifference(each.m, best.m, of.active),
  }));
  const near = Math.abs(likelihood(best)) * 1e-6;
  const agree = ends.every(
    ({ logLikelihood, apart }) => logLikelihood < likelihood(best) - near || apart < 0.01,
  );
  return { best, ends, agree };
}

/** The same start with other m for levels that are learnt, and another share of pairs of one person. */
function beside({ start: { m, u }, fixedM }: ToLearn, closest: number, lambda: number): Parameters {
  return {
    lambda,
    u,
    m: m.map((levels, place) =>
      levels.map((value, level) => {
        if (levels.length === 1 || fixedM?.[place]?.some((fixed) => fixed)) return value;
        return level === 0 ? closest : (1 - closest) / (levels.length - 1);
      }),
    ),
  };
}
