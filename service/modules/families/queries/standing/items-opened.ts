import type { ItemGroup } from '#modules/sharing/index.ts';
import {
  fieldGroups,
  mayRead,
  purposesOf,
  recordAccess,
  rolesOf,
  type FieldGroup,
  type Relationship,
} from '#platform/access/record-policy.ts';

/** Of which groups of things each part of a record is made, as the sharing ledger names them. */
const itemsOf: Readonly<Record<FieldGroup, readonly ItemGroup[]>> = {
  name: ['who-they-are'],
  birth: ['who-they-are'],
  contact: ['how-to-reach-them'],
  'safe-contact': ['how-to-reach-them'],
  setting: ['school-and-learning'],
  'people-around': ['who-is-in-the-family', 'help-and-helpers'],
  strengths: ['what-goes-well'],
  worries: ['worries'],
  health: ['health'],
  'own-words': ['own-words'],
  plan: ['the-plan'],
  'access-history': [],
};

/** What somebody reads who stands to a child in this way: that, and no less, passes to the body they come from. */
export function itemsOpened(kind: Relationship): readonly ItemGroup[] {
  const [purpose = ''] = purposesOf(kind);
  const access = recordAccess({
    roles: rolesOf(kind),
    relationship: kind,
    purpose,
    level: 'normal',
    inDate: true,
    body: 'own',
  });
  return [
    ...new Set(fieldGroups.filter((group) => mayRead(access[group])).flatMap((group) => itemsOf[group])),
  ];
}
