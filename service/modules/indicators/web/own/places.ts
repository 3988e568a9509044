const all = '/own-measures';

/** Where the pages of our own measures stand. */
export const ownPlaces = {
  all,
  begin: `${all}/new`,
  measure: (code: string) => `${all}/${code}`,
  change: (code: string) => `${all}/${code}/change`,
  figures: (code: string, start: string, breakdown: string) =>
    `${all}/${code}/figures?${new URLSearchParams({ start, ...(breakdown === '' ? {} : { group: breakdown }) })}`,
  release: (code: string, audience: string) => `${all}/${code}/release?audience=${audience}`,
} as const;
