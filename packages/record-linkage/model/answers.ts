/**
 * Pairs counted by their answers: row r says that `counts[r]` pairs answered `answers[r * comparisons + c]` to
 * comparison c. An answer is its place among the comparison's levels, 0 the closest; -1 where nothing can be said.
 */
export type CountedAnswers = {
  readonly comparisons: number;
  readonly answers: Int8Array;
  readonly counts: Float64Array;
};
