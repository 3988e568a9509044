import type { NoTargetReason, TargetVerdict } from './target.ts';

/** The word of how a value stands against its target. */
export const targetWords: { readonly [Each in TargetVerdict | 'not-compared']: string } = {
  met: 'Target met',
  near: 'Near the target',
  missed: 'Target missed',
  'not-compared': 'Not held against a target',
};

/** Why there is none, as the end of a sentence. */
export const noTargetWords: { readonly [Reason in NoTargetReason]: string } = {
  'no-value': 'there is no value',
  'no-interval': 'the target is asked of limits, and there are none',
  'limits-not-in-order': 'the limits as given cannot be right',
  'no-judgement': 'neither high nor low is good here, so there is nothing to aim at',
  'no-target': 'the target as given is not one',
  'too-few-areas': 'there are fewer than four areas to take percentiles of',
};
