import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const texts = z.array(z.string().min(1));

const level = z.strictObject({
  level: z.string(),
  code: z.string().optional(),
  name: z.string(),
  second: z.string().optional(),
  list: z.string().optional(),
  within: texts.default([]),
  one_to_one: z.boolean().default(false),
  institution: z.boolean().default(false),
  tool: z.boolean().default(true),
});

const format = z.strictObject({
  data_columns: texts,
  meta_columns: z.strictObject({ needed: texts, also: texts }),
  units: texts,
  symbols: z.strictObject({
    accepted: texts,
    not_available_once: texts,
    rounds_to_zero_once: texts,
    no_data_once: texts,
    nothing: texts,
  }),
  times: z.array(z.strictObject({ digits: z.union([z.literal(4), z.literal(6)]), identifiers: texts })),
  levels: z.array(level),
  place_words: z.strictObject({ begins: texts, ends: texts, whole: texts }),
  group_words: texts,
  harmonised_columns: z.array(z.strictObject({ holds: z.string(), names: texts })),
  ethnic_groups: z.record(z.string(), texts),
  ethnic_group_headings: texts,
});

const pair = z.tuple([z.string(), z.string()]);

const places = z.strictObject({
  without_code: texts,
  countries: z.array(pair),
  regions: z.array(pair),
  authorities: z.array(z.tuple([z.string(), z.string(), z.string()])),
  districts: z.array(pair),
  enterprise_partnerships: z.array(pair),
  skills_areas: z.array(pair),
  devolved_areas: z.array(pair),
  constituency_codes: z.array(pair),
});

/** A level of places in a table, with the columns that say the place. */
export type EesLevel = {
  readonly level: string;
  readonly code: string | undefined;
  readonly name: string;
  readonly second: string | undefined;
  /** the list in `EesPlaces` that holds its codes and names; "constituencies" and "wards" have shapes instead */
  readonly list: string | undefined;
  /** other levels in whose rows its columns may be filled */
  readonly within: readonly string[];
  /** whether every code has one name and every name one code */
  readonly isOneToOne: boolean;
  readonly isInstitution: boolean;
  /** whether the table tool reads its rows */
  readonly isInTableTool: boolean;
};

/** What a pair of files of Explore Education Statistics may hold. */
export type EesFormat = {
  readonly dataColumns: readonly string[];
  readonly metaColumns: { readonly needed: readonly string[]; readonly also: readonly string[] };
  readonly units: readonly string[];
  readonly symbols: {
    readonly accepted: readonly string[];
    readonly notAvailableOnce: readonly string[];
    readonly roundsToZeroOnce: readonly string[];
    readonly noDataOnce: readonly string[];
    readonly nothing: readonly string[];
  };
  /** kinds of period that a table may mix, with the digits of time_period */
  readonly times: readonly { readonly digits: 4 | 6; readonly identifiers: readonly string[] }[];
  readonly levels: readonly EesLevel[];
  readonly placeWords: {
    readonly begins: readonly string[];
    readonly ends: readonly string[];
    readonly whole: readonly string[];
  };
  readonly groupWords: readonly string[];
  readonly harmonisedColumns: readonly { readonly holds: string; readonly names: readonly string[] }[];
  /** wide groups with the narrow ones in each */
  readonly ethnicGroups: ReadonlyMap<string, readonly string[]>;
  readonly ethnicGroupHeadings: readonly string[];
};

/** Codes with the names that may stand beside them: [code, name], and [code, three-digit code, name] for authorities. */
export type EesPlaces = {
  readonly lists: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** names that may stand beside the code z at any level */
  readonly withoutCode: readonly string[];
  readonly constituencyCodes: readonly (readonly [string, string])[];
};

/**
 * Reads the facts of the format in the shape of `ees-format.yaml`.
 * @throws an Error where the shape is another one
 */
export function readEesFormat(text: string): EesFormat {
  const read = format.parse(parse(text, { maxAliasCount: 0 }));
  return {
    dataColumns: read.data_columns,
    metaColumns: read.meta_columns,
    units: read.units,
    symbols: {
      accepted: read.symbols.accepted,
      notAvailableOnce: read.symbols.not_available_once,
      roundsToZeroOnce: read.symbols.rounds_to_zero_once,
      noDataOnce: read.symbols.no_data_once,
      nothing: read.symbols.nothing,
    },
    times: read.times,
    levels: read.levels.map((each) => ({
      level: each.level,
      code: each.code,
      name: each.name,
      second: each.second,
      list: each.list,
      within: each.within,
      isOneToOne: each.one_to_one,
      isInstitution: each.institution,
      isInTableTool: each.tool,
    })),
    placeWords: read.place_words,
    groupWords: read.group_words,
    harmonisedColumns: read.harmonised_columns,
    ethnicGroups: new Map(Object.entries(read.ethnic_groups)),
    ethnicGroupHeadings: read.ethnic_group_headings,
  };
}

/**
 * Reads codes and names in the shape of `ees-places.yaml`.
 * @throws an Error where the shape is another one
 */
export function readEesPlaces(text: string): EesPlaces {
  const read = places.parse(parse(text, { maxAliasCount: 0 }));
  const { without_code, constituency_codes, ...lists } = read;
  return {
    lists: new Map(Object.entries(lists)),
    withoutCode: without_code,
    constituencyCodes: constituency_codes,
  };
}

let ownFormat: EesFormat | undefined;
let ownPlaces: EesPlaces | undefined;

/** The facts of the format, read once from `ees-format.yaml` beside this file. */
export function eesFormat(): EesFormat {
  ownFormat ??= readEesFormat(readFileSync(new URL('ees-format.yaml', import.meta.url), 'utf8'));
  return ownFormat;
}

/** The codes and names of places that the format accepts, read once from `ees-places.yaml` beside this file. */
export function eesPlaces(): EesPlaces {
  ownPlaces ??= readEesPlaces(readFileSync(new URL('ees-places.yaml', import.meta.url), 'utf8'));
  return ownPlaces;
}
