import type { Polarity } from '../../comparison/polarity.ts';
import type { SpecialCause } from './special-cause.ts';

/** What a special cause means: for the better, for the worse, or neither, and whether it points up or down. */
export type PointType =
  | 'improvement-high'
  | 'improvement-low'
  | 'concern-high'
  | 'concern-low'
  | 'neutral-high'
  | 'neutral-low'
  | 'common-cause';

/** Where limits and target stand to each other: always met, never met, or met by chance. */
export type Assurance = 'met' | 'not-met' | 'hit-and-miss';

const upwards: ReadonlySet<SpecialCause> = new Set([
  'above-limit',
  'rising',
  'two-of-three-above',
  'seven-above',
]);

/** The type of a point, from its special cause and from which way is good. */
export function pointType(cause: SpecialCause, polarity: Polarity): PointType {
  if (cause === 'common-cause') return 'common-cause';
  const high = upwards.has(cause);
  if (polarity === 'no-judgement' || polarity === 'not-applicable')
    return high ? 'neutral-high' : 'neutral-low';
  const good = high === (polarity === 'high-is-good');
  if (good) return high ? 'improvement-high' : 'improvement-low';
  return high ? 'concern-high' : 'concern-low';
}

/** What the last limits promise of a target; a target on a limit is within them. Undefined where no way is good. */
export function assuranceOf(
  limits: { readonly lower: number; readonly upper: number },
  target: number | undefined,
  polarity: Polarity,
): Assurance | undefined {
  if (target === undefined || polarity === 'no-judgement' || polarity === 'not-applicable') return undefined;
  if (target >= limits.lower && target <= limits.upper) return 'hit-and-miss';
  const beyond = target > limits.upper;
  return beyond === (polarity === 'low-is-good') ? 'met' : 'not-met';
}
