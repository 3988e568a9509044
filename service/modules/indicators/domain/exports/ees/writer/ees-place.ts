import type { Day } from '#platform/kernel/day.ts';
import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome, WordsFor } from '#platform/kernel/outcome.ts';
import { samePlace } from '#reference/area-succession.ts';
import { stoodOn } from '#reference/areas.ts';
import type { Area, Areas } from '#reference/areas.ts';
import type { EesPlaces } from '#reference/ees/ees-format.ts';
import type { OwnArea } from '../../../bringing-in/places.ts';

/** The levels that are written. */
export type EesWrittenLevel = 'National' | 'Regional' | 'Local authority';

/** A place as a row of a table says it. */
export type EesPlaceCells = {
  readonly level: EesWrittenLevel;
  /** by column, of those that the row fills */
  readonly cells: Readonly<Record<string, string>>;
};

export type EesPlaceRefusal =
  | { reason: 'no-such-place'; code: string }
  | { reason: 'no-such-level'; name: string };

export const eesPlaceRefusalWords: WordsFor<EesPlaceRefusal> = {
  'no-such-place': ({ code }) => `Nobody knows the area ${code}.`,
  'no-such-level': ({ name }) => `The format has no level for an area of this kind (${name}).`,
};

/** How an area is said in the rows of a day. */
export type EesPlaceWriter = (areaCode: string, on: Day) => Outcome<EesPlaceCells, EesPlaceRefusal>;

const country = { country_code: 'E92000001', country_name: 'England' };

/**
 * Writes areas with the code and number that stood on the day: a council that was recoded has its old code in old rows.
 * Councils that merged or were parted keep the code that their publisher gave, since they were something else.
 */
export function eesPlaceWriter(
  national: Areas,
  own: readonly OwnArea[],
  accepted: EesPlaces,
): EesPlaceWriter {
  const ownByCode = new Map(own.map((area) => [area.code, area]));
  const regions = regionNames(own, accepted);
  return (areaCode, on) => {
    const ownArea = ownByCode.get(areaCode);
    if (ownArea) return ownCells(ownArea, regions);
    const given = national.byCode.get(areaCode);
    if (!given) return refuse({ reason: 'no-such-place', code: areaCode });
    const then = samePlace(national, areaCode).find((area) => stoodOn(area, on)) ?? given;
    return nationalCells(then, { accepted, regions });
  };
}

function regionNames(own: readonly OwnArea[], accepted: EesPlaces): ReadonlyMap<string, string> {
  const listed = (accepted.lists.get('regions') ?? []).filter(([code]) => code !== 'z');
  return new Map([
    ...listed.map(([code = '', name = '']): [string, string] => [code, name]),
    ...own.filter(({ kind }) => kind === 'region').map(({ code, name }): [string, string] => [code, name]),
  ]);
}

function ownCells(
  area: OwnArea,
  regions: ReadonlyMap<string, string>,
): Outcome<EesPlaceCells, EesPlaceRefusal> {
  if (area.kind === 'region') return done(regional(area.code, regions));
  if (area.kind !== 'county' && area.kind !== 'elsewhere')
    return refuse({ reason: 'no-such-level', name: area.name });
  const number = /^\d{3}$/.test(area.dfeCode ?? '') ? area.dfeCode : undefined;
  return done(
    authority({ code: area.code, number: number ?? 'x', name: area.name }, area.regionCode, regions),
  );
}

function nationalCells(
  area: Area,
  around: { accepted: EesPlaces; regions: ReadonlyMap<string, string> },
): Outcome<EesPlaceCells, EesPlaceRefusal> {
  const { accepted, regions } = around;
  switch (area.kind) {
    case 'country':
      return done({ level: 'National', cells: country });
    case 'region':
    case 'part-of-region':
      return done(regional(area.code, regions));
    case 'joint':
      return refuse({ reason: 'no-such-level', name: area.name });
    default:
      return done(authority(acceptedAuthority(area, accepted), area.region, regions));
  }
}

function regional(code: string, regions: ReadonlyMap<string, string>): EesPlaceCells {
  return {
    level: 'Regional',
    cells: { ...country, region_code: code, region_name: regions.get(code) ?? code },
  };
}

type Authority = { code: string; number: string; name: string };

/** The list's own spelling, since a name that differs by a letter is refused. */
function acceptedAuthority({ code, dfeCodes, name }: Area, { lists }: EesPlaces): Authority {
  const listed = (lists.get('authorities') ?? []).filter(([listedCode]) => listedCode === code);
  const entry = listed.find(([, number = '']) => dfeCodes.includes(number)) ?? listed[0];
  return {
    code,
    number: entry?.[1] ?? dfeCodes.find((each) => /^\d{3}$/.test(each)) ?? 'x',
    name: entry?.[2] ?? name,
  };
}

function authority(
  { code, number, name }: Authority,
  regionCode: string | undefined,
  regions: ReadonlyMap<string, string>,
): EesPlaceCells {
  const region = regionCode === undefined ? undefined : regions.get(regionCode);
  return {
    level: 'Local authority',
    cells: {
      ...country,
      ...(regionCode === undefined || region === undefined
        ? {}
        : { region_code: regionCode, region_name: region }),
      old_la_code: number,
      new_la_code: code,
      la_name: name,
    },
  };
}
