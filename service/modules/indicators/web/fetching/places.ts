/** Where each page of fetching from publishers is, said once. */
export const fetchingPlaces = {
  all: '/imports/from-publishers',
  add: '/imports/from-publishers/new',
  one: (id: string) => `/imports/from-publishers/${id}`,
  now: (id: string) => `/imports/from-publishers/${id}/fetch`,
  pause: (id: string) => `/imports/from-publishers/${id}/pause`,
  remove: (id: string) => `/imports/from-publishers/${id}/remove`,
} as const;
