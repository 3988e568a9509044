/** Bytes of valid UTF-8, from one place to another. */
export type Utf8 = { readonly bytes: Uint8Array; readonly from: number; readonly end: number };

/** Writes the letters (UTF-16) of valid UTF-8 into `letters` from `at` on, and returns where they end. */
export function decodeInto(letters: Uint16Array, at: number, { bytes, from: begin, end }: Utf8): number {
  let to = at;
  for (let from = begin; from < end;) {
    const first = bytes[from] ?? 0;
    if (first < 0x80) {
      letters[to] = first;
      to += 1;
      from += 1;
    } else {
      const length = lengthOf(first);
      let point = first & (0xff >> (length + 1));
      for (let more = 1; more < length; more += 1) point = (point << 6) | ((bytes[from + more] ?? 0) & 0x3f);
      to = writePoint(letters, to, point);
      from += length;
    }
  }
  return to;
}

function lengthOf(first: number): number {
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

function writePoint(letters: Uint16Array, at: number, point: number): number {
  if (point < 0x10000) {
    letters[at] = point;
    return at + 1;
  }
  letters[at] = 0xd800 + ((point - 0x10000) >> 10);
  letters[at + 1] = 0xdc00 + ((point - 0x10000) & 0x3ff);
  return at + 2;
}
