import { isFamily, type Relationship } from '#platform/access/record-policy.ts';

/** Where the pages about children stand. */
export const familyPlaces = {
  all: '/children',
  search: '/children/search',
  open: '/children/new',
  own: '/my-record',
  glass: '/glass',
  review: (id: string) => `/glass/${id}/review`,
  settleAlarm: (id: string) => `/glass/alarms/${id}`,
  exports: '/children/exports',
  exportDesk: '/children/exports/desk',
  decideExport: (id: string) => `/children/exports/${id}/decide`,
  takeExport: (id: string) => `/children/exports/${id}/take`,
  one: (id: string) => `/children/${id}`,
  newEntry: (id: string, kind?: string) =>
    `/children/${id}/entries/new${kind === undefined ? '' : `?kind=${kind}`}`,
  entry: (id: string, entry: string) => `/children/${id}/entries/${entry}`,
  readers: (id: string, entry: string) => `/children/${id}/entries/${entry}/readers`,
  around: (id: string) => `/children/${id}/people-around`,
  begin: (id: string) => `/children/${id}/people-around/begin`,
  end: (id: string) => `/children/${id}/people-around/end`,
  named: (id: string) => `/children/${id}/people-around/named`,
  addresses: (id: string) => `/children/${id}/addresses`,
  looked: (id: string) => `/children/${id}/who-looked`,
  contest: (id: string, entry?: string) =>
    `/children/${id}/contest${entry === undefined ? '' : `?entry=${entry}`}`,
  answer: (id: string, contest: string) => `/children/${id}/contest/${contest}`,
  openGlass: (id: string) => `/children/${id}/glass`,
  endGlass: (id: string) => `/children/${id}/glass/end`,
};

/** What stands above a child's record: the list for whoever helps, their own page for whose record it is. */
export function aboveRecord({ relationship }: { relationship: Relationship }): {
  text: string;
  href: string;
} {
  return isFamily(relationship)
    ? { text: 'What is held about you', href: familyPlaces.own }
    : { text: 'Children you help', href: familyPlaces.all };
}
