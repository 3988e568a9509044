import { scaleLinear } from 'd3-scale';
import { decimalsOfStep } from '../frame/number.ts';
import { tenth } from './tenth.ts';

/** A scale from values to places in the drawing, with round ends and round ticks. */
export type LinearScale = {
  domain: readonly [number, number];
  range: readonly [number, number];
  ticks: readonly number[];
  tickDecimals: number;
  /** The place of a value, to a tenth of a unit of the drawing. */
  at(value: number): number;
};

/**
 * Makes a "nice" linear scale.
 * @param values everything that must have a place on it, limits of intervals included; none gives a scale from 0 to 1
 * @param range where its ends lie in the drawing
 * @param from `zero` always shows zero; `fit` need not; absent: zero, unless all values lie in the upper half of 0 to the largest
 * @param tickCount about how many ticks there should be
 * @throws RangeError where a value is not finite
 */
export function linearScale(options: {
  values: readonly number[];
  range: readonly [number, number];
  from?: 'zero' | 'fit' | undefined;
  tickCount?: number | undefined;
}): LinearScale {
  const { values, range, from, tickCount = 5 } = options;
  const wrong = values.find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw new RangeError(`a scale has no place for ${wrong}`);
  const scale = scaleLinear().domain(extent(values, from)).nice(tickCount);
  const [low = 0, high = 1] = scale.domain();
  const ticks = scale.ticks(tickCount);
  const step = (ticks[1] ?? high) - (ticks[0] ?? low);
  scale.range([...range]);
  return {
    domain: [low, high],
    range,
    ticks,
    tickDecimals: decimalsOfStep(step),
    at: (value) => tenth(scale(value)),
  };
}

function extent(values: readonly number[], from: 'zero' | 'fit' | undefined): [number, number] {
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const fits = from === 'fit' || (from === undefined && (low > high / 2 || high < low / 2));
  const ends: [number, number] = fits ? [low, high] : [Math.min(0, low), Math.max(0, high)];
  const size = Math.max(Math.abs(ends[0]), Math.abs(ends[1]));
  if (size < tiny) return [0, 1];
  // Values that differ only by the noise of arithmetic are one value, with room on both sides.
  return ends[1] - ends[0] > size * tiny ? ends : [ends[0] - size / 10, ends[1] + size / 10];
}

const tiny = 1e-9;
