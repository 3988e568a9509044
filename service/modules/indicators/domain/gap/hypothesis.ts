import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';

export const hypothesisStates = ['open', 'supported', 'refuted'] as const;

export type HypothesisState = (typeof hypothesisStates)[number];

/** What somebody wrote of why a gap might be there. */
export type HypothesisWords = { words: string; state: HypothesisState; evidence: string };

/** Why a gap might be there: a guess that is looked into, never a verdict on anybody. */
export type Hypothesis = HypothesisWords & {
  readonly id: Id<'gap-hypothesis'>;
  readonly gap: GapName;
  /** grows with each change */
  readonly version: number;
  readonly madeAt: Date;
  readonly madeByName: string;
  readonly changedAt: Date;
  readonly changedByName: string;
  /** as it stood after each change, the newest last */
  readonly steps: readonly HypothesisStep[];
};

export type HypothesisStep = HypothesisWords & {
  readonly version: number;
  readonly at: Date;
  readonly byName: string;
};

/** Which gap: the measure that its card is of, the group and the area. */
export type GapName = { readonly measure: string; readonly group: string; readonly areaCode: string };

export type WordsRefusal = { reason: 'evidence-missing' };

/** Supported and refuted are said only with what was found. */
export function checkHypothesis(given: HypothesisWords): Outcome<HypothesisWords, WordsRefusal> {
  const evidence = given.evidence.trim();
  if (given.state !== 'open' && evidence === '') return refuse({ reason: 'evidence-missing' });
  return done({ words: given.words.trim(), state: given.state, evidence });
}

/** Whether two people's words are the same. */
export function sameWords(a: HypothesisWords, b: HypothesisWords): boolean {
  return a.words === b.words && a.state === b.state && a.evidence === b.evidence;
}
