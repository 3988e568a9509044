/** Which way is good. `no-judgement`: higher and lower say nothing of good; `not-applicable`: not to be compared at all. */
export type Polarity = 'low-is-good' | 'high-is-good' | 'no-judgement' | 'not-applicable';

/** Every polarity, at the place of its byte in a column. */
export const polarities = ['low-is-good', 'high-is-good', 'no-judgement', 'not-applicable'] as const;

/**
 * The polarity that a Fingertips polarity number stands for: 0 low is good, 1 high is good, 99 no judgement,
 * −1 not applicable. No unit. Errors: undefined for any other number.
 * Source: Fingertips (Office for Health Improvement and Disparities), PolarityId.
 * @example polarityOfNumber(99) // no-judgement
 */
export function polarityOfNumber(id: number): Polarity | undefined {
  return byNumber.get(id);
}

const byNumber: ReadonlyMap<number, Polarity> = new Map([
  [0, 'low-is-good'],
  [1, 'high-is-good'],
  [99, 'no-judgement'],
  [-1, 'not-applicable'],
]);
