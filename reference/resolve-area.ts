import { nameKey, stoodOn } from './areas.ts';
import type { Area, Areas } from './areas.ts';

/** What a publisher says of an area. An empty clue counts as not given. */
export type AreaClues = {
  /** nine characters; two with ` / ` between them for a joint service */
  readonly code?: string;
  /** three digits, as text */
  readonly dfeCode?: string;
  readonly name?: string;
  /** a day of the period that the number is for */
  readonly on?: string;
};

/** Something that a reader of the number should hear, although the area is certain. */
export type AreaNote =
  /** the publisher carried the number back or forward to a code that did not stand on that day */
  | 'outside-its-dates'
  /** the code is certain, but the name beside it is a spelling that we have not met */
  | 'name-not-known'
  /** the clues fit one place under several codes; the newest is given */
  | 'recoded';

export type AreaFound =
  | { readonly kind: 'found'; readonly area: Area; readonly notes: readonly AreaNote[] }
  /** none of the clues is known to us */
  | { readonly kind: 'unknown' }
  /** several areas fit: say a day, or a code */
  | { readonly kind: 'ambiguous'; readonly between: readonly Area[] }
  /** one clue names one area and another clue another */
  | { readonly kind: 'disagreeing'; readonly between: readonly Area[] };

/**
 * The one area that the clues speak of. Never guesses: a code or number that is not in the list is unknown whatever
 * the name says; clues that name different areas disagree; where several areas fit, the day decides between them,
 * and where no day decides, only codes of the same place (recoded) are taken as one.
 * @example resolveArea(englishAreas(), { dfeCode: '838', name: 'Dorset' }) // found: E06000059
 * @example resolveArea(englishAreas(), { name: 'Dorset' }) // ambiguous: the county of old and the council of now
 */
export function resolveArea(areas: Areas, clues: AreaClues): AreaFound {
  const hits = namedBy(areas, clues);
  if (hits === undefined) return { kind: 'unknown' };
  const candidates = hits.sets.reduce((left, right) => left.filter((area) => right.includes(area)));
  if (candidates.length === 0) return { kind: 'disagreeing', between: [...new Set(hits.sets.flat())] };
  const { on } = clues;
  const standing = on === undefined ? candidates : candidates.filter((area) => stoodOn(area, on));
  const fitting = standing.length > 0 ? standing : candidates;
  const area = fitting.length === 1 ? fitting[0] : newestOfOnePlace(fitting);
  if (area === undefined) return { kind: 'ambiguous', between: fitting };
  const notes: AreaNote[] = [];
  if (on !== undefined && !stoodOn(area, on)) notes.push('outside-its-dates');
  if (hits.nameNotKnown) notes.push('name-not-known');
  if (fitting.length > 1) notes.push('recoded');
  return { kind: 'found', area, notes };
}

/** The areas that each clue names; undefined where a code or number is not known, or nothing was said. */
function namedBy(
  areas: Areas,
  clues: AreaClues,
): { sets: readonly (readonly Area[])[]; nameNotKnown: boolean } | undefined {
  const sets: (readonly Area[])[] = [];
  const code = clues.code?.trim().replaceAll(' / ', '+');
  if (code) {
    const area = areas.byCode.get(code);
    if (!area) return undefined;
    sets.push([area]);
  }
  const dfeCode = clues.dfeCode?.trim();
  // "x" is how the publishers say that a code has no number
  if (dfeCode && dfeCode !== 'x') {
    const numbered = areas.byDfeCode.get(dfeCode);
    if (!numbered) return undefined;
    sets.push(numbered);
  }
  const name = clues.name?.trim();
  const called = name ? areas.byName.get(nameKey(name)) : undefined;
  if (called) sets.push(called);
  return sets.length > 0 ? { sets, nameNotKnown: Boolean(name) && !called } : undefined;
}

function newestOfOnePlace(areas: readonly Area[]): Area | undefined {
  const newest = areas.filter(
    (area) => !areas.some((other) => area.becomes.some((next) => next.code === other.code)),
  );
  const [only, ...others] = newest;
  if (only === undefined || others.length > 0) return undefined;
  const recoded = areas.every(
    (area) =>
      area === only ||
      (area.becomes.length === 1 &&
        area.becomes.every(
          (next) => next.kind === 'recoded' && areas.some((other) => other.code === next.code),
        )),
  );
  return recoded ? only : undefined;
}
