/** Who looks at a page: an invented person of each kind, by name, or somebody who is not signed in. */
export const people = {
  manager: 'Priya Ramanathan',
  analyst: 'Owen Tregarth',
  administrator: 'Mei-Lin Drummond',
  'governance-lead': 'Iolo Penhale',
  practitioner: 'Rosie Mbeki-Lane',
  supervisor: 'Delphine Okoro',
  'setting-lead': 'Huw Castellan',
  'front-door': 'Nadia Thorburn',
  'report-only': 'Billie Marsh',
  'young-person': 'Izzy Penrose-Akhtar',
  parent: 'Rhona Brightwater',
} as const;

export type Reader = 'visitor' | keyof typeof people;
