export const organisationsPath = '/organisations';

/** Where a person reads an organisation. */
export function organisationPath({ key }: { key: string }): string {
  return `${organisationsPath}/${encodeURIComponent(key)}`;
}
