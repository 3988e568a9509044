import type { MeasureDefinition } from '../../figures/measure-definition.ts';
import { surenessOfRatio, type Sureness } from '../certainty.ts';
import type { Gap } from '../gap-at.ts';
import type { NumberSide } from '../side.ts';

/** How many times as often the group fares badly as the others, whatever the measure: 2 is twice as often. */
export type WorseRatio = { readonly ratio: number; readonly sure: Sureness };

/**
 * One scale for gaps of every measure. Where low is good it is the ratio itself; of a percentage where high is good, that
 * of those who did not reach it; of other numbers where high is good, the others over the group. Undefined where neither
 * way is better, where nobody among the others fares badly, and for what is no count of children or events.
 */
export function worseRatio(gap: Gap, definition: MeasureDefinition): WorseRatio | undefined {
  const { of, beside, takenAsItStands } = gap;
  // an average is nothing that happens to somebody more or less often
  if (definition.kind !== 'proportion' && definition.kind !== 'rate') return undefined;
  switch (definition.polarity) {
    case 'no-judgement':
      return undefined;
    case 'low-is-good':
      return ratioOf(of, beside, { definition, takenAsItStands });
    case 'high-is-good':
      if (definition.kind === 'proportion' && definition.unit.multiplier === 100)
        return ratioOf(without(of), without(beside), { definition, takenAsItStands });
      return gap.ratio === undefined || gap.ratio === 0
        ? undefined
        : { ratio: 1 / gap.ratio, sure: turned(gap.ratioSure) };
  }
}

type How = { definition: MeasureDefinition; takenAsItStands: 'yes' | 'no' };

function ratioOf(of: NumberSide, beside: NumberSide, how: How): WorseRatio | undefined {
  if (beside.value <= 0) return undefined;
  const against = { side: beside, takenAsItStands: how.takenAsItStands };
  return { ratio: of.value / beside.value, sure: surenessOfRatio(of, against, how.definition) };
}

/** Those who did not reach it. */
function without(side: NumberSide): NumberSide {
  const { interval, counts } = side;
  return {
    ...side,
    value: 100 - side.value,
    counts: counts && { count: counts.base - counts.count, base: counts.base },
    interval: interval.known
      ? {
          ...interval,
          limits: { lower: 100 - interval.limits.upper, upper: 100 - interval.limits.lower },
        }
      : interval,
  };
}

function turned(sure: Sureness): Sureness {
  if (!sure.known) return sure;
  const { lower, upper } = sure.limits;
  return lower > 0
    ? { ...sure, limits: { lower: 1 / upper, upper: 1 / lower } }
    : { known: false, words: 'The group may be at nought, so there is no ratio to it.' };
}
