import type { Asked } from './fetch-source.ts';

/** England, under which every area stands. */
const england = '15';

/**
 * Where Fingertips gives figures as CSV: by indicators, by a group (a domain) or by a whole profile, for one kind of area.
 * The paths and their questions are those that the publisher's own clients use (fingertipsR, fingertips_py).
 */
export function fingertipsAddress(base: URL, { kind, identifier, areaType }: Asked): URL {
  const [path, name] = ways[kind] ?? ways['fingertips-indicator'];
  const address = new URL(`${base.href.replace(/\/$/, '')}/all_data/csv/${path}`);
  address.search = new URLSearchParams({
    [name]: identifier,
    child_area_type_id: areaType,
    parent_area_type_id: england,
    include_sortable_time_periods: 'yes',
  }).toString();
  return address;
}

const ways: Readonly<Record<string, readonly [path: string, name: string]>> & {
  readonly 'fingertips-indicator': readonly [string, string];
} = {
  'fingertips-indicator': ['by_indicator_id', 'indicator_ids'],
  'fingertips-group': ['by_group_id', 'group_id'],
  'fingertips-profile': ['by_profile_id', 'profile_id'],
};

/** A file's name on disk and in the list of imports. */
export function fingertipsName({ kind, identifier, areaType, keptAs }: Asked): string {
  if (keptAs !== undefined) return `${keptAs}.csv`;
  const what = kind.replace('fingertips-', '');
  return `fingertips-${what}-${identifier.replaceAll(',', '-').slice(0, 60)}-area-type-${areaType}.csv`;
}
