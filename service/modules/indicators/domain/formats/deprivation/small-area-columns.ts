import { plainHeader } from '../table/plain-header.ts';
import type { IndexName } from './deprivation-measures.ts';

/** Where a table of small areas holds what is read of it. */
export type SmallAreaColumns = {
  /** the release: small areas of 2011 have the indices of 2019, those of 2021 the indices of 2025 */
  year: 2019 | 2025;
  area: number;
  /** the authority as it is, or the district, which is placed in its county */
  authority: number;
  authorityName: number;
  deciles: Readonly<Partial<Record<IndexName, number>>>;
  idaciNumerator: number;
};

/** The columns of a table of the indices of deprivation by small area (LSOA), as published or as joined with authorities. */
export function smallAreaColumns(headers: readonly string[]): SmallAreaColumns | undefined {
  const plain = headers.map(plainHeader);
  const find = (...signs: readonly RegExp[]): number => {
    const sign = signs.find((one) => plain.some((header) => one.test(header)));
    return sign ? plain.findIndex((header) => sign.test(header)) : -1;
  };
  const area = find(/^lsoa(?:code)?(?:11|21|2011|2021)(?:code|cd)?$/);
  const authority = find(
    /^(?:utla|ctyua)\d\d(?:code|cd)$/,
    /^(?:ltla|lad)\d\d(?:code|cd)$/,
    /^localauthoritydistrictcode\d*$/,
  );
  const imd = find(/^imddecile/, /^indexofmultipledeprivationimddecile/);
  const idaci = find(/^idacidecile/, /^incomedeprivationaffectingchildrenindexidacidecile/);
  if (area < 0 || (imd < 0 && idaci < 0)) return undefined;
  return {
    year: /11/.test(plain[area] ?? '') ? 2019 : 2025,
    area,
    authority,
    authorityName: find(
      /^(?:utla|ctyua)\d\d(?:name|nm)$/,
      /^(?:ltla|lad)\d\d(?:name|nm)$/,
      /^localauthoritydistrictname\d*$/,
    ),
    deciles: { ...(imd < 0 ? {} : { imd }), ...(idaci < 0 ? {} : { idaci }) },
    idaciNumerator: find(/^idacinumerator$/),
  };
}
