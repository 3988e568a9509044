import type { MeasureDefinition } from '../figures/measure-definition.ts';
import type { Period } from '../period.ts';
import { isNumber, type NotNumber } from '../value.ts';
import { surenessOfDifference, surenessOfRatio, type Against, type Sureness } from './certainty.ts';
import { bare, isNumberSide, type NumberSide, type Side } from './side.ts';

/** A gap between two numbers. */
export type Gap = {
  readonly of: NumberSide;
  readonly beside: NumberSide;
  /** whether the other side is a whole whose figure is taken as it stands, the group among it */
  readonly takenAsItStands: Against['takenAsItStands'];
  /** the group less the others, in the measure's unit */
  readonly difference: number;
  readonly differenceSure: Sureness;
  /** the group over the others; undefined where the others are nought */
  readonly ratio: number | undefined;
  readonly ratioSure: Sureness;
  /** by how much the group fares worse: negative where it fares better, undefined where nobody judges */
  readonly worseBy: number | undefined;
};

/** A gap in one period, or why it was not worked out. Both sides are shown either way, as far as they may be. */
export type GapAt =
  | {
      readonly known: true;
      readonly period: Period;
      readonly gap: Gap;
      readonly of: Side;
      readonly beside: Side;
    }
  | {
      readonly known: false;
      readonly period: Period;
      readonly of: Side;
      readonly beside: Side;
      readonly reason: NotWorkedOut;
    };

export type NotWorkedOut = 'one-side-withheld' | 'one-side-not-published';

/** Words for a reader, as a sentence. */
export const notWorkedOutWords: { readonly [Reason in NotWorkedOut]: string } = {
  'one-side-withheld': 'Not worked out, because one side is withheld to protect children.',
  'one-side-not-published': 'Not worked out, because one side was not published.',
};

/** The gap of two sides of one period. Beside a withheld side the other keeps its value and nothing that would give it away. */
export function gapAt(given: {
  definition: MeasureDefinition;
  of: Side;
  beside: Side;
  takenAsItStands: Against['takenAsItStands'];
}): GapAt {
  const { definition, of, beside, takenAsItStands } = given;
  const { period } = of;
  if (isNumberSide(of) && isNumberSide(beside))
    return { known: true, period, of, beside, gap: gapOf({ definition, of, beside, takenAsItStands }) };
  const withheld = [of.value, beside.value].some((value) => !isNumber(value) && isWithheld(value));
  const other = (side: Side): Side => (withheld && isNumberSide(side) ? bare(side) : side);
  return {
    known: false,
    period,
    of: other(of),
    beside: other(beside),
    reason: withheld ? 'one-side-withheld' : 'one-side-not-published',
  };
}

/** Hidden, or so low that it was rounded away: a number that somebody knows and must not be found. */
export function isWithheld({ status }: NotNumber): boolean {
  return status === 'suppressed' || status === 'low';
}

/** The gap of two numbers. */
export function gapOf(given: {
  definition: MeasureDefinition;
  of: NumberSide;
  beside: NumberSide;
  takenAsItStands: Against['takenAsItStands'];
}): Gap {
  const { definition, of, beside, takenAsItStands } = given;
  const against = { side: beside, takenAsItStands };
  const difference = of.value - beside.value;
  return {
    of,
    beside,
    takenAsItStands,
    difference,
    differenceSure: surenessOfDifference(of, against, definition),
    ratio: beside.value === 0 ? undefined : of.value / beside.value,
    ratioSure: surenessOfRatio(of, against, definition),
    worseBy: worse(difference, definition),
  };
}

/** A difference turned so that more is worse for the group; undefined where neither way is. */
export function worse(
  difference: number,
  { polarity }: Pick<MeasureDefinition, 'polarity'>,
): number | undefined {
  if (polarity === 'no-judgement') return undefined;
  return (polarity === 'low-is-good' ? difference : -difference) || 0;
}
