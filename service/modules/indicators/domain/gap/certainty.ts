import {
  differenceLimits,
  differenceOfProportions,
  differenceOfRates,
  ratioLimits,
  ratioOfProportions,
  ratioOfRates,
  type Counted,
  type Limits,
  type Located,
} from '#packages/statistics';
import type { MeasureDefinition } from '../figures/measure-definition.ts';
import { limitsOf, type NumberSide } from './side.ts';

/** How sure a number that was worked out is: its 95% limits and how they were made, or why there are none. */
export type Sureness =
  | { readonly known: true; readonly limits: Limits; readonly method: string }
  | { readonly known: false; readonly words: string };

/** What a side is set beside: another side, or a figure that is taken as it stands because it is of a whole. */
export type Against = { readonly side: NumberSide; readonly takenAsItStands: 'yes' | 'no' };

const noInterval: Sureness = {
  known: false,
  words:
    'The publisher gives neither counts nor an interval for both sides, so nobody can say how much of it is chance.',
};

/** How sure a difference is: from counts where both sides have them, else from the limits of each. */
export function surenessOfDifference(
  of: NumberSide,
  against: Against,
  definition: MeasureDefinition,
): Sureness {
  const counted = bothCounted(of, against, definition);
  if (counted) {
    const made =
      counted.kind === 'proportion' ? differenceOfProportions(counted) : differenceOfRates(counted);
    if (made.done) return { known: true, limits: made.value.limits95, method: methodFor[counted.kind] };
  }
  const located = bothLocated(of, against);
  return located
    ? { known: true, limits: differenceLimits(located.first, located.second), method: located.method }
    : noInterval;
}

/** How sure a ratio is, made the same way; none where the second side may be nought. */
export function surenessOfRatio(of: NumberSide, against: Against, definition: MeasureDefinition): Sureness {
  const counted = bothCounted(of, against, definition);
  if (counted) {
    const made = counted.kind === 'proportion' ? ratioOfProportions(counted) : ratioOfRates(counted);
    return made.done
      ? { known: true, limits: made.value.limits95, method: methodFor[counted.kind] }
      : { known: false, words: 'Nothing was counted on the other side, so there is no ratio to it.' };
  }
  const located = bothLocated(of, against);
  if (!located) return noInterval;
  if (located.second.limits.lower <= 0 || located.first.limits.lower < 0)
    return { known: false, words: 'The other side may be nought, so there is no ratio to it.' };
  return { known: true, limits: ratioLimits(located.first, located.second), method: located.method };
}

const methodFor = {
  proportion: 'Newcombe 95%, from counts',
  rate: '95% from the exact limits of both counts',
} as const;

type BothCounted = { kind: 'proportion' | 'rate'; first: Counted; second: Counted; multiplier: number };

function bothCounted(
  of: NumberSide,
  { side, takenAsItStands }: Against,
  { kind, unit }: MeasureDefinition,
): BothCounted | undefined {
  if (!of.counts || !side.counts || takenAsItStands === 'yes' || unit.multiplier === undefined)
    return undefined;
  if (kind !== 'proportion' && kind !== 'rate') return undefined;
  return { kind, first: of.counts, second: side.counts, multiplier: unit.multiplier };
}

type BothLocated = { first: Located; second: Located; method: string };

function bothLocated(of: NumberSide, { side, takenAsItStands }: Against): BothLocated | undefined {
  const own = limitsOf(of);
  if (!own) return undefined;
  const first = { value: of.value, limits: own };
  if (takenAsItStands === 'yes') {
    const asItStands = { value: side.value, limits: { lower: side.value, upper: side.value } };
    return {
      first,
      second: asItStands,
      method: '95% of the group’s own figure; the other is taken as it stands',
    };
  }
  const other = limitsOf(side);
  return (
    other && {
      first,
      second: { value: side.value, limits: other },
      method: '95% from the intervals of both sides',
    }
  );
}
