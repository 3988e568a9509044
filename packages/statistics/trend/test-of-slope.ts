import { at, pointsUsed } from './points.ts';
import type { TrendMethod, TrendColumnsRead } from './points.ts';
import { reasonByte } from './verdict.ts';

/** χ² at 99.8% with one degree of freedom, to the digits that Fingertips writes. */
const criticalChiSquared = 9.54953570608324;

/** A published 95% interval is this many standard errors wide: the rounded number that Fingertips divides by. */
const standardErrors = 3.92;

/** A sum of terms that cancel is taken for zero within this share of their sizes. */
const noise = 1e-12;

/** What the test of five points found. Used again for every series. */
export type Found = {
  readonly first: Float64Array;
  readonly second: Float64Array;
  chiSquared: number;
  slope: number;
  /** 1 up, −1 down, 0 not sure */
  direction: number;
};

/**
 * Tests five chosen points; 0, or the byte of why they cannot be tested.
 *
 * Every sum over deviations is written as a sum over pairs of points (Lagrange's identity), in which equal values cancel
 * exactly: Σw · Σw(t − t̄)(y − ȳ) = Σᵢ<ⱼ wᵢwⱼ(tⱼ − tᵢ)(yⱼ − yᵢ).
 */
export function testSlope(
  table: TrendColumnsRead,
  of: { readonly method: TrendMethod; readonly rows: Int32Array; readonly found: Found },
): number {
  const reason = of.method === 'limits' ? byLimits(table, of) : byCounts(table, of);
  const { found } = of;
  if (reason === 0 && !(Number.isFinite(found.chiSquared) && Number.isFinite(found.slope)))
    return reasonByte('numbers-too-far-apart');
  return reason;
}

type Points = { readonly rows: Int32Array; readonly found: Found };

function byLimits(table: TrendColumnsRead, { rows, found }: Points): number {
  const { first: values, second: weights } = found;
  let narrowest = Infinity;
  for (let point = 0; point < pointsUsed; point += 1) {
    const row = rows[point] ?? 0;
    const width = at(table.uppers, row) - at(table.lowers, row);
    if (width < 0) return reasonByte('limits-not-in-order');
    if (width === 0) return reasonByte('interval-without-width');
    narrowest = Math.min(narrowest, width);
    values[point] = at(table.values, row);
    weights[point] = width;
  }
  // weights as shares of the largest, so that neither tiny nor huge intervals leave the range of numbers
  for (let point = 0; point < pointsUsed; point += 1)
    weights[point] = (narrowest / (weights[point] ?? 1)) ** 2;
  let total = 0;
  let lean = 0;
  let spread = 0;
  for (let left = 0; left < pointsUsed; left += 1) {
    total += weights[left] ?? 0;
    for (let right = left + 1; right < pointsUsed; right += 1) {
      const weight = (weights[left] ?? 0) * (weights[right] ?? 0) * (right - left);
      lean += weight * ((values[right] ?? 0) - (values[left] ?? 0));
      spread += weight * (right - left);
    }
  }
  found.slope = lean / spread;
  found.chiSquared = ((lean / Math.sqrt(spread * total)) * (standardErrors / narrowest)) ** 2;
  found.direction = found.chiSquared > criticalChiSquared ? agreedSign(found) : 0;
  return 0;
}

function byCounts(table: TrendColumnsRead, { rows, found }: Points): number {
  const { first: counts, second: bases } = found;
  let people = 0;
  let counted = 0;
  for (let point = 0; point < pointsUsed; point += 1) {
    const count = at(table.counts, rows[point] ?? 0);
    const base = at(table.bases, rows[point] ?? 0);
    if (count < 0 || count > base) return reasonByte('count-out-of-range');
    if (count === 0) return reasonByte('count-is-zero');
    counts[point] = count;
    bases[point] = base;
    people += base;
    counted += count;
  }
  let lean = 0;
  let spread = 0;
  for (let left = 0; left < pointsUsed; left += 1) {
    const count = counts[left] ?? 0;
    const base = bases[left] ?? 0;
    for (let right = left + 1; right < pointsUsed; right += 1) {
      const laterBase = bases[right] ?? 0;
      lean += (right - left) * ((counts[right] ?? 0) * base - count * laterBase);
      spread += base * laterBase * (right - left) * (right - left);
    }
  }
  found.chiSquared = (lean / counted) * (lean / (people - counted)) * (people / spread);
  // from here on the two columns hold the log odds, which all weigh the same
  for (let point = 0; point < pointsUsed; point += 1) {
    const count = counts[point] ?? 0;
    counts[point] = Math.log(count / ((bases[point] ?? 0) - count));
    bases[point] = 1;
  }
  found.slope = slopeOfEven(counts);
  found.direction = found.chiSquared > criticalChiSquared ? agreedSign(found) : 0;
  return 0;
}

/** Σᵢ<ⱼ(j − i)² of five points */
const squaresOfFive = 50;

/** The slope of values that weigh the same. */
function slopeOfEven(values: Float64Array): number {
  let lean = 0;
  for (let left = 0; left < pointsUsed; left += 1) {
    for (let right = left + 1; right < pointsUsed; right += 1) {
      lean += (right - left) * ((values[right] ?? 0) - (values[left] ?? 0));
    }
  }
  return lean / squaresOfFive;
}

/** The sign of the slope where it is the same of all five points and with each one left out; else 0. */
function agreedSign(found: Found): number {
  const sign = signWithout(found, -1);
  for (let out = 0; out < pointsUsed; out += 1) if (signWithout(found, out) !== sign) return 0;
  return sign;
}

function signWithout({ first: values, second: weights }: Found, out: number): number {
  let lean = 0;
  let size = 0;
  for (let left = 0; left < pointsUsed; left += 1) {
    if (left === out) continue;
    for (let right = left + 1; right < pointsUsed; right += 1) {
      if (right === out) continue;
      const rise = (values[right] ?? 0) - (values[left] ?? 0);
      const term = (weights[left] ?? 0) * (weights[right] ?? 0) * (right - left) * rise;
      lean += term;
      size += Math.abs(term);
    }
  }
  return Math.abs(lean) <= noise * size ? 0 : Math.sign(lean);
}
