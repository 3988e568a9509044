/** Whole numbers for records, from 0 up to `count`; -1 where a record has none. */
export type Numbered = { readonly codes: Int32Array; readonly count: number };

/** A table of all pairs of two codes is looked up quickly where it has no more entries than this. */
const directEntries = 1 << 22;

/** Numbers pairs of codes exactly: two records have the same number where both codes are the same, and no other. */
export function numberTuples(left: Numbered, right: Numbered): Numbered {
  if (left.count * right.count <= directEntries) return numberDirectly(left, right);
  return left.count > right.count ? numberByGroups(left, right) : numberByGroups(right, left);
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

/**
 * Records are put in groups by the code that has more values; within a group a small table tells the values of the
 * other code apart. Numbers go from group to group.
 */
function numberByGroups(many: Numbered, few: Numbered): Numbered {
  const { starts, records } = recordsByCode(many);
  const codes = new Int32Array(many.codes.length).fill(-1);
  const seenIn = new Int32Array(few.count).fill(-1);
  const numberOf = new Int32Array(few.count);
  let count = 0;
  for (let group = 0; group < many.count; group += 1) {
    const end = starts[group + 1] ?? 0;
    for (let at = starts[group] ?? 0; at < end; at += 1) {
      const record = records[at] ?? 0;
      const code = few.codes[record] ?? -1;
      if (code < 0) continue;
      if (seenIn[code] !== group) {
        seenIn[code] = group;
        numberOf[code] = count;
        count += 1;
      }
      codes[record] = numberOf[code] ?? -1;
    }
  }
  return { codes, count };
}

/** The records that have a code, sorted by it: those of code n stand from `starts[n]` to `starts[n + 1]`. */
function recordsByCode({ codes, count }: Numbered): {
  readonly starts: Int32Array;
  readonly records: Int32Array;
} {
  const starts = startsOf(codes, count);
  const records = new Int32Array(starts[count] ?? 0);
  const next = starts.slice();
  for (let record = 0; record < codes.length; record += 1) {
    const code = codes[record] ?? -1;
    if (code < 0) continue;
    const to = next[code] ?? 0;
    records[to] = record;
    next[code] = to + 1;
  }
  return { starts, records };
}

/** Where each code's records begin when they are sorted by code; last, how many records have one. */
export function startsOf(codes: Int32Array, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (let record = 0; record < codes.length; record += 1) {
    const code = codes[record] ?? -1;
    if (code >= 0) starts[code + 1] = (starts[code + 1] ?? 0) + 1;
  }
  for (let code = 0; code < count; code += 1)
    starts[code + 1] = (starts[code + 1] ?? 0) + (starts[code] ?? 0);
  return starts;
}
