import type { Ctx } from '#platform/db/database.ts';
import { countsCode } from '../../domain/counts.ts';
import { inPeriod, settled, type Figure } from '../../domain/figures/figure.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import { englandCode } from '../../domain/figures/place.ts';
import { samePeriod, type Period } from '../../domain/period.ts';
import { figureSpokenOf, overruledNow, type Overruling } from '../../domain/report/overruling.ts';
import { benchmarkFor, type Benchmark } from '../../domain/scorecard/benchmark.ts';
import {
  compareWithEngland,
  wordOfComparison,
  type ComparisonWithEngland,
} from '../../domain/scorecard/comparison.ts';
import { countsIn } from '../../domain/scorecard/row.ts';
import { readFigures } from '../../store/figures.ts';
import { overrulingsOf } from '../../store/overrulings.ts';
import type { FiguresGround } from '../figures-ground.ts';
import type { MapPlace } from './map-place.ts';

/** A place of a map beside England in the map's period; whose verdict an analyst overruled, the map does not repeat. */
export type BesideEngland = {
  /** England's number, where it may stand beside the areas' */
  england: number | undefined;
  /** by the place's code */
  came: ReadonlyMap<string, ComparisonWithEngland & { isOverruled: boolean }>;
};

type OnMap = {
  definition: MeasureDefinition;
  period: Period;
  places: readonly MapPlace[];
  /** every place of which England is made, as a check on England's own number */
  whole: readonly MapPlace[];
};

/** Compares each place of a map with England by the rule of the scorecard, in the period of the map and in no other. */
export async function besideEngland(ctx: Ctx, ground: FiguresGround, on: OnMap): Promise<BesideEngland> {
  const { definition, period, places } = on;
  const countsId = `ees:${countsCode(definition)}`;
  const codes = places.flatMap((place) => place.codes);
  const found = await readFigures(ctx, ground.keys, {
    measures: [definition.id, countsId],
    areaCodes: [...codes, englandCode],
    invented: ground.home?.startsWith('X') ?? false,
  });
  const of = (id: string, all: readonly string[]) =>
    (found.get(id) ?? []).filter(({ areaCode }) => all.includes(areaCode));
  const england = of(definition.id, [englandCode]);
  const said = await overrulingsOf(ctx, { measures: [definition.id], areaCodes: codes });
  const came = places.flatMap((place) => {
    const counts = countsIn(place, of(countsId, place.codes));
    const overrulings = said.filter(({ areaCode }) => place.codes.includes(areaCode));
    const one = compared(place, { ...on, england, counts, overrulings });
    return one ? [[place.code, one] as const] : [];
  });
  const told = inPeriod(settled(england), period)?.value;
  const isShown = came.some(([, { compared: is }]) => is) && typeof told === 'number';
  return { england: isShown ? told : undefined, came: new Map(came) };
}

type Around = OnMap & {
  england: readonly Figure[];
  counts: readonly Figure[];
  overrulings: readonly Overruling[];
};

function compared(
  { figures }: MapPlace,
  around: Around,
): (ComparisonWithEngland & { isOverruled: boolean }) | undefined {
  const { definition, period, england, counts, overrulings } = around;
  const latest = inPeriod(figures, period);
  if (!latest || typeof latest.value !== 'number') return undefined;
  const parts = (at: Period) => numbersIn(around.whole, at);
  const benchmark = inThisPeriod(benchmarkFor({ definition, own: figures, latest, england, parts }), period);
  const came = compareWithEngland({ definition, own: figures, latest, counts, benchmark });
  const workedOut = wordOfComparison(came);
  const overruled = overruledNow(overrulings, {
    about: 'england',
    figure: figureSpokenOf(latest),
    workedOut,
  });
  return { ...came, isOverruled: overruled.standing.length > 0 };
}

/** A map is of one period: a number of England for another says nothing on it. */
function inThisPeriod(benchmark: Benchmark, period: Period): Benchmark {
  return benchmark.kind !== 'none' && !samePeriod(benchmark.figure.period, period)
    ? { kind: 'none', newest: benchmark.figure.period }
    : benchmark;
}

function numbersIn(places: readonly MapPlace[], period: Period): readonly (number | undefined)[] {
  return places.map(({ figures }) => {
    const value = inPeriod(figures, period)?.value;
    return typeof value === 'number' ? value : undefined;
  });
}
