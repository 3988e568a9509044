import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

export type AreaKind = z.infer<typeof areaKind>;

/** What stands in the place of an area whose code ended, or what stood there before. */
export type Succession = {
  /** the other area's code */
  readonly code: string;
  /** the first day of the new state, `YYYY-MM-DD` */
  readonly on: string;
  /** recoded: the same place under a new code; merged: part of a larger one; split: only a part of the old one */
  readonly kind: 'recoded' | 'merged' | 'split';
  readonly note?: string;
};

/** An area of England under one code. A council that was recoded is two areas, tied by `becomes` and `comesFrom`. */
export type Area = {
  /** nine characters, as the Office for National Statistics gives it; two joined by `+` for a joint service */
  readonly code: string;
  /** three-digit numbers of the Department for Education, as text */
  readonly dfeCodes: readonly string[];
  readonly name: string;
  readonly kind: AreaKind;
  /** code of the region it lies in */
  readonly region?: string;
  /** code of Inner or Outer London */
  readonly part?: string;
  /** the authorities that a joint service covers */
  readonly parts: readonly string[];
  /** first day of the code, where it began after nine-character codes did */
  readonly from?: string;
  /** last day of the code, where it has ended */
  readonly until?: string;
  /** other spellings that publishers use */
  readonly names: readonly string[];
  readonly becomes: readonly Succession[];
  readonly comesFrom: readonly Succession[];
};

/** Every area, with the three ways of finding one. Names are kept under `nameKey`. */
export type Areas = {
  readonly list: readonly Area[];
  readonly byCode: ReadonlyMap<string, Area>;
  readonly byDfeCode: ReadonlyMap<string, readonly Area[]>;
  readonly byName: ReadonlyMap<string, readonly Area[]>;
};

const areaKind = z.enum([
  'country',
  'region',
  'part-of-region',
  'county',
  'unitary',
  'metropolitan',
  'london-borough',
  'joint',
]);

const code = z.string().regex(/^E\d{8}(\+E\d{8})*$/);
const day = z.iso.date();

const row = z.strictObject({
  code,
  dfe: z.array(z.string().regex(/^\d{3}( \/ \d{3})*$/)).default([]),
  name: z.string().min(1),
  kind: areaKind,
  region: code.optional(),
  part: code.optional(),
  parts: z.array(code).default([]),
  from: day.optional(),
  until: day.optional(),
  names: z.array(z.string().min(1)).default([]),
  becomes: z
    .array(
      z.strictObject({
        code,
        on: day,
        kind: z.enum(['recoded', 'merged', 'split']),
        note: z.string().optional(),
      }),
    )
    .default([]),
});

type Row = z.infer<typeof row>;

/**
 * Reads a list of areas in the shape of `areas.yaml`.
 * @throws an Error that names the line of thought: a row of the wrong shape, a code that stands twice, or a
 * successor, region or part that is not in the list.
 */
export function readAreas(text: string): Areas {
  const rows = z.array(row).parse(parse(text, { maxAliasCount: 0 }));
  const comesFrom = predecessors(rows);
  const list = rows.map((each) => areaOf(each, comesFrom.get(each.code) ?? []));
  const byCode = new Map(list.map((area) => [area.code, area]));
  if (byCode.size !== list.length) throw new Error('areas: a code stands twice');
  for (const area of list) {
    const named = [area.region, area.part, ...area.parts, ...area.becomes.map((next) => next.code)];
    const missing = named.find((each) => each !== undefined && !byCode.has(each));
    if (missing) throw new Error(`areas: ${area.code} speaks of ${missing}, which is not in the list`);
  }
  return {
    list,
    byCode,
    byDfeCode: grouped(list, (area) => area.dfeCodes),
    byName: grouped(list, (area) => [...new Set([area.name, ...area.names].map(nameKey))]),
  };
}

let own: Areas | undefined;

/** The areas of England that the project knows, read once from `areas.yaml` beside this file. */
export function englishAreas(): Areas {
  own ??= readAreas(readFileSync(new URL('areas.yaml', import.meta.url), 'utf8'));
  return own;
}

/** The form in which two spellings of one name are the same: no capitals, stops, commas or hyphens; `&` is "and". */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[.,'’]/g, '')
    .replaceAll(/[\s-]+/g, ' ')
    .trim();
}

/** Whether the area's code stood on a day. */
export function stoodOn(area: Area, day: string): boolean {
  return (area.from === undefined || area.from <= day) && (area.until === undefined || day <= area.until);
}

function areaOf(each: Row, comesFrom: readonly Succession[]): Area {
  return {
    code: each.code,
    dfeCodes: each.dfe,
    name: each.name,
    kind: each.kind,
    ...(each.region === undefined ? {} : { region: each.region }),
    ...(each.part === undefined ? {} : { part: each.part }),
    parts: each.parts,
    ...(each.from === undefined ? {} : { from: each.from }),
    ...(each.until === undefined ? {} : { until: each.until }),
    names: each.names,
    becomes: each.becomes.map((next) => successionOf(next, next.code)),
    comesFrom,
  };
}

function predecessors(rows: readonly Row[]): ReadonlyMap<string, readonly Succession[]> {
  const found = new Map<string, Succession[]>();
  for (const each of rows) {
    for (const next of each.becomes) {
      found.set(next.code, [...(found.get(next.code) ?? []), successionOf(next, each.code)]);
    }
  }
  return found;
}

function successionOf(next: Row['becomes'][number], other: string): Succession {
  return {
    code: other,
    on: next.on,
    kind: next.kind,
    ...(next.note === undefined ? {} : { note: next.note }),
  };
}

function grouped(
  list: readonly Area[],
  keysOf: (area: Area) => readonly string[],
): ReadonlyMap<string, readonly Area[]> {
  const groups = new Map<string, Area[]>();
  for (const area of list) {
    for (const key of keysOf(area)) groups.set(key, [...(groups.get(key) ?? []), area]);
  }
  return groups;
}
