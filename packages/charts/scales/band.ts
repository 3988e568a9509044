import { scaleBand } from 'd3-scale';
import { tenth } from './tenth.ts';

/** A scale from keys to equal bands, in the order of the keys. */
export type BandScale = {
  bandwidth: number;
  /** The start of a key's band, to a tenth of a unit. */
  start(key: string): number;
  /** The middle of a key's band. */
  middle(key: string): number;
};

/**
 * Makes a band scale.
 * @param padding the share of each step that stays empty between bands, from 0 to 1
 * Its functions throw RangeError for a key that the scale was not made with.
 */
export function bandScale(options: {
  keys: readonly string[];
  range: readonly [number, number];
  padding?: number | undefined;
}): BandScale {
  const scale = scaleBand<string>()
    .domain(options.keys)
    .range([...options.range])
    .paddingInner(options.padding ?? 0);
  const bandwidth = scale.bandwidth();
  const start = (key: string): number => {
    const found = scale(key);
    if (found === undefined) throw new RangeError(`no band for ${key}`);
    return tenth(found);
  };
  return { bandwidth, start, middle: (key) => tenth(start(key) + bandwidth / 2) };
}
