import type { DuckDBBlobVector } from '@duckdb/node-api';

/**
 * Values of up to twelve bytes stand in DuckDB's memory as four words of 32 bits: their length, then their bytes with
 * noughts after them. Read as words, equal values are equal numbers and no text is made of them. A longer value has
 * its length and its first four bytes there, and the place of the rest.
 */
export type ValueWords = {
  /** four words for each row */
  readonly words: Int32Array;
  /** the bytes of one row's value; for values longer than twelve bytes */
  bytesOf(row: number): Uint8Array;
};

/** The longest value that stands whole within its words, in bytes. */
export const longestInWords = 12;

/** What stands for a value that is missing: a byte that no text in UTF-8 holds. */
export const missingByte = 0xff;

/**
 * SQL that gives an expression as bytes that `valueWords` reads, its missing values marked; in so many parts, each but
 * the last as long as fits whole into words, so that long values need not be fetched one by one.
 */
export function bytesSql(sql: string, parts: number): string[] {
  const bytes = `encode((${sql})::varchar)`;
  return Array.from({ length: parts }, (_, part) => {
    const from = part * longestInWords + 1;
    const to = part + 1 < parts ? String(from + longestInWords - 1) : '';
    const own = parts === 1 ? bytes : `${bytes}[${from}:${to}]`;
    return `coalesce(${own}, '\\xFF'::blob)`;
  });
}

/** The most parts that a value is read in: 48 bytes; what is longer still is fetched. */
const mostParts = 4;

/** How many parts values are read in whose longest has so many bytes. */
export function partsOf(longest: number): number {
  return Math.min(mostParts, Math.max(1, Math.ceil(longest / longestInWords)));
}

/** The words of a vector made by `bytesSql`: no value in it is null. */
export function valueWords(vector: DuckDBBlobVector, rows: number): ValueWords {
  const bytesOf = (row: number): Uint8Array => vector.getItemBytes(row) ?? new Uint8Array(0);
  return { words: viewOf(bytesOf, rows) ?? wordsByValue(bytesOf, rows), bytesOf };
}

/** A view of the vector's own memory, found through a short value in it; none where there is no short value. */
function viewOf(bytesOf: (row: number) => Uint8Array, rows: number): Int32Array | undefined {
  for (let row = 0; row < rows; row += 1) {
    const bytes = bytesOf(row);
    if (bytes.length <= longestInWords) {
      const start = bytes.byteOffset - 4 - row * 16;
      if (start < 0 || start % 4 !== 0 || start + rows * 16 > bytes.buffer.byteLength) return undefined;
      const words = new Int32Array(bytes.buffer, start, rows * 4);
      return isTrue(words, bytesOf, rows) ? words : undefined;
    }
  }
  return undefined;
}

/** Lengths at both ends say what the values themselves say, so the view is where it should be. */
function isTrue(words: Int32Array, bytesOf: (row: number) => Uint8Array, rows: number): boolean {
  return words[0] === bytesOf(0).length && words[(rows - 1) * 4] === bytesOf(rows - 1).length;
}

function wordsByValue(bytesOf: (row: number) => Uint8Array, rows: number): Int32Array {
  const words = new Int32Array(rows * 4);
  const bytes = new Uint8Array(words.buffer);
  for (let row = 0; row < rows; row += 1) {
    const value = bytesOf(row);
    words[row * 4] = value.length;
    const kept = value.length <= longestInWords ? value : value.subarray(0, 4);
    bytes.set(kept, row * 16 + 4);
  }
  return words;
}
