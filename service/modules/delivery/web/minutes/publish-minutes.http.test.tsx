import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setUpOrganisations } from '#modules/accounts/index.ts';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { emptyDecision } from '../../domain/decisions/new-decision.ts';
import { addItem } from '../../actions/agenda/write-agenda.ts';
import { addSeat } from '../../actions/boards/keep-seats.ts';
import { decide } from '../../actions/decisions/decide.ts';
import { sayWhoCame } from '../../actions/meetings/say-who-came.ts';
import { writeNote } from '../../actions/minutes/write-note.ts';
import { addBoard, addMeeting } from '../../store/testing.ts';
import { agendaAndDecisionRoutes } from '../decisions/decisions-routes.ts';
import { meetingRoutes } from '../meetings/meetings-routes.ts';

const ends: (() => unknown)[] = [];
let now = Date.parse('2026-09-14T13:30:00Z');
let service: TestService;
let manager: TestBrowser;
let reader: TestBrowser;
let visitor: TestBrowser;

const published = { publish: 'publish', ground: '' } as const;
const exempt = { publish: 'exempt', ground: 'Paragraph 3' } as const;
const item = { words: '', asks: 'to-decide', minutes: 20, leadName: 'Asha Field' } as const;
const june = '/meetings/june';
const minutes = `${june}/minutes`;
const publish = `${minutes}/publish`;

before(async () => {
  service = await testService(
    { after: (end: () => unknown) => void ends.push(end) },
    [...meetingRoutes, ...agendaAndDecisionRoutes([])],
    { clock: () => new Date((now += 1)) },
  );
  await service.asService(async (ctx) => {
    await setUpOrganisations(ctx, [
      { key: 'open-gate', name: 'Open Gate', kind: 'charity' },
      { key: 'police', name: 'Police', kind: 'police' },
    ]);
    const board = await addBoard(ctx);
    await addMeeting(ctx, board, { key: 'june', title: 'The Board in June', on: dayOf(2026, 6, 4) });
    await addMeeting(ctx, board, { key: 'september', on: dayOf(2026, 9, 14) });
    const attendance = [];
    for (const [name, organisationKey, came] of [
      ['Corin Yeo', 'open-gate', 'there'],
      ['Ada Lune', 'police', 'apologies'],
    ] as const) {
      const person = { personId: undefined, name, organisationKey, email: '' };
      const words = { ...person, part: 'member', votes: true, from: dayOf(2024, 4, 1) } as const;
      const seat = await addSeat(ctx, { key: 'board', words });
      assert.ok(seat.done);
      attendance.push({ membershipId: seat.value.id, came, contribution: '' });
    }
    for (const [title, publishing] of [
      ['The bus to school', published],
      ['A contract', exempt],
    ] as const) {
      const added = await addItem(ctx, { meetingKey: 'june', words: { ...item, title, publishing } });
      assert.ok(added.done);
      const itemId = added.value.id;
      const note = { meetingKey: 'june', itemId, clientKey: title, seen: 0 };
      await writeNote(ctx, { ...note, words: `${title}: Corin Yeo asked for more.` });
      const words = { ...emptyDecision, title: `Decide ${title}`, words: 'x', reason: 'y', publishing };
      assert.ok((await decide(ctx, { meetingKey: 'june', itemId, words })).done);
    }
    assert.ok((await sayWhoCame(ctx, { key: 'june', attendance })).done);
  });
  manager = await service.signedIn('manager');
  reader = await service.signedIn('analyst');
  visitor = service.visitor();
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

function words(found: TestPage, selector = 'main'): string {
  const root = found.document.querySelector(selector);
  return [...(root?.querySelectorAll('h1, h2, h3, p, li, dt, dd, a, legend, summary') ?? [])]
    .map(({ textContent }) => textContent ?? '')
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const seen = (found: TestPage) =>
  found.document.querySelector<HTMLInputElement>('input[name=seen]')?.value ?? '';

/** One first heading, none skipped, every field with its label, no id twice. */
function assertReadable({ document }: TestPage) {
  const levels = [...document.querySelectorAll('main h1, main h2, main h3')].map((one) =>
    Number(one.tagName[1]),
  );
  assert.equal(levels.filter((level) => level === 1).length, 1);
  for (const [place, level] of levels.entries()) assert.ok(level <= (levels[place - 1] ?? 0) + 1);
  for (const field of document.querySelectorAll('main select, main textarea, main input:not([type=hidden])'))
    assert.ok(document.querySelector(`label[for="${field.id}"]`), `no label for ${field.id}`);
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
}

test('R65 before they are agreed nobody else reads the minutes, and nobody can publish them', async () => {
  const early = await visitor.get(minutes);
  assert.equal(early.status, 200);
  assert.match(words(early), /once a later meeting has agreed them/);
  assert.doesNotMatch(early.text, /Corin|bus|contract/i);
  assert.equal((await visitor.get(june)).document.querySelector(`a[href="${minutes}"]`), null);
  assert.equal((await manager.get(publish)).status, 404);
  assert.equal((await visitor.get('/meetings/none/minutes')).status, 404);
  assert.match((await reader.get(minutes)).text, /A contract/);
  assert.equal((await manager.post(`${minutes}/agree`, { agreedIn: 'september' })).status, 303);
  assert.doesNotMatch((await visitor.get(minutes)).text, /Corin|bus/i, 'agreed is not published');
});

test('H02 R65 whoever keeps the boards sees what everybody would read, and publishes it', async () => {
  assert.match(
    words(await manager.get(minutes)),
    /Only members read them so far.*Publish them, or say why not/,
  );
  assert.doesNotMatch((await reader.get(minutes)).text, /minutes\/publish/);
  assert.equal((await reader.get(publish)).status, 404);
  const form = await manager.get(publish);
  assertReadable(form);
  assert.match(words(form, '#preview'), /The bus to school.*a named person asked.*Not published Paragraph 3/);
  const unsaid = await manager.post(publish, { seen: seen(form) });
  assert.equal(unsaid.status, 422);
  assert.match(unsaid.document.title, /^Error: /);
  assert.match(words(unsaid), /Choose who may read them/);
  const look = { 'withhold-0': 'identity', do: 'look', seen: seen(form) };
  const without = await manager.post(publish, look);
  assert.equal(without.status, 200);
  assert.doesNotMatch(words(without, '#preview'), /bus/);
  assert.equal((await manager.post(publish, { publish: 'publish', seen: seen(form) })).status, 303);
  const shown = await visitor.get(minutes);
  assertReadable(shown);
  assert.match(
    words(shown),
    /Agreed by The Board in September.*Published on 14 September 2026\..*Came Open Gate.*Sent apologies Police/,
  );
  assert.match(words(shown), /The bus to school Decided: D1: Decide The bus to school.*a named person asked/);
  assert.match(words(shown), /Not published Paragraph 3/);
  assert.doesNotMatch(shown.text, /Corin|Ada Lune|Asha|contract|Ash Tester/);
  assert.match(words(await visitor.get(june)), /Minutes Published on 14 September 2026/);
});

test('H02 members read names and all of it, and see what everybody reads', async () => {
  const all = await reader.get(minutes);
  assertReadable(all);
  assert.match(words(all), /Everybody reads them since 14 September 2026.*Corin Yeo, Open Gate.*A contract/);
  const open = await reader.get(`${minutes}?for=public`);
  assert.match(words(open), /This is what everybody reads/);
  assert.doesNotMatch(open.text, /Corin|contract/);
});

test('H02 R65 they are taken back with a reason, published anew without an item, or exempt on a ground', async () => {
  const form = await manager.get(publish);
  const reasonless = await manager.post(publish, { publish: 'withdraw', reason: '', seen: seen(form) });
  assert.equal(reasonless.status, 422);
  assert.match(words(reasonless), /Enter why: somebody may have read/);
  const back = { publish: 'withdraw', reason: 'A school can be recognised', seen: seen(form) };
  assert.equal((await manager.post(publish, back)).status, 303);
  const gone = await visitor.get(minutes);
  assert.match(words(gone), /Taken back on 14 September 2026\. A school can be recognised/);
  assert.doesNotMatch(gone.text, /bus/);
  assert.match(words(await visitor.get(june)), /Taken back on 14 September 2026: A school/);
  const anew = { publish: 'publish', 'withhold-0': 'identity', reason: 'Without the school' };
  const stale = await manager.post(publish, { ...anew, seen: seen(form) });
  assert.equal(stale.status, 422);
  assert.match(words(stale), /said something else of these minutes while you were choosing/);
  assert.equal(stale.document.querySelector<HTMLTextAreaElement>('#reason')?.value, 'Without the school');
  const unknown = { ...anew, 'withhold-0': 'a-ground-of-nobody', seen: seen(stale) };
  const notUnderstood = await manager.post(publish, unknown);
  assert.equal(notUnderstood.status, 422, 'what was meant to be kept back is not let out');
  assert.match(words(notUnderstood), /Choose on which ground/);
  assert.doesNotMatch(words(notUnderstood, '#preview'), /bus/);
  assert.doesNotMatch((await visitor.get(minutes)).text, /bus/);
  assert.equal((await manager.post(publish, { ...anew, seen: seen(stale) })).status, 303);
  const second = await visitor.get(minutes);
  assert.match(words(second), /as edition 2: Without the school/);
  assert.doesNotMatch(second.text, /bus/);
  const closed = { publish: 'exempt', ground: '', reason: 'x', seen: seen(await manager.get(publish)) };
  const groundless = await manager.post(publish, closed);
  assert.match(words(groundless), /Choose on which ground/);
  assert.equal((await manager.post(publish, { ...closed, ground: 'identity' })).status, 303);
  assert.match(
    words(await visitor.get(minutes)),
    /Not published\. It would let somebody work out who a person is/,
  );
});
