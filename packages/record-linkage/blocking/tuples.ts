/** Whole numbers for records, from 0 up to `count`; -1 where a record has none. */
export type Numbered = { readonly codes: Int32Array; readonly count: number };

/** Two numberings hold no more codes than this to be looked up in one table of all their pairs. */
const directEntries = 1 << 24;

/** Numbers pairs of codes exactly: two records have the same number where both codes are the same, and no other. */
export function numberTuples(left: Numbered, right: Numbered): Numbered {
  if (left.count * right.count <= directEntries) return numberDirectly(left, right);
  return numberByHash(left, right);
}

function numberDirectly(left: Numbered, right: Numbered): Numbered {
  const numbers = new Int32Array(left.count * right.count).fill(-1);
  const codes = new Int32Array(left.codes.length);
  let count = 0;
  for (let record = 0; record < codes.length; record += 1) {
    const first = left.codes[record] ?? -1;
    const second = right.codes[record] ?? -1;
    if (first < 0 || second < 0) codes[record] = -1;
    else {
      const at = first * right.count + second;
      if ((numbers[at] ?? -1) < 0) {
        numbers[at] = count;
        count += 1;
      }
      codes[record] = numbers[at] ?? -1;
    }
  }
  return { codes, count };
}

function numberByHash(left: Numbered, right: Numbered): Numbered {
  const records = left.codes.length;
  let size = 1024;
  while (size < records * 2) size *= 2;
  const mask = size - 1;
  // three words a place: both codes and their number plus one, so that a nought is an empty place
  const table = new Int32Array(size * 3);
  const codes = new Int32Array(records);
  let count = 0;
  for (let record = 0; record < records; record += 1) {
    const first = left.codes[record] ?? -1;
    const second = right.codes[record] ?? -1;
    codes[record] = -1;
    if (first < 0 || second < 0) continue;
    let place = hashOf(first, second) & mask;
    for (;;) {
      const known = table[place * 3 + 2] ?? 0;
      if (known === 0) {
        table[place * 3] = first;
        table[place * 3 + 1] = second;
        count += 1;
        table[place * 3 + 2] = count;
        codes[record] = count - 1;
        break;
      }
      if (table[place * 3] === first && table[place * 3 + 1] === second) {
        codes[record] = known - 1;
        break;
      }
      place = (place + 1) & mask;
    }
  }
  return { codes, count };
}

function hashOf(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second ^ (second >>> 16), 0x85ebca6b);
  const more = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
  return more ^ (more >>> 13);
}
