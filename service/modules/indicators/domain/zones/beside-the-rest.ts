import { isNumberSide, restOf, sideOf, type NumberSide, type Side } from '../gap/side.ts';
import { surenessOfDifference, type Sureness } from '../gap/certainty.ts';
import type { Figure } from '../figures/figure.ts';
import type { MeasureDefinition } from '../figures/measure-definition.ts';

/** A place inside an area beside the rest of that area: what it is, what the rest is, and how far apart they surely are. */
export type BesideTheRest = {
  readonly here: Side;
  /** the whole area, as it is published or counted */
  readonly whole: Side | undefined;
  readonly rest: NumberSide | undefined;
  readonly difference: { readonly value: number; readonly sureness: Sureness } | undefined;
  readonly verdict: 'better' | 'worse' | 'similar' | 'higher' | 'lower' | 'not-compared';
};

/**
 * Compares a place with the rest of its area, not with the whole: the place itself is part of the whole, and would be compared
 * with itself. Similar where the 95% limits of the difference hold nought.
 */
export function besideTheRest(
  here: Figure,
  whole: Figure | undefined,
  definition: MeasureDefinition,
): BesideTheRest {
  const [own, all] = [sideOf(here, definition), whole && sideOf(whole, definition)];
  const found = all && restOf(all, own, definition);
  const rest = found && isNumberSide(found) ? found : undefined;
  if (!rest || !isNumberSide(own))
    return { here: own, whole: all, rest, difference: undefined, verdict: 'not-compared' };
  const sureness = surenessOfDifference(own, { side: rest, takenAsItStands: 'no' }, definition);
  const value = own.value - rest.value;
  return {
    here: own,
    whole: all,
    rest,
    difference: { value, sureness },
    verdict: verdictOf(sureness, definition),
  };
}

function verdictOf(sureness: Sureness, { polarity }: MeasureDefinition): BesideTheRest['verdict'] {
  if (!sureness.known) return 'not-compared';
  const { lower, upper } = sureness.limits;
  if (lower <= 0 && upper >= 0) return 'similar';
  const isHigher = lower > 0;
  if (polarity === 'high-is-good') return isHigher ? 'better' : 'worse';
  if (polarity === 'low-is-good') return isHigher ? 'worse' : 'better';
  return isHigher ? 'higher' : 'lower';
}
