import type { TrendVerdict } from '#packages/statistics';

/** Two measures that say one thing together: how many, and how long it took. Never added, never averaged. */
export type PairedMeasure = {
  readonly code: string;
  readonly title: string;
  /** measures by id */
  readonly howMany: string;
  readonly howLong: string;
  /** what has to be true of both, in a sentence */
  readonly words: string;
  readonly version: number;
};

/** What a half of a pair did, so far as it was tested. */
export type HalfDid = 'better' | 'worse' | 'no-change' | 'not-known';

/** What a tested trend says of a half. */
export function halfDid(verdict: TrendVerdict | undefined): HalfDid {
  if (verdict === 'increasing-better' || verdict === 'decreasing-better') return 'better';
  if (verdict === 'increasing-worse' || verdict === 'decreasing-worse') return 'worse';
  return verdict === 'no-significant-change' ? 'no-change' : 'not-known';
}

/** Both halves in one sentence: one that gets better does not make up for one that gets worse. */
export function readTogether(howMany: HalfDid, howLong: HalfDid): string {
  if (howMany === 'not-known' || howLong === 'not-known') {
    if (howMany === howLong)
      return 'Neither half has a trend that can be tested, so nothing is said of both together.';
    const which = howMany === 'not-known' ? 'first' : 'second';
    return `The ${which} half has no trend that can be tested, so nothing is said of both together.`;
  }
  if (howMany === howLong) return alike[howMany];
  if (howMany === 'no-change' || howLong === 'no-change') {
    const [changed, which] =
      howMany === 'no-change' ? [howLong, 'The second half'] : [howMany, 'The first half'];
    return `${which} is getting ${changed}; the other shows no change that is more than chance.`;
  }
  return howMany === 'better'
    ? 'The first half is getting better and the second worse. Read together, this is not an improvement.'
    : 'The first half is getting worse and the second better. Read together, this is not an improvement.';
}

const alike: { readonly [Did in Exclude<HalfDid, 'not-known'>]: string } = {
  better: 'Both halves are getting better.',
  worse: 'Both halves are getting worse.',
  'no-change': 'Neither half shows a change that is more than chance.',
};
