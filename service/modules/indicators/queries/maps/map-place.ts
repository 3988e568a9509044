import type { Figure } from '../../domain/figures/figure.ts';

/** A place of a map, under all codes that outlines may have for it, or as the sum of its small areas. */
export type MapPlace = {
  code: string;
  name: string;
  codes: readonly string[];
  members?: readonly string[];
  figures: readonly Figure[];
};
