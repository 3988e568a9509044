import { Dictionary } from '../records/dictionary.ts';

/** A measure of two values by their numbers in two dictionaries. */
export type Compare = (l: number, r: number) => number;

/** How many letters (UTF-16 units) a value has. */
export function lengthOf(dictionary: Dictionary, code: number): number {
  return (dictionary.starts[code + 1] ?? 0) - (dictionary.starts[code] ?? 0);
}

/**
 * The same values with the bytes of UTF-8 for letters. DuckDB's similarities count bytes, so that "é" and "è" are two
 * thirds alike to it; over these dictionaries ours give exactly what it gives. For plain letters nothing changes.
 */
export function inBytes(dictionary: Dictionary): Dictionary {
  const known = bytesOf.get(dictionary) ?? bytesFor(dictionary);
  bytesOf.set(dictionary, known);
  return known;
}

/** Made once for each dictionary, however many questions read it. */
const bytesOf = new WeakMap<Dictionary, Dictionary>();

function bytesFor(dictionary: Dictionary): Dictionary {
  if (dictionary.letters.every((letter) => letter < 128)) return dictionary;
  const encoder = new TextEncoder();
  const starts = new Uint32Array(new SharedArrayBuffer(dictionary.starts.byteLength));
  const letters = new Uint16Array(new SharedArrayBuffer(dictionary.letters.length * 6));
  let at = 0;
  for (let code = 0; code < dictionary.size; code += 1) {
    const bytes = encoder.encode(dictionary.text(code));
    letters.set(bytes, at);
    at += bytes.length;
    starts[code + 1] = at;
  }
  return new Dictionary(letters, starts);
}

/**
 * What lies between the letters that two values begin and end with alike: `from` counts the letters they begin with,
 * `left` and `right` how many remain of each.
 */
export type Trimmed = { from: number; left: number; right: number };

/** A function that writes what remains of two values, once their like beginnings and endings are gone, into `into`. */
export function trimmer(left: Dictionary, right: Dictionary, into: Trimmed): (l: number, r: number) => void {
  const [a, b] = [left.letters, right.letters];
  return (l, r) => {
    const fromL = left.starts[l] ?? 0;
    const fromR = right.starts[r] ?? 0;
    let p = (left.starts[l + 1] ?? 0) - fromL;
    let t = (right.starts[r + 1] ?? 0) - fromR;
    while (p > 0 && t > 0 && a[fromL + p - 1] === b[fromR + t - 1]) {
      p -= 1;
      t -= 1;
    }
    let from = 0;
    while (from < p && from < t && a[fromL + from] === b[fromR + from]) from += 1;
    into.from = from;
    into.left = p - from;
    into.right = t - from;
  };
}
