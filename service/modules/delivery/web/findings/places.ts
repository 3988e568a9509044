/** Where the pages of findings stand. */
export const findingPlaces = {
  all: '/findings',
  file: '/findings.csv',
  add: '/findings/new',
  one: (number: number | string) => `/findings/${number}`,
  edit: (number: number | string) => `/findings/${number}/edit`,
  say: (number: number | string) => `/findings/${number}/say`,
  act: (number: number | string) => `/findings/${number}/action`,
} as const;
