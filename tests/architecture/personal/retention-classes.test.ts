import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runStatement } from '#platform/db/query-builder.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { retentionProposals } from '#reference/retention.ts';
import { personalRecords } from '../../../service/app.ts';

const classes = personalRecords.flatMap((room) => room.classes);

/** Classes that never end by a rule, each with the reason. */
const endsOtherwise: Readonly<Record<string, string>> = {
  'audit.entry': 'holds no words of anybody; taking one out would break the chain',
  'families.concern-reader': 'names of staff and their days, without which nobody could say who read what',
  'sharing.retention-list': 'of what is gone only counts and digests; a hold ends by the person who set it',
};

/** Whatever these schemas keep is about somebody, whatever its columns are called. */
const personalSchemas = ['families', 'sharing'];

/** Tables of those schemas that hold nobody's data, each with the reason. */
const aboutNobody: Readonly<Record<string, string>> = {
  'families.front_door': 'opening hours and addresses of the partnership',
  'families.front_door_number': 'numbers to ring',
  'sharing.agreement': 'that organisations agreed',
  'sharing.agreement_ground': 'laws, purposes and kinds of information',
  'sharing.agreement_party': 'organisations',
  'sharing.agreement_signature': 'who signed for an organisation, in their work',
  'sharing.agreement_version': 'what organisations agreed, and who wrote it down in their work',
  'sharing.compatibility': 'which purpose fits which',
  'sharing.disposal': 'lists of what has come to its end: counts and digests',
  'sharing.record_owner': 'which organisation answers for which kind of record',
  'sharing.retention_rule': 'how long kinds of record are kept',
  'sharing.setting': 'from which day a duty is in force',
};

test('R26: every class of personal data that ends has a proposal with a trigger that the class knows; every other says why it has none', () => {
  const proposals = new Map(retentionProposals().map((one) => [one.class, one]));
  for (const { key, triggers } of classes) {
    const proposal = proposals.get(key);
    if (triggers.length === 0) assert.ok(endsOtherwise[key], `${key} has no trigger and no reason`);
    else assert.ok(proposal, `reference/retention.yaml has no proposal for ${key}`);
    if (proposal)
      assert.ok(
        triggers.some((trigger) => trigger.key === proposal.trigger),
        `${key} does not end when ${proposal.trigger}`,
      );
  }
  const known = new Set(classes.map(({ key }) => key));
  for (const key of [...proposals.keys(), ...Object.keys(endsOtherwise)])
    assert.ok(known.has(key), `${key} is a class of no room`);
});

test('R26: every table of the rooms that hold personal data has a class or a reason, and no table has two', async (t) => {
  const database = await testDatabase(t);
  const { rows } = await database.asOwner((db) =>
    runStatement(
      db,
      `select schemaname || '.' || tablename as name from pg_tables where schemaname = any($1) order by 1`,
      [personalSchemas],
    ),
  );
  const tables = rows.map(({ name }) => String(name));
  assert.ok(tables.length > 30, 'the whole schema was read');
  const classed = classes.flatMap((one) => one.tables);
  assert.deepEqual(
    classed.filter((table, at) => classed.indexOf(table) !== at),
    [],
    'a table belongs to two classes',
  );
  const without = (all: readonly string[]) =>
    all.filter((table) => !classed.includes(table) && aboutNobody[table] === undefined);
  assert.deepEqual(without(tables), []);
  assert.deepEqual(
    Object.keys(aboutNobody).filter((table) => !tables.includes(table)),
    [],
    'a table is named that is not there',
  );
  assert.deepEqual(without([...tables, 'families.planted']), ['families.planted']);
  for (const [table, covers] of Object.entries(mustEnd))
    assert.ok(
      classes.find(({ key }) => key === covers)?.tables.includes(table),
      `${table} ends with ${covers}`,
    );
});

/** What a child's record and a concern are made of ends with them. */
const mustEnd: Readonly<Record<string, string>> = {
  'families.entry': 'families.record',
  'families.standing': 'families.record',
  'families.glass': 'families.record',
  'families.contest': 'families.record',
  'families.contest_answer': 'families.record',
  'families.address': 'families.record',
  'families.concern_receipt': 'families.concern',
  'sharing.rights_answer': 'sharing.rights-request',
};
