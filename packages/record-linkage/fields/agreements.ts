import { dayAndMonthSwapped, dayByDefault, yearDiffers } from './day.ts';
import { soundAlike } from './phonetics/double-metaphone.ts';
import { name, surnameParts } from './name.ts';
import { isPlainWord } from './plain-word.ts';
import { remembered } from './remembered.ts';
import { nicknames } from './nicknames.ts';
import { sexConflict } from './sex.ts';

/** What two values say together: yes or no. */
export type Agreement = (left: string, right: string) => boolean;

/** Our own questions of two values by name, as models name them in `{ is: 'agree', by }`. All are symmetric. */
export const agreements: ReadonlyMap<string, Agreement> = new Map<string, Agreement>([
  ['nicknames', nicknames],
  ['shared-surname-part', sharedSurnamePart],
  ['shared-forename-part', sharedForenamePart],
  ['initial-of', initialOf],
  ['sound-alike', soundAlike],
  ['day-and-month-swapped', dayAndMonthSwapped],
  ['day-by-default', dayByDefault],
  ['year-differs', yearDiffers],
  ['sex-conflict', sexConflict],
]);

/**
 * Whether two surnames share a part: "Smith-Jones" and "Jones", as when a child is known by one parent's name here
 * and by both there. Particles (de, van, al) are no part.
 */
function sharedSurnamePart(left: string, right: string): boolean {
  if (areDifferentWords(left, right)) return false;
  return shareAPart(partsOfSurname(left), partsOfSurname(right));
}

/** Whether two forenames share a part of more than one letter: "Mohammed Ali" and "Ali". */
function sharedForenamePart(left: string, right: string): boolean {
  if (areDifferentWords(left, right)) return false;
  return shareAPart(partsOfName(left), partsOfName(right));
}

/** Whether one forename is the first letter of the other: "J" and "Jane". */
function initialOf(left: string, right: string): boolean {
  if (areDifferentWords(left, right)) return false;
  const [one, other] = [cleanName(left), cleanName(right)];
  if (one === undefined || other === undefined || one === other) return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length === 1 && long.startsWith(short);
}

/** Two plain words that differ share no part, and none of them is an initial. */
function areDifferentWords(left: string, right: string): boolean {
  return left !== right && isPlainWord(left) && isPlainWord(right);
}

const cleanName = remembered(name);
const partsOfName = remembered((text: string) => partsOf(name(text)));
const partsOfSurname = remembered((text: string) => partsOf(surnameParts(text)));

function partsOf(clean: string | undefined): readonly string[] {
  return clean === undefined ? [] : clean.split(' ').filter((part) => part.length > 1);
}

function shareAPart(left: readonly string[], right: readonly string[]): boolean {
  return left.some((part) => right.includes(part));
}
