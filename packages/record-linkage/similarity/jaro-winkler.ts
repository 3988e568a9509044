import type { Dictionary } from '../records/dictionary.ts';
import { lengthOf, type Compare } from './compare.ts';
import { jaroSimilarity } from './jaro.ts';

export { jaroSimilarity } from './jaro.ts';

/**
 * Jaro-Winkler's similarity, from 0 to 1: Jaro's, and where that is above .7 a tenth of what is missing for each of
 * up to four letters that both begin with. Bit for bit what DuckDB gives.
 * Source: W. E. Winkler, Proceedings of the Section on Survey Research Methods, ASA (1990) 354-359.
 */
export function jaroWinklerSimilarity(left: Dictionary, right: Dictionary): Compare {
  const jaro = jaroSimilarity(left, right);
  const [a, b] = [left.letters, right.letters];
  return (l, r) => {
    const plain = jaro(l, r);
    if (plain <= 0.7) return plain;
    const fromL = left.starts[l] ?? 0;
    const fromR = right.starts[r] ?? 0;
    const most = Math.min(4, (left.starts[l + 1] ?? 0) - fromL, (right.starts[r + 1] ?? 0) - fromR);
    let alike = 0;
    while (alike < most && a[fromL + alike] === b[fromR + alike]) alike += 1;
    return plain + alike * 0.1 * (1 - plain);
  };
}

/**
 * What Jaro-Winkler cannot exceed, without looking at the texts letter by letter: a letter that one has and the other
 * has nowhere is in common with nothing. `signs` are those of `letterSigns` for each side. Sure, never too low.
 */
export function jaroWinklerCeiling(left: Signed, right: Signed): Compare {
  return (l, r) => {
    const p = lengthOf(left.dictionary, l);
    const t = lengthOf(right.dictionary, r);
    if (p === 0 || t === 0) return 0;
    const signL = left.signs[l] ?? 0;
    const signR = right.signs[r] ?? 0;
    const common = Math.min(p - ones(signL & ~signR), t - ones(signR & ~signL), p, t);
    if (common <= 0) return 0;
    const jaro = (common / p + common / t + 1) / 3;
    return jaro > 0.7 ? Math.min(1, jaro + 0.1 * Math.min(4, common) * (1 - jaro) + 1e-12) : jaro + 1e-12;
  };
}

/** A dictionary with the signs of its letters. */
export type Signed = { readonly dictionary: Dictionary; readonly signs: Int32Array };

/** For each value, 32 bits: bit n is set where the value has a letter whose number leaves n when divided by 32. */
export function letterSigns(dictionary: Dictionary): Signed {
  const known = signsOf.get(dictionary) ?? signsFor(dictionary);
  signsOf.set(dictionary, known);
  return known;
}

/** Made once for each dictionary, however many questions read it. */
const signsOf = new WeakMap<Dictionary, Signed>();

function signsFor(dictionary: Dictionary): Signed {
  const signs = new Int32Array(new SharedArrayBuffer(dictionary.size * 4));
  for (let code = 0; code < dictionary.size; code += 1) {
    let sign = 0;
    const end = dictionary.starts[code + 1] ?? 0;
    for (let at = dictionary.starts[code] ?? 0; at < end; at += 1)
      sign |= 1 << ((dictionary.letters[at] ?? 0) & 31);
    signs[code] = sign;
  }
  return { dictionary, signs };
}

function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
