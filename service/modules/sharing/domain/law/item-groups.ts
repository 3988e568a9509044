import type { Purpose } from '#platform/access/purposes.ts';

/** The groups of things that can be shared about somebody. What is in no group cannot be shared here. */
export const itemGroups = [
  'who-they-are',
  'how-to-reach-them',
  'who-is-in-the-family',
  'school-and-learning',
  'help-and-helpers',
  'what-goes-well',
  'worries',
  'own-words',
  'the-plan',
  'home-and-money',
  'health',
  'needs',
  'origin-and-belief',
  'intimate-life',
  'offences',
] as const;

export type ItemGroup = (typeof itemGroups)[number];

/** Each group: what it is called, and the purposes for which what is in it may be gathered and used at all. */
export const itemGroupFacts: Readonly<
  Record<ItemGroup, { words: string; special: boolean; purposes: readonly Purpose[] }>
> = (() => {
  const always: readonly Purpose[] = ['subject-rights', 'complaint', 'compelled-by-law', 'record-keeping'];
  const helping: readonly Purpose[] = ['direct-help', 'safeguarding', 'supervision', ...always];
  const looking: readonly Purpose[] = [...helping, 'quality-review'];
  const ordinary = (words: string, purposes: readonly Purpose[]) => ({ words, special: false, purposes });
  const special = (words: string, purposes: readonly Purpose[]) => ({ words, special: true, purposes });
  return {
    'who-they-are': ordinary('Name and date of birth', looking),
    'how-to-reach-them': ordinary('Address and telephone', helping),
    'who-is-in-the-family': ordinary('Who is in the family', helping),
    'school-and-learning': ordinary('School and learning', looking),
    'help-and-helpers': ordinary('Help that is given, and who helps', looking),
    'what-goes-well': ordinary('What goes well', looking),
    worries: ordinary('What people are worried about', looking),
    'own-words': ordinary('The child’s own words', helping),
    'the-plan': ordinary('The plan of the family', looking),
    'home-and-money': ordinary('Home and money', helping),
    health: special('Health', helping),
    needs: special('Disability and special educational needs', looking),
    'origin-and-belief': special('Ethnic origin, religion or belief', looking),
    'intimate-life': special('Sexual health, orientation or relationships', helping),
    offences: special('Offences, and being a victim of one', helping),
  };
})();

/** The groups that data law protects specially. */
export function specialAmong(items: readonly ItemGroup[]): ItemGroup[] {
  return items.filter((item) => itemGroupFacts[item].special);
}
