/** Which way is good. `no-judgement`: higher and lower say nothing of good; `not-applicable`: not to be compared at all. */
export type Polarity = 'low-is-good' | 'high-is-good' | 'no-judgement' | 'not-applicable';
