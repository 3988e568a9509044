import { columnOfBytes } from './encoded-column.ts';
import type { Column } from '../records.ts';
import { longestInWords, missingByte, type ValueWords } from './value-words.ts';

/** The values of a column that nearly every row has its own of (an id): kept row by row, none looked up among the others. */
export class TextsByRow {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;
  /** by row: where its value begins; the last is where the next one will */
  #starts = new Uint32Array(1 << 12);
  #codes = new Int32Array(1 << 12);
  #rows = 0;

  /** Takes the next rows of the column, whose values come in parts. */
  add(parts: readonly ValueWords[], rows: number): void {
    this.#roomForRows(rows);
    const read = parts.map((part) => ({ ...part, bytes: bytesOfWords(part, rows) }));
    const marks = parts[0]?.words;
    for (let row = 0; row < rows; row += 1) {
      const isMissing = marks?.[row * 4] === 1 && read[0]?.bytes[row * 16 + 4] === missingByte;
      this.#codes[this.#rows] = isMissing ? -1 : this.#rows;
      if (!isMissing) for (const part of read) this.#copy(part, row);
      this.#rows += 1;
      this.#starts[this.#rows] = this.#length;
    }
  }

  /** The column: each value is numbered by its row; -1 where a row has none. */
  finish(): Column {
    return columnOfBytes({
      codes: this.#codes.subarray(0, this.#rows),
      bytes: this.#bytes.subarray(0, this.#length),
      starts: this.#starts.subarray(0, this.#rows + 1),
    });
  }

  #copy(part: ValueWords & { readonly bytes: Uint8Array }, row: number): void {
    const length = part.words[row * 4] ?? 0;
    this.#roomForBytes(length);
    const into = this.#bytes;
    const to = this.#length;
    if (length > longestInWords) into.set(part.bytesOf(row), to);
    else {
      const from = row * 16 + 4;
      for (let place = 0; place < length; place += 1) into[to + place] = part.bytes[from + place] ?? 0;
    }
    this.#length = to + length;
  }

  #roomForBytes(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const bytes = new Uint8Array(Math.max(this.#length + more, this.#bytes.length * 2));
    bytes.set(this.#bytes);
    this.#bytes = bytes;
  }

  #roomForRows(more: number): void {
    if (this.#rows + more < this.#codes.length) return;
    const size = Math.max(this.#rows + more + 1, this.#codes.length * 2);
    const [codes, starts] = [new Int32Array(size), new Uint32Array(size)];
    codes.set(this.#codes);
    starts.set(this.#starts);
    this.#codes = codes;
    this.#starts = starts;
  }
}

function bytesOfWords({ words }: ValueWords, rows: number): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, rows * 16);
}
