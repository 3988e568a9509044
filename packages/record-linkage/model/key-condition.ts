import type { BlockingKey, Condition } from './model.ts';

/** What a key of a blocking rule asks of a pair, as a condition: equal values, or lists that share one. */
export function keyCondition({ left, right, each }: BlockingKey): Condition {
  return each ? { is: 'shared', left, right, atLeast: 1 } : { is: 'equal', left, right };
}
