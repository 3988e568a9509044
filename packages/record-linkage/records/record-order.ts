import type { Dictionary } from './dictionary.ts';
import type { Column } from './records.ts';

/** Texts whose letters are more than this are sorted as texts, not letter by letter. */
const mostLetters = 400_000_000;

/**
 * The rows in the order of the records: by source, then by id as text (UTF-16). `order[record]` is the row as it came
 * in. Every row has an id.
 */
export function recordOrder(sourceOf: Uint8Array, ids: Column): Int32Array {
  const rank = ranksOf(ids.values);
  const byId = countingSort(
    rowsOf(ids.codes.length),
    ids.values.size,
    (row) => rank[ids.codes[row] ?? 0] ?? 0,
  );
  return countingSort(byId, 256, (row) => sourceOf[row] ?? 0);
}

/** The place of each value among all in the order of their texts. */
function ranksOf(values: Dictionary): Int32Array {
  const ranks = new Int32Array(values.size);
  const sorted = sortedCodes(values);
  for (let place = 0; place < sorted.length; place += 1) ranks[sorted[place] ?? 0] = place;
  return ranks;
}

function sortedCodes(values: Dictionary): Int32Array {
  const { letters, starts } = values;
  let longest = 0;
  for (let code = 0; code < values.size; code += 1)
    longest = Math.max(longest, (starts[code + 1] ?? 0) - (starts[code] ?? 0));
  if (longest * values.size > mostLetters) return sortedByText(values);
  let highest = 0;
  for (let at = 0; at < letters.length; at += 1) highest = Math.max(highest, letters[at] ?? 0);
  let codes = rowsOf(values.size);
  // from the last letter to the first: each pass keeps what the passes before it put in order
  for (let place = longest - 1; place >= 0; place -= 1)
    codes = countingSort(codes, highest + 2, (code) => {
      const at = (starts[code] ?? 0) + place;
      return at < (starts[code + 1] ?? 0) ? (letters[at] ?? 0) + 1 : 0;
    });
  return codes;
}

function sortedByText(values: Dictionary): Int32Array {
  const texts = Array.from({ length: values.size }, (_, code) => values.text(code));
  return rowsOf(values.size).sort((left, right) => ((texts[left] ?? '') < (texts[right] ?? '') ? -1 : 1));
}

function rowsOf(count: number): Int32Array {
  const rows = new Int32Array(count);
  for (let row = 0; row < count; row += 1) rows[row] = row;
  return rows;
}

/** Sorts by a small whole number; what has the same number stays in its order. */
function countingSort(items: Int32Array, numbers: number, numberOf: (item: number) => number): Int32Array {
  const ends = new Int32Array(numbers + 1);
  for (let at = 0; at < items.length; at += 1) {
    const next = numberOf(items[at] ?? 0) + 1;
    ends[next] = (ends[next] ?? 0) + 1;
  }
  if (ends.includes(items.length)) return items;
  for (let number = 0; number < numbers; number += 1)
    ends[number + 1] = (ends[number + 1] ?? 0) + (ends[number] ?? 0);
  const sorted = new Int32Array(items.length);
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at] ?? 0;
    const number = numberOf(item);
    const to = ends[number] ?? 0;
    sorted[to] = item;
    ends[number] = to + 1;
  }
  return sorted;
}
