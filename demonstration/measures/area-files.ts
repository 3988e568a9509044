import { county, england, neighbours, region } from '../county.ts';
import type { InventedArea } from '../county.ts';
import { csvLine, quotedLine } from './csv.ts';
import { regionCode } from './ees-files.ts';
import { seed } from './invented-values.ts';
import { share } from './seeded.ts';

/** Statistical neighbours in their wide form, each with its ten; the closeness words end in a space, as the real ones do. */
export function statisticalNeighbours(): string {
  const places = Array.from({ length: 10 }, (_, index) => [`SN_${index + 1}`, `SN_${index + 1}P`]).flat();
  const header = ['old_la_code', 'la_name', 'region_ind', 'region_name', ...places];
  const lines = local().map((area) =>
    csvLine([
      area.number,
      area.name,
      regionCode(area).slice(-1),
      area.regionName ?? '',
      ...nearest(area).flatMap((other, index) => [other.number, closeness(index)]),
    ]),
  );
  return `\uFEFF${[header.join(','), ...lines].join('\n')}\n`;
}

/** The county's own neighbours stand in their order; the others' order is drawn. */
function nearest(area: InventedArea): InventedArea[] {
  const others = local().filter((other) => other.code !== area.code);
  if (area.code === county.code) return [...neighbours];
  const distance = new Map(
    others.map((other) => [other.code, share(seed, 'near', ...[area.code, other.code].toSorted())]),
  );
  return others.toSorted((a, b) => (distance.get(a.code) ?? 0) - (distance.get(b.code) ?? 0));
}

function closeness(index: number): string {
  if (index < 3) return 'Very close';
  return index < 7 ? 'Close ' : 'Somewhat close';
}

/** The map from the education department's numbers to nine-character codes. */
export function areaCodes(): string {
  const rows = local().map((area) => [area.number, area.code, area.name]);
  return `${[['old_la_code', 'new_la_code', 'la_name'], ...rows].map(quotedLine).join('\n')}\n`;
}

export function regionCodes(): string {
  const named = [...new Set([region.name, ...neighbours.map((one) => one.regionName ?? '')])];
  const rows = named.map((name) => [regionCode({ ...england, name }), name]);
  return `${[['region_code', 'region_name'], ...rows].map(quotedLine).join('\n')}\n`;
}

function local(): InventedArea[] {
  return [county, ...neighbours].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
