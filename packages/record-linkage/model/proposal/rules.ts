import type { BlockingRule, Expression } from '../model.ts';
import type { Kind } from './recognise.ts';

/** What a rule can ask to be equal: a column of a kind, cleaned in a way, and how people call it. */
type Key = { readonly kind: Kind; readonly cleanedBy: string; readonly words: string };

const keys = {
  nhs: { kind: 'nhs-number', cleanedBy: 'nhs-number', words: 'NHS number' },
  upn: { kind: 'upn', cleanedBy: 'upn', words: 'UPN' },
  forename: { kind: 'forename', cleanedBy: 'name', words: 'forename' },
  surname: { kind: 'surname', cleanedBy: 'name', words: 'surname' },
  name: { kind: 'full-name', cleanedBy: 'sorted-name', words: 'name' },
  nameSound: { kind: 'full-name', cleanedBy: 'soundex', words: 'sound of the name' },
  forenameStart: {
    kind: 'forename',
    cleanedBy: 'first-three-letters',
    words: 'first letters of the forename',
  },
  surnameStart: { kind: 'surname', cleanedBy: 'first-three-letters', words: 'first letters of the surname' },
  surnameSound: { kind: 'surname', cleanedBy: 'soundex', words: 'sound of the surname' },
  birth: { kind: 'birth', cleanedBy: 'day', words: 'date of birth' },
  year: { kind: 'birth', cleanedBy: 'year', words: 'year of birth' },
  monthAndDay: { kind: 'birth', cleanedBy: 'month-and-day', words: 'birthday' },
  postcode: { kind: 'postcode', cleanedBy: 'postcode', words: 'postcode' },
  outcode: { kind: 'postcode', cleanedBy: 'outcode', words: 'postcode district' },
  otherPostcode: { kind: 'other-postcode', cleanedBy: 'small-letters', words: 'postcode' },
  email: { kind: 'email', cleanedBy: 'email', words: 'e-mail address' },
  phone: { kind: 'phone', cleanedBy: 'phone', words: 'telephone number' },
  address: { kind: 'address', cleanedBy: 'name', words: 'address' },
  identifier: { kind: 'identifier', cleanedBy: 'small-letters', words: 'identifier' },
} as const satisfies Readonly<Record<string, Key>>;

type KeyName = keyof typeof keys;

/** Rules for any number of records, the surest first. */
const always: readonly (readonly KeyName[])[] = [
  ['nhs'],
  ['upn'],
  ['identifier'],
  ['email'],
  ['forename', 'birth'],
  ['surname', 'birth'],
  ['postcode', 'birth'],
  ['otherPostcode', 'birth'],
  ['forename', 'surname'],
  ['name'],
  ['surname', 'postcode'],
  ['forename', 'postcode'],
  ['surname', 'otherPostcode'],
  ['forename', 'otherPostcode'],
  ['forename', 'outcode', 'year'],
  ['surname', 'outcode', 'year'],
  ['forenameStart', 'surnameStart', 'year'],
  ['birth', 'outcode'],
  ['forename', 'surnameSound', 'monthAndDay'],
  ['forename', 'phone'],
  ['surname', 'phone'],
  ['surname', 'address'],
  ['nameSound', 'birth'],
];

/** Rules that find more and cost more, for small files. */
const whenFew: readonly (readonly KeyName[])[] = [
  ['birth'],
  ['surname'],
  ['forename'],
  ['postcode'],
  ['otherPostcode'],
  ['address'],
  ['phone'],
  ['nameSound'],
];

/** How many records are few: a rule of one column stays within some millions of pairs. */
const few = 20_000;

/** How many records are so few that every pair can be looked at, and none is missed: about two million. */
const veryFew = 2000;
const everyPair: BlockingRule = { name: 'every pair', keys: [] };

/** The rules that these columns allow; wider ones too where there are few records. */
export function rulesFor(
  columns: ReadonlyMap<Kind, string>,
  records: number | undefined,
): readonly BlockingRule[] {
  if (records !== undefined && records <= veryFew && columns.size > 0) return [everyPair];
  const sets = records !== undefined && records <= few ? [...always, ...whenFew] : always;
  return sets.flatMap((names): readonly BlockingRule[] => {
    const parts = names.flatMap((name) => {
      const column = columns.get(keys[name].kind);
      return column === undefined ? [] : [{ column, cleanedBy: keys[name].cleanedBy }];
    });
    if (parts.length < names.length) return [];
    const name = names.map((each) => keys[each].words).join(' and ');
    return [{ name, keys: parts.map((each: Expression) => ({ left: each, right: each })) }];
  });
}
