import type { LinkageModel } from '../model/model.ts';
import type { ThreeClasses, ThreeProbabilities } from './three-classes.ts';

/** Why a pair is one child, or two of a family: what each answer says, the strongest first. */
export type SiblingExplanation = {
  readonly headline: string;
  readonly reasons: readonly {
    readonly comparison: string;
    readonly answer: string;
    readonly bits: number;
    readonly words: string;
  }[];
};

/** What is explained: a pair's answers and its three probabilities. */
export type ToExplain = {
  readonly model: Pick<LinkageModel, 'comparisons'>;
  readonly classes: ThreeClasses;
  readonly weight: number;
  readonly answers: Int8Array;
};

/** Explains a pair in words; `bits` is log2 of how much likelier an answer is for one child than for two of a family. */
export function explainSiblings({ model, classes, weight, answers }: ToExplain): SiblingExplanation {
  const probabilities = classes.probabilities(weight, answers);
  const reasons = model.comparisons
    .flatMap(({ name, levels }, place) => {
      const answer = answers[place] ?? -1;
      const label = levels[answer]?.label;
      if (label === undefined) return [];
      const bits = classes.bitsForOneChild(place, answer);
      return [{ comparison: name, answer: label, bits, words: wordsOf(name, label, bits) }];
    })
    .toSorted((one, other) => Math.abs(other.bits) - Math.abs(one.bits));
  return { headline: headlineOf(probabilities), reasons };
}

function headlineOf({ same, family, unrelated }: ThreeProbabilities): string {
  const said = (share: number): string => `${Math.min(99.9, 100 * share).toFixed(1)} in 100`;
  if (family >= same && family >= unrelated)
    return `Probably a brother or sister, not the same child: ${said(family)} such pairs are two children of one family, ${said(same)} are one child.`;
  if (same >= unrelated)
    return `Probably the same child: ${said(same)} such pairs are, ${said(family)} are brothers or sisters.`;
  return `Probably two children who have nothing to do with one another: ${said(unrelated)} such pairs are.`;
}

function wordsOf(name: string, label: string, bits: number): string {
  const times = 2 ** Math.abs(bits);
  const much = times >= 1000 ? 'over 1,000' : times >= 10 ? String(Math.round(times)) : times.toFixed(1);
  if (times < 1.25) return `${name}: ${label}. This is as likely for brothers and sisters as for one child.`;
  return bits > 0
    ? `${name}: ${label}. This is ${much} times likelier for one child than for brothers and sisters.`
    : `${name}: ${label}. This is ${much} times likelier for brothers and sisters than for one child.`;
}
