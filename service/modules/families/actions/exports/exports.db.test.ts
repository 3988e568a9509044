import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportDesk } from '../../queries/exports/export-pages.ts';
import { keepDecision, keepTaking } from '../../store/exports/exports.ts';
import { exportsSeen } from '../../store/testing.ts';
import { testFamilies, type TestFamilies } from '../../testing.ts';
import { endStanding } from '../standing/end-standing.ts';
import { askForExport } from './ask-for-export.ts';
import { decideExport } from './decide-export.ts';
import { takeExport } from './take-export.ts';
import { approvedInTest, askedInTest, exportWords, supervisedChild } from './testing.ts';

const proved = { provedMinutesAgo: 1 };
const take = (families: TestFamilies, key: string, exportId: string) =>
  families.as(key, (ctx) => takeExport(ctx, exportId), proved);
const reasonOf = (came: { done: true } | { done: false; refusal: { reason: string } }) =>
  came.done ? 'done' : came.refusal.reason;

test('R12: a file of records needs two people, and only whoever asked takes it', async (t) => {
  const families = await testFamilies(t);
  await supervisedChild(families);
  const exportId = await askedInTest(families);
  assert.equal(reasonOf(await take(families, 'supervisor', exportId)), 'not-decided');
  const yes = { exportId, decision: 'approved', words: 'A fair reason.' };
  for (const key of ['supervisor', 'lead', 'setting-lead', 'manager', 'administrator'])
    assert.equal(reasonOf(await families.as(key, (ctx) => decideExport(ctx, yes))), 'not-allowed', key);
  const silent = await families.as('governance', (ctx) => decideExport(ctx, { ...yes, words: ' ' }));
  assert.equal(reasonOf(silent), 'words-missing');
  assert.equal(reasonOf(await families.as('governance', (ctx) => decideExport(ctx, yes))), 'done');
  assert.equal(reasonOf(await families.as('governance', (ctx) => decideExport(ctx, yes))), 'decided-already');
  for (const key of ['governance', 'lead', 'colleague']) {
    const came = reasonOf(await take(families, key, exportId));
    assert.ok(['not-allowed', 'export-missing'].includes(came), `${key}: ${came}`);
  }
  assert.equal(reasonOf(await take(families, 'setting-lead', exportId)), 'export-missing');
  const late = { provedMinutesAgo: 60 };
  const unproved = await families.as('supervisor', (ctx) => takeExport(ctx, exportId), late);
  assert.equal(reasonOf(unproved), 'proof-missing');
  const taken = await take(families, 'supervisor', exportId);
  assert.ok(taken.done);
  assert.equal(taken.value.records, 1);
});

test('R12: the database itself lets nobody decide on their own file, take what was not approved, or read of another', async (t) => {
  const families = await testFamilies(t);
  await supervisedChild(families);
  const id = await askedInTest(families);
  const own = { id, byId: families.person('supervisor'), byName: 'Ash', words: 'Mine.' };
  await assert.rejects(families.as('supervisor', (ctx) => keepDecision(ctx, { ...own, as: 'approved' })));
  await assert.rejects(families.as('supervisor', (ctx) => keepTaking(ctx, { id, records: 1 })));
  for (const key of ['lead', 'colleague', 'setting-lead', 'manager', 'administrator', 'child'])
    assert.equal(await families.as(key, exportsSeen), 0, key);
  assert.equal(await families.as('supervisor', exportsSeen), 1);
  assert.equal(await families.as('governance', exportsSeen), 1);
});

test('R12: a file is taken once, within a day, and not where it was refused', async (t) => {
  const families = await testFamilies(t);
  await supervisedChild(families);
  const once = await approvedInTest(families);
  assert.equal(reasonOf(await take(families, 'supervisor', once)), 'done');
  assert.equal(reasonOf(await take(families, 'supervisor', once)), 'taken-already');
  const refused = await askedInTest(families);
  const no = { exportId: refused, decision: 'refused', words: 'The pages do as well.' };
  assert.ok((await families.as('governance', (ctx) => decideExport(ctx, no))).done);
  assert.equal(reasonOf(await take(families, 'supervisor', refused)), 'was-refused');
  const late = await approvedInTest(families);
  families.at('2026-11-24T10:00:01Z');
  assert.equal(reasonOf(await take(families, 'supervisor', late)), 'too-late');
});

test('R12: of two downloads in the same moment one gets the file', async (t) => {
  const families = await testFamilies(t);
  await supervisedChild(families);
  const id = await approvedInTest(families);
  const came = await Promise.all(Array.from({ length: 8 }, () => take(families, 'supervisor', id)));
  assert.equal(came.filter(({ done }) => done).length, 1);
  assert.ok(came.every((one) => one.done || one.refusal.reason === 'taken-already'));
});

test('R12: a child whose record was closed to the asker between the yes and the taking is left out', async (t) => {
  const families = await testFamilies(t);
  const stays = await supervisedChild(families, { givenNames: 'Stays' });
  const leaves = await supervisedChild(families, { givenNames: 'Leaves' });
  const id = await approvedInTest(families);
  await supervisedChild(families, { givenNames: 'Joined' });
  const { childId, standingId } = leaves;
  assert.ok((await families.as('lead', (ctx) => endStanding(ctx, { childId, standingId }))).done);
  const taken = await take(families, 'supervisor', id);
  assert.ok(taken.done);
  assert.deepEqual(new Set(taken.value.lines.map(({ record }) => record)), new Set(['Stays Testerley']));
  const alone = await approvedInTest(families);
  assert.ok((await families.as('lead', (ctx) => endStanding(ctx, stays))).done);
  const again = await take(families, 'supervisor', alone);
  assert.ok(again.done);
  assert.deepEqual(new Set(again.value.lines.map(({ record }) => record)), new Set(['Joined Testerley']));
});

test('R12: nobody asks for more than three files in a day, and whoever looks after governance hears of it', async (t) => {
  const families = await testFamilies(t);
  await supervisedChild(families);
  for (let n = 0; n < 3; n += 1) await askedInTest(families);
  for (let n = 0; n < 2; n += 1) {
    const more = await families.as('supervisor', (ctx) => askForExport(ctx, exportWords));
    assert.equal(reasonOf(more), 'too-often');
  }
  const { alarms, exports } = await families.as('governance', exportDesk);
  assert.equal(exports.length, 3);
  assert.deepEqual(
    alarms.map(({ personName, asks }) => ({ personName, asks })),
    [{ personName: 'Ash supervisor', asks: 5 }],
  );
  families.at('2026-11-24T10:00:00Z');
  await askedInTest(families);
});

test('R12: a file needs a purpose that is theirs, a reason and somebody’s record', async (t) => {
  const families = await testFamilies(t);
  const ask = (words: Partial<typeof exportWords>, key = 'supervisor') =>
    families.as(key, (ctx) => askForExport(ctx, { ...exportWords, ...words })).then(reasonOf);
  assert.equal(await ask({}), 'no-records');
  await supervisedChild(families);
  assert.equal(await ask({ purpose: '' }), 'purpose-missing');
  assert.equal(await ask({ purpose: 'subject-rights' }), 'purpose-missing');
  assert.equal(await ask({ reason: 'Because.' }), 'reason-missing');
  assert.equal(await ask({ purpose: 'direct-help' }), 'no-records');
  for (const key of ['lead', 'governance', 'manager', 'administrator', 'child', 'reporter'])
    assert.equal(await ask({}, key), 'not-allowed', key);
});
