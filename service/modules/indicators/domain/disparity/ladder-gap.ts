import type { GapName } from '../gap/hypothesis.ts';

const prefix = 'ladder:';

/** The name under which guesses about a group on a ladder are kept, beside those about gaps in outcomes. */
export function ladderGap(ladder: string, at: { group: string; areaCode: string }): GapName {
  return { measure: `${prefix}${ladder}`, ...at };
}

/** The ladder that a gap's name is of; undefined for a gap in an outcome. */
export function ladderOfGap({ measure }: Pick<GapName, 'measure'>): string | undefined {
  return measure.startsWith(prefix) ? measure.slice(prefix.length) : undefined;
}
