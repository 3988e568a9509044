import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { exactSum } from '../means/exact-sum.ts';
import { normalDeviate } from '../intervals/confidence.ts';
import type { ConfidenceLevel, Estimate, Limits } from '../intervals/confidence.ts';
import { byar, exactBelow } from '../intervals/poisson-limits.ts';
import { checkBand, checkWhole } from './age-band.ts';
import type { StandardisationRefusal } from './age-band.ts';

/** One age band (or other class) of an area, and how many of the standard population belong to it. */
export type Band = {
  /** events; a missing count is none, because bands without events are often left out of a table */
  readonly count: number | undefined;
  /** people of the area in the band */
  readonly base: number;
  /** people of the standard population in the band */
  readonly standard: number;
};

/** One band, with how many people had an event how many times. */
export type BandOfPeople = {
  readonly base: number;
  readonly standard: number;
  /** `people` had the event exactly `times` times; a missing number of people is none */
  readonly people: readonly { readonly times: number; readonly people: number | undefined }[];
};

/** A standardised rate with the area's own events and people. */
export type DirectRate = Estimate<'Dobson' | 'Dobson, events not independent'> & {
  readonly count: number;
  readonly base: number;
};

/** Why there is no directly standardised rate. */
export type DirectRefusal =
  | StandardisationRefusal
  /** fewer than ten events do not make a rate that can be relied on: neither value nor limits are given */
  | { readonly reason: 'too-few-events'; readonly count: number; readonly least: number }
  /** a number of times is 1, 2, 3 … */
  | { readonly reason: 'times-not-whole'; readonly band: number };

/**
 * The rate that an area would have if its people were of the standard population's ages.
 *
 * Formula, with x events among n people in a band of weight w: rate R = Σ(w x/n)/Σw; variance v = Σ(w² x/n²)/(Σw)²;
 * with X = Σx, limits R + √(v/X) · (Byar's limit of X − X); all times the multiplier.
 * For children the European Standard Population 2013 has 5,000, 5,500, 5,500 and 5,500 in 0-4, 5-9, 10-14 and 15-19.
 *
 * Units: counts in events, bases in people or person-years; value and limits per multiplier.
 * Errors: refusals as values for fewer than ten events in all, a base that is not above 0, a negative or non-finite
 * number. Events are taken as independent: see `directlyStandardisedEventRate` where one person can have several.
 * Source: Dobson and others (1991), Confidence intervals for weighted sums of Poisson parameters, Statistics in
 * Medicine 10, 457-462.
 * @example
 * directlyStandardisedRate({ multiplier: 100_000, bands: [
 *   { count: 19, base: 6199, standard: 5000 }, { count: 41, base: 21309, standard: 5500 },
 *   { count: 37, base: 17541, standard: 5500 }, { count: 14, base: 5707, standard: 5500 },
 * ] }) // 237.21408857420656, 95% 188.25139499995188 to 293.60082734210175
 */
export function directlyStandardisedRate(given: {
  readonly bands: readonly Band[];
  readonly multiplier: number;
}): Result<DirectRate, DirectRefusal> {
  const bands = given.bands.map(({ count, base, standard }) => ({
    base,
    standard,
    people: [{ times: 1, people: count }],
  }));
  const made = weighted(bands, given.multiplier);
  return made.done ? done({ ...made.value, method: 'Dobson' }) : made;
}

/**
 * The same rate where one person can have several events: injuries, referrals, suspensions. The limits are wider than
 * those that take every event as independent.
 *
 * Formula, with y(f) people who had f events in a band: x = Σ f y(f), and v = Σ_f f² Σ(w² y(f)/n²)/(Σw)²;
 * the rest as `directlyStandardisedRate`.
 * Units, errors and source: as there; a number of times is a whole number from 1.
 * @example
 * directlyStandardisedEventRate({ multiplier: 1000, bands: [
 *   { base: 2000, standard: 5000, people: [{ times: 1, people: 12 }, { times: 2, people: 4 }] },
 *   { base: 1500, standard: 5500, people: [{ times: 1, people: 9 }, { times: 3, people: 2 }] },
 * ] }) // 10 per 1,000, 95% 6.032762940713624 to 15.107292266267601
 */
export function directlyStandardisedEventRate(given: {
  readonly bands: readonly BandOfPeople[];
  readonly multiplier: number;
}): Result<DirectRate, DirectRefusal> {
  const made = weighted(given.bands, given.multiplier);
  return made.done ? done({ ...made.value, method: 'Dobson, events not independent' }) : made;
}

function weighted(
  bands: readonly BandOfPeople[],
  multiplier: number,
): Result<Omit<DirectRate, 'method'>, DirectRefusal> {
  const refused = checkWhole(bands, multiplier) ?? firstRefused(bands);
  if (refused) return refused;
  const count = exactSum(bands.map((band) => events(band, 1)));
  if (count < exactBelow) return refuse({ reason: 'too-few-events', count, least: exactBelow });
  const weights = exactSum(bands.map(({ standard }) => standard));
  const share = (band: BandOfPeople): number => band.standard / weights / band.base;
  const rate = exactSum(bands.map((band) => share(band) * events(band, 1)));
  const variance = exactSum(bands.map((band) => share(band) ** 2 * events(band, 2)));
  const limitsAt = (level: ConfidenceLevel): Limits => {
    const limits = byar(count, normalDeviate(level));
    const perEvent = Math.sqrt(variance / count);
    return {
      lower: (rate + perEvent * (limits.lower - count)) * multiplier,
      upper: (rate + perEvent * (limits.upper - count)) * multiplier,
    };
  };
  const value = rate * multiplier;
  const [limits95, limits998] = [limitsAt(0.95), limitsAt(0.998)];
  if (!Number.isFinite(limits998.upper)) return refuse({ reason: 'not-finite', band: 0 });
  const base = exactSum(bands.map((band) => band.base));
  return done({ value, limits95, limits998, multiplier, count, base });
}

/** Σ fᵖ y(f): events where the power is 1, what the variance needs where it is 2. */
function events(band: BandOfPeople, power: 1 | 2): number {
  return exactSum(band.people.map(({ times, people }) => times ** power * (people ?? 0)));
}

function firstRefused(
  bands: readonly BandOfPeople[],
): { readonly done: false; readonly refusal: DirectRefusal } | undefined {
  for (const [index, { base, standard, people }] of bands.entries()) {
    if (!people.every(({ times }) => Number.isSafeInteger(times) && times > 0))
      return refuse({ reason: 'times-not-whole', band: index });
    const counts = people.map((each) => each.people ?? 0);
    const refused = checkBand({ counts, base, standard }, index);
    if (refused) return refused;
  }
  return undefined;
}
