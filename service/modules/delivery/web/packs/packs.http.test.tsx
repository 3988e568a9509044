import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { setUpOrganisations, setUpPartnership } from '#modules/accounts/index.ts';
import { loadFrameworks } from '#modules/strategy/index.ts';
import { publishedFrameworks } from '#modules/strategy/testing.ts';
import type { Ctx } from '#platform/db/database.ts';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { addAction } from '../../actions/plan/write-action.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { keepAgendaItem } from '../../store/agenda-items.ts';
import { actionByNumber, keepAction } from '../../store/actions.ts';
import { keepMeeting, meetingByKey } from '../../store/meetings.ts';
import { actionWords, addBoard } from '../../store/testing.ts';
import { packsRoutes } from './packs-routes.ts';

const ends: (() => unknown)[] = [];
let asked = 0;
let service: TestService;
let manager: TestBrowser;
let member: TestBrowser;
let visitor: TestBrowser;

before(async () => {
  service = await testService({ after: (end: () => unknown) => void ends.push(end) }, packsRoutes, {
    clock: () => new Date(Date.parse('2026-10-02T06:00:00Z') + (asked += 1)),
  });
  await service.asService(async (ctx) => {
    await setUpPartnership(ctx, {
      partnership: {
        slug: 'test',
        name: 'Test Partnership',
        shortName: 'Test',
        brandColour: '#265b3c',
        isInvented: true,
      },
      people: [],
    });
    await setUpOrganisations(ctx, [{ key: 'open-gate', name: 'Open Gate', kind: 'charity' }]);
    await loadFrameworks(ctx, { frameworks: publishedFrameworks('own').frameworks, crosswalks: [] });
    await fill(ctx);
  });
  manager = await service.signedIn('manager');
  member = await service.signedIn('board-member');
  visitor = service.visitor();
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

async function fill(ctx: Ctx): Promise<void> {
  const board = await addBoard(ctx);
  const meeting: Meeting = {
    id: ctx.newId<'meeting'>(),
    bodyId: board.id,
    cycleId: undefined,
    key: 'board-2026-11',
    kind: 'oversight',
    title: 'Oversight in November',
    theme: '',
    element: { frameworkSlug: 'brackenshire', elementKey: 'gentle-start' },
    on: dayOf(2026, 11, 10),
    at: '14:00',
    minutes: 120,
    place: 'The Corn Hall',
    joining: '',
    state: 'planned',
    cancelledBecause: '',
    sequence: 0,
    version: 1,
  };
  await keepMeeting(ctx, meeting);
  await keepAgendaItem(ctx, {
    id: ctx.newId<'agenda-item'>(),
    meetingId: meeting.id,
    place: 1,
    title: 'The lease of the hub',
    words: 'The landlord asks for more.\n- Stay\n- Move',
    asks: 'to-decide',
    minutes: 20,
    leadName: 'Sara Lind',
    origin: 'hand',
    subject: { kind: '', id: '' },
    publishing: { publish: 'exempt', ground: 'Schedule 12A, paragraph 3' },
    version: 1,
  });
  const owner = { personId: undefined, name: 'Sara Lind', email: '', organisationKey: 'open-gate' };
  const added = await addAction(ctx, actionWords({ owner, due: dayOf(2026, 9, 1) }));
  assert.ok(added.done);
}

function words(found: TestPage, selector = 'main'): string {
  return (found.document.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

const packs = '/meetings/board-2026-11/pack';
let first = '';

test('H03 one press makes the pack; before it the page says what will be here, and nobody else may press', async () => {
  assert.match(words(await visitor.get(packs)), /will be here once it is published/);
  assert.match(words(await manager.get(packs)), /One press makes it/);
  for (const other of [visitor, member]) assert.notEqual((await other.post(packs)).status, 303);
  const made = await manager.post(packs);
  assert.equal(made.status, 303);
  first = String(made.headers.location);
  assert.match(first, /^\/packs\/[0-9a-f-]{36}$/);
});

test('H03 the pack opens with what came since last time; then plain words, number, finding and voice side by side', async () => {
  const read = await member.get(first);
  const headings = [...read.document.querySelectorAll('h2')].map(({ textContent }) => textContent);
  assert.deepEqual(headings.slice(0, 4), [
    'Since last time',
    'What we ask you to decide',
    'What needs eyes',
    'What is late, and what it holds up',
  ]);
  assert.equal(read.document.querySelectorAll('h1').length, 1);
  const beside = [...read.document.querySelectorAll('.pack-beside h4')].map(({ textContent }) => textContent);
  assert.deepEqual(beside.slice(0, 3), ['The number', 'The finding', 'The voice']);
  assert.match(words(read, '.pack-beside'), /Nobody has asked people about this yet/);
  assert.match(words(read), /Sara Lind, Open Gate/);
});

test('H03 R65 nobody reads an unpublished pack but members; the version for everybody names nobody and gives nothing exempt away', async () => {
  for (const path of [first, `${first}.pdf`, `${first}/figures.csv`])
    assert.equal((await visitor.get(path)).status, 404);
  assert.equal((await manager.post(`${first}/publish`, { publish: 'publish' })).status, 303);
  const open = words(await visitor.get(first));
  assert.doesNotMatch(open, /Sara|landlord|lease/i);
  assert.match(open, /Ground: Schedule 12A, paragraph 3/);
  assert.match(open, /Open Gate/);
  const bare = await manager.post(`${first}/publish`, { publish: 'withdraw' });
  assert.equal(bare.status, 422);
  assert.match(words(bare), /Say why it is taken back/);
});

test('H03 the pack is read exactly as it was after its action, its owner and its meeting have changed, and says so', async () => {
  const before = words(await member.get(first), 'article');
  await service.asService(async (ctx) => {
    const action = await actionByNumber(ctx, 1);
    const meeting = await meetingByKey(ctx, 'board-2026-11');
    assert.ok(action && meeting);
    await keepAction(ctx, {
      ...action,
      title: 'Another title',
      state: 'done',
      owner: { ...action.owner, name: 'Omar Reid' },
    });
    await keepMeeting(ctx, { ...meeting, on: dayOf(2026, 11, 17) });
  });
  const read = await member.get(first);
  assert.equal(words(read, 'article'), before);
  assert.match(
    words(read, '.pack-since'),
    /moved after this pack was made.*17 November 2026.*now Omar Reid’s/,
  );
  assert.match(words(await member.get(packs)), /moved after this pack was made/);
  assert.doesNotMatch(words(await visitor.get(first), '.pack-since'), /Omar|Sara/);
});

test('H03 another edition needs a reason, keeps what was typed, and stands beside the first', async () => {
  const bare = await manager.post(packs, { reason: '  ' });
  assert.equal(bare.status, 422);
  assert.match(bare.document.title, /^Error: /);
  assert.equal(bare.document.querySelector('.govuk-error-summary a')?.getAttribute('href'), '#reason');
  assert.equal((await manager.post(packs, { reason: 'The meeting was moved.' })).status, 303);
  const both = words(await member.get(packs));
  assert.match(both, /edition 2.*The meeting was moved\..*edition 1/);
  assert.equal((await member.get(first)).status, 200);
});

test('H03 as PDF it is tagged, says its language and title, and every word stands in its structure', async () => {
  const pdf = await member.get(`${first}.pdf`);
  assert.equal(pdf.status, 200);
  assert.equal(pdf.headers['content-type'], 'application/pdf');
  const bytes = pdf.bytes.toString('latin1');
  assert.match(bytes, /^%PDF-1\.7/);
  for (const sign of [
    /\/MarkInfo/,
    /\/Marked true/,
    /\/StructTreeRoot/,
    /\/Lang \(en-GB\)/,
    /pdfuaid:part>1</,
    /Oversight in November/,
  ])
    assert.match(bytes, sign);
  for (const tag of ['H1', 'H2', 'L', 'Table', 'TH', 'TD']) assert.ok(bytes.includes(`/S /${tag}\n`), tag);
  assert.match(bytes, /\/Scope \/Column/);
  assert.ok((bytes.match(/\/Type \/Page\n/g) ?? []).length >= 2);
});

test('H03 as Word it has headings, tables with heads, British English and its title', async () => {
  const word = await member.get(`${first}.docx`);
  assert.equal(word.status, 200);
  const document = inZip(word.bytes, 'word/document.xml');
  for (const sign of [
    /w:val="Heading1"/,
    /w:val="Heading2"/,
    /<w:tblHeader\/>/,
    /Since last time/,
    /Ring every family/,
  ])
    assert.match(document, sign);
  assert.match(inZip(word.bytes, 'word/styles.xml'), /w:lang w:val="en-GB"/);
  assert.match(inZip(word.bytes, 'docProps/core.xml'), /<dc:title>Oversight in November<\/dc:title>/);
});

/** One file out of a zip, by its directory at the end. */
function inZip(zip: Buffer, name: string): string {
  let at = zip.readUInt32LE(zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [packed, length] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const [extra, comment, local] = [
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ];
    if (zip.toString('utf8', at + 46, at + 46 + length) === name) {
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const bytes = zip.subarray(from, from + packed);
      return (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes).toString('utf8');
    }
    at += 46 + length + extra + comment;
  }
  throw new Error(`${name} is not in the file`);
}
