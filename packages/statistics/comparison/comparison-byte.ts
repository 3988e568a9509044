import type { NotComparedReason, Verdict } from './compare.ts';
import type { Polarity } from './polarity.ts';

/** A comparison as a column holds it. */
export type ComparisonOutcome =
  | {
      readonly verdict: Exclude<Verdict, 'not-compared'>;
      readonly level: 0.95 | 0.998 | undefined;
    }
  | { readonly verdict: 'not-compared'; readonly reason: NotComparedReason };

/** Verdicts at the place of their byte: at one level, at the stricter of two, and at the stricter alone. */
const verdicts: readonly ComparisonOutcome[] = [
  { verdict: 'similar', level: undefined },
  { verdict: 'better', level: 0.95 },
  { verdict: 'worse', level: 0.95 },
  { verdict: 'higher', level: 0.95 },
  { verdict: 'lower', level: 0.95 },
  { verdict: 'best', level: 0.998 },
  { verdict: 'worst', level: 0.998 },
  { verdict: 'higher', level: 0.998 },
  { verdict: 'lower', level: 0.998 },
  { verdict: 'better', level: 0.998 },
  { verdict: 'worse', level: 0.998 },
];

const firstReasonByte = 16;
const reasons = ['not-applicable', 'no-value', 'no-interval', 'no-benchmark', 'limits-not-in-order'] as const;

/**
 * What a byte of `compareColumns` stands for. No unit. Errors: undefined for a byte that stands for nothing.
 * @example comparisonOfByte(2) // { verdict: 'worse', level: 0.95 }
 */
export function comparisonOfByte(byte: number): ComparisonOutcome | undefined {
  const verdict = verdicts[byte];
  if (verdict !== undefined) return verdict;
  const reason = reasons[byte - firstReasonByte];
  return reason === undefined ? undefined : { verdict: 'not-compared', reason };
}

/** The byte of each reason. */
export const reasonBytes = {
  'not-applicable': firstReasonByte,
  'no-value': firstReasonByte + 1,
  'no-interval': firstReasonByte + 2,
  'no-benchmark': firstReasonByte + 3,
  'limits-not-in-order': firstReasonByte + 4,
} as const satisfies { readonly [Reason in NotComparedReason]: number };

/** Which level a byte is at: 95%, the stricter of two that both leave the benchmark out, or the stricter alone. */
export type Sureness = 'one' | 'both' | 'stricter';

/** The byte of a side by polarity and level. */
export function verdictByte(above: boolean, polarity: Polarity, sureness: Sureness): number {
  if (polarity === 'no-judgement' || polarity === 'not-applicable')
    return (above ? 3 : 4) + (sureness === 'one' ? 0 : 4);
  const good = above === (polarity === 'high-is-good');
  if (sureness === 'one') return good ? 1 : 2;
  if (sureness === 'both') return good ? 5 : 6;
  return good ? 9 : 10;
}
