import type { Dictionary } from './dictionary.ts';

/** Texts whose letters are more than this are sorted as texts, not letter by letter. */
const mostLetters = 400_000_000;

/** More different numbers than this are slower to sort by than two passes are. */
const mostTogether = 1 << 16;

/**
 * The rows in the order of the records: by source, then by id as text (UTF-16). `order[record]` is the row as it came
 * in. Every row has an id; `ids` holds them by row.
 */
export function recordOrder(sourceOf: Uint8Array, ids: Dictionary): Int32Array {
  return countingSort(sortedCodes(ids), sourceOf, 256);
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
  const numbers = new Int32Array(values.size);
  // two letters at a time where there are few different ones
  const different = highest + 2;
  const width = different * different <= mostTogether ? 2 : 1;
  // from the last letters to the first: each pass keeps what the passes before it put in order
  for (let place = longest - width; place > -width; place -= width) {
    for (let code = 0; code < numbers.length; code += 1) {
      const end = starts[code + 1] ?? 0;
      let number = 0;
      for (let at = place; at < place + width; at += 1) {
        const from = (starts[code] ?? 0) + at;
        number = number * different + (at >= 0 && from < end ? (letters[from] ?? 0) + 1 : 0);
      }
      numbers[code] = number;
    }
    codes = countingSort(codes, numbers, different ** width);
  }
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

/** Sorts by each item's number, below `count`; what has the same number stays in its order. */
function countingSort(items: Int32Array, numberOf: Int32Array | Uint8Array, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (let item = 0; item < numberOf.length; item += 1) {
    const next = (numberOf[item] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  if (starts.includes(items.length)) return items;
  for (let number = 0; number < count; number += 1)
    starts[number + 1] = (starts[number + 1] ?? 0) + (starts[number] ?? 0);
  const sorted = new Int32Array(items.length);
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at] ?? 0;
    const number = numberOf[item] ?? 0;
    const to = starts[number] ?? 0;
    sorted[to] = item;
    starts[number] = to + 1;
  }
  return sorted;
}
