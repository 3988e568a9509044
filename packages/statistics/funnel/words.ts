import type { FunnelVerdict } from './funnel.ts';
import type { NotPlacedReason } from './funnel-point.ts';

/** The words of a place on a funnel, with the probability beyond that side of it. */
export const funnelWords: { readonly [Each in FunnelVerdict | 'not-placed']: string } = {
  'low-0.001': 'Low (0.001)',
  'low-0.025': 'Low (0.025)',
  'not-significant': 'Not significant',
  'high-0.025': 'High (0.025)',
  'high-0.001': 'High (0.001)',
  'not-placed': 'Not on the funnel',
};

/** Why an area is not on the funnel, as the end of a sentence. */
export const notPlacedWords: { readonly [Reason in NotPlacedReason]: string } = {
  'no-count': 'there is no count',
  'no-base': 'it is not said what the count is out of',
  'count-out-of-range': 'the count as given cannot be right',
  'fewer-than-ten': 'a standardised rate of fewer than ten events is not to be relied on',
};
