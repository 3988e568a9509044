import { bitsIn } from '../../similarity/letter-signs.ts';
import type { MeasureAll } from './value-pairs.ts';

/**
 * What Jaro-Winkler cannot exceed, without looking at the texts letter by letter: a letter that one has and the other
 * has nowhere is in common with nothing. `left` and `right` are the `letterSigns` of each side. Sure, never too low.
 */
export function jaroWinklerCeiling(left: Int32Array, right: Int32Array): MeasureAll {
  return ({ left: l, right: r, count }, close) => {
    for (let pair = 0; pair < count; pair += 1) {
      const one = (l[pair] ?? 0) * 2;
      const other = (r[pair] ?? 0) * 2;
      const signL = left[one] ?? 0;
      const signR = right[other] ?? 0;
      const p = left[one + 1] ?? 0;
      const t = right[other + 1] ?? 0;
      const common = Math.min(p - bitsIn(signL & ~signR), t - bitsIn(signR & ~signL), p, t);
      // at least one of no letters, so that empty texts divide by something; what is no more than .7 gains nothing
      const jaro = (common / Math.max(1, p) + common / Math.max(1, t) + Number(common > 0)) / 3;
      const prefix = Number(jaro > 0.7) * 0.1 * Math.min(4, common) * (1 - jaro);
      close[pair] = jaro + prefix + 1e-12;
    }
  };
}
