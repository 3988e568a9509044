/**
 * The distinct values of a column, in memory that threads share: a value is its number, and its letters (UTF-16) stand
 * from `starts[n]` to `starts[n + 1]` in `letters`.
 */
export class Dictionary {
  readonly letters: Uint16Array;
  readonly starts: Uint32Array;
  /** what has been asked for as text */
  readonly #texts: string[] = [];

  constructor(letters: Uint16Array, starts: Uint32Array) {
    this.letters = letters;
    this.starts = starts;
  }

  /** How many distinct values there are. */
  get size(): number {
    return this.starts.length - 1;
  }

  /** The value with this number; remembered, for whoever asks again and again. */
  kept(code: number): string {
    const text = this.#texts[code] ?? this.text(code);
    this.#texts[code] = text;
    return text;
  }

  /** The value with this number. */
  text(code: number): string {
    let text = '';
    const end = this.starts[code + 1] ?? 0;
    for (let at = this.starts[code] ?? 0; at < end; at += 4096)
      text += String.fromCharCode(...this.letters.subarray(at, Math.min(end, at + 4096)));
    return text;
  }

  /** A dictionary of these values, numbered as they stand. */
  static of(values: readonly string[]): Dictionary {
    const length = values.reduce((sum, value) => sum + value.length, 0);
    const letters = new Uint16Array(new SharedArrayBuffer(length * 2));
    const starts = new Uint32Array(new SharedArrayBuffer((values.length + 1) * 4));
    let at = 0;
    for (const [index, value] of values.entries()) {
      for (let place = 0; place < value.length; place += 1) letters[at + place] = value.charCodeAt(place);
      at += value.length;
      starts[index + 1] = at;
    }
    return new Dictionary(letters, starts);
  }
}
