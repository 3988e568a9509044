import { differenceLimits, gapChange, type Limits, type Located } from '#packages/statistics';
import { compareDays, dayFrom, type Day } from '#platform/kernel/day.ts';
import type { MeasureDefinition } from '../figures/measure-definition.ts';
import type { Period } from '../period.ts';
import { worse, type Gap, type GapAt } from './gap-at.ts';
import type { Sureness } from './certainty.ts';
import type { GapPoint } from './gap-series.ts';
import { isNumberSide, type NumberSide } from './side.ts';

/** What became of a gap from the earliest period that may be compared to the latest one. */
export type Closing = {
  readonly from: KnownPoint;
  readonly to: KnownPoint;
  readonly verdict: ClosingVerdict;
  /** by how much it became wider; below 0 where it narrowed, always without a sign of whose side */
  readonly widerBy: number;
  /** of the change in the group's disadvantage */
  readonly sure: Sureness;
  readonly groupChange: number;
  readonly othersChange: number;
  readonly cause: Cause;
};

export type ClosingVerdict = 'narrowed' | 'widened' | 'unchanged' | 'turned-round';

/**
 * Which side's move did it. For a gap that narrowed, `group` is the bottom that rose and `others` the top that fell;
 * for one that widened, `group` is the bottom that fell behind and `others` the top that drew away.
 */
export type Cause = 'group' | 'others' | 'both' | 'neither';

export type KnownPoint = GapPoint & Extract<GapAt, { known: true }>;

/** Why it cannot be told whether a gap is closing. */
export type NoClosing = 'no-number' | 'one-period' | 'break';

export const noClosingWords: { readonly [Reason in NoClosing]: string } = {
  'no-number':
    'There is no period for which both sides are published, so nobody can say whether it is closing.',
  'one-period': 'There is one period only, so nobody can say yet whether it is closing.',
  break:
    'The period before the latest one was counted in another way, so nobody can say yet whether it is closing.',
};

/** Whether a gap is closing, and because of whom; nothing is compared across a change of definition or of the area. */
export function closingOf(
  points: readonly GapPoint[],
  definition: MeasureDefinition,
  standsFrom?: Day,
): Closing | NoClosing {
  const known = points.filter((point): point is KnownPoint => point.known);
  const to = known.at(-1);
  if (!to) return 'no-number';
  if (known.length === 1) return 'one-period';
  const cuts = [
    ...definition.breaks.flatMap(({ on }) => dayFrom(on) ?? []),
    ...(standsFrom ? [standsFrom] : []),
  ];
  const comparable = known.filter((point) => isComparable(point.period, to.period, cuts));
  const [from] = comparable;
  return from && from !== to ? changeBetween(from, to, definition) : 'break';
}

function isComparable(one: Period, last: Period, cuts: readonly Day[]): boolean {
  if (one.kind !== last.kind || one.years !== last.years) return false;
  return !cuts.some((on) => compareDays(one.end, on) < 0 && compareDays(last.end, on) >= 0);
}

function changeBetween(from: KnownPoint, to: KnownPoint, definition: MeasureDefinition): Closing {
  const side = Math.sign(from.gap.difference) || Math.sign(to.gap.difference) || 1;
  const widerBy = rounded(Math.abs(to.gap.difference) - Math.abs(from.gap.difference), definition);
  const turned = from.gap.difference * to.gap.difference < 0;
  const groupChange = to.gap.of.value - from.gap.of.value;
  const othersChange = to.gap.beside.value - from.gap.beside.value;
  const verdict = turned
    ? 'turned-round'
    : widerBy === 0
      ? 'unchanged'
      : widerBy < 0
        ? 'narrowed'
        : 'widened';
  return {
    from,
    to,
    verdict,
    widerBy,
    sure: surenessOfChange(from.gap, to.gap, definition),
    groupChange,
    othersChange,
    cause: causeOf(verdict, {
      // how much each side's move narrowed it
      group: rounded(-side * groupChange, definition),
      others: rounded(side * othersChange, definition),
    }),
  };
}

function causeOf(verdict: ClosingVerdict, narrowedBy: { group: number; others: number }): Cause {
  if (verdict === 'unchanged') return 'neither';
  const sign = verdict === 'widened' ? -1 : 1;
  const [group, others] = [sign * narrowedBy.group, sign * narrowedBy.others];
  if (group > 0 && others > 0) return 'both';
  if (group > 0) return 'group';
  return others > 0 ? 'others' : 'neither';
}

/** Float noise is no change. */
function rounded(number: number, { unit }: MeasureDefinition): number {
  return Number(number.toFixed(unit.decimals + 3)) || 0;
}

/** How sure the change of the difference is: the people of the two periods are different ones. */
function surenessOfChange(from: Gap, to: Gap, definition: MeasureDefinition): Sureness {
  const fromCounts = changeFromCounts(from, to, definition);
  if (fromCounts) return fromCounts;
  const [before, after] = [locatedGap(from), locatedGap(to)];
  if (!before || !after)
    return {
      known: false,
      words: 'Without counts or intervals for both periods, nobody can say how much of the change is chance.',
    };
  return {
    known: true,
    limits: differenceLimits(after, before),
    method: '95% from the intervals of both periods',
  };
}

function changeFromCounts(from: Gap, to: Gap, { kind, unit }: MeasureDefinition): Sureness | undefined {
  const [before, after] = [countsOf(from), countsOf(to)];
  if (!before || !after || unit.multiplier === undefined) return undefined;
  if (kind !== 'proportion' && kind !== 'rate') return undefined;
  const made = gapChange({ kind, before, after, multiplier: unit.multiplier });
  if (!made.done) return undefined;
  const { limits95 } = made.value.change;
  // theirs is others less group, ours group less others
  return {
    known: true,
    limits: { lower: -limits95.upper || 0, upper: -limits95.lower || 0 },
    method: '95% from the counts of both periods',
  };
}

function countsOf({ of, beside, takenAsItStands }: Gap) {
  return of.counts && beside.counts && takenAsItStands === 'no'
    ? { group: of.counts, others: beside.counts }
    : undefined;
}

function locatedGap({ difference, differenceSure }: Gap): Located | undefined {
  return differenceSure.known ? { value: difference, limits: differenceSure.limits } : undefined;
}

/** Whether chance alone could have made the change; undefined where nobody can say. */
export function couldBeChance({ sure }: Pick<Closing, 'sure'>): boolean | undefined {
  return sure.known ? holdsNought(sure.limits) : undefined;
}

export function holdsNought({ lower, upper }: Limits): boolean {
  return lower <= 0 && upper >= 0;
}

/** What an average hides: everybody did better, and the gap widened or the group did worse. */
export type Masking = {
  readonly allFrom: NumberSide;
  readonly allTo: NumberSide;
  readonly hides: 'gap-widened' | 'group-fell' | 'both';
};

/** Whether the average of all children hides what became of the group in the same time. */
export function maskingOf(closing: Closing, definition: MeasureDefinition): Masking | undefined {
  const { from, to } = closing;
  if (!from.all || !to.all || !isNumberSide(from.all) || !isNumberSide(to.all)) return undefined;
  const allWorse = worse(to.all.value - from.all.value, definition);
  const groupWorse = worse(closing.groupChange, definition);
  if (allWorse === undefined || groupWorse === undefined || rounded(allWorse, definition) >= 0)
    return undefined;
  const widened = closing.verdict === 'widened' && (to.gap.worseBy ?? 0) > 0;
  const fell = rounded(groupWorse, definition) > 0;
  if (!widened && !fell) return undefined;
  return {
    allFrom: from.all,
    allTo: to.all,
    hides: widened && fell ? 'both' : widened ? 'gap-widened' : 'group-fell',
  };
}
