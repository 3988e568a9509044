import { email, emailUser, phone } from './contact.ts';
import { doubleMetaphone } from './phonetics/double-metaphone.ts';
import { day, monthAndDayOf, yearAndMonthOf, yearOf } from './day.ts';
import { firstForename, initial, joinedName, name, sortedName, surnameParts } from './name.ts';
import { nhsNumber } from './nhs-number.ts';
import { outcode, postcode, postcodeArea, postcodeSector } from './postcode.ts';
import { sex } from './sex.ts';
import { soundex } from './phonetics/soundex.ts';
import { anyUpn, permanentUpn } from './upn.ts';

/** What makes a value fit to compare, or says that there is none. */
export type Cleaner = (text: string) => string | undefined;

/** Our own cleaning by name, as models name it in `{ column, cleanedBy }`. It runs once for each distinct value. */
export const cleaners: ReadonlyMap<string, Cleaner> = new Map<string, Cleaner>([
  ['text', (text) => text.trim() || undefined],
  ['small-letters', (text) => text.trim().toLowerCase() || undefined],
  ['nhs-number', nhsNumber],
  ['upn', permanentUpn],
  ['any-upn', anyUpn],
  ['name', name],
  ['first-forename', firstForename],
  ['initial', initial],
  ['surname-parts', surnameParts],
  ['joined-name', joinedName],
  ['sorted-name', sortedName],
  ['first-three-letters', (text) => joinedName(text)?.slice(0, 3)],
  ['soundex', soundex],
  ['double-metaphone', doubleMetaphone],
  ['day', day],
  ['year', yearOf],
  ['year-and-month', yearAndMonthOf],
  ['month-and-day', monthAndDayOf],
  ['postcode', postcode],
  ['outcode', outcode],
  ['postcode-sector', postcodeSector],
  ['postcode-area', postcodeArea],
  ['sex', sex],
  ['email', email],
  ['email-user', emailUser],
  ['phone', phone],
]);
