import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedForLine, grantsWithoutLine, pastTheGate } from './crossing-rules.ts';
import { isForTests, migrations, ownCode } from './own-files.ts';
import { beyond, type Exception } from './reasoned-exceptions.ts';
import { tablesMade } from './sql-rules.ts';

const code = ownCode().filter(({ path }) => !isForTests(path) && path.startsWith('service/'));
const made = tablesMade(migrations());

const toThemselves: readonly Exception[] = [
  {
    what: 'service/modules/sharing/actions/rights/release.ts',
    because:
      'an answer to somebody about themselves goes to them and not to another body; two people sign it',
  },
];

const whoseRecordItIs: readonly Exception[] = [
  {
    what: 'sharing.disclosure',
    because: 'it is the line of the ledger itself',
  },
];

test('R1: whatever discloses comes through the gate of the sharing ledger, or goes to the person themselves', () => {
  assert.deepEqual(beyond(pastTheGate(code), toThemselves), []);
});

test('R1: every table that ties a child to a body names a line of the ledger that is never null, or says whose record it is', () => {
  const found = grantsWithoutLine(made, askedForLine(migrations()));
  assert.deepEqual(beyond(found, whoseRecordItIs), []);
});

test('R1: an export past the gate and a grant without a line are found where they are planted', () => {
  const planted = {
    path: 'service/modules/families/actions/send-plan.ts',
    text: "export function sendPlan(ctx) { ctx.audit({ act: 'families.plan-sent', way: 'disclosed' }); }",
  };
  assert.deepEqual(pastTheGate([planted]), [`${planted.path} discloses past the gate`]);
  const gated = {
    ...planted,
    text: `import { crossing } from '#modules/sharing/index.ts';\n${planted.text}`,
  };
  assert.deepEqual(pastTheGate([gated]), []);
  const table = (line: string) =>
    `create table families.grant (id uuid primary key, child_id uuid not null, organisation_id uuid not null${line});`;
  const of = (line: string) =>
    grantsWithoutLine(
      tablesMade([{ path: 'service/modules/families/migrations/0099-x.sql', text: table(line) }]),
    );
  assert.equal(of('').length, 1);
  assert.equal(of(', disclosure_id uuid').length, 1);
  assert.equal(of(', disclosure_id uuid not null').length, 0);
  const path = 'service/modules/families/migrations/0099-x.sql';
  const trigger = (name: string) => ({
    path,
    text: `create trigger ${name} before insert on families.grant for each row execute function families.x();`,
  });
  assert.deepEqual(askedForLine([trigger('line_between_bodies')]), ['families.grant']);
  assert.deepEqual(askedForLine([trigger('touched_at')]), []);
});

test('R29: no schema and no code has a word for immigration checks, debt collection or marketing to families', () => {
  const never =
    /\b(immigration|home_office|visa_status|debt_collection|bailiff|marketing_list|mailing_list|advertis\w*)\b/i;
  const files = [
    ...code.filter(({ path }) => /\/(domain|store|actions|queries)\//.test(path)),
    ...migrations(),
  ];
  assert.ok(files.length > 200, `${files.length} files`);
  const found = files.filter(({ text }) => never.test(withoutTalk(text))).map(({ path }) => path);
  assert.deepEqual(found, []);
});

/** Without comments, in which one may say what is never done. */
function withoutTalk(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|--[^\n]*|\/\/[^\n]*/g, '');
}
