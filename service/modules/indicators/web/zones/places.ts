/** Where zones are: to read, and to draw. */
export const zonePlaces = {
  all: '/places',
  zone: (code: string) => `/places/${encodeURIComponent(code)}`,
  draw: '/zones',
  smallAreas: '/zones/small-areas',
  begin: '/zones/new',
  set: (key: string) => `/zones/${encodeURIComponent(key)}`,
} as const;
