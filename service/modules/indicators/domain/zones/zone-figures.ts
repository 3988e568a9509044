import { comparePeriods, samePeriod, type Period } from '../period.ts';
import { settled, type Figure } from '../figures/figure.ts';
import type { MeasureDefinition } from '../figures/measure-definition.ts';
import { isWithheld } from '../gap/gap-at.ts';
import { isNumber, noNumber } from '../value.ts';

/** A figure of a zone, and of how many of its small areas it was made. */
export type ZoneFigure = { readonly figure: Figure; readonly from: number; readonly of: number };

/**
 * The figures of a zone, from those of its small areas: counts and bases are added, and the value is made of the sums. Rates are
 * never averaged. Where one small area has no count, the zone has no number in that period: what is left would be of
 * another place. A measure without counts gives none at all.
 */
export function zoneFigures(
  zone: ZoneMembers,
  definition: MeasureDefinition,
  bySmallArea: ReadonlyMap<string, readonly Figure[]>,
): readonly ZoneFigure[] {
  const { members } = zone;
  const ofMembers = members.map((code) => settled(bySmallArea.get(code) ?? []));
  const periods = ofMembers
    .flat()
    .map(({ period }) => period)
    .toSorted(comparePeriods)
    .filter((period, at, all) => at === 0 || !samePeriod(period, all[at - 1] ?? period));
  return periods.flatMap((period): ZoneFigure[] => {
    const figures = ofMembers.flatMap(
      (list) => list.find((figure) => samePeriod(figure.period, period)) ?? [],
    );
    const figure = added({ code: zone.code, period }, figures, { definition, of: members.length });
    return figure ? [{ figure, from: figures.filter(isCounted).length, of: members.length }] : [];
  });
}

/** A zone and the small areas that it is made of. */
export type ZoneMembers = { readonly code: string; readonly members: readonly string[] };

/** The figures that were counted by zone and released; where there are none, the sums of its small areas' figures. */
export function figuresOfZone(
  zone: ZoneMembers,
  definition: MeasureDefinition,
  byArea: ReadonlyMap<string, readonly Figure[]>,
): readonly ZoneFigure[] {
  const counted = byArea.get(zone.code) ?? [];
  return counted.length > 0
    ? counted.map((figure) => ({ figure, from: 0, of: 0 }))
    : zoneFigures(zone, definition, byArea);
}

/** The figures of a zone without the small areas behind them. */
export function figuresOnly(zoneFigures: readonly ZoneFigure[]): readonly Figure[] {
  return zoneFigures.map(({ figure }) => figure);
}

type Summed = { definition: MeasureDefinition; of: number };

function added(
  { code, period }: { code: string; period: Period },
  figures: readonly Figure[],
  { definition, of }: Summed,
): Figure | undefined {
  const [first] = figures;
  const { multiplier } = definition.unit;
  const isRatio = definition.kind === 'proportion' || definition.kind === 'rate';
  if (!first || (isRatio ? multiplier === undefined : definition.kind !== 'count')) return undefined;
  const whole: Figure = { ...first, areaCode: code, period, limits95: undefined, publishersTrend: undefined };
  const known = figures.filter(isCounted);
  const isHeldBack = figures.some(({ value }) => !isNumber(value) && isWithheld(value));
  if (known.length < of) {
    if (known.length === 0 && !isHeldBack) return undefined;
    return {
      ...whole,
      value: noNumber(isHeldBack ? 'suppressed' : 'missing'),
      count: undefined,
      denominator: undefined,
    };
  }
  if (!isRatio)
    return {
      ...whole,
      value: sumOf(figures.map(({ value }) => (isNumber(value) ? value : 0))),
      count: undefined,
      denominator: undefined,
    };
  const count = sumOf(figures.map((figure) => figure.count ?? 0));
  const denominator = sumOf(figures.map((figure) => figure.denominator ?? 0));
  if (denominator === 0) return { ...whole, value: noNumber('not-applicable'), count, denominator };
  return { ...whole, value: ((multiplier ?? 1) * count) / denominator, count, denominator };
}

/** Whether a figure has all that a sum needs. */
function isCounted({ value, count, denominator }: Figure): boolean {
  return isNumber(value) && (denominator === undefined ? count === undefined : count !== undefined);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
