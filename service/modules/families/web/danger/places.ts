/** Where these pages are. */
export const dangerPlaces = {
  now: '/danger',
  tell: '/danger/tell',
  tellChild: '/danger/tell/child',
  tellWork: '/danger/tell/at-work',
  receipt: '/danger/receipt',
  still: '/danger.html',
  desk: '/concerns',
  one: (id: string) => `/concerns/${id}`,
  frontDoor: '/concerns/front-door',
} as const;

/** Where somebody goes who has to look away from the screen at once: an everyday page of somebody else's. */
export const neutralPage = 'https://www.bbc.co.uk/weather';
