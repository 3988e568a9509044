import type { Dictionary } from '../records/dictionary.ts';
import { trimmer, type Compare, type Trimmed } from './compare.ts';

/** For each letter, the last line it was seen in, counted from 1; empty between calls. One for each thread. */
const lastLine = new Int32Array(65_536);
const counts = new Int32Array(65_536);

/**
 * The distance of Damerau and Levenshtein: letters put in, taken out, changed, or two neighbours swapped. It is the
 * unrestricted one, as DuckDB's is: letters may be put between two that were swapped ("ca" and "abc" are 2 apart).
 * Beyond `atMost` any larger number may be given. Memory grows with the shorter text alone.
 * Source: C. Zhao and S. Sahni, String correction using the Damerau-Levenshtein distance, BMC Bioinformatics 20 (2019) 277.
 */
export function damerauLevenshtein(left: Dictionary, right: Dictionary, atMost = Infinity): Compare {
  const rest: Trimmed = { from: 0, left: 0, right: 0 };
  const trim = trimmer(left, right, rest);
  const [a, b] = [left.letters, right.letters];
  return (l, r) => {
    trim(l, r);
    const { from, left: p, right: t } = rest;
    if (p === 0 || t === 0) return Math.max(p, t);
    if (p === 1 && t === 1) return 1;
    if (Math.abs(p - t) > atMost) return Infinity;
    const fromL = (left.starts[l] ?? 0) + from;
    const fromR = (right.starts[r] ?? 0) + from;
    // with nothing alike at either end, one change is one letter, or two that were swapped
    if (p === 2 && t === 2 && a[fromL] === b[fromR + 1] && a[fromL + 1] === b[fromR]) return 1;
    if (atMost <= 1) return 2;
    const textL = a.subarray(fromL, fromL + p);
    const textR = b.subarray(fromR, fromR + t);
    if (lettersApart(textL, textR) > atMost) return Infinity;
    return byRows(textL, textR);
  };
}

/** The longer text's letters that the other has no match for, wherever they stand: no distance is smaller. */
function lettersApart(textL: Uint16Array, textR: Uint16Array): number {
  let common = 0;
  for (const letter of textL) counts[letter] = (counts[letter] ?? 0) + 1;
  for (const letter of textR) {
    const left = counts[letter] ?? 0;
    counts[letter] = left - 1;
    if (left > 0) common += 1;
  }
  for (const letter of textL) counts[letter] = 0;
  for (const letter of textR) counts[letter] = 0;
  return Math.max(textL.length, textR.length) - common;
}

/** The table in three rows; each row begins one place to the left of the first letter. */
function byRows(textL: Uint16Array, textR: Uint16Array): number {
  const far = Math.max(textL.length, textR.length) + 1;
  const width = textR.length + 2;
  const swapped = new Int32Array(width).fill(far);
  let above = new Int32Array(width).fill(far);
  let row = Int32Array.from({ length: width }, (_, at) => (at === 0 ? far : at - 1));
  for (let line = 1; line <= textL.length; line += 1) {
    [row, above] = [above, row];
    fillRow({ row, above, swapped, letter: textL[line - 1] ?? 0, line, far }, textR);
    lastLine[textL[line - 1] ?? 0] = line;
  }
  for (const letter of textL) lastLine[letter] = 0;
  return row[textR.length + 1] ?? 0;
}

type Line = {
  readonly row: Int32Array;
  readonly above: Int32Array;
  readonly swapped: Int32Array;
  readonly letter: number;
  readonly line: number;
  readonly far: number;
};

function fillRow({ row, above, swapped, letter, line, far }: Line, textR: Uint16Array): void {
  let lastAlike = -1;
  let before = row[1] ?? 0;
  let turned = far;
  row[1] = line;
  for (let at = 1; at <= textR.length; at += 1) {
    const other = textR[at - 1] ?? 0;
    const twoAbove = row[at + 1] ?? 0;
    let here = Math.min(
      (row[at] ?? 0) + 1,
      (above[at + 1] ?? 0) + 1,
      (above[at] ?? 0) + (letter === other ? 0 : 1),
    );
    if (letter === other) {
      lastAlike = at;
      swapped[at + 1] = above[at - 1] ?? far;
      turned = before;
    } else {
      const lastSeen = lastLine[other] ?? 0;
      const seen = lastSeen === 0 ? -1 : lastSeen;
      if (at - lastAlike === 1) here = Math.min(here, (swapped[at + 1] ?? far) + (line - seen));
      else if (line - seen === 1) here = Math.min(here, turned + (at - lastAlike));
    }
    before = twoAbove;
    row[at + 1] = here;
  }
}
