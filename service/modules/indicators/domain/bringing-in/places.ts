import type { Day } from '#platform/kernel/day.ts';
import type { PublishedArea } from '../observation.ts';

/** An area that a partnership wrote down itself: its zones, or an invented county. */
export type OwnArea = {
  readonly code: string;
  /** what stands in the place of the Department for Education's three digits */
  readonly dfeCode: string | undefined;
  readonly name: string;
  readonly kind: string;
  readonly regionCode: string | undefined;
};

/** What a file's words for an area come to. */
export type Placed =
  | { readonly kind: 'found'; readonly code: string; readonly outsideItsDates: boolean }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'disagreeing' };

/** What the national lists say; the reference files answer it. */
export type NationalPlaces = (clues: PublishedArea & { on: Day }) => Placed;

/**
 * Finds the area that a file speaks of, by its codes alone: a name never decides, since names collide. The partnership's
 * own areas are asked first; what they do not hold is asked of the national lists.
 */
export function placeFinder(
  own: readonly OwnArea[],
  national: NationalPlaces,
): (area: PublishedArea, on: Day) => Placed {
  const byCode = new Map(own.map((area) => [area.code, area]));
  const byNumber = new Map(own.flatMap((area) => (area.dfeCode ? [[area.dfeCode, area]] : [])));
  const known = new Map<PublishedArea, Map<Day, Placed>>();
  const find = (area: PublishedArea, on: Day): Placed => {
    const coded = area.code === undefined ? undefined : byCode.get(area.code);
    const numbered = area.dfeCode === undefined ? undefined : byNumber.get(area.dfeCode);
    const found = coded ?? numbered;
    if (!found) return national({ ...area, on });
    const agrees =
      (area.code === undefined || area.code === found.code) &&
      (area.dfeCode === undefined || found.dfeCode === undefined || area.dfeCode === found.dfeCode);
    return agrees ? { kind: 'found', code: found.code, outsideItsDates: false } : { kind: 'disagreeing' };
  };
  // Readers hand on one object for an area that a file names a thousand times.
  return (area, on) => {
    const days = known.get(area) ?? new Map<Day, Placed>();
    known.set(area, days);
    const before = days.get(on);
    if (before) return before;
    const placed = find(area, on);
    days.set(on, placed);
    return placed;
  };
}
