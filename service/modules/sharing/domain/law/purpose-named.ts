import { purposes, type Purpose } from '#platform/access/purposes.ts';

/** The purpose of a code; throws where the closed list has none of this name, which is a fault of whoever stored it. */
export function purposeNamed(code: string): Purpose {
  const found = purposes.find((purpose) => purpose === code);
  if (!found) throw new RangeError(`no such purpose: ${code}`);
  return found;
}

/** Where a purpose stands in the closed list. */
export function purposeOrder(purpose: Purpose): number {
  return purposes.indexOf(purpose);
}
