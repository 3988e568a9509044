import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles } from './policy.ts';
import { purposes } from './purposes.ts';
import { fieldGroups, levels, recordAccess, relationships, type FieldGroup } from './record-policy.ts';
import { safeFor, type PersonalText } from './readable.ts';

/**
 * Who may see what of a child's record, as a practitioner would say it: written from what the service promises to families,
 * and not from the code. A part that is not named for somebody is hidden from them.
 */
const promised = `
lead-worker    | who: practitioner, supervisor, setting-lead | kept: normal, protected, closed | for: direct-help, safeguarding, subject-rights, record-keeping
  changes: name, birth, contact, safe-contact, setting, people-around, strengths, worries, health, own-words, plan
  reads: access-history
team-around    | who: practitioner, supervisor, setting-lead | kept: normal, protected | for: direct-help, safeguarding
  changes: strengths, worries, plan
  reads: name, birth, contact, safe-contact, setting, people-around, health, own-words
supervisor     | who: supervisor | kept: normal, protected | for: supervision, safeguarding, quality-review
  changes:
  reads: name, birth, contact, safe-contact, setting, people-around, strengths, worries, health, plan, access-history
setting-lead   | who: setting-lead | kept: normal, protected | for: direct-help, safeguarding
  changes: strengths, worries
  reads: name, birth, contact, setting, people-around, own-words, plan
named          | who: practitioner, supervisor, setting-lead, safeguarding-reader | kept: normal, protected, closed | for: direct-help, safeguarding
  changes:
  reads: name, birth, contact, safe-contact, setting, people-around, strengths, worries, health, own-words, plan
glass          | who: practitioner, supervisor, setting-lead, safeguarding-reader | kept: protected | for: safeguarding
  changes:
  reads: name, birth, contact, setting, people-around, strengths, worries, health, plan
subject-access | who: governance-lead | kept: normal, protected, closed | for: subject-rights, complaint, compelled-by-law, record-keeping
  changes:
  reads: name, birth, contact, setting, people-around, strengths, worries, health, own-words, plan, access-history
the-child      | who: young-person | kept: normal, protected, closed | for: subject-rights
  changes: own-words
  reads: name, birth, contact, setting, people-around, strengths, worries, health, plan, access-history
parent         | who: parent | kept: normal, protected | for: subject-rights
  changes:
  reads: name, birth, setting, people-around, strengths, worries, health, own-words, plan, access-history
`;

type Promise = { who: string[]; kept: string[]; for: string[]; changes: string[]; reads: string[] };

const table = new Map<string, Promise>();
for (const block of promised.trim().split(/\n(?=\S)/)) {
  const [head = '', changes = '', reads = ''] = block.split('\n');
  const [relationship = '', ...parts] = head.split('|').map((part) => part.trim());
  const listed = (text: string): string[] =>
    (text.split(':')[1] ?? '')
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean);
  const [who = '', kept = '', purpose = ''] = parts;
  table.set(relationship, {
    who: listed(who),
    kept: listed(kept),
    for: listed(purpose),
    changes: listed(changes),
    reads: listed(reads),
  });
}

/** Those who come for themselves, and those who open an emergency, need no agreement between bodies. */
const withoutAgreement = ['glass', 'the-child', 'parent'];

type Asked = Parameters<typeof recordAccess>[0];

function expected(asked: Asked, group: FieldGroup): 'hidden' | 'read' | 'write' {
  const line = table.get(asked.relationship);
  if (!line || !asked.inDate) return 'hidden';
  if (asked.roles.includes('administrator') || asked.roles.includes('report-only')) return 'hidden';
  if (!asked.roles.some((role) => line.who.includes(role))) return 'hidden';
  if (!line.kept.includes(asked.level) || !line.for.includes(asked.purpose)) return 'hidden';
  if (asked.body === 'not-agreed' && !withoutAgreement.includes(asked.relationship)) return 'hidden';
  // of a record that is kept with more care a person tells a parent who looked, and no page does
  if (asked.relationship === 'parent' && asked.level === 'protected' && group === 'access-history')
    return 'hidden';
  if (line.changes.includes(group)) return 'write';
  return line.reads.includes(group) ? 'read' : 'hidden';
}

function* everyQuestion(): Generator<Asked> {
  const held = [
    [],
    ...roles.map((role) => [role]),
    ['practitioner', 'administrator'],
    ['supervisor', 'report-only'],
  ];
  for (const relationship of [...relationships, 'none'] as const)
    for (const given of held)
      for (const level of levels)
        for (const purpose of [...purposes, 'immigration', ''])
          for (const inDate of [true, false])
            for (const body of ['own', 'agreed', 'not-agreed'] as const)
              yield { relationship, roles: given, level, purpose, inDate, body };
}

test('R6, R7, R8, R10, R14, R29: every role, relationship, purpose, level and date opens just the parts that were promised', (t) => {
  let cells = 0;
  const wrong: string[] = [];
  for (const asked of everyQuestion()) {
    const access = recordAccess(asked);
    for (const group of fieldGroups) {
      const promise = expected(asked, group);
      for (const act of ['read', 'write'] as const) {
        cells += 1;
        const opens = act === 'read' ? access[group] !== 'hidden' : access[group] === 'write';
        const should = act === 'read' ? promise !== 'hidden' : promise === 'write';
        if (opens !== should) wrong.push(`${JSON.stringify(asked)} ${group} ${act}`);
      }
    }
  }
  t.diagnostic(`${cells} cells`);
  assert.ok(cells >= 14_000);
  assert.deepEqual(wrong, []);
});

test('R10: an administrator sees nothing of any record, whatever else the same account may be', () => {
  for (const relationship of relationships)
    for (const role of roles) {
      const asked = {
        relationship,
        roles: [role, 'administrator'],
        level: 'normal',
        inDate: true,
        body: 'own',
      } as const;
      for (const purpose of purposes)
        assert.ok(Object.values(recordAccess({ ...asked, purpose })).every((access) => access === 'hidden'));
    }
});

test('R60: words are safe for whoever was answered for by name, and for nobody of the family otherwise', () => {
  const open = recordAccess({
    relationship: 'parent',
    roles: ['parent'],
    purpose: 'subject-rights',
    level: 'normal',
    inDate: true,
    body: 'own',
  });
  const text = (changed: Partial<PersonalText> = {}): PersonalText => ({
    fieldGroup: 'worries',
    authorPersonId: 'lead',
    seenBy: 'around',
    viewers: [],
    ...changed,
  });
  const parent = { personId: 'mum', relationship: 'parent', access: open } as const;
  const reads = (changed: Partial<PersonalText>) => safeFor(parent, [text(changed)]).length === 1;
  assert.equal(reads({}), false);
  assert.equal(reads({ viewers: [{ personId: 'mum', mayRead: true }] }), true);
  assert.equal(reads({ viewers: [{ personId: 'dad', mayRead: true }] }), false);
  assert.equal(reads({ authorPersonId: 'mum' }), true);
  assert.equal(reads({ authorPersonId: 'mum', viewers: [{ personId: 'mum', mayRead: false }] }), false);
  assert.equal(reads({ fieldGroup: 'contact', viewers: [{ personId: 'mum', mayRead: true }] }), false);
});
