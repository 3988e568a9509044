/** What an act came to: done, with its value, or refused, with a reason that a person can be told. */
export type Outcome<Value, Refusal extends { reason: string }> =
  | { done: true; value: Value }
  | { done: false; refusal: Refusal };

export function done<Value>(value: Value): { done: true; value: Value } {
  return { done: true, value };
}

export function refuse<const Refusal extends { reason: string }>(
  refusal: Refusal,
): { done: false; refusal: Refusal } {
  return { done: false, refusal };
}

/** Words for every refusal, by its reason: the compiler rejects a refusal that no person could read. */
export type WordsFor<Refusal extends { reason: string }> = {
  [Reason in Refusal['reason']]: (refusal: Extract<Refusal, { reason: Reason }>) => string;
};

/** The sentence for one refusal. */
export function wordsOf<Refusal extends { reason: string }>(
  words: WordsFor<Refusal>,
  refusal: Refusal,
): string {
  // A union and a record keyed by it: the compiler cannot follow that the two belong together.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const say = words[refusal.reason as Refusal['reason']] as (refusal: Refusal) => string;
  return say(refusal);
}
