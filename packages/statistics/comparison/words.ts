import type { NotComparedReason, Verdict } from './compare.ts';
import type { NotControlledReason } from './control-limits.ts';

/** The word of a verdict, to stand beside its colour and shape, never behind them. */
export const verdictWords: { readonly [Each in Verdict]: string } = {
  best: 'Better, at the stricter level',
  better: 'Better',
  similar: 'Similar',
  worse: 'Worse',
  worst: 'Worse, at the stricter level',
  higher: 'Higher',
  lower: 'Lower',
  'not-compared': 'Not compared',
};

/** Why there is no comparison, as the end of a sentence that begins "Not compared:". */
export const notComparedWords: { readonly [Reason in NotComparedReason]: string } = {
  'not-applicable': 'this measure is not meant to be compared',
  'no-value': 'there is no value',
  'no-interval': 'the publisher gives neither interval nor counts',
  'no-benchmark': 'there is no value to compare with',
  'limits-not-in-order': 'the limits as given cannot be right',
};

/** Why a value is not held against control limits, in the same place of a sentence. */
export const notControlledWords: { readonly [Reason in NotControlledReason]: string } = {
  'not-applicable': 'this measure is not meant to be compared',
  'no-value': 'there is no value',
  'no-benchmark': 'there is no value to compare with',
  'no-base': 'it is not said how many people the value is of',
  'multiplier-not-positive': 'the multiplier as given cannot be right',
  'out-of-range': 'the value or the benchmark is not one that a measure of this kind can have',
};
