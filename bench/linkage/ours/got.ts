import type { Result } from '#packages/record-linkage';

/** What a computation came to; an error with its words where it was refused. */
export function got<Value>(result: Result<Value>): Value {
  if (!result.done) throw new Error(`${result.refusal.place}: ${result.refusal.words}`);
  return result.value;
}
