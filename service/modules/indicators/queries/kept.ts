/**
 * What was worked out once and is asked for again: kept under a key that names everything it depends on, newest use last.
 * Those who ask while it is being made wait for the same one; what failed is not kept.
 */
export class Kept<Value> {
  readonly #values = new Map<string, Promise<Value>>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, make: () => Promise<Value>): Promise<Value> {
    const found = this.#values.get(key);
    this.#values.delete(key);
    const value = found ?? make();
    this.#values.set(key, value);
    if (!found) value.catch(() => this.#values.delete(key));
    const oldest = this.#values.size > this.#most ? this.#values.keys().next().value : undefined;
    if (oldest !== undefined) this.#values.delete(oldest);
    return value;
  }
}
