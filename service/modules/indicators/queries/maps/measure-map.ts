import { dissolve, middleOf, placeTiles, type Area, type Outline, type Tile } from '#packages/charts';
import type { Ctx } from '#platform/db/database.ts';
import { englishAreas } from '#reference/areas.ts';
import { tilesOf } from '#reference/tiles.ts';
import { settled, type Figure } from '../../domain/figures/figure.ts';
import { intervalOf } from '../../domain/figures/interval.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import { englandCode } from '../../domain/figures/place.ts';
import { chartValue } from '../../domain/figures/years.ts';
import { comparePeriods, samePeriod, type Period } from '../../domain/period.ts';
import { isSmallAreaCode } from '../../domain/zones/geography.ts';
import { figuresOnly } from '../../domain/zones/zone-figures.ts';
import { ownAreas } from '../../store/areas.ts';
import { areasWithFigures, readFigures } from '../../store/figures.ts';
import { outlinesOf } from '../../store/maps/boundaries.ts';
import { besideEngland, type BesideEngland } from './beside-england.ts';
import type { MapPlace } from './map-place.ts';
import { definitionsOf } from '../area-scorecard.ts';
import { figuresGround, type FiguresGround } from '../figures-ground.ts';
import { figuresOfZones, zonesHere, type ZoneHere } from '../zones/zone-ground.ts';

/** Which areas a map is of. */
export type MapOf = { key: string; name: string };

/** A measure on a map: areas of one kind in one period, with the outlines that are loaded. */
export type MeasureMap = {
  definition: MeasureDefinition;
  /** the kinds of areas that have figures, and the one shown */
  choices: readonly MapOf[];
  of: MapOf;
  /** newest first */
  periods: readonly Period[];
  period: Period | undefined;
  areas: readonly Area[];
  outlines: readonly Outline[];
  /** whose boundaries they are */
  sources: readonly string[];
  tiles: readonly Tile[];
  /** each area beside England, where that was asked for */
  beside: BesideEngland | undefined;
  isInvented: boolean;
};

export type MapAsked = {
  id: string;
  of: string | undefined;
  from: string | undefined;
  /** whether areas are put beside England too */
  isCompared: boolean;
};

/** A measure on a map; undefined where nobody knows the measure. */
export async function measureMap(ctx: Ctx, asked: MapAsked): Promise<MeasureMap | undefined> {
  const ground = await figuresGround(ctx);
  const definition = (await definitionsOf(ctx, [asked.id])).get(asked.id);
  if (!definition) return undefined;
  const kinds = await kindsOfAreas(ctx, ground, definition);
  const kind = kinds.find(({ of }) => of.key === asked.of) ?? kinds[0];
  const isInvented = ground.home?.startsWith('X') ?? false;
  const choices = kinds.map(({ of }) => of);
  const nothing = {
    ...{ period: undefined, periods: [], areas: [], outlines: [], sources: [], tiles: [] },
    beside: undefined,
  };
  if (!kind) return { definition, choices, of: { key: '', name: '' }, ...nothing, isInvented };
  const periods = periodsOf(kind.places.flatMap(({ figures }) => figures));
  const period = periods.find(({ start }) => start === asked.from) ?? fullest(periods, kind.places);
  if (!period) return { definition, choices, of: kind.of, ...nothing, isInvented };
  const whole = kinds.find(({ of }) => of.key === 'councils')?.places ?? [];
  const beside = asked.isCompared
    ? await besideEngland(ctx, ground, { definition, period, places: kind.places, whole })
    : undefined;
  const areas = kind.places.map((place) =>
    withVerdict(areaOf(place, { period, definition, home: ground.home }), beside),
  );
  const { outlines, sources } = await outlinesFor(ctx, kind.places, Number(period.end.slice(0, 4)));
  return {
    definition,
    choices,
    of: kind.of,
    periods,
    period,
    areas,
    outlines,
    sources,
    tiles: tilesFor(kind, outlines),
    beside,
    isInvented,
  };
}

type Kind = { of: MapOf; places: readonly MapPlace[] };

/** Every kind of area of which at least two have a figure: councils, those of our region, zones, small areas. */
async function kindsOfAreas(ctx: Ctx, ground: FiguresGround, definition: MeasureDefinition): Promise<Kind[]> {
  const councils = await councilsOf(ctx, ground, definition);
  const region = await regionOf(ctx, ground);
  const regional = region ? councils.filter(({ codes }) => codes.some((code) => region.codes.has(code))) : [];
  const zones = await zonesOf(ctx, ground, definition);
  const kinds: Kind[] = [
    ...zones,
    { of: { key: 'councils', name: 'Councils with children’s services' }, places: councils },
    ...(region && regional.length < councils.length
      ? [{ of: { key: 'region', name: `Councils in ${region.name}` }, places: regional }]
      : []),
  ];
  return kinds.filter(({ places }) => places.filter(({ figures }) => figures.length > 0).length > 1);
}

async function councilsOf(
  ctx: Ctx,
  ground: FiguresGround,
  definition: MeasureDefinition,
): Promise<MapPlace[]> {
  const { atlas, keys, home } = ground;
  const codes = await areasWithFigures(ctx, keys, [definition.id]);
  const invented = home?.startsWith('X') ?? false;
  const like = atlas.place(home ?? codes.find((code) => /^E0[689]|^E10/.test(code)) ?? englandCode);
  if (!like) return [];
  const peers = codes.filter((code) => code.startsWith('X') === invented && isPeer(ground, like.code, code));
  const found = await readFigures(ctx, keys, { measures: [definition.id], areaCodes: peers, invented });
  const faulty = new Set(
    definition.faults.flatMap((fault) => (fault.effect === 'ignore-row' ? [fault.area] : [])),
  );
  const byPlace = Map.groupBy(
    (found.get(definition.id) ?? []).filter(({ areaCode }) => !faulty.has(areaCode)),
    ({ areaCode }) => atlas.place(areaCode)?.code ?? areaCode,
  );
  return [...byPlace]
    .map(([code, figures]) => {
      const place = atlas.place(code);
      return { code, name: place?.name ?? code, codes: place?.codes ?? [code], figures: settled(figures) };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** Councils stay councils whatever the year: a figure of an area that has gone is shown while it stands in the file. */
function isPeer({ atlas }: FiguresGround, like: string, code: string): boolean {
  const [one, other] = [atlas.place(like), atlas.place(code)];
  if (!one || !other || isSmallAreaCode(code)) return false;
  return one.isInvented ? other.kindName === one.kindName : /counc|borough/i.test(other.kindName);
}

async function regionOf(
  ctx: Ctx,
  { home }: FiguresGround,
): Promise<{ name: string; codes: ReadonlySet<string> } | undefined> {
  if (home === undefined) return undefined;
  const own = await ownAreas(ctx);
  const mine = own.find(({ code }) => code === home);
  if (mine?.regionCode !== undefined) {
    const name = own.find(({ code }) => code === mine.regionCode)?.name ?? mine.regionCode;
    return {
      name,
      codes: new Set(own.flatMap(({ code, regionCode }) => (regionCode === mine.regionCode ? [code] : []))),
    };
  }
  const { byCode, list } = englishAreas();
  const region = byCode.get(home)?.region;
  if (region === undefined) return undefined;
  return {
    name: byCode.get(region)?.name ?? region,
    codes: new Set(list.flatMap((area) => (area.region === region ? [area.code] : []))),
  };
}

async function zonesOf(ctx: Ctx, ground: FiguresGround, definition: MeasureDefinition): Promise<Kind[]> {
  const zones = await zonesHere(ctx, ground);
  if (zones.length === 0) return [];
  const figures = await figuresOfZones(ctx, ground, { definitions: [definition], zones });
  return [...Map.groupBy(zones, ({ set }) => set.key).values()].map((ofSet: readonly ZoneHere[]): Kind => {
    const { key = '', name = '' } = ofSet[0]?.set ?? {};
    const places = ofSet.map(({ code, name: zone, members }) => ({
      code,
      name: zone,
      codes: [code],
      members,
      figures: settled(figuresOnly(figures(definition.id, code))),
    }));
    return { of: { key: `zones-${key}`, name }, places };
  });
}

function periodsOf(figures: readonly Figure[]): Period[] {
  const sorted = figures.map(({ period }) => period).toSorted(comparePeriods);
  return sorted
    .filter((period, at) => at === 0 || !samePeriod(period, sorted[at - 1] ?? period))
    .toReversed();
}

/** The newest period for which at least half of those with any figure have a number. */
function fullest(periods: readonly Period[], places: readonly MapPlace[]): Period | undefined {
  const all = places.filter(({ figures }) => figures.length > 0).length;
  const told = (period: Period) =>
    places.filter(({ figures }) =>
      figures.some((figure) => samePeriod(figure.period, period) && typeof figure.value === 'number'),
    ).length;
  return periods.find((period) => told(period) * 2 >= all) ?? periods[0];
}

function areaOf(
  { code, codes, name, figures }: MapPlace,
  { period, definition, home }: { period: Period; definition: MeasureDefinition; home: string | undefined },
): Area {
  const figure = figures.find((one) => samePeriod(one.period, period));
  const interval = figure ? intervalOf(figure, definition, []) : undefined;
  return {
    key: code,
    name,
    role: home !== undefined && codes.includes(home) ? 'own' : 'other',
    value: figure ? chartValue(figure.value) : { kind: 'status', status: 'missing' },
    ...(interval?.known ? interval.limits : {}),
  };
}

/** An area with what it came to beside England, and the limits that gave it. */
function withVerdict(area: Area, beside: BesideEngland | undefined): Area {
  const came = beside?.came.get(area.key);
  if (!came?.compared || came.isOverruled) return area;
  return { ...area, ...came.limits, comparison: came.verdict };
}

/** The outline of each place: its own, or that of all its small areas together. */
async function outlinesFor(
  ctx: Ctx,
  places: readonly MapPlace[],
  year: number,
): Promise<{ outlines: readonly Outline[]; sources: readonly string[] }> {
  const codes = places.flatMap((place) => [...place.codes, ...(place.members ?? [])]);
  const { outlines, sources } = await outlinesOf(ctx, { codes, year });
  const byCode = new Map(outlines.map((outline) => [outline.key, outline]));
  const drawn = places.flatMap(({ code, codes: all, members }): Outline[] => {
    const own = all.map((one) => byCode.get(one)).find((outline) => outline !== undefined);
    if (own) return [{ ...own, key: code }];
    const parts = (members ?? []).flatMap((member) => byCode.get(member) ?? []);
    const joined = members && parts.length === members.length ? dissolve(code, parts) : undefined;
    return joined ? [joined] : [];
  });
  return { outlines: drawn, sources };
}

/** The tiles that we wrote down for national areas; else tiles from where the outlines lie; else in the order of names. */
function tilesFor({ places }: Kind, outlines: readonly Outline[]): readonly Tile[] {
  const written = tilesOf(places.map(({ code }) => code));
  if (written.length === places.length) return written;
  if (outlines.length === places.length)
    return placeTiles(outlines.map((outline) => ({ key: outline.key, middle: middleOf(outline) })));
  const across = Math.ceil(Math.sqrt(places.length));
  return places.map(({ code }, at) => ({ key: code, column: at % across, row: Math.floor(at / across) }));
}
