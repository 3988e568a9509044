/** Whole numbers for records, from 0 up to `count`; -1 where a record has none. */
export type Numbered = {
  readonly codes: Int32Array;
  readonly count: number;
  /** the records by number, where numbering came to put them so */
  readonly sorted?: Sorted;
};

/** Records sorted by number: those of number n, in their order, stand from `starts[n]` to `starts[n + 1]`; shared. */
export type Sorted = { readonly starts: Int32Array; readonly records: Int32Array };

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
 * other code apart. Numbers go from group to group, so that a group's records, sorted by number, stay where it stands.
 */
function numberByGroups(many: Numbered, few: Numbered): Numbered {
  const { starts, records } = many.sorted ?? sortedByCode(many);
  const codes = new Int32Array(many.codes.length).fill(-1);
  const seenIn = new Int32Array(few.count).fill(-1);
  const numberOf = new Int32Array(few.count);
  const numberAt = new Int32Array(records.length).fill(-1);
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
      numberAt[at] = numberOf[code] ?? 0;
      codes[record] = numberOf[code] ?? 0;
    }
  }
  return { codes, count, sorted: sortedByCode({ codes: numberAt, count }, records) };
}

/** The records that have a code, sorted by it; `recordOf` says whose each code is, where it is not the record's place. */
export function sortedByCode(
  { codes, count }: Pick<Numbered, 'codes' | 'count'>,
  recordOf?: Int32Array,
): Sorted {
  const starts = startsOf(codes, count);
  const records = new Int32Array(new SharedArrayBuffer((starts[count] ?? 0) * 4));
  const next = starts.slice();
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? -1;
    if (code < 0) continue;
    const to = next[code] ?? 0;
    records[to] = recordOf ? (recordOf[at] ?? 0) : at;
    next[code] = to + 1;
  }
  return { starts, records };
}

/** Where each code's records begin when they are sorted by code; last, how many records have one. */
function startsOf(codes: Int32Array, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (let record = 0; record < codes.length; record += 1) {
    const code = codes[record] ?? -1;
    if (code >= 0) starts[code + 1] = (starts[code + 1] ?? 0) + 1;
  }
  for (let code = 0; code < count; code += 1)
    starts[code + 1] = (starts[code + 1] ?? 0) + (starts[code] ?? 0);
  return starts;
}
