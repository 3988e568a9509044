/** What reading came to: done, with its value, or refused, with a reason. */
export type Read<Value, Refusal extends { reason: string }> =
  | { readonly done: true; readonly value: Value }
  | { readonly done: false; readonly refusal: Refusal };

/** What was read. */
export function done<Value>(value: Value): { readonly done: true; readonly value: Value } {
  return { done: true, value };
}

/** Why nothing was read. */
export function refuse<const Refusal extends { reason: string }>(
  refusal: Refusal,
): { readonly done: false; readonly refusal: Refusal } {
  return { done: false, refusal };
}
