/** Where the pages of buying together stand. */
export const commissionPlaces = {
  all: '/commissioning',
  add: '/commissioning/new',
  one: (key: string) => `/commissioning/${key}`,
  edit: (key: string) => `/commissioning/${key}/edit`,
  addOption: (key: string) => `/commissioning/${key}/options/new`,
  option: (key: string, id: string) => `/commissioning/${key}/options/${id}`,
  step: (key: string) => `/commissioning/${key}/step`,
  sheet: (key: string) => `/commissioning/${key}/case`,
} as const;
