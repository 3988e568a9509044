/** Finds records that agree in any key, such as what a blocking rule reads; keys are texts by rule. */
export class KeyIndex {
  readonly #byKey = new Map<string, number[]>();
  readonly #keys: (readonly string[])[] = [];

  get records(): number {
    return this.#keys.length;
  }

  /** Adds a record with its key for each rule ('' where a value is missing); returns its number. */
  add(keys: readonly string[]): number {
    const number = this.#keys.length;
    this.#keys.push(keys);
    for (const [rule, key] of keys.entries()) {
      if (key === '') continue;
      const name = `${rule} ${key}`;
      const records = this.#byKey.get(name);
      if (records) records.push(number);
      else this.#byKey.set(name, [number]);
    }
    return number;
  }

  /** The records that agree with these keys, each once, in order; blocks of more than `most` are passed over and counted. */
  candidates(
    keys: readonly string[],
    most = 5000,
  ): { readonly records: readonly number[]; readonly passedOver: number } {
    const found = new Set<number>();
    let passedOver = 0;
    for (const [rule, key] of keys.entries()) {
      const records = key === '' ? undefined : this.#byKey.get(`${rule} ${key}`);
      if (!records) continue;
      if (records.length > most) passedOver += 1;
      else for (const record of records) found.add(record);
    }
    return { records: [...found].toSorted((one, other) => one - other), passedOver };
  }
}
