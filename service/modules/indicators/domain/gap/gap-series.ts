import type { DefinitionBreak } from '../measure-facts.ts';
import { inPeriod, settled, type Figure } from '../figures/figure.ts';
import type { MeasureDefinition } from '../figures/measure-definition.ts';
import { comparePeriods } from '../period.ts';
import { gapAt, isWithheld, type GapAt } from './gap-at.ts';
import { restOf, sideOf, untold, type Side } from './side.ts';
import type { SideAt, Telling } from './telling.ts';

/** The figures of one area, by place; each in time, one for each period. */
export type FiguresAt = {
  readonly of: (at: SideAt) => readonly Figure[];
  /** counts that another table gives for a measure's figures */
  readonly counts: (measure: string) => readonly Figure[];
};

/** A gap over the years, as one telling gives it. */
export type GapSeries = {
  readonly telling: Telling;
  readonly definition: MeasureDefinition;
  /** in time */
  readonly points: readonly GapPoint[];
};

/** A gap in a period, with the average of all children; undefined where it is not known or would give a hidden side away. */
export type GapPoint = GapAt & { readonly all: Side | undefined };

/** Every period for which the group has something published, with the gap in it. */
export function gapSeries(telling: Telling, definition: MeasureDefinition, figures: FiguresAt): GapSeries {
  const withBreaks = { ...definition, breaks: breaksFor(telling, definition) };
  const own = settled(figures.of(telling.of));
  const points = own.flatMap((figure) => pointOf(figure, { telling, definition: withBreaks, figures }));
  return {
    telling,
    definition: withBreaks,
    points: points.toSorted((a, b) => comparePeriods(a.period, b.period)),
  };
}

/** Breaks in the measure, and in who belongs to the group. */
function breaksFor({ group }: Telling, { breaks }: MeasureDefinition): readonly DefinitionBreak[] {
  return [...breaks, ...group.breaks];
}

type Around = { telling: Telling; definition: MeasureDefinition; figures: FiguresAt };

function pointOf(figure: Figure, { telling, definition, figures }: Around): GapPoint[] {
  const sideAt = (at: SideAt): Side | undefined => {
    const found = inPeriod(settled(figures.of(at), figure), figure.period);
    return found && sideOf(found, definition, figures.counts(at.measure));
  };
  const of = sideOf(figure, definition, figures.counts(telling.of.measure));
  const all = telling.all && sideAt(telling.all);
  const beside = besideOf({ telling, definition, of, sideAt });
  if (!beside) return [];
  const at = gapAt({
    definition,
    of,
    beside,
    takenAsItStands: telling.beside.kind === 'all' ? 'yes' : 'no',
  });
  const hides = !at.known && at.reason === 'one-side-withheld';
  return [{ ...at, all: hides ? undefined : all }];
}

function besideOf(given: {
  telling: Telling;
  definition: MeasureDefinition;
  of: Side;
  sideAt: (at: SideAt) => Side | undefined;
}): Side | undefined {
  const { telling, definition, of, sideAt } = given;
  const { beside } = telling;
  if (beside.kind === 'others') return sideAt(beside.at);
  const all = sideAt(beside.kind === 'rest' ? beside.all : beside.at);
  if (!all) return undefined;
  // all children beside a hidden group would let the hidden be worked out
  if (typeof of.value !== 'number' && isWithheld(of.value)) return untold(all);
  return beside.kind === 'rest' ? restOf(all, of, definition) : all;
}

/**
 * Of several tellings of one gap, the one that a reader is shown: that of the latest period; of those the one that can say
 * how sure it is; of those the one with the longer past. One telling, whole, so that no change is one of tellings.
 */
export function bestTold(series: readonly GapSeries[]): GapSeries | undefined {
  return series
    .filter(({ points }) => points.length > 0)
    .toSorted(
      (a, b) => latestEnd(b).localeCompare(latestEnd(a)) || sure(b) - sure(a) || numbers(b) - numbers(a),
    )[0];
}

function latestEnd({ points }: GapSeries): string {
  return points.findLast((point) => point.known)?.period.end ?? '';
}

function sure({ points }: GapSeries): number {
  const latest = points.findLast((point) => point.known);
  return latest?.known && latest.gap.differenceSure.known ? 1 : 0;
}

function numbers({ points }: GapSeries): number {
  return points.filter((point) => point.known).length;
}

/** The latest period of which the series says anything: a gap, or that it is withheld. */
export function latestPoint({ points }: GapSeries): GapPoint | undefined {
  return points.findLast((point) => point.known || point.reason === 'one-side-withheld') ?? points.at(-1);
}
