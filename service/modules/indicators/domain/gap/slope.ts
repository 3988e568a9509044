import { inequality, type InequalityGroup, type Limits } from '#packages/statistics';
import { hasNumber, inPeriod, settled, type Figure } from '../figures/figure.ts';
import { intervalOf } from '../figures/interval.ts';
import type { MeasureDefinition } from '../figures/measure-definition.ts';
import { partsOf } from '../observation.ts';
import type { Period } from '../period.ts';
import type { SideAt } from './telling.ts';

/** A tenth of places by deprivation, 1 being the most deprived, and the list that made the tenths. */
export type Decile = { readonly ladder: string; readonly decile: number };

const numbered = [
  'most',
  'second most',
  'third more',
  'fourth more',
  'fifth more',
  'fifth less',
  'fourth less',
  'third less',
  'second least',
  'least',
];

/** The decile that a part of a table is; undefined for anything else, a decile of girls alone among it. */
export function decileOf(breakdown: string): Decile | undefined {
  const [part, ...others] = partsOf(breakdown);
  if (!part || others.length > 0 || !/deprivation deciles?\b/i.test(part.name)) return undefined;
  const plain = /^(?:decile )?(\d{1,2})\b/i.exec(part.value)?.[1];
  const words = /^(.+?) deprived decile\b/i.exec(part.value)?.[1]?.toLowerCase();
  const decile = plain === undefined ? numbered.indexOf(words ?? '') + 1 : Number(plain);
  return decile >= 1 && decile <= 10 ? { ladder: part.name, decile } : undefined;
}

/** How steeply a measure runs from the most to the least deprived tenth of places. */
export type Slope = {
  readonly period: Period;
  readonly ladder: string;
  /** the tenths that have a number, the most deprived first */
  readonly deciles: readonly { decile: number; value: number; limits: Limits | undefined }[];
  /** from one end to the other, above 0 where the most deprived fare worse; in the measure's unit */
  readonly slope: Steepness;
  /** how many times worse at the most deprived end */
  readonly relative: Steepness;
};

export type Steepness =
  | { readonly known: true; readonly value: number; readonly limits: Limits }
  | { readonly known: false; readonly words: string };

/** Where the deciles of some measures stand in the files. */
export function decilePlaces(parts: readonly SideAt[], tables: readonly string[]): readonly SideAt[] {
  return parts.filter(({ measure, breakdown }) => tables.includes(measure) && decileOf(breakdown));
}

/**
 * The slope in the latest period in which every tenth has a number, so that a hidden tenth is not seen through the others.
 * Of several lists of places, that with the most years; undefined where there are no tenths at all.
 */
export function slopeOf(
  places: readonly SideAt[],
  definition: MeasureDefinition,
  figuresAt: (at: SideAt) => readonly Figure[],
): Slope | undefined {
  const ladders = Map.groupBy(
    places,
    ({ measure, breakdown }) => `${measure}|${decileOf(breakdown)?.ladder}`,
  );
  const told = [...ladders.values()].map((rungs) => latestWhole(rungs, figuresAt));
  const [best] = told
    .filter((one) => one !== undefined)
    .toSorted((a, b) => b.period.end.localeCompare(a.period.end) || b.years - a.years);
  return best && slopeFrom(best, definition);
}

type Whole = {
  period: Period;
  ladder: string;
  years: number;
  figures: readonly (Figure & { value: number })[];
};

function latestWhole(
  rungs: readonly SideAt[],
  figuresAt: (at: SideAt) => readonly Figure[],
): Whole | undefined {
  const byDecile = new Map(
    rungs.map((at) => [decileOf(at.breakdown)?.decile ?? 0, settled(figuresAt(at))] as const),
  );
  const lists = Array.from({ length: 10 }, (_, index) => byDecile.get(index + 1) ?? []);
  const periods = (lists[0] ?? []).map(({ period }) => period);
  const whole = periods.flatMap((period) => {
    const figures = lists.flatMap((list) => {
      const found = inPeriod(list, period);
      return found && hasNumber(found) ? [found] : [];
    });
    return figures.length === 10 ? [{ period, figures }] : [];
  });
  const last = whole.at(-1);
  const ladder = decileOf(rungs[0]?.breakdown ?? '')?.ladder;
  return last && ladder !== undefined ? { ...last, ladder, years: whole.length } : undefined;
}

function slopeFrom({ period, ladder, figures }: Whole, definition: MeasureDefinition): Slope {
  const deciles = figures.map((figure, index) => {
    const interval = intervalOf(figure, definition, []);
    return {
      decile: index + 1,
      value: figure.value,
      limits: interval.known ? interval.limits : undefined,
    };
  });
  return { period, ladder, deciles, ...steepness(figures, deciles, definition) };
}

const noPeople = 'The publisher does not say how many people live in each tenth, or how sure each figure is.';

function steepness(
  figures: Whole['figures'],
  deciles: Slope['deciles'],
  { polarity }: MeasureDefinition,
): Pick<Slope, 'slope' | 'relative'> {
  const groups = deciles.flatMap(({ value, limits }, index): InequalityGroup[] => {
    const population = figures[index]?.denominator;
    return population === undefined || limits === undefined ? [] : [{ population, value, limits95: limits }];
  });
  const unknown = { known: false, words: noPeople } as const;
  if (groups.length < 10) return { slope: unknown, relative: unknown };
  const multiplier = polarity === 'low-is-good' ? -1 : 1;
  const made = inequality({ groups, kind: 'value', fit: 'values', multiplier });
  if (!made.done) return { slope: unknown, relative: unknown };
  const { slope, relative } = made.value;
  return {
    slope: { known: true, value: slope.value, limits: slope.limits95 },
    relative: relative.done
      ? { known: true, value: relative.value.value, limits: relative.value.limits95 }
      : { known: false, words: 'One end of the line may be nought, so there is no ratio to it.' },
  };
}
