import type { Day } from '#platform/kernel/day.ts';

/** An area as a reader of figures needs it: under all its codes, and what stood in its place before. */
export type Place = {
  /** the code of now, by which it is addressed */
  code: string;
  name: string;
  /** for people: "County council" */
  kindName: string;
  isInvented: boolean;
  /** every code of this same place, the code of now among them */
  codes: readonly string[];
  /** the first day of the place as it is, where it was made by a merger or a division; figures of earlier days are of something else */
  standsFrom: Day | undefined;
  /** what stood here before and was something else */
  before: readonly { codes: readonly string[]; name: string; words: string }[];
};

/** A chosen set of neighbours: sets of different years differ, so its name goes wherever the average goes. */
export type NeighbourSet = {
  key: string;
  /** "2025" */
  year: string;
  name: string;
  /** nearest first */
  neighbours: readonly { place: Pick<Place, 'code' | 'name' | 'codes'>; closeness: string }[];
};

export const englandCode = 'E92000001';
