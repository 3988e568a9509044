import { refuse } from '../result.ts';

/** Why no standardised rate can be made. `band` is the place of the band in the list, from 0. */
export type StandardisationRefusal =
  | { readonly reason: 'no-bands' }
  | { readonly reason: 'not-finite'; readonly band: number }
  | { readonly reason: 'count-negative'; readonly band: number }
  /** nobody in the band, so it has no rate to be weighted */
  | { readonly reason: 'base-not-positive'; readonly band: number }
  | { readonly reason: 'standard-negative'; readonly band: number }
  /** the standard population is empty */
  | { readonly reason: 'no-standard' }
  | { readonly reason: 'multiplier-not-positive'; readonly multiplier: number };

type Refused = { readonly done: false; readonly refusal: StandardisationRefusal };

/** The first number of a band that cannot be used, as a refusal: base above 0, all others at least 0. */
export function checkBand(
  of: { readonly counts: readonly number[]; readonly base: number; readonly standard: number },
  band: number,
): Refused | undefined {
  if (![...of.counts, of.base, of.standard].every(Number.isFinite))
    return refuse({ reason: 'not-finite', band });
  if (of.counts.some((count) => count < 0)) return refuse({ reason: 'count-negative', band });
  if (of.base <= 0) return refuse({ reason: 'base-not-positive', band });
  if (of.standard < 0) return refuse({ reason: 'standard-negative', band });
  return undefined;
}

/** What concerns the list as a whole: some bands, a standard of some people, a multiplier above 0. */
export function checkWhole(
  bands: readonly { readonly standard: number }[],
  multiplier: number,
): Refused | undefined {
  if (!(multiplier > 0 && Number.isFinite(multiplier)))
    return refuse({ reason: 'multiplier-not-positive', multiplier });
  if (bands.length === 0) return refuse({ reason: 'no-bands' });
  return bands.every(({ standard }) => standard === 0) ? refuse({ reason: 'no-standard' }) : undefined;
}
