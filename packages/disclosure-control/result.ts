/**
 * What a computation came to: done, with its value, or refused, with a reason that a program can branch on and a person
 * can be told. Nothing in this package throws on figures that it cannot use.
 */
export type Result<Value, Refusal extends { readonly reason: string }> =
  | { readonly done: true; readonly value: Value }
  | { readonly done: false; readonly refusal: Refusal };

/** A value that was computed. */
export function done<Value>(value: Value): { readonly done: true; readonly value: Value } {
  return { done: true, value };
}

/** Why nothing was computed: a reason, and what it was about. */
export function refuse<const Refusal extends { readonly reason: string }>(
  refusal: Refusal,
): { readonly done: false; readonly refusal: Refusal } {
  return { done: false, refusal };
}
