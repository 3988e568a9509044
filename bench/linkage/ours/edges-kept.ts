import type { Edges, ScoredBatch } from '#packages/record-linkage';

/** Gathers scored pairs as they come, and gives them as one set of columns. */
export class EdgesKept {
  readonly #batches: ScoredBatch[] = [];

  add(batch: ScoredBatch): void {
    this.#batches.push(batch);
  }

  edges(): Edges {
    const count = this.#batches.reduce((sum, batch) => sum + batch.count, 0);
    const edges = {
      left: new Int32Array(count),
      right: new Int32Array(count),
      weight: new Float64Array(count),
    };
    let at = 0;
    for (const batch of this.#batches) {
      edges.left.set(batch.left, at);
      edges.right.set(batch.right, at);
      edges.weight.set(batch.weight, at);
      at += batch.count;
    }
    return edges;
  }

  /** The answers of all pairs, one after the other, as in a batch. */
  answers(): Int8Array {
    const answers = new Int8Array(this.#batches.reduce((sum, batch) => sum + batch.answers.length, 0));
    let at = 0;
    for (const batch of this.#batches) {
      answers.set(batch.answers, at);
      at += batch.answers.length;
    }
    return answers;
  }
}
