import type { ChildGroup } from '#reference/groups.ts';
import { isSmall, type RuleSet } from '#packages/disclosure-control';
import { inPeriod, settled, type Figure } from '../figures/figure.ts';
import type { MeasureDefinition } from '../figures/measure-definition.ts';
import { gapAt, isWithheld } from '../gap/gap-at.ts';
import type { GapPoint, GapSeries } from '../gap/gap-series.ts';
import { bare, isNumberSide, restOf, sideOf, untold, type NumberSide, type Side } from '../gap/side.ts';
import { breakdownOf } from '../observation.ts';
import { comparePeriods, type Period } from '../period.ts';
import { isNumber, noNumber } from '../value.ts';

/** A place inside an area, with its own figures and those of the whole. */
export type PlaceInside = {
  readonly group: ChildGroup;
  readonly definition: MeasureDefinition;
  readonly figures: readonly Figure[];
  readonly whole: readonly Figure[];
  /** whether something in the rest of the area is held back in a period */
  readonly holdsBack: (period: Period) => boolean;
  /** the rules of the figures' source, by which a rest that is small is not told */
  readonly rules: RuleSet;
};

/**
 * The gap of a place beside the rest of its area over the years, in the same shape as that of any group, so that the card, its
 * files, the finder and the open interface say the same of it. The rest is the whole without the place, never the whole
 * itself. It is not worked out where something in it is held back, and not told where it would be small.
 */
export function placeSeries(place: PlaceInside): GapSeries {
  const { group, definition } = place;
  const all = { measure: definition.id, breakdown: '' };
  return {
    telling: {
      group,
      of: { measure: definition.id, breakdown: breakdownOf({ Place: group.key }) },
      beside: { kind: 'rest', all },
      all,
    },
    definition: { ...definition, breaks: [...definition.breaks, ...group.breaks] },
    points: settled(place.figures)
      .map((figure) => pointOf(figure, place))
      .toSorted((a, b) => comparePeriods(a.period, b.period)),
  };
}

function pointOf(figure: Figure, place: PlaceInside): GapPoint {
  const { definition, whole } = place;
  const of = sideOf(figure, definition);
  const found = inPeriod(settled(whole, figure), figure.period);
  const all = found && sideOf(found, definition);
  const beside = besideOf(of, all, place);
  const at = gapAt({ definition, of, beside, takenAsItStands: 'no' });
  const hides = !at.known && at.reason === 'one-side-withheld';
  return { ...at, all: hides ? undefined : all };
}

function besideOf(of: Side, all: Side | undefined, place: PlaceInside): Side {
  if (!all) return untold(of);
  if (!isNumber(all.value)) return bare(all);
  if (!isNumberSide(of)) return untold(all);
  if (place.holdsBack(of.period)) return withheld(all);
  const rest = restOf(all, of, place.definition);
  if (!rest || !isNumberSide(rest)) return untold(all);
  return isSmallRest(rest, place) ? withheld(all) : rest;
}

function withheld(side: Side): Side {
  return { ...bare(side), value: noNumber('suppressed') };
}

/** Whether the rest is of so few that its source would hold it back if it were a figure of its own. */
function isSmallRest({ counts }: NumberSide, { definition, rules }: PlaceInside): boolean {
  if (!counts) return false;
  const { count, base } = counts;
  const others = definition.kind === 'proportion' ? [base - count] : [];
  return [count, base, ...others].some((number) => isSmall(rules.levels.local.hides, number));
}

/** Somewhere of which figures stand: its small areas, and the periods in which they are held back. */
export type HeldBack = { readonly members: readonly string[]; readonly periods: readonly Period[] };

/** Where and when anything is held back, of places with their figures. */
export function heldBackIn(
  places: readonly { members: readonly string[]; figures: readonly Figure[] }[],
): readonly HeldBack[] {
  return places.flatMap(({ members, figures }): HeldBack[] => {
    const periods = settled(figures)
      .filter(({ value }) => !isNumber(value) && isWithheld(value))
      .map(({ period }) => period);
    return periods.length > 0 ? [{ members, periods }] : [];
  });
}

/** Whether something that lies outside a place, in whole or in part, is held back in a period. */
export function holdsBackOutside(
  members: readonly string[],
  heldBack: readonly HeldBack[],
): (period: Period) => boolean {
  const inside = new Set(members);
  const outside = heldBack.filter((one) => one.members.some((member) => !inside.has(member)));
  return (period) => outside.some(({ periods }) => periods.some((one) => comparePeriods(one, period) === 0));
}
