import { firstForename } from './name.ts';
import { nicknameSets } from './nickname-sets.ts';
import { isPlainWord } from './plain-word.ts';
import { remembered } from './remembered.ts';

const setsOf: ReadonlyMap<string, ReadonlySet<number>> = (() => {
  const sets = new Map<string, Set<number>>();
  for (const [number, names] of nicknameSets.entries())
    for (const each of names) sets.set(each, (sets.get(each) ?? new Set()).add(number));
  return sets;
})();

/**
 * Whether two forenames are known to be one child's: "Elizabeth" and "Beth", "Mohammed" and "Muhammad". The first
 * parts are read, cleaned as `name` cleans. Equal names are not asked about: they are no nicknames of each other.
 */
export function nicknames(left: string, right: string): boolean {
  if (isPlainWord(left) && isPlainWord(right) && !areInOneSet(left, right)) return false;
  const [one, other] = [firstPart(left), firstPart(right)];
  return one !== undefined && other !== undefined && one !== other && areInOneSet(one, other);
}

function areInOneSet(one: string, other: string): boolean {
  const sets = setsOf.get(one);
  const others = sets && setsOf.get(other);
  if (!sets || !others) return false;
  for (const set of sets) if (others.has(set)) return true;
  return false;
}

const firstPart = remembered(firstForename);
