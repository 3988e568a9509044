import type { Day } from '#platform/kernel/day.ts';
import type { Figure } from './figure.ts';
import type { MeasureDefinition } from './measure-definition.ts';
import type { Place } from './place.ts';
import { cutBetween, cutsOf } from './years.ts';

/** The figures since the measure last changed its definition, or the area: nothing is reckoned across such a day. */
export function sinceLastBreak(given: {
  definition: MeasureDefinition;
  place: Place;
  /** in time, each period once */
  own: readonly Figure[];
}): { figures: readonly Figure[]; since: Day | undefined } {
  const { definition, place, own } = given;
  const cuts = cutsOf(definition, place);
  const starts = own.map((figure, at) => {
    const before = own[at - 1];
    return before && cutBetween(cuts, before.period, figure.period);
  });
  const from = Math.max(
    0,
    starts.findLastIndex((cut) => cut !== undefined),
  );
  return { figures: own.slice(from), since: starts[from]?.on };
}
