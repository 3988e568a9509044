import { numberTuples } from '../../blocking/tuples.ts';
import { Dictionary } from '../dictionary.ts';
import type { Column } from '../records.ts';
import { decodeInto } from './utf8.ts';

/** Values by row, by number: -1 where there is none, else value n stands in `bytes` from `starts[n]` to `starts[n + 1]`. */
export type EncodedColumn = {
  readonly codes: Int32Array;
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
};

/** A column whose values were encoded in parts, put together again. */
export function joinParts(parts: readonly EncodedColumn[]): EncodedColumn {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const { codes, count } = parts
    .map((part) => ({ codes: part.codes, count: part.starts.length - 1 }))
    .reduce((all, part) => numberTuples(all, part));
  const example = new Int32Array(count);
  for (let row = codes.length - 1; row >= 0; row -= 1) {
    const code = codes[row] ?? -1;
    if (code >= 0) example[code] = row;
  }
  const starts = new Uint32Array(count + 1);
  for (let code = 0; code < count; code += 1) {
    let length = 0;
    for (const part of parts) {
      const value = part.codes[example[code] ?? 0] ?? 0;
      length += (part.starts[value + 1] ?? 0) - (part.starts[value] ?? 0);
    }
    starts[code + 1] = (starts[code] ?? 0) + length;
  }
  const bytes = new Uint8Array(starts[count] ?? 0);
  for (let code = 0; code < count; code += 1) {
    let to = starts[code] ?? 0;
    for (const part of parts) {
      const value = part.codes[example[code] ?? 0] ?? 0;
      const end = part.starts[value + 1] ?? 0;
      for (let from = part.starts[value] ?? 0; from < end; from += 1, to += 1)
        bytes[to] = part.bytes[from] ?? 0;
    }
  }
  return { codes, bytes, starts };
}

/** The column with letters for its bytes (UTF-8 to UTF-16); its codes are not shared between threads yet. */
export function columnOfBytes({ codes, bytes, starts }: EncodedColumn): Column {
  const size = starts.length - 1;
  const letters = new Uint16Array(bytes.length);
  const ends = new Uint32Array(new SharedArrayBuffer(starts.length * 4));
  let at = 0;
  for (let code = 0; code < size; code += 1) {
    at = decodeInto(letters, at, { bytes, from: starts[code] ?? 0, end: starts[code + 1] ?? 0 });
    ends[code + 1] = at;
  }
  const shared = new Uint16Array(new SharedArrayBuffer(at * 2));
  shared.set(letters.subarray(0, at));
  return { codes, values: new Dictionary(shared, ends) };
}
