import type { Role } from './policy.ts';
import type { Purpose } from './purposes.ts';

/** How somebody stands to a child. Where there is none of these, there is nothing to see. */
export const relationships = [
  'lead-worker',
  'team-around',
  'supervisor',
  'setting-lead',
  'named',
  'glass',
  'subject-access',
  'the-child',
  'parent',
] as const;

export type Relationship = (typeof relationships)[number];

/** The parts of a child's record that are opened or kept apart from one another. */
export const fieldGroups = [
  'name',
  'birth',
  'contact',
  'safe-contact',
  'setting',
  'people-around',
  'strengths',
  'worries',
  'health',
  'own-words',
  'plan',
  'access-history',
] as const;

export type FieldGroup = (typeof fieldGroups)[number];

/** How well a record is kept: as usual, with more care, or for a named list of people alone. */
export const levels = ['normal', 'protected', 'closed'] as const;

export type Level = (typeof levels)[number];

export type Access = 'hidden' | 'read' | 'write';

export type RecordAccess = Readonly<Record<FieldGroup, Access>>;

/** All that the answer depends on: who asks, how they stand to the child, for what, and whether that is so today. */
export type RecordQuestion = {
  roles: readonly string[];
  relationship: Relationship | 'none';
  purpose: string;
  level: Level;
  /** the standing began, and has not ended */
  inDate: boolean;
  /** whose standing it is: of the body that answers for the record, of one with an agreement in date, or of one without */
  body: 'own' | 'agreed' | 'not-agreed';
};

type Rule = {
  roles: readonly Role[];
  purposes: readonly Purpose[];
  levels: readonly Level[];
  /** somebody who comes for themselves, or through broken glass, needs no agreement between bodies */
  needsAgreement: boolean;
  /** by the order of fieldGroups: - hidden, r read, w write */
  opens: string;
};

const anyLevel = levels;
const helps = ['practitioner', 'supervisor', 'setting-lead'] as const;

/** The table that decides: one line for each way of standing to a child. */
const rules: Readonly<Record<Relationship, Rule>> = {
  'lead-worker': {
    roles: helps,
    purposes: ['direct-help', 'safeguarding', 'subject-rights', 'record-keeping'],
    levels: anyLevel,
    needsAgreement: true,
    opens: 'wwwwwwwwwwwr',
  },
  'team-around': {
    roles: helps,
    purposes: ['direct-help', 'safeguarding'],
    levels: ['normal', 'protected'],
    needsAgreement: true,
    opens: 'rrrrrrwwrrw-',
  },
  supervisor: {
    roles: ['supervisor'],
    purposes: ['supervision', 'safeguarding', 'quality-review'],
    levels: ['normal', 'protected'],
    needsAgreement: true,
    opens: 'rrrrrrrrr-rr',
  },
  'setting-lead': {
    roles: ['setting-lead'],
    purposes: ['direct-help', 'safeguarding'],
    levels: ['normal', 'protected'],
    needsAgreement: true,
    opens: 'rrr-rrww-rr-',
  },
  named: {
    roles: [...helps, 'safeguarding-reader'],
    purposes: ['direct-help', 'safeguarding'],
    levels: anyLevel,
    needsAgreement: true,
    opens: 'rrrrrrrrrrr-',
  },
  glass: {
    roles: [...helps, 'safeguarding-reader'],
    purposes: ['safeguarding'],
    levels: ['protected'],
    needsAgreement: false,
    opens: 'rrr-rrrrr-r-',
  },
  'subject-access': {
    roles: ['governance-lead'],
    purposes: ['subject-rights', 'complaint', 'compelled-by-law', 'record-keeping'],
    levels: anyLevel,
    needsAgreement: true,
    opens: 'rrr-rrrrrrrr',
  },
  'the-child': {
    roles: ['young-person'],
    purposes: ['subject-rights'],
    levels: anyLevel,
    needsAgreement: false,
    opens: 'rrr-rrrrrwrr',
  },
  parent: {
    roles: ['parent'],
    purposes: ['subject-rights'],
    levels: ['normal', 'protected'],
    needsAgreement: false,
    opens: 'rr--rrrrrrrr',
  },
};

/** Roles that open no child's record, whatever else the same account may be. */
const never: readonly string[] = ['administrator', 'report-only'] satisfies readonly Role[];

/** Of a record that is kept with more care a parent is not shown who looked: that is answered by a person. */
const keptBack: readonly { relationship: Relationship; level: Level; group: FieldGroup }[] = [
  { relationship: 'parent', level: 'protected', group: 'access-history' },
];

/** Which way of standing is asked for which purpose, where nobody says one. */
export function purposesOf(relationship: Relationship): readonly Purpose[] {
  return rules[relationship].purposes;
}

/** Which roles can stand to a child in this way. */
export function rolesOf(relationship: Relationship): readonly Role[] {
  return rules[relationship].roles;
}

/** Whether a body other than the one that answers for the record needs an agreement for this. */
export function needsAgreement(relationship: Relationship): boolean {
  return rules[relationship].needsAgreement;
}

/**
 * The one function that says what somebody sees of a child's record: role and relationship and purpose, in date, and
 * between bodies an agreement in date. What it does not open is hidden.
 */
export function recordAccess(question: RecordQuestion): RecordAccess {
  const { relationship, level } = question;
  const rule = relationship === 'none' ? undefined : rules[relationship];
  const open = rule !== undefined && opensAtAll(rule, question);
  const accessTo = (group: FieldGroup, at: number): Access => {
    const held = keptBack.some(
      (one) => one.relationship === relationship && one.level === level && one.group === group,
    );
    return open && !held ? (letters[rule.opens.charAt(at)] ?? 'hidden') : 'hidden';
  };
  return byGroup(accessTo);
}

function opensAtAll(rule: Rule, { roles, purpose, level, inDate, body }: RecordQuestion): boolean {
  if (!inDate || roles.some((role) => never.includes(role))) return false;
  if (!rule.roles.some((role) => roles.includes(role))) return false;
  if (!rule.purposes.some((one) => one === purpose)) return false;
  if (!rule.levels.includes(level)) return false;
  return body !== 'not-agreed' || !rule.needsAgreement;
}

const letters: Readonly<Record<string, Access>> = { '-': 'hidden', r: 'read', w: 'write' };

function byGroup(accessTo: (group: FieldGroup, at: number) => Access): RecordAccess {
  const at = (group: FieldGroup): Access => accessTo(group, fieldGroups.indexOf(group));
  return {
    name: at('name'),
    birth: at('birth'),
    contact: at('contact'),
    'safe-contact': at('safe-contact'),
    setting: at('setting'),
    'people-around': at('people-around'),
    strengths: at('strengths'),
    worries: at('worries'),
    health: at('health'),
    'own-words': at('own-words'),
    plan: at('plan'),
    'access-history': at('access-history'),
  };
}

/** Whether a part can be read. */
export function mayRead(access: Access): boolean {
  return access !== 'hidden';
}

/** Whether anything at all is open. */
export function opensAnything(access: RecordAccess): boolean {
  return fieldGroups.some((group) => mayRead(access[group]));
}

/** Ways of standing to a child in which somebody reads about themselves or their own family. */
export function isFamily(relationship: Relationship): boolean {
  return relationship === 'the-child' || relationship === 'parent';
}
