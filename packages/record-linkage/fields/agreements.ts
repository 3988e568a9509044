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
  const others = partsOfSurname(right);
  return partsOfSurname(left).some((part) => others.includes(part));
}

/**
 * Whether one forename is a part of the other: "Mohammed Ali" and "Ali". Where each has a part that the other has not,
 * they are two names: "Hannah-Rae" and "Freya-Rae" are sisters. Parts of one letter do not count.
 */
function sharedForenamePart(left: string, right: string): boolean {
  if (areDifferentWords(left, right)) return false;
  const [one, other] = [partsOfName(left), partsOfName(right)];
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  return few.length > 0 && few.every((part) => many.includes(part));
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
