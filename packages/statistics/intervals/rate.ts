import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import { done } from '../result.ts';
import type { Result } from '../result.ts';
import { normalDeviate, tail } from './confidence.ts';
import type { ConfidenceLevel, Estimate, Limits } from './confidence.ts';
import { checkCount } from './count.ts';
import type { CountAndBase, CountRefusal } from './count.ts';

/** How the limits of a rate were made: exactly below ten events, by Byar's approximation from ten on. */
export type RateMethod = 'exact Poisson' | 'Byar';

const exactBelow = 10;

/**
 * A crude rate with limits, for events that can befall anyone in the base, more than once too.
 *
 * Formula, with x events, n at risk and α/2 beyond each limit:
 * - x < 10, exact: L = ½ χ²(α/2; 2x), 0 where x = 0; U = ½ χ²(1 − α/2; 2x + 2);
 * - x ≥ 10, Byar: L = x (1 − 1/(9x) − z/(3√x))³; U = y (1 − 1/(9y) + z/(3√y))³ with y = x + 1;
 * both divided by n, times the multiplier.
 * The change at ten is a small step in the limits, so `method` goes with every value.
 *
 * Units: `count` in events, `base` in people or person-years; value and limits per multiplier.
 * Errors: refusals as values for x < 0, n ≤ 0, and anything not finite. Events of one person are taken as independent;
 * where a few people have many, the limits are too narrow.
 * Source: Breslow and Day (1987), Statistical methods in cancer research II, 69; Association of Public Health
 * Observatories, Technical Briefing 3 (2008).
 * @example crudeRate({ count: 65, base: 100, multiplier: 100 }) // 65, 95% 50.163187710459454 to 82.84913854593984, Byar
 */
export function crudeRate(given: CountAndBase): Result<Estimate<RateMethod>, CountRefusal> {
  const checked = checkCount(given);
  if (!checked.done) return checked;
  const { count, base, multiplier } = given;
  const exact = count < exactBelow;
  const limitsAt = (level: ConfidenceLevel): Limits => {
    const limits = exact ? exactPoisson(count, level) : byar(count, level);
    return { lower: (limits.lower / base) * multiplier, upper: (limits.upper / base) * multiplier };
  };
  return done({
    value: (count / base) * multiplier,
    limits95: limitsAt(0.95),
    limits998: limitsAt(0.998),
    method: exact ? 'exact Poisson' : 'Byar',
    multiplier,
  });
}

function exactPoisson(count: number, level: ConfidenceLevel): Limits {
  return {
    lower: count === 0 ? 0 : chiSquareQuantile(tail(level), 2 * count) / 2,
    upper: chiSquareQuantile(1 - tail(level), 2 * count + 2) / 2,
  };
}

function byar(count: number, level: ConfidenceLevel): Limits {
  const z = normalDeviate(level);
  const next = count + 1;
  return {
    lower: count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3,
    upper: next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3,
  };
}
