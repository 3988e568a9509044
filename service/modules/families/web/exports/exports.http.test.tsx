import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { decideExport } from '../../actions/exports/decide-export.ts';
import { approvedInTest, askedInTest, exportWords, supervisedChild } from '../../actions/exports/testing.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { writeEntry } from '../../actions/record/write-entry.ts';
import { linesAsCsv } from '../../domain/exports/export-file.ts';
import { exportsAskedBy } from '../../store/exports/exports.ts';
import { auditedSubjects } from '../../store/testing.ts';
import type { TestFamilies } from '../../testing.ts';
import { familyPlaces } from '../places.ts';
import { house } from '../testing/house.ts';
import { planting } from '../testing/planted-children.ts';

/** The files of a package whose files are stored as they are. */
function filesOf(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
    const [size, name] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)];
    const start = at + 30 + name;
    files.set(bytes.toString('ascii', at + 30, start), bytes.toString('utf8', start, start + size));
    at = start + size;
  }
  return files;
}

test('R12: in a file of records is nothing that whoever asked may not read, nothing closed, no health and no address', async (t) => {
  const { families, come } = await house(t);
  const { canaries, plant } = planting(families);
  const planted = [await plant('normal'), await plant('protected'), await plant('closed')];
  const exportId = await approvedInTest(families);
  const send = await come('supervisor');
  const taken = await send('POST', familyPlaces.takeExport(exportId), {});
  assert.equal(taken.status, 200);
  assert.match(
    String(taken.headers['content-disposition']),
    /attachment; filename="?records-2026-11-23\.zip/,
  );
  const files = filesOf(taken.bytes);
  assert.deepEqual([...files.keys()], ['records.csv', 'records.json']);
  for (const [name, text] of files) {
    const found = new Set([...text.matchAll(/Canary\d+x/g)].map(([word]) => word));
    const wrong = canaries.filter(
      ({ word, where, may }) =>
        found.has(word) && (!may.includes('supervisor') || /^closed|address|health|why |reason/.test(where)),
    );
    assert.deepEqual(
      wrong.map(({ where }) => where),
      [],
      name,
    );
    assert.ok(found.size > 10, `${name} holds ${found.size} words`);
  }
  const audited = await families.asService((ctx) => auditedSubjects(ctx, 'families.export-taken'));
  const open = planted.filter(({ level }) => level !== 'closed').map(({ childId }) => String(childId));
  assert.deepEqual(audited.toSorted(), open.toSorted());
  const again = await send('POST', familyPlaces.takeExport(exportId), {});
  assert.equal(again.status, 422);
  assert.match(again.text, /This file was taken already/);
  assert.equal((await (await come('governance'))('GET', familyPlaces.takeExport(exportId))).status, 404);
});

test('R12: no cell of the file is run as a formula, however it begins, and every word is read back', () => {
  const begins = ['=', '+', '-', '@', '|', '%', '\t=', '\r=', '\uFEFF=', ' =', '\u200B@', '\uFF1D'];
  const rest = { record: 'Wren', born: '', part: '', whose: '', source: '', said: '', against: '' };
  const lines = begins.map((begin) => ({ ...rest, words: `${begin}cmd|' /C calc'!A0, "quoted"` }));
  const csv = linesAsCsv(lines);
  const cells = [...csv.slice(1).matchAll(/"((?:[^"]|"")*)"|([^,\r\n]+)/g)].map(([, quoted, bare]) =>
    (quoted ?? bare ?? '').replaceAll('""', '"'),
  );
  const live = cells.filter((cell) => /^[\s\p{Cc}\p{Cf}]*[=+\-@|%\uFF1D]/u.test(cell));
  assert.deepEqual(live, []);
  for (const { words } of lines) assert.ok(cells.includes(`'${words}`), JSON.stringify(words));
});

test('R12: the pages lead from asking to the yes to the taking, and keep what was typed', async (t) => {
  const { families, come } = await house(t);
  const asker = await come('supervisor');
  const empty = await asker('GET', familyPlaces.exports);
  assert.match(empty.text, /You have not asked for a file yet/);
  assert.match(empty.text, /No record is open to you at the moment/);
  await plantedWorry(families);
  const wrong = await asker('POST', familyPlaces.exports, { reason: 'Too short' });
  assert.equal(wrong.status, 422);
  const { document } = new JSDOM(wrong.text).window;
  assert.match(document.title, /^Error: /);
  assert.equal(document.querySelector('#reason')?.textContent, 'Too short');
  assert.equal(document.querySelector('.govuk-error-summary a')?.getAttribute('href'), '#purpose');
  const { purpose, reason } = exportWords;
  assert.equal((await asker('POST', familyPlaces.exports, { purpose, reason })).status, 303);
  const desk = await come('governance');
  const waiting = await desk('GET', familyPlaces.exportDesk);
  assert.match(waiting.text, /Ash supervisor/);
  assert.match(waiting.text, /1 record/);
  assert.doesNotMatch(waiting.text, /Wren|Testerley/);
  const id = await onlyExport(families);
  const silent = await desk('POST', familyPlaces.decideExport(id), { [`decision-${id}`]: 'approved' });
  assert.equal(silent.status, 422);
  assert.match(silent.text, /Say why/);
  const yes = { [`decision-${id}`]: 'approved', [`words-${id}`]: 'A fair reason.' };
  assert.equal((await desk('POST', familyPlaces.decideExport(id), yes)).status, 303);
  const mine = await asker('GET', familyPlaces.exports);
  assert.match(mine.text, /Take this file/);
  const taken = await asker('POST', familyPlaces.takeExport(id), {});
  assert.equal(taken.status, 200);
  assert.match(filesOf(taken.bytes).get('records.csv') ?? '', /'=A worry that begins like a formula/);
  assert.match((await asker('GET', familyPlaces.exports)).text, /Taken on 23 November 2026/);
});

test('R12: a refusal is read by whoever asked, with its words', async (t) => {
  const { families, come } = await house(t);
  await supervisedChild(families);
  const exportId = await askedInTest(families);
  const no = { exportId, decision: 'refused', words: 'The pages do as well.' };
  assert.ok((await families.as('governance', (ctx) => decideExport(ctx, no))).done);
  const { text } = await (await come('supervisor'))('GET', familyPlaces.exports);
  assert.match(text, /Ash governance said no/);
  assert.match(text, /The pages do as well\./);
});

async function plantedWorry(families: TestFamilies): Promise<void> {
  const { childId } = await supervisedChild(families);
  const words = {
    kind: 'worry' as const,
    body: '=A worry that begins like a formula',
    whoseWords: 'Mum',
    source: 'told at home',
    saidOn: dayOf(2026, 11, 20),
    confidence: 'known' as const,
    wouldHelp: '',
    reviewOn: undefined,
    aboutPersonId: undefined,
    seenBy: 'around' as const,
  };
  const written = await families.as('lead', (ctx) => writeEntry(ctx, { childId, words }));
  assert.ok(written.done);
}

async function onlyExport(families: TestFamilies): Promise<string> {
  const personId = families.person('supervisor');
  const [found] = await families.as('supervisor', (ctx) => exportsAskedBy(ctx, personId));
  assert.ok(found);
  return found.id;
}
