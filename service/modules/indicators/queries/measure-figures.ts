import type { Ctx } from '#platform/db/database.ts';
import { countsCode } from '../domain/counts.ts';
import { samePeriod, revisedWins, type Period } from '../domain/period.ts';
import { codesToRead } from '../domain/figures/atlas.ts';
import type { Figure } from '../domain/figures/figure.ts';
import type { MeasureDefinition } from '../domain/figures/measure-definition.ts';
import { englandCode, type NeighbourSet, type Place } from '../domain/figures/place.ts';
import { ownFigures, periodsToRank, type MeasureFigures } from '../domain/scorecard/row.ts';
import { latestOf } from '../domain/figures/figure.ts';
import { areaNumbersKey, readFigures, type AreaNumber } from '../store/figures.ts';
import { overrulingsOf } from '../store/overrulings.ts';
import { targetsOf } from '../store/targets.ts';
import { allAreas } from './all-areas.ts';
import type { FiguresGround } from './figures-ground.ts';

/** Which figures are asked for: some measures of one place, beside its neighbours. */
export type FiguresAsked = {
  definitions: readonly MeasureDefinition[];
  place: Place;
  set: NeighbourSet | undefined;
};

/** Figures with the numbers of all areas of the same kind by area, in one period. */
export type NamedFigures = MeasureFigures & { peersByArea: (period: Period) => ReadonlyMap<string, number> };

/** All that the rows of these measures are made from, in four questions to the database however many measures there are. */
export async function measureFigures(
  ctx: Ctx,
  ground: FiguresGround,
  { definitions, place, set }: FiguresAsked,
): Promise<readonly NamedFigures[]> {
  const neighbours = set?.neighbours ?? [];
  const found = await readFigures(ctx, ground.keys, {
    measures: definitions.flatMap((definition) => [definition.id, countsId(definition)]),
    areaCodes: [...codesToRead(place), englandCode, ...neighbours.flatMap((each) => each.place.codes)],
    invented: place.isInvented,
    remarksOf: place.codes,
  });
  const written = { measures: definitions.map(({ id }) => id), areaCodes: place.codes };
  const said = await overrulingsOf(ctx, written);
  const targets = await targetsOf(ctx, written);
  const parts = definitions.map((definition) => ({
    ...partsOf(definition, found, { place, neighbours }),
    overrulings: said.filter(({ measure }) => measure === definition.id),
    target: targets.find(({ measure }) => measure === definition.id),
  }));
  const wanted = parts.flatMap((each) =>
    periodsToRank(place, each).flatMap((period) =>
      keysOf(period, each, ground).map((periodKey) => ({ measure: each.definition.id, periodKey })),
    ),
  );
  const areas = await allAreas(ctx, ground, wanted);
  return parts.map((each) => {
    const peersByArea = peersOf(each, place, { areas, ground });
    return { ...each, peersByArea, peers: (period) => [...peersByArea(period).values()] };
  });
}

function countsId(definition: MeasureDefinition): string {
  return `ees:${countsCode(definition)}`;
}

type Parts = Omit<MeasureFigures, 'peers' | 'overrulings' | 'target'>;

function partsOf(
  definition: MeasureDefinition,
  found: ReadonlyMap<string, readonly Figure[]>,
  { place, neighbours }: { place: Place; neighbours: NeighbourSet['neighbours'] },
): Parts {
  const figures = Map.groupBy(
    withoutFaulty(definition, found.get(definition.id) ?? []),
    ({ areaCode }) => areaCode,
  );
  const counts = found.get(countsId(definition)) ?? [];
  const of = (codes: readonly string[]) => codes.flatMap((code) => figures.get(code) ?? []);
  return {
    definition,
    own: of(codesToRead(place)),
    england: of([englandCode]),
    neighbours: new Map(neighbours.map((each) => [each.place.code, of(each.place.codes)])),
    counts,
  };
}

/** Rows known to be wrong are never used; England's stays, so that a reader can be told why it is not compared with. */
function withoutFaulty(definition: MeasureDefinition, figures: readonly Figure[]): readonly Figure[] {
  const faulty = definition.faults.flatMap((fault) =>
    fault.effect === 'ignore-row' && fault.area !== englandCode ? [fault.area] : [],
  );
  return faulty.length === 0 ? figures : figures.filter(({ areaCode }) => !faulty.includes(areaCode));
}

/** The keys under which the files at hand write these days: mostly one, several where "2025" became "2025 (Rev)". */
function keysOf(
  period: Period,
  { own, england, neighbours }: Parts,
  { keys }: FiguresGround,
): readonly number[] {
  const met = [...own, ...england, ...[...neighbours.values()].flat()].filter((figure) =>
    samePeriod(figure.period, period),
  );
  return [...new Set(met.flatMap((figure) => keys.keyOf.get(figure.period) ?? []))];
}

function peersOf(
  parts: Parts,
  place: Place,
  { areas, ground }: { areas: ReadonlyMap<string, readonly AreaNumber[]>; ground: FiguresGround },
): NamedFigures['peersByArea'] {
  const latest = latestOf(ownFigures(place, parts.own))?.figure;
  const found = new Map<string, ReadonlyMap<string, number>>();
  return (period) => {
    const days = `${period.start} ${period.end} ${period.kind}`;
    const known = found.get(days);
    if (known) return known;
    const isPeer = ground.atlas.peersOf(place, period.end);
    const told = keysOf(period, parts, ground).flatMap((periodKey) =>
      (areas.get(areaNumbersKey(parts.definition.id, periodKey)) ?? []).map((number) => ({
        ...number,
        periodKey,
      })),
    );
    const chosen = new Map<string, Told>();
    for (const number of told) {
      if (!isPeer(number.areaCode)) continue;
      const before = chosen.get(number.areaCode);
      if (!before || standsBefore(number, before, { like: latest?.batch, ground }))
        chosen.set(number.areaCode, number);
    }
    const values = new Map([...chosen].map(([areaCode, { value }]) => [areaCode, value]));
    found.set(days, values);
    return values;
  };
}

type Told = AreaNumber & { periodKey: number };

/** The same order of precedence as for the area's own figures: the same file, then the better settled, then the later. */
function standsBefore(
  one: Told,
  other: Told,
  { like, ground }: { like: number | undefined; ground: FiguresGround },
): boolean {
  if (one.batch !== other.batch && (one.batch === like || other.batch === like)) return one.batch === like;
  const [a, b] = [ground.keys.periods.get(one.periodKey), ground.keys.periods.get(other.periodKey)];
  if (!a || !b) return false;
  if (a.state !== b.state) return revisedWins(a, b);
  return one.batch >= other.batch;
}
