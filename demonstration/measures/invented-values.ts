import { county, england, neighbours, region } from '../county.ts';
import type { InventedArea } from '../county.ts';
import { wobble } from './seeded.ts';
import { storyOf } from './stories.ts';
import type { Story } from './stories.ts';

/** Changing this makes another world. */
export const seed = 'brackenshire-1';

/** All areas that figures are invented for, in the order of their names, as publishers list them. */
export const areas: readonly InventedArea[] = [county, england, region, ...neighbours].toSorted((a, b) =>
  a.name < b.name ? -1 : 1,
);

/** How many children stand behind a percentage, of a hundred in the area; where counts are published too. */
const counted: Readonly<Record<string, number>> = {
  PrevRegCPR: 0.53,
  FSP_NEW_GOODDEV: 5.2,
  FSP_Gooddev_FSM: 0.94,
  FSP_Gooddev_FSM_Other: 4.26,
};

/** A published count with its base. */
export type Count = { of: number; count: number };

/** Fewer children than this are never shown, neither those counted nor the rest. */
const smallest = 6;

/** Whether a count is too small to be published. */
export function isHidden({ of, count }: Count): boolean {
  return count < smallest || of - count < smallest;
}

/** An area's value in a year, rounded as it is published; null where nothing was collected. */
export function valueOf(shortDesc: string, area: InventedArea, year: number): number | null {
  const one = storyOf(shortDesc);
  const counts = countOf(shortDesc, area, year);
  if (counts) return rounded((100 * counts.count) / counts.of, one.decimals);
  const raw = rawValue(one, area, year);
  return raw === null ? null : rounded(raw, one.decimals);
}

/** The count behind an area's percentage; undefined where only percentages are published, or nothing was collected. */
export function countOf(shortDesc: string, area: InventedArea, year: number): Count | undefined {
  const perHundred = counted[shortDesc];
  const raw = rawValue(storyOf(shortDesc), area, year);
  if (perHundred === undefined || raw === null) return undefined;
  if (shortDesc === 'FSP_NEW_GOODDEV') return sumOfMeals(area, year) ?? undefined;
  const of = Math.round(
    (area.children * perHundred * (1 + 0.04 * wobble(seed, 'base', shortDesc, area.code, year))) / 100,
  );
  return { of, count: Math.round((of * raw) / 100) };
}

/** All children are those with free school meals and the others, so that the three figures never contradict each other. */
function sumOfMeals(area: InventedArea, year: number): Count | undefined {
  const withMeals = countOf('FSP_Gooddev_FSM', area, year);
  const others = countOf('FSP_Gooddev_FSM_Other', area, year);
  if (!withMeals || !others) return undefined;
  return { of: withMeals.of + others.of, count: withMeals.count + others.count };
}

function rawValue(one: Story, area: InventedArea, year: number): number | null {
  const at = year - one.firstYear;
  const country = one.country[at];
  if (country === undefined || country === null) return null;
  if (area.kind === 'country') return country;
  const along = at / Math.max(1, one.country.length - 1);
  const apart = area.code === county.code ? ownDistance(one, along) : usualDistance(one, area, along);
  const restless = area.kind === 'region' ? 0.1 : 0.3;
  const value =
    country + apart + restless * one.spread * wobble(seed, 'year', one.shortDesc, area.code, year);
  return one.unit.startsWith('%') ? Math.min(99.5, Math.max(0.4, value)) : Math.max(0.4, value);
}

function ownDistance({ own: [first, last] }: Story, along: number): number {
  return first + (last - first) * along;
}

/** A neighbour lies where it lies, and drifts a little; a region lies near the country. */
function usualDistance(one: Story, area: InventedArea, along: number): number {
  const reach = area.kind === 'region' ? 0.4 * one.spread : one.spread;
  const lies = wobble(seed, 'lies', one.shortDesc, area.code);
  const drifts = 0.5 * wobble(seed, 'drifts', one.shortDesc, area.code);
  return reach * (lies + drifts * along);
}

export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
