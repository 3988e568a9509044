import type { EditDistance, Similarity } from '../model/model.ts';

/** A text as its letters, or whatever else is counted. */
export type Letters = ArrayLike<number>;

/** The letters of a text in UTF-16, or the bytes of UTF-8. */
export function lettersOf(text: string, counts: 'letters' | 'bytes'): Letters {
  if (counts === 'bytes') return new TextEncoder().encode(text);
  return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

/**
 * The similarities in their plainest form, written for reading and not for speed: what the fast ones are proved
 * against. Definitions as at the fast functions of the same names.
 */
export function plainSimilarity(by: Similarity, left: Letters, right: Letters): number {
  if (by === 'jaccard') return jaccard(left, right);
  const jaro = plainJaro(left, right);
  if (by === 'jaro' || jaro <= 0.7) return jaro;
  let alike = 0;
  while (alike < Math.min(4, left.length, right.length) && left[alike] === right[alike]) alike += 1;
  return jaro + alike * 0.1 * (1 - jaro);
}

/** The edit distances in their plainest form: the whole table. */
export function plainDistance(by: EditDistance, left: Letters, right: Letters): number {
  return by === 'levenshtein' ? levenshtein(left, right) : damerauLevenshtein(left, right);
}

function plainJaro(left: Letters, right: Letters): number {
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const taken = new Set<number>();
  const found: number[] = [];
  for (let r = 0; r < right.length; r += 1)
    for (let l = Math.max(0, r - reach); l <= Math.min(left.length - 1, r + reach); l += 1)
      if (left[l] === right[r] && !taken.has(l)) {
        taken.add(l);
        found.push(r);
        break;
      }
  const common = found.length;
  if (common === 0) return 0;
  const ordered = [...taken].sort((a, b) => a - b);
  const wrong = ordered.filter((l, at) => left[l] !== right[found[at] ?? -1]).length;
  return (common / left.length + common / right.length + (common - Math.floor(wrong / 2)) / common) / 3;
}

function jaccard(left: Letters, right: Letters): number {
  const [inLeft, inRight] = [new Set(Array.from(left)), new Set(Array.from(right))];
  const both = [...inLeft].filter((letter) => inRight.has(letter)).length;
  return both === 0 ? 0 : both / (inLeft.size + inRight.size - both);
}

function levenshtein(left: Letters, right: Letters): number {
  const table = Array.from({ length: left.length + 1 }, (_, l) =>
    Array.from({ length: right.length + 1 }, (_, r) => (l === 0 ? r : l)),
  );
  for (let l = 1; l <= left.length; l += 1)
    for (let r = 1; r <= right.length; r += 1)
      place(
        table,
        [l, r],
        Math.min(
          at(table, l - 1, r) + 1,
          at(table, l, r - 1) + 1,
          at(table, l - 1, r - 1) + (left[l - 1] === right[r - 1] ? 0 : 1),
        ),
      );
  return at(table, left.length, right.length);
}

/** Lowrance and Wagner, Journal of the ACM 22 (1975) 177-183: the table has a border of what cannot be. */
function damerauLevenshtein(left: Letters, right: Letters): number {
  const far = left.length + right.length;
  const table = Array.from({ length: left.length + 2 }, (_, l) =>
    Array.from({ length: right.length + 2 }, (_, r) => (l === 0 || r === 0 ? far : l === 1 ? r - 1 : l - 1)),
  );
  const lastLine = new Map<number, number>();
  for (let l = 1; l <= left.length; l += 1) {
    let lastPlace = 0;
    for (let r = 1; r <= right.length; r += 1) {
      const [line, column] = [lastLine.get(right[r - 1] ?? -1) ?? 0, lastPlace];
      const alike = left[l - 1] === right[r - 1];
      if (alike) lastPlace = r;
      const changed = at(table, l, r) + (alike ? 0 : 1);
      const swapped = at(table, line, column) + (l - line - 1) + 1 + (r - column - 1);
      place(
        table,
        [l + 1, r + 1],
        Math.min(changed, at(table, l + 1, r) + 1, at(table, l, r + 1) + 1, swapped),
      );
    }
    lastLine.set(left[l - 1] ?? -1, l);
  }
  return at(table, left.length + 1, right.length + 1);
}

type Table = readonly number[][];

function at(table: Table, l: number, r: number): number {
  return table[l]?.[r] ?? 0;
}

function place(table: Table, [l, r]: readonly [number, number], value: number): void {
  const row = table[l];
  if (row) row[r] = value;
}
