import type { Role } from '#platform/access/policy.ts';

/** The people whom a visitor to the demonstration can choose to be. All are invented. */

export type DemonstrationPerson = {
  key: string;
  name: string;
  job: string;
  /** key of the organisation */
  organisation: string;
  roles: readonly Role[];
  /** why they come on a Monday, in their own words */
  comesTo: string;
  /** key of the zone, where they work in one */
  zone?: string;
  /** only of somebody under 18 */
  age?: number;
};

export const people: readonly DemonstrationPerson[] = [
  {
    key: 'priya-ramanathan',
    name: 'Priya Ramanathan',
    job: 'Partnership manager',
    organisation: 'council-leadership',
    roles: ['manager'],
    comesTo: 'I look after the strategy: what is loose, what is due, what we say in public.',
  },
  {
    key: 'owen-tregarth',
    name: 'Owen Tregarth',
    job: 'Performance analyst',
    organisation: 'council-leadership',
    roles: ['analyst'],
    comesTo: 'I bring the figures in, and say what they can and cannot tell us.',
  },
  {
    key: 'folasade-adeyemi',
    name: 'Dr Folasade Adeyemi',
    job: 'Chief Nurse, and co-chair of the board',
    organisation: 'integrated-care-board',
    roles: ['board-member'],
    comesTo: 'I read one pack, and I want to see what became of our last decision.',
  },
  {
    key: 'malgorzata-wilk',
    name: 'Małgorzata Wilk',
    job: 'Board secretary',
    organisation: 'council-leadership',
    roles: ['manager', 'board-member'],
    comesTo: 'I make the pack, take the minutes and chase whoever said “by Friday”.',
  },
  {
    key: 'samuel-eketone-price',
    name: 'Samuel Eketone-Price',
    job: 'Director',
    organisation: 'lantern-families',
    roles: ['partner-lead', 'board-member'],
    comesTo: 'I run a charity of nine people, and I want to know what we add to the whole.',
  },
  {
    key: 'catherine-ballantyne',
    name: 'Catherine Ballantyne',
    job: 'Headteacher',
    organisation: 'gullhaven-high',
    roles: ['partner-lead'],
    comesTo: 'I have ten minutes before assembly. Who can help this child, and did they?',
    zone: 'gullhaven',
  },
  {
    key: 'zainab-hussain-carter',
    name: 'Zainab Hussain-Carter',
    job: 'Participation lead',
    organisation: 'early-help',
    roles: ['participation-worker'],
    comesTo: 'I ask children, publish what they said, and chase the answers.',
  },
  {
    key: 'tam-hallowes',
    name: 'Tam Hallowes',
    job: 'Young inspector, and co-chair of the board',
    organisation: 'young-brackens',
    roles: ['young-inspector'],
    comesTo: 'I check whether the thing they promised us is there when you actually go.',
    age: 17,
  },
  {
    key: 'rosie-mbeki-lane',
    name: 'Rosie Mbeki-Lane',
    job: 'Family lead worker',
    organisation: 'early-help',
    roles: ['practitioner'],
    comesTo: 'I need to know who else is round this family, before I knock.',
    zone: 'dunmarsh',
  },
  {
    key: 'olumide-farrant',
    name: 'Olumide Farrant',
    job: 'Deputy at the front door',
    organisation: 'childrens-social-care',
    roles: ['safeguarding-reader'],
    comesTo: 'I hear when something has waited for too long.',
  },
  {
    key: 'iolo-penhale',
    name: 'Iolo Penhale',
    job: 'Information governance lead',
    organisation: 'council-leadership',
    roles: ['governance-lead'],
    comesTo: 'I see what is shared, why, and by whom it was read.',
  },
  {
    key: 'mei-lin-drummond',
    name: 'Mei-Lin Drummond',
    job: 'System administrator',
    organisation: 'council-leadership',
    roles: ['administrator'],
    comesTo: 'I let people in, and I let them out again when they leave.',
  },
  {
    key: 'delphine-okoro',
    name: 'Delphine Okoro',
    job: 'Team manager, Dunmarsh family team',
    organisation: 'early-help',
    roles: ['supervisor'],
    comesTo: 'I read along with my team, so that nobody carries a worry alone.',
    zone: 'dunmarsh',
  },
  {
    key: 'huw-castellan',
    name: 'Huw Castellan',
    job: 'Designated safeguarding lead',
    organisation: 'gullhaven-high',
    roles: ['setting-lead'],
    comesTo: 'I know our children. I want to know who else is looking out for them.',
    zone: 'gullhaven',
  },
  {
    key: 'nadia-thorburn',
    name: 'Nadia Thorburn',
    job: 'Social worker at the front door',
    organisation: 'childrens-social-care',
    roles: ['safeguarding-reader'],
    comesTo: 'I read what people tell us, the most urgent first, and say what became of it.',
  },
  {
    key: 'billie-marsh',
    name: 'Billie Marsh',
    job: 'Teaching assistant',
    organisation: 'gullhaven-high',
    roles: ['report-only'],
    comesTo: 'If a child tells me something I pass it on, and I get a receipt. That is all I need.',
    zone: 'gullhaven',
  },
];

/** A parent or a young person, whom the family lead worker introduces. */
export type DemonstrationFamily = {
  name: string;
  roles: readonly ['young-person' | 'parent'];
  relationship: string;
  comesTo: string;
  /** only of somebody under 18 */
  age?: number;
};

export const families: readonly DemonstrationFamily[] = [
  {
    name: 'Izzy Penrose-Akhtar',
    roles: ['young-person'],
    relationship: 'young-person',
    comesTo: 'I want to read what they wrote about me, and say what is not right.',
    age: 14,
  },
  {
    name: 'Rhona Brightwater',
    roles: ['parent'],
    relationship: 'guardian',
    comesTo: 'I look after my grandson. I want to know what was agreed, and who comes next.',
  },
];
