import { breakdownOf } from '../../observation.ts';

/** What the file does not say of an indicator and its metadata does. */
export type FingertipsIndicator = {
  /** what a year with a stroke is; financial where not given */
  strokeYear?: 'financial' | 'academic';
  /** whom the indicator as a whole speaks of, where that is not everybody: Female for conceptions */
  wholeSex?: string;
  /** the age that the indicator as a whole speaks of; the first one in the file where not given */
  wholeAge?: string;
};

export type FingertipsGroup = { sex: string; age: string; categoryType: string; category: string };

const everybody: ReadonlySet<string> = new Set(['Persons', 'Not applicable', '']);

/**
 * Says which part of the whole a row speaks of. Persons are the whole, and so is the indicator's own age (nearly every
 * indicator has one); rows of a deprivation decile or another category are parts, kept apart by the kind of category.
 */
export function fingertipsBreakdown(
  indicatorOf: (id: string) => FingertipsIndicator,
): (id: string, group: FingertipsGroup) => string {
  const ages = new Map<string, string>();
  const known = new Map<string, string>();
  return (id, { sex, age, categoryType, category }) => {
    const key = [id, sex, age, categoryType, category].join('\n');
    const found = known.get(key);
    if (found !== undefined) return found;
    const { wholeSex, wholeAge } = indicatorOf(id);
    const ownAge = wholeAge ?? ages.get(id) ?? age;
    ages.set(id, ownAge);
    const parts: Record<string, string> = {};
    if (sex !== wholeSex && !everybody.has(sex)) parts['Sex'] = sex;
    if (age !== ownAge) parts['Age'] = age;
    if (categoryType !== '') parts[categoryType] = category;
    const made = breakdownOf(parts);
    known.set(key, made);
    return made;
  };
}
