import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { ConfidenceLevel, Estimate, Limits } from './confidence.ts';
import { checkCount } from './count.ts';
import type { CountAndBase, CountRefusal } from './count.ts';
import { poissonLimits, poissonMethod } from './poisson-limits.ts';
import type { RateMethod } from './poisson-limits.ts';

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
 * Errors: refusals as values for x < 0, n ≤ 0, anything not finite, and a rate too large to be a number. Events of one
 * person are taken as independent; where a few people have many, the limits are too narrow.
 * Source: Breslow and Day (1987), Statistical methods in cancer research II, 69; Association of Public Health
 * Observatories, Technical Briefing 3 (2008).
 * @example crudeRate({ count: 65, base: 100, multiplier: 100 }) // 65, 95% 50.163187710459454 to 82.84913854593984, Byar
 */
export function crudeRate(given: CountAndBase): Result<Estimate<RateMethod>, CountRefusal> {
  const checked = checkCount(given);
  if (!checked.done) return checked;
  const { count, base, multiplier } = given;
  const limitsAt = (level: ConfidenceLevel): Limits => {
    const limits = poissonLimits(count, level);
    return { lower: (limits.lower / base) * multiplier, upper: (limits.upper / base) * multiplier };
  };
  const limits998 = limitsAt(0.998);
  if (!Number.isFinite(limits998.upper)) return refuse({ reason: 'not-finite', which: 'count' });
  return done({
    value: (count / base) * multiplier,
    limits95: limitsAt(0.95),
    limits998,
    method: poissonMethod(count),
    multiplier,
  });
}
