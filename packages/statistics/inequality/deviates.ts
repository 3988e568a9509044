import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/**
 * Standard normal deviates, the same for the same seed on every machine.
 *
 * Formula: two independent deviates from two uniform numbers u, v: √(−2 ln(1 − u)) times cos 2πv and sin 2πv.
 * Source: Box and Muller (1958), A note on the generation of random normal deviates.
 */
export function normalDeviates(seed: number): () => number {
  const source = xoroshiro128plus(seed);
  // neighbouring seeds begin alike
  for (let passed = 0; passed < 64; passed += 1) source.next();
  let kept: number | undefined;
  return () => {
    if (kept !== undefined) {
      const second = kept;
      kept = undefined;
      return second;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(source)));
    const angle = 2 * Math.PI * uniformFloat64(source);
    kept = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}
