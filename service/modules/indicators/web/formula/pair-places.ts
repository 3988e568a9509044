/** Where two measures that are read together stand. */
export const pairPlaces = {
  begin: '/read-together/new',
  path: '/read-together/:code',
  one: (code: string, areaCode?: string) =>
    `/read-together/${encodeURIComponent(code)}${areaCode === undefined ? '' : `?area=${encodeURIComponent(areaCode)}`}`,
} as const;
