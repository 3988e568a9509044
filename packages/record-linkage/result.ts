/**
 * What a computation came to: done, with its value, or refused, with a reason that a program can branch on and words
 * for a person: what is wrong, where, and the way to mend it.
 */
export type Result<Value> =
  | { readonly done: true; readonly value: Value }
  | { readonly done: false; readonly refusal: Refusal };

/** Why nothing was computed: a reason to branch on, the place it is about, and words for a person. */
export type Refusal = { readonly reason: string; readonly place: string; readonly words: string };

/** A value that was computed. */
export function done<Value>(value: Value): { readonly done: true; readonly value: Value } {
  return { done: true, value };
}

/** A refusal as a result. */
export function refuse(refusal: Refusal): { readonly done: false; readonly refusal: Refusal } {
  return { done: false, refusal };
}
