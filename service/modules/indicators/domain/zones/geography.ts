/** What sort of small areas a list is of. Small areas of 2011 and of 2021 mostly have the same codes and are not the same. */
export const geographies = ['lsoa-2011', 'lsoa-2021', 'msoa-2011', 'msoa-2021', 'ward', 'own'] as const;
export type Geography = (typeof geographies)[number];

export const geographyNames: Readonly<Record<Geography, string>> = {
  'lsoa-2011': 'small areas of 2011 (LSOA)',
  'lsoa-2021': 'small areas of 2021 (LSOA)',
  'msoa-2011': 'middle-sized areas of 2011 (MSOA)',
  'msoa-2021': 'middle-sized areas of 2021 (MSOA)',
  ward: 'wards',
  own: 'small areas of our own',
};

/** A code that can be of a small area: the national ones, and invented ones (X4 and seven figures). */
export function isSmallAreaCode(code: string): boolean {
  return /^(?:E0[125]|E36|X4)\d+$/.test(code) && code.length === 9;
}

/** The first code of a small area that was made for 2021: none of them stood in 2011. */
const firstOf2021 = 33_769;

/**
 * What sort of small areas a list is of, by its codes and by what its column is called; undefined where they are of several
 * sorts. "LSOA11CD" says 2011; where nothing says, codes that only 2021 has decide, and else 2021 is taken.
 */
export function geographyOf(codes: readonly string[], header: string): Geography | undefined {
  const kinds = new Set(codes.map(kindOf));
  const [kind, ...others] = kinds;
  if (kind === undefined || others.length > 0) return undefined;
  if (kind === 'ward' || kind === 'own') return kind;
  const isOf2011 = /11/.test(header) || /2011/.test(header);
  if (kind === 'msoa') return isOf2011 ? 'msoa-2011' : 'msoa-2021';
  return isOf2011 && !codes.some(isOnlyOf2021) ? 'lsoa-2011' : 'lsoa-2021';
}

/** Codes that a list of 2011 cannot hold. */
export function isOnlyOf2021(code: string): boolean {
  return code.startsWith('E01') && Number(code.slice(3)) >= firstOf2021;
}

function kindOf(code: string): 'lsoa' | 'msoa' | 'ward' | 'own' {
  if (code.startsWith('E01')) return 'lsoa';
  if (code.startsWith('E02')) return 'msoa';
  return code.startsWith('X') ? 'own' : 'ward';
}
