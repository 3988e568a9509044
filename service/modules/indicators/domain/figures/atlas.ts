import { dayFrom, type Day } from '#platform/kernel/day.ts';
import { joinAcross, samePlace } from '#reference/area-succession.ts';
import { stoodOn, type Area, type AreaKind, type Areas } from '#reference/areas.ts';
import type { NeighbourSet as PublishedSet } from '#reference/neighbours.ts';
import { isSmallAreaCode } from '../zones/geography.ts';
import type { OwnArea } from '../bringing-in/places.ts';
import { englandCode, type NeighbourSet, type Place } from './place.ts';

/** Every area that figures can be of: the national ones, and those that the partnership wrote down itself. */
export type Atlas = {
  /** the place of a code, whichever of its codes it is; undefined where nobody knows it */
  place(code: string): Place | undefined;
  /** which areas are of the same kind as a place, so that they can be ranked together, on a day */
  peersOf(place: Place, on: Day): (code: string) => boolean;
  /** the sets of neighbours that a place stands in, newest first */
  neighbourSets(place: Place, given: readonly GivenNeighbours[]): readonly NeighbourSet[];
};

/** Neighbours that were brought in, by area codes. */
export type GivenNeighbours = {
  set: string;
  areaCode: string;
  neighbours: readonly { code: string; closeness: string }[];
};

/** Puts the areas together. A code of the partnership's own goes before a national one. */
export function atlasOf(national: Areas, published: readonly PublishedSet[], own: readonly OwnArea[]): Atlas {
  const ownByCode = new Map(own.map((area) => [area.code, area]));
  const places = new Map<string, Place | undefined>();
  const peers = new Map<string, ReadonlySet<string>>();
  const place = (code: string): Place | undefined => {
    if (!places.has(code)) {
      const ownArea = ownByCode.get(code);
      places.set(code, ownArea ? ownPlace(ownArea) : nationalPlace(national, code));
    }
    return places.get(code);
  };
  return {
    place,
    peersOf(of, on) {
      const ownArea = ownByCode.get(of.code);
      if (ownArea) return (code) => ownByCode.get(code)?.kind === ownArea.kind;
      const kind = national.byCode.get(of.code)?.kind;
      const key = `${kind} ${on}`;
      const known = peers.get(key);
      const codes = known ?? new Set(kind ? codesOfKind(national, kind, on) : []);
      if (!known) peers.set(key, codes);
      return (code) => codes.has(code);
    },
    neighbourSets: (of, given) => [
      ...given.map((set) => givenSet(set, place)),
      ...published.flatMap((set) => publishedSet(set, of, { national, place, given })),
    ],
  };
}

function ownPlace(area: OwnArea): Place {
  return {
    code: area.code,
    name: area.name,
    kindName: ownKinds[area.kind] ?? area.kind,
    isInvented: area.code.startsWith('X'),
    codes: [area.code],
    standsFrom: undefined,
    before: [],
  };
}

const ownKinds: Readonly<Record<string, string>> = {
  county: 'County',
  region: 'Region',
  zone: 'Family partnership zone',
  'small-area': 'Small area',
};

const kinds: { readonly [Kind in AreaKind]: string } = {
  country: 'Country',
  region: 'Region',
  'part-of-region': 'Part of a region',
  county: 'County council',
  unitary: 'Unitary council',
  metropolitan: 'Metropolitan borough',
  'london-borough': 'London borough',
  joint: 'Joint service',
};

const councils: readonly AreaKind[] = ['county', 'unitary', 'metropolitan', 'london-borough'];

function codesOfKind(national: Areas, kind: AreaKind, on: Day): string[] {
  return national.list
    .filter((area) => sameKind(area.kind, kind) && stoodOn(area, on))
    .map(({ code }) => code);
}

/** Every council with children's services is ranked with every other, whatever it is called. */
function sameKind(one: AreaKind, other: AreaKind): boolean {
  return one === other || (councils.includes(one) && councils.includes(other));
}

function nationalPlace(national: Areas, code: string): Place | undefined {
  const line = samePlace(national, code);
  const now = line.at(-1);
  if (!now) return undefined;
  const changes = line.flatMap((area) =>
    area.comesFrom
      .filter(({ kind }) => kind !== 'recoded')
      .flatMap((step) => before(national, { from: step.code, to: area, on: step.on })),
  );
  return {
    code: now.code,
    name: now.name,
    kindName: kinds[now.kind],
    isInvented: false,
    codes: line.map((area) => area.code),
    standsFrom: changes
      .map(({ on }) => on)
      .toSorted()
      .at(-1),
    before: changes.map(({ codes, name, words }) => ({ codes, name, words })),
  };
}

function before(
  national: Areas,
  step: { from: string; to: Area; on: string },
): (Place['before'][number] & { on: Day })[] {
  const old = national.byCode.get(step.from);
  const join = joinAcross(national, step.from, step.to.code);
  const on = dayFrom(step.on);
  if (!old || !on || join.kind !== 'changed') return [];
  return [
    { on, codes: samePlace(national, old.code).map(({ code }) => code), name: old.name, words: join.words },
  ];
}

function givenSet(given: GivenNeighbours, place: Atlas['place']): NeighbourSet {
  return {
    key: given.set,
    year: given.set,
    name: `Statistical neighbours, ${given.set}`,
    neighbours: given.neighbours.map(({ code, closeness }) => ({
      place: place(code) ?? { code, name: code, codes: [code] },
      closeness,
    })),
  };
}

/** A set of the reference files, unless the same year's was brought in for this place. */
function publishedSet(
  set: PublishedSet,
  of: Place,
  around: { national: Areas; place: Atlas['place']; given: readonly GivenNeighbours[] },
): NeighbourSet[] {
  const { national, place, given } = around;
  const year = String(set.year);
  if (given.some((one) => one.set === year)) return [];
  const list = of.codes
    .flatMap((code) => national.byCode.get(code)?.dfeCodes ?? [])
    .map((dfeCode) => set.neighbours.get(dfeCode))
    .findLast((found) => found !== undefined);
  if (!list) return [];
  const neighbours = list.flatMap(({ dfeCode, closeness }) => {
    const newest = newestWith(national, dfeCode);
    const found = newest && place(newest);
    return found ? [{ place: found, closeness }] : [];
  });
  return [{ key: year, year, name: set.name, neighbours }];
}

/** A number that went to another council in time belongs to the newest that has it. */
function newestWith(national: Areas, dfeCode: string): string | undefined {
  const areas = national.byDfeCode.get(dfeCode) ?? [];
  return areas.toSorted((a, b) => (a.until ?? '9').localeCompare(b.until ?? '9')).at(-1)?.code;
}

/** The codes to ask figures of for a place; those of what stood before only where it was one area and not several. */
export function codesToRead(place: Place): readonly string[] {
  const [only, ...others] = place.before;
  return only && others.length === 0 ? [...place.codes, ...only.codes] : place.codes;
}

/** England is what others are compared with, and small areas are read by zone: neither has a scorecard of its own. */
export function hasScorecard(place: Place): boolean {
  return place.code !== englandCode && !isSmallAreaCode(place.code);
}
