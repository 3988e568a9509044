import { ownPlaces } from '../own/places.ts';

/** Where the pages of those who send figures stand. */
export const supplyPlaces = {
  all: (code: string) => `${ownPlaces.measure(code)}/suppliers`,
  stop: (code: string, id: string) => `${ownPlaces.measure(code)}/suppliers/${id}/stop`,
  given: (code: string, id: string) => `${ownPlaces.measure(code)}/given/${id}`,
  take: (code: string, id: string) => `${ownPlaces.measure(code)}/given/${id}/take`,
  again: (code: string, id: string) => `${ownPlaces.measure(code)}/given/${id}/again`,
} as const;
