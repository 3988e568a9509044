import { county } from '../county.ts';
import type { InventedArea } from '../county.ts';
import { countOf, seed, type Count } from './invented-values.ts';
import { wobble } from './seeded.ts';

/** A group of five-year-olds as the table names it: its share of all, and how far from all it lies, there and in the county. */
type Part = {
  type: string;
  share: number;
  apart: number;
  /** the county's own distance from all, in the first year and in the last */
  own: readonly [number, number];
};

type Split = { characteristic: string; parts: readonly Part[]; rest: string };

const first = 2022;
const last = 2025;

/**
 * Ways of telling apart that leave nobody out: what is left of all children is the last group. In the county two groups
 * are too small to be shown; never one alone, which all the others would give away.
 */
const splits: readonly Split[] = [
  {
    characteristic: 'SEN provision',
    parts: [
      { type: 'EHC plan', share: 0.024, apart: -64, own: [-56, -58] },
      { type: 'SEN support', share: 0.088, apart: -42, own: [-45, -38] },
    ],
    rest: 'No identified SEN',
  },
  {
    characteristic: 'Ethnic group: major',
    parts: [
      { type: 'Mixed/multiple ethnic groups', share: 0.036, apart: 1, own: [-3, -5] },
      { type: 'Asian/Asian British', share: 0.006, apart: -1, own: [-9, -12] },
      { type: 'Black/African/Caribbean/Black British', share: 0.0022, apart: -4, own: [-14, -16] },
      { type: 'Other ethnic group', share: 0.0018, apart: -9, own: [-12, -13] },
    ],
    rest: 'White',
  },
  {
    characteristic: 'Term of birth',
    parts: [
      { type: 'Summer-born', share: 0.33, apart: -10, own: [-12, -11] },
      { type: 'Spring-born', share: 0.33, apart: 0.5, own: [1, 0.5] },
    ],
    rest: 'Autumn-born',
  },
];

const girls: Part = { type: 'Girls', share: 0.488, apart: 6.4, own: [8.2, 6] };

/** One row of the table: a group with its base and count. */
export type GroupRow = { characteristic: string; type: string; gender: string; counts: Count };

/** The groups of an area's five-year-olds in a year; each split adds up to all children. */
export function groupRows(area: InventedArea, year: number): readonly GroupRow[] {
  const all = countOf('FSP_NEW_GOODDEV', area, year);
  if (!all) return [];
  const where = { area, year, all };
  const byCharacteristic = splits.flatMap(({ characteristic, parts, rest }) =>
    splitCounts(parts, rest, where).map(({ type, counts }) => ({
      characteristic,
      type,
      gender: 'Total',
      counts,
    })),
  );
  const bySex = splitCounts([girls], 'Boys', where).map(({ type, counts }) => ({
    characteristic: 'Total',
    type: 'Total',
    gender: type,
    counts,
  }));
  return [...byCharacteristic, ...bySex];
}

type Where = { area: InventedArea; year: number; all: Count };

function splitCounts(parts: readonly Part[], rest: string, where: Where): { type: string; counts: Count }[] {
  const told = parts.map((part) => ({ type: part.type, counts: countsOf(part, where) }));
  const counts = {
    of: where.all.of - told.reduce((sum, one) => sum + one.counts.of, 0),
    count: where.all.count - told.reduce((sum, one) => sum + one.counts.count, 0),
  };
  return [...told, { type: rest, counts }];
}

function countsOf(part: Part, { area, year, all }: Where): Count {
  const along = (year - first) / (last - first);
  const [from, to] = part.own;
  const apart = area.code === county.code ? from + (to - from) * along : part.apart;
  const of = Math.round(all.of * part.share * (1 + 0.03 * wobble(seed, 'part', part.type, area.code, year)));
  const percent =
    (100 * all.count) / all.of + apart + 0.6 * wobble(seed, 'apart', part.type, area.code, year);
  return { of, count: Math.round((of * Math.min(99, Math.max(1, percent))) / 100) };
}
