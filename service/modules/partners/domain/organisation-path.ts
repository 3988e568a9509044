import type { Organisation } from './organisation.ts';

export const organisationsPath = '/organisations';

/** Where a person reads an organisation. */
export function organisationPath({ key }: Pick<Organisation, 'key'>): string {
  return `${organisationsPath}/${encodeURIComponent(key)}`;
}
