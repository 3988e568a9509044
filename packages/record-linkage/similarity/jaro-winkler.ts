import type { Dictionary } from '../records/dictionary.ts';
import type { Compare } from './compare.ts';
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
