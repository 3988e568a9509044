import { relationships, rolesOf } from '#platform/access/record-policy.ts';
import { roles, type Role } from '#platform/access/policy.ts';

/** A built-in role in the words of somebody who has to decide whether to give it. */
export type BuiltInRole = {
  title: string;
  /** whom it is for */
  for: string;
  opens: readonly string[];
  never: readonly string[];
  /** takes a second person before it holds */
  powerful: boolean;
};

const noChild = 'Any child’s or family’s record';

/** Every built-in role: what it is for, what it opens and never opens, and whether one person alone may give it. */
export const builtInRoles: Readonly<Record<Role, BuiltInRole>> = {
  manager: {
    title: 'Partnership manager',
    for: 'Whoever looks after the strategy, the plan and the boards.',
    opens: [
      'Writing the strategy and the plan',
      'Keeping boards, meetings and minutes',
      'Drafts before they are published',
    ],
    never: [noChild, 'Letting people in'],
    powerful: false,
  },
  analyst: {
    title: 'Analyst',
    for: 'Whoever brings the figures in and says what they can tell.',
    opens: [
      'Bringing in figures',
      'Measures, targets and verdicts',
      'Counts of what the partnership counts itself, before they are protected',
    ],
    never: [noChild, 'Letting people in'],
    powerful: false,
  },
  'board-member': {
    title: 'Board member',
    for: 'Whoever sits on a board and decides there.',
    opens: ['Packs and papers of boards', 'Taking minutes', 'Saying how an action goes'],
    never: [noChild, 'Letting people in'],
    powerful: false,
  },
  'partner-lead': {
    title: 'Lead of a partner',
    for: 'Whoever speaks for a school, a charity or a service.',
    opens: ['What a board reads', 'Saying how their own actions go'],
    never: [noChild, 'Letting people in'],
    powerful: false,
  },
  'participation-worker': {
    title: 'Participation worker',
    for: 'Whoever asks children and young people, and chases the answers.',
    opens: ['Findings and what became of them', 'What a board reads', 'Writing down what people said'],
    never: [noChild, 'Letting people in'],
    powerful: false,
  },
  'young-inspector': {
    title: 'Young inspector',
    for: 'A young person who checks whether what was promised is there.',
    opens: ['What a board reads', 'Writing down what children found'],
    never: [noChild, 'Letting people in'],
    powerful: false,
  },
  practitioner: {
    title: 'Practitioner',
    for: 'Whoever works with children and families.',
    opens: [
      'The records of families whom they help, from the day they begin to the day they end',
      'Introducing a parent or a young person whom they help',
    ],
    never: ['The record of a family whom they do not help', 'Letting colleagues in'],
    powerful: false,
  },
  supervisor: {
    title: 'Supervisor',
    for: 'Whoever supports and checks the work of practitioners.',
    opens: [
      'Reading the records of families whom their people help',
      'Introducing a parent or a young person',
    ],
    never: ['What a child said for one reader alone', 'Letting colleagues in'],
    powerful: true,
  },
  'setting-lead': {
    title: 'Safeguarding lead of a school or service',
    for: 'The designated lead of one setting.',
    opens: ['Parts of the records of children of their own setting', 'Sending a concern'],
    never: ['Safe addresses and health', 'Children of other settings', 'Letting people in'],
    powerful: true,
  },
  'safeguarding-reader': {
    title: 'Reader at the front door',
    for: 'Whoever reads concerns as they come in.',
    opens: ['Concerns that somebody sent', 'Records on which they are named'],
    never: ['Looking through records without a reason', 'Letting people in'],
    powerful: true,
  },
  'report-only': {
    title: 'May only tell',
    for: 'Whoever may have to tell us that a child is not safe, and needs nothing else.',
    opens: ['Sending a concern, with a receipt'],
    never: [
      'Reading a concern again, even their own',
      noChild,
      'Anything else that the partnership works on',
    ],
    powerful: false,
  },
  'young-person': {
    title: 'Young person',
    for: 'A young person who comes to see what is held about them.',
    opens: [
      'What is held about them, except where that is not safe',
      'Saying that something is wrong, beside the words',
    ],
    never: ['Anybody else’s record', 'What the partnership works on'],
    powerful: false,
  },
  parent: {
    title: 'Parent or carer',
    for: 'Somebody with parental responsibility, which was checked.',
    opens: [
      'What is held about their child and is safe for them to read',
      'Saying that something is wrong, beside the words',
    ],
    never: ['A child’s own words that are kept private', 'Safe addresses', 'What the partnership works on'],
    powerful: false,
  },
  'governance-lead': {
    title: 'Information governance lead',
    for: 'Whoever answers for what is shared, why, and who read it.',
    opens: [
      'What is shared and why',
      'Who looked at what',
      'A record that somebody asked to see about themselves',
      'Saying yes or no to powerful roles',
    ],
    never: ['Records without such a request', 'Proposing roles or letting people in'],
    powerful: true,
  },
  administrator: {
    title: 'Administrator',
    for: 'Whoever lets people in, and out again when they leave.',
    opens: ['Inviting colleagues and proposing their roles', 'Teams and bodies', 'Ending access at once'],
    never: [noChild, 'Who among families and young people has a way in', 'Their own roles'],
    powerful: true,
  },
};

export const powerfulRoles: readonly Role[] = roles.filter((role) => builtInRoles[role].powerful);

/** Roles of families, given only by the worker who introduces them. */
const familyRoles = ['young-person', 'parent'] as const satisfies readonly Role[];

/** Roles that an administrator can propose. */
export const staffRoles: readonly Role[] = roles.filter((role) => !isFamilyRole(role));

export function isFamilyRole(role: string): boolean {
  return familyRoles.some((one) => one === role);
}

/** Roles that open a child's record in some relationship, as the rules of access have it. */
export const rolesThatOpenRecords: readonly Role[] = roles.filter((role) =>
  relationships.some((relationship) => rolesOf(relationship).includes(role)),
);

/** What one person may not be at once, and why. */
const excluded: readonly { role: Role; beside: readonly Role[]; because: string }[] = [
  {
    role: 'administrator',
    beside: rolesThatOpenRecords,
    because: 'whoever lets people in sees no child’s record',
  },
  {
    role: 'report-only',
    beside: rolesThatOpenRecords,
    because: 'whoever may only tell reads nothing back',
  },
  ...familyRoles.map((role) => ({
    role,
    beside: rolesThatOpenRecords.filter((one) => !isFamilyRole(one)),
    because: 'whoever comes for their own family and works here too has two accounts, kept apart',
  })),
];

export type Conflict = { role: Role; beside: Role; because: string };

/** Which two of these roles cannot be held by one person. */
export function conflictAmong(held: readonly string[]): Conflict | undefined {
  for (const { role, beside, because } of excluded) {
    const other = beside.find((one) => held.includes(one));
    if (held.includes(role) && other) return { role, beside: other, because };
  }
  return undefined;
}

/**
 * What these roles open together. Where two came together that exclude each other, by whatever way, the one that opens a
 * child's record opens nothing.
 */
export function rolesInForce(held: readonly Role[]): readonly Role[] {
  return held.filter((role) => !excluded.some((one) => held.includes(one.role) && one.beside.includes(role)));
}
