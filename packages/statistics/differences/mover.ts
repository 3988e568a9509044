import type { Limits } from '../intervals/confidence.ts';

/** A value and its limits, from which the limits of a difference or ratio are made. */
export type Located = { readonly value: number; readonly limits: Limits };

/**
 * Limits of first − second, from each one's own: the distance of each limit is the hypotenuse of the two distances that
 * lead to it ("method of variance estimates recovery").
 *
 * Formula: L = d − √((p₁ − l₁)² + (u₂ − p₂)²), U = d + √((u₁ − p₁)² + (p₂ − l₂)²), d = p₁ − p₂.
 * Source: Newcombe (1998), Interval estimation for the difference between independent proportions, Statistics in
 * Medicine 17, 873-890; Donner and Zou (2012), Closed-form confidence intervals for functions of the normal mean and
 * standard deviation, Statistical Methods in Medical Research 21, 347-359.
 */
export function differenceLimits(first: Located, second: Located): Limits {
  const difference = first.value - second.value;
  const below = Math.hypot(first.value - first.limits.lower, second.limits.upper - second.value);
  const above = Math.hypot(first.limits.upper - first.value, second.value - second.limits.lower);
  return { lower: difference - below, upper: difference + above };
}

/**
 * Limits of first / second, from each one's own; `second.value` and its lower limit above 0.
 *
 * Formula: the roots of u₂(2p₂ − u₂) x² − 2 p₁p₂ x + l₁(2p₁ − l₁) = 0, the smaller, and of
 * l₂(2p₂ − l₂) x² − 2 p₁p₂ x + u₁(2p₁ − u₁) = 0, the larger. (The smaller by way of the product of the roots, so that it
 * holds where u₂ reaches 2p₂.)
 * Source: Donner and Zou (2012), as above ("MOVER-R").
 */
export function ratioLimits(first: Located, second: Located): Limits {
  const product = first.value * second.value;
  const low = first.limits.lower * (2 * first.value - first.limits.lower);
  const high = first.limits.upper * (2 * first.value - first.limits.upper);
  const wide = second.limits.upper * (2 * second.value - second.limits.upper);
  const narrow = second.limits.lower * (2 * second.value - second.limits.lower);
  return {
    lower: low === 0 ? 0 : low / (product + Math.sqrt(Math.max(0, product ** 2 - wide * low))),
    upper: (product + Math.sqrt(Math.max(0, product ** 2 - narrow * high))) / narrow,
  };
}
