/** Where the pages of complaints stand. */
export const complaintPlaces = {
  all: '/complaints',
  tell: '/complaints/tell',
  young: '/complaints/tell/young',
  sent: '/complaints/sent',
  desk: '/complaints/desk',
  add: '/complaints/desk/new',
  one: (id: string) => `/complaints/desk/${id}`,
  act: (id: string, act: string) => `/complaints/desk/${id}/${act}`,
} as const;
