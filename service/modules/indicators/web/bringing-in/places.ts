/** Where each page of bringing figures in is, said once. */
export const importPlaces = {
  all: '/imports',
  bringAllIn: '/imports/bring-in',
  handIn: '/imports/new',
  one: (id: string) => `/imports/${id}`,
  confirm: (id: string) => `/imports/${id}/bring-in`,
  decline: (id: string) => `/imports/${id}/decline`,
  again: (id: string) => `/imports/${id}/again`,
  chooseStrategy: (id: string) => `/imports/${id}/strategy`,
  columns: (id: string) => `/imports/${id}/columns`,
  forgetColumns: (id: string) => `/imports/${id}/columns/forget`,
  withdraw: (id: string) => `/imports/${id}/withdraw`,
  refused: (id: string) => `/imports/${id}/refused-rows`,
  refusedCsv: (id: string) => `/imports/${id}/refused-rows.csv`,
} as const;
