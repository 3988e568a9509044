import type { Assurance, PointType } from './point-type.ts';
import type { SpecialCause } from './special-cause.ts';

/** What a point shows, for a reader. */
export const specialCauseWords: { readonly [Each in SpecialCause]: string } = {
  'above-limit': 'above the upper limit',
  'below-limit': 'below the lower limit',
  rising: 'one of seven or more that rise without a break',
  falling: 'one of seven or more that fall without a break',
  'two-of-three-above': 'one of two in three close to the upper limit',
  'two-of-three-below': 'one of two in three close to the lower limit',
  'seven-above': 'one of seven or more in a row above the mean',
  'seven-below': 'one of seven or more in a row below the mean',
  'common-cause': 'its usual wobble',
};

/** What a point means, for a reader; as the variation of a chart, what its last point means. */
export const pointTypeWords: { readonly [Each in PointType]: string } = {
  'improvement-high': 'Getting better (higher)',
  'improvement-low': 'Getting better (lower)',
  'concern-high': 'Getting worse (higher)',
  'concern-low': 'Getting worse (lower)',
  'neutral-high': 'Changed (higher)',
  'neutral-low': 'Changed (lower)',
  'common-cause': 'No change but its usual wobble',
};

/** What limits promise of a target, for a reader. */
export const assuranceWords: { readonly [Each in Assurance]: string } = {
  met: 'The target will be met as long as nothing changes',
  'not-met': 'The target will not be met unless something changes',
  'hit-and-miss': 'The target will be met or missed by chance',
};
