import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setUpOrganisations } from '#modules/accounts/index.ts';
import { loadFrameworks } from '#modules/strategy/index.ts';
import { publishedFrameworks } from '#modules/strategy/testing.ts';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { boardRoutes } from '../boards/boards-routes.ts';
import { boardsWait } from '../boards/waiting.ts';
import { meetingRoutes } from './meetings-routes.ts';

const ends: (() => unknown)[] = [];
let now = Date.parse('2026-10-02T06:00:00Z');
let service: TestService;
let manager: TestBrowser;
let member: TestBrowser;
let visitor: TestBrowser;

before(async () => {
  service = await testService(
    { after: (end: () => unknown) => void ends.push(end) },
    [...boardRoutes, ...meetingRoutes],
    { clock: () => new Date((now += 1)) },
  );
  await service.asService(async (ctx) => {
    await setUpOrganisations(ctx, [
      { key: 'open-gate', name: 'Open Gate', kind: 'charity' },
      { key: 'gone', name: 'Gone Trust', kind: 'charity', until: dayOf(2026, 11, 20) },
    ]);
    await loadFrameworks(ctx, { frameworks: publishedFrameworks('own').frameworks, crosswalks: [] });
  });
  manager = await service.signedIn('manager');
  member = await service.signedIn('board-member');
  visitor = service.visitor();
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

function words(found: TestPage): string {
  const parts = [...(found.document.querySelector('main')?.querySelectorAll('*') ?? [])].flatMap((one) =>
    [...one.childNodes].flatMap((node) => (node.nodeType === 3 ? [node] : [])),
  );
  const main = found.document.querySelector('main');
  for (const node of parts) node.textContent = `${node.textContent ?? ''} `;
  return (main?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

const day = (name: string, [d, m, y]: readonly [number, number, number]) => ({
  [`${name}-day`]: String(d),
  [`${name}-month`]: String(m),
  [`${name}-year`]: String(y),
});

const seen = (found: TestPage) =>
  found.document.querySelector<HTMLInputElement>('input[name=seen]')?.value ?? '';

/** A form with a file, as a browser sends it. */
async function handIn(
  at: string,
  answers: Record<string, string>,
  [name, content]: readonly [string, string],
) {
  const form = await manager.get(at);
  const csrf = form.document.querySelector<HTMLInputElement>('main input[name=csrf]')?.value ?? '';
  const parts = Object.entries({ csrf, ...answers }).map(
    ([field, value]) => `--x\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const file = `--x\r\ncontent-disposition: form-data; name="paper"; filename="${name}"\r\ncontent-type: text/plain\r\n\r\n${content}\r\n`;
  // the file first: the answers that come after a paper that is too large must not be lost
  const body = `${parts[0] ?? ''}${file}${parts.slice(1).join('')}--x--\r\n`;
  return manager.postRaw(at, body, { 'content-type': 'multipart/form-data; boundary=x' });
}

test('H02 H12 a board is set up, somebody takes a seat, and the public sees the organisation and no name', async () => {
  const body = {
    ...{ name: 'The Children’s Board', kind: 'board', lifeStage: '', purpose: '', partOf: '' },
    ...{ ...day('from', [1, 4, 2024]), people: '1', organisations: '1', seen: '0' },
  };
  const wrong = await manager.post('/boards/new', body);
  assert.equal(wrong.status, 422);
  assert.match(wrong.document.title, /^Error: /);
  assert.match(words(wrong), /Enter what it is for/);
  assert.equal(wrong.document.querySelector<HTMLInputElement>('#name')?.value, 'The Children’s Board');
  const made = await manager.post('/boards/new', { ...body, purpose: 'Holds us to the promise.' });
  assert.equal(made.headers.location, '/boards/the-childrens-board');
  const at = '/boards/the-childrens-board';
  const seat = { organisation: 'gone', part: 'chair', votes: 'yes', ...day('on', [1, 4, 2024]) };
  const taken = await manager.post(`${at}/seats/new`, {
    ...{ ...seat, name: 'Corin Yeo', email: 'corin@gone.example' },
  });
  assert.equal(taken.status, 303);
  assert.match(words(await visitor.get('/boards')), /The Children’s Board/);
  const open = words(await visitor.get(at));
  assert.match(open, /Gone Trust/);
  assert.doesNotMatch(open, /Corin/);
  const read = words(await member.get(at));
  assert.match(read, /Corin Yeo/);
  assert.doesNotMatch(read, /corin@gone/);
});

test('H01 a board stands for an owner of the strategy, and so answers for what is given to it', async () => {
  const at = '/boards/the-childrens-board';
  assert.match(words(await visitor.get(at)), /No part of a strategy names it/);
  await manager.post(`${at}/owners`, { owners: 'brackenshire/partnership-board' });
  assert.match(words(await visitor.get(at)), /Safe and loved.*No action yet/);
});

test('H02 terms of reference have versions, each with its day', async () => {
  const at = '/boards/the-childrens-board';
  const first = { words: 'We meet.', ...day('agreed', [1, 4, 2024]), ...day('review', [1, 4, 2025]) };
  await manager.post(`${at}/terms`, first);
  const waits = await service.asService(boardsWait);
  assert.ok(waits.some(({ title }) => title === 'Terms to read again'));
  await manager.post(`${at}/terms`, { words: 'We meet and decide.', ...day('agreed', [1, 9, 2026]) });
  const page = words(await visitor.get(at));
  assert.match(
    page,
    /Agreed on 1 September 2026\..*We meet and decide\..*The terms agreed on 1 April 2024.*We meet\./,
  );
});

test('H03 H04 a year of meetings is seen before it is kept, and is made once', async () => {
  const at = '/boards/the-childrens-board/cycle/new';
  const rule = {
    ...{ ...day('from', [1, 9, 2026]), nth: '2', weekday: '1', day: '', at: '14:00', minutes: '120' },
    ...{ place: 'The Corn Hall', joining: 'https://meet.example/x', oversight: ['9', '1'] },
    ...{ workshop: ['11', '3'], theme: ['brackenshire/safe-and-loved'], holidays: '' },
  };
  const look = await manager.post(at, { ...rule, do: 'look' });
  assert.equal(look.status, 200);
  assert.match(words(look), /4 meetings, not kept yet.*Monday 14 September 2026, 14:00/);
  assert.match(words(await visitor.get('/meetings')), /No meeting is planned yet/);
  const kept = await manager.post(at, { ...rule, do: 'keep' });
  assert.equal(kept.headers.location, '/boards/the-childrens-board/forward-plan');
  assert.match(
    words(await visitor.get(kept.headers.location ?? '')),
    /Monday 9 November 2026, 14:00 Workshop: Safe/,
  );
  const twice = await manager.post(at, { ...rule, do: 'keep', place: 'Elsewhere' });
  assert.equal(twice.status, 422);
  assert.match(words(twice), /2026 to 2027 is made already/);
});

const meeting = '/meetings/the-childrens-board-2026-11';

test('H03 the way to join is for members; a move keeps the old day with its reason, and a stale form loses nothing', async () => {
  assert.doesNotMatch((await visitor.get(meeting)).text, /meet\.example/);
  assert.match((await member.get(meeting)).text, /meet\.example/);
  const form = await manager.get(`${meeting}/move`);
  const to = { ...day('on', [16, 11, 2026]), at: '15:00', seen: seen(form) };
  const wordless = await manager.post(`${meeting}/move`, { ...to, reason: '' });
  assert.equal(wordless.status, 422);
  assert.equal((await manager.post(`${meeting}/move`, { ...to, reason: 'The hall is taken' })).status, 303);
  assert.match(
    words(await visitor.get(meeting)),
    /Moved from Monday 9 November 2026, 14:00 to Monday 16 November 2026, 15:00: The hall is taken/,
  );
  const stale = await manager.post(`${meeting}/move`, { ...to, at: '16:00', reason: 'Once more' });
  assert.equal(stale.status, 422);
  assert.match(stale.text, /Once more/);
});

test('H03 what is written of a meeting is changed on its page; two at once are told, and wrong answers keep their words', async () => {
  const at = `${meeting}/edit`;
  assert.equal((await visitor.get(meeting)).document.querySelector(`a[href="${at}"]`), null);
  assert.ok((await manager.get(meeting)).document.querySelector(`a[href="${at}"]`));
  assert.equal((await member.get(at)).status, 404);
  const [mine, theirs] = [seen(await manager.get(at)), seen(await manager.get(at))];
  const to = { title: 'Safe and loved, together', minutes: '90', place: 'Room 4', joining: '' };
  const wrong = await manager.post(at, { ...to, seen: mine, joining: 'ring us' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.document.title, /^Error: /);
  assert.match(words(wrong), /Enter an address that begins with https/);
  assert.equal(wrong.document.querySelector<HTMLInputElement>('#place')?.value, 'Room 4');
  assert.equal((await manager.post(at, { ...to, seen: mine })).status, 303);
  assert.match(words(await visitor.get(meeting)), /Safe and loved, together.*1 hour 30 minutes.*Room 4/);
  const late = await manager.post(at, { ...to, seen: theirs, place: 'Room 5' });
  assert.equal(late.status, 422);
  assert.match(words(late), /It is now “Safe and loved, together”.*1 hour 30 minutes, Room 4/);
  assert.equal(late.document.querySelector<HTMLInputElement>('#place')?.value, 'Room 5');
  assert.equal((await manager.post(at, { ...to, seen: seen(late), place: 'Room 5' })).status, 303);
  const same = await manager.post(at, { ...to, seen: seen(await manager.get(at)), place: 'Room 5' });
  assert.equal(same.status, 303);
  assert.match(words(await visitor.get(meeting)), /Room 5/);
});

test('H03 a pack made before the meeting was moved says so', async () => {
  await service.database.asOwner(async (db) => {
    const { sql } = await import('kysely');
    await sql`insert into delivery.pack (id, partnership_id, meeting_id, edition, meets_on, title, document, reason, made_at, made_by_name)
      select gen_random_uuid(), partnership_id, id, 1, '2026-11-09', 'Pack', '{}', '', now(), 'Ash' from delivery.meeting
      where key = 'the-childrens-board-2026-11'`.execute(db);
  });
  assert.match(words(await member.get(meeting)), /pack was made for 9 November 2026, before it was moved/);
});

test('R65 papers: a 50 MB one is refused with its answers kept, a malicious one in words, an exempt one is not there for others', async () => {
  const at = `${meeting}/papers/new`;
  const answers = { title: 'Waiting times', publish: 'exempt', ground: 'identity' };
  const large = await handIn(at, answers, ['big.txt', 'a'.repeat(50 * 1024 * 1024)]);
  assert.equal(large.status, 422);
  assert.match(words(large), /This file is 50 MB\. A paper may be 20 MB at most/);
  assert.equal(large.document.querySelector<HTMLInputElement>('#title')?.value, 'Waiting times');
  const evil = await handIn(at, answers, ['page.html', '<script>alert(1)</script>']);
  assert.match(words(evil), /A \.html file cannot be a paper/);
  const groundless = await handIn(at, { ...answers, ground: '' }, ['a.txt', 'words']);
  assert.match(words(groundless), /Choose on which ground it is not published/);
  assert.equal((await handIn(at, answers, ['a.txt', 'About one family'])).status, 303);
  const shown = await member.get(meeting);
  assert.match(words(shown), /Not published\. It would let somebody work out who a person is/);
  const link = shown.document.querySelector('a[href*="/papers/"]')?.getAttribute('href') ?? '';
  const paper = await member.get(link);
  assert.equal(paper.text, 'About one family');
  assert.match(String(paper.headers['content-disposition']), /^attachment; filename="a\.txt"$/);
  assert.equal(paper.headers['x-content-type-options'], 'nosniff');
  assert.match(String(paper.headers['content-security-policy']), /^sandbox/);
  assert.equal((await visitor.get(link)).status, 404);
  assert.doesNotMatch(words(await visitor.get(meeting)), /Waiting times/);
  await manager.post(`${link}/withdraw`, { reason: 'It named a school' });
  assert.match(words(await member.get(meeting)), /Withdrawn: It named a school/);
  assert.equal((await member.get(link)).status, 404);
});

test('H03 a calendar is made and shown once, read without a session, unchanged at 304, and closed for good', async () => {
  const made = await member.post('/calendars', { body: 'the-childrens-board' });
  const address = new URL(made.document.querySelector('code')?.textContent ?? '').pathname;
  const feed = await visitor.get(address);
  assert.match(String(feed.headers['content-type']), /^text\/calendar; charset=utf-8/);
  assert.match(feed.text, /DTSTART;TZID=Europe\/London:20261116T150000/);
  // moved once, changed twice; what was saved without anything new is no change
  assert.match(feed.text, /SEQUENCE:3/);
  assert.match(feed.text, /LOCATION:Room 5/);
  assert.doesNotMatch(feed.text, /meet\.example|Corin|Ash Tester/);
  const again = await service.server.inject({
    method: 'GET',
    url: address,
    headers: { 'if-none-match': String(feed.headers.etag) },
  });
  assert.equal(again.statusCode, 304);
  const before = { seen: seen(await manager.get(`${meeting}/edit`)), minutes: '90', joining: '' };
  await manager.post(`${meeting}/edit`, { ...before, title: 'Workshop: Safe and loved', place: 'Room 6' });
  const changed = await visitor.get(address);
  assert.match(changed.text, /SEQUENCE:4/);
  assert.match(changed.text, /LOCATION:Room 6/);
  const form = await manager.get(`${meeting}/cancel`);
  await manager.post(`${meeting}/cancel`, { seen: seen(form), reason: 'Snow' });
  const after = await visitor.get(address);
  assert.match(after.text, /STATUS:CANCELLED/);
  assert.match(after.text, /SEQUENCE:5/);
  const over = await manager.post(`${meeting}/edit`, {
    ...before,
    title: 'Again',
    seen: seen(await manager.get(`${meeting}/edit`)),
  });
  assert.equal(over.status, 422);
  assert.match(words(over), /This meeting was cancelled already/);
  const page = await member.get('/calendars');
  const revoke = page.document.querySelector('form[action*="/revoke"]')?.getAttribute('action') ?? '';
  assert.equal((await manager.post(revoke)).status, 404, 'another’s calendar is not there');
  assert.equal((await member.post(revoke)).status, 303);
  assert.equal((await visitor.get(address)).status, 404);
});

test('H06 who came and what they brought is said once the meeting began, kindly and with its quorum', async () => {
  const held = '/meetings/the-childrens-board-2026-09';
  const page = await member.get(held);
  const name = page.document.querySelector('select[name^="came-"]')?.getAttribute('name') ?? '';
  const brought = name.replace('came-', 'brought-');
  assert.equal((await visitor.post(`${held}/who-came`, {})).status, 403);
  assert.equal((await member.post(`${held}/who-came`, { [name]: 'there', [brought]: 'A bus' })).status, 303);
  assert.match(
    words(await member.get(held)),
    /Enough came for the body to decide.*Gone Trust Corin Yeo there A bus/,
  );
  assert.doesNotMatch(words(await visitor.get(held)), /Corin|A bus/);
  assert.match(words(await visitor.get('/boards/the-childrens-board')), /Gone Trust came to 1 of 1/);
});

test('R72 an organisation that closed keeps its seat until it is given on, and says so; history stays', async () => {
  const at = '/boards/the-childrens-board';
  now = Date.parse('2026-11-23T09:00:00Z');
  // seven weeks later nobody is still signed in
  manager = await service.signedIn('manager');
  member = await service.signedIn('board-member');
  assert.match(
    words(await visitor.get(at)),
    /Closed on 20 November 2026: give this seat to who followed, or end it/,
  );
  const waits = await service.asService(boardsWait);
  assert.ok(waits.some(({ title }) => title.startsWith('A seat to fill')));
  const left =
    (await manager.get(at)).document.querySelector('a[href*="/seats/0"]')?.getAttribute('href') ?? '';
  const next = { name: 'Ada Lune', organisation: 'open-gate', part: 'chair', votes: 'yes', email: '' };
  assert.equal((await manager.post(left, { ...next, ...day('on', [23, 11, 2026]) })).status, 303);
  const page = words(await member.get(at));
  assert.match(page, /Open Gate Ada Lune Chair/);
  assert.match(page, /Corin Yeo, Gone Trust, Chair: 1 April 2024 to 23 November 2026/);
  assert.match(words(await member.get('/meetings/the-childrens-board-2026-09')), /Corin Yeo there A bus/);
});

test('H07 H08 a body of the law ends, and says what followed it', async () => {
  const body = {
    ...{ name: 'Old Safeguarding Board', kind: 'statutory', lifeStage: '', purpose: 'Kept children safe.' },
    ...{ partOf: '', ...day('from', [1, 4, 2010]), people: '0', organisations: '0' },
  };
  await manager.post('/boards/new', body);
  const form = await manager.get('/boards/old-safeguarding-board/end');
  const ending = { seen: seen(form), followedBy: 'the-childrens-board', ...day('on', [1, 4, 2019]) };
  assert.equal((await manager.post('/boards/old-safeguarding-board/end', ending)).status, 303);
  const list = words(await visitor.get('/boards'));
  assert.match(
    list,
    /No longer meeting.*Old Safeguarding Board ?, until 1 April 2019\. It went over into The Children’s Board/,
  );
});
