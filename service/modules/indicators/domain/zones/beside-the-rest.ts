import type { Sureness } from '../gap/certainty.ts';
import type { GapPoint } from '../gap/gap-series.ts';
import { isNumberSide, type NumberSide, type Side } from '../gap/side.ts';
import type { MeasureDefinition } from '../figures/measure-definition.ts';

/** A place inside an area beside the rest of that area: what it is, what the rest is, and how far apart they surely are. */
export type BesideTheRest = {
  readonly here: Side;
  readonly rest: NumberSide | undefined;
  readonly difference: { readonly value: number; readonly sureness: Sureness } | undefined;
  readonly verdict: 'better' | 'worse' | 'similar' | 'higher' | 'lower' | 'not-compared';
};

/** What a place's gap in one period comes to in a word. Similar where the 95% limits of the difference hold nought. */
export function besideTheRest(point: GapPoint, definition: MeasureDefinition): BesideTheRest {
  const { of: here, beside } = point;
  const rest = isNumberSide(beside) ? beside : undefined;
  if (!point.known) return { here, rest, difference: undefined, verdict: 'not-compared' };
  const { difference: value, differenceSure: sureness } = point.gap;
  return { here, rest, difference: { value, sureness }, verdict: verdictOf(sureness, definition) };
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
