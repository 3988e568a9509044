import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setUpOrganisations, setUpPartnership } from '#modules/accounts/index.ts';
import { loadFrameworks } from '#modules/strategy/index.ts';
import { publishedFrameworks } from '#modules/strategy/testing.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import { sayFinding } from '../../actions/findings/say-finding.ts';
import { actionPageRoute } from '../actions/action-page.tsx';
import { allFindingRoutes } from './findings-routes.ts';

const ends: (() => unknown)[] = [];
let asked = 0;
let service: TestService;
let manager: TestBrowser;
let young: TestBrowser;
let visitor: TestBrowser;

before(async () => {
  service = await testService(
    { after: (end: () => unknown) => void ends.push(end) },
    [...allFindingRoutes, actionPageRoute],
    { clock: () => new Date(Date.parse('2026-10-02T06:00:00Z') + (asked += 1)) },
  );
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
  });
  manager = await service.signedIn('manager');
  young = await service.signedIn('young-inspector');
  visitor = service.visitor();
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

function words(found: TestPage, selector = 'main'): string {
  return (found.document.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

const typed: Record<string, string> = {
  kind: 'children',
  title: 'The bus shelter is dark after four',
  words: 'We went twice in winter.',
  foundBy: 'Seven young inspectors of the coast',
  'foundOn-day': '3',
  'foundOn-month': '8',
  'foundOn-year': '2026',
  sourceTitle: 'Our visit in August',
  sourceLink: 'https://visits.example/august',
  element: 'a-way-to-get-there',
  organisation: 'open-gate',
  person: '',
  ownerName: 'The director',
  'due-day': '1',
  'due-month': '9',
  'due-year': '2026',
};

test('H11 an empty list says what will be here; a form that does not fit comes back with what was typed', async () => {
  assert.match(words(await visitor.get('/findings')), /No findings yet/);
  assert.equal((await visitor.get('/findings/1')).status, 404);
  const wrong = await young.post('/findings/new', { ...typed, title: '', 'due-day': '40', organisation: '' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.document.title, /^Error: /);
  assert.match(words(wrong, '.govuk-error-summary'), /Enter what was found, in one line/);
  assert.match(words(wrong, '.govuk-error-summary'), /must be a day that exists/);
  assert.equal(wrong.document.querySelector('textarea')?.value, 'We went twice in winter.');
  const nobody = await young.post('/findings/new', { ...typed, organisation: 'no-such', ownerName: '' });
  assert.match(words(nobody, '.govuk-error-summary'), /Say who answers for it/);
});

test('H11 a young inspector writes down what they found, and nothing else; everybody sees title, state, source and organisation', async () => {
  const form = await young.get('/findings/new');
  assert.equal(form.document.querySelectorAll('[type=radio][name=kind]').length, 0);
  assert.notEqual((await young.post('/findings/new', { ...typed, kind: 'audit' })).status, 303);
  assert.equal((await young.post('/findings/new', typed)).status, 303);
  const open = await visitor.get('/findings/1');
  assert.match(words(open), /The bus shelter is dark after four/);
  assert.match(words(open), /Children and young people · Open and late/);
  assert.match(words(open), /Open Gate/);
  assert.equal(
    open.document.querySelector('a[href="https://visits.example/august"]')?.textContent,
    'Our visit in August',
  );
  assert.ok(
    open.document.querySelector('.thread a[href="/frameworks/brackenshire/elements/a-way-to-get-there"]'),
  );
  for (const path of ['/findings/1', '/findings', '/findings.csv'])
    assert.doesNotMatch((await visitor.get(path)).text, /The director|We went twice|Seven young/, path);
  assert.equal(open.document.querySelector('form'), null);
  assert.match(words(await young.get('/findings/1')), /We went twice in winter\..*The director/);
});

test('H11 the list is chosen by kind, state, owner and element, and taken away as a file', async () => {
  const shown = async (query: string) => words(await visitor.get(`/findings?${query}`));
  for (const query of ['kind=children', 'state=late', 'owner=open-gate', 'element=a-way-to-get-there'])
    assert.match(await shown(query), /F1 · Children/, query);
  for (const query of ['kind=audit', 'state=closed', 'owner=police', 'element=belonging'])
    assert.match(await shown(query), /No finding is like that/, query);
  const csv = (await manager.get('/findings.csv?kind=children')).text;
  assert.match(csv, /^Number,Found by,/);
  assert.match(csv, /F1,Children and young people: Seven young inspectors of the coast,/);
  assert.doesNotMatch((await manager.get('/findings.csv?kind=audit')).text, /F1/);
});

test('H11 who said that it is mended reads why somebody else closes it; words stay in the box; then it is closed and opened again', async () => {
  const say = (act: string, said: string, seen: number) =>
    manager.post('/findings/1/say', { act, said, seen: String(seen) });
  const bare = await say('mended', '', 1);
  assert.equal(bare.status, 422);
  assert.match(words(bare, '.govuk-error-summary'), /Say what shows that it is mended/);
  assert.equal((await say('mended', 'It is lit.', 1)).status, 303);
  const own = await say('close', 'I looked at it.', 2);
  assert.match(words(own, '.govuk-error-summary'), /two people look at every finding/);
  assert.equal(own.document.querySelector('textarea')?.value, 'I looked at it.');
  const stale = await say('reopen', 'Not lit on Sunday.', 1);
  assert.match(words(stale, '.govuk-error-summary'), /while you were writing/);
  assert.equal((await say('reopen', 'Not lit on Sunday.', 2)).status, 303);
  const mended = await service.asService((ctx) =>
    sayFinding(ctx, { number: 1, seen: 3, act: 'mended', words: 'A new lamp.' }),
  );
  assert.ok(mended.done);
  assert.equal((await say('close', 'I went at six.', 4)).status, 303);
  const over = words(await visitor.get('/findings/1'));
  assert.match(over, /A new lamp\..*Closed on .* by somebody who does not answer for it.*I went at six\./);
  assert.match(words(await manager.get('/findings/1')), /Open → Mended, to be closed/);
});

test('H11 one press makes an action; whoever may not finds nothing there', async () => {
  assert.equal((await manager.post('/findings/new', { ...typed, kind: 'inspection' })).status, 303);
  assert.equal((await young.post('/findings/2/action', { known: '0' })).status, 404);
  const made = await manager.post('/findings/2/action', { known: '0' });
  assert.equal(made.headers.location, '/actions/1');
  const again = await manager.post('/findings/2/action', { known: '0' });
  assert.match(words(again, '.govuk-error-summary'), /Somebody has just made action A1/);
  assert.match(
    words(await visitor.get('/findings/2')),
    /A1, not begun and past its day, by 1 September 2026\. Open Gate/,
  );
  assert.equal((await young.get('/findings/2/edit')).status, 404);
  const practitioner = await service.signedIn('practitioner');
  assert.equal(
    (await practitioner.post('/findings/2/say', { act: 'note', said: 'x', seen: '1' })).status,
    404,
  );
});

test('H11 R65 an action shows everybody the finding that it answers, with a way to it, and nothing of it that is not for everybody', async () => {
  const shown = await visitor.get('/actions/1');
  const link = shown.document.querySelector('main a[href="/findings/2"]');
  const { title } = (await visitor.get('/findings/2')).document;
  assert.match(link?.textContent ?? '', /^F2 ./);
  assert.ok(title.includes(link?.textContent?.slice(3) ?? 'no title'), 'by the title that its own page has');
  assert.doesNotMatch(shown.text, /We went twice in winter|Seven young inspectors|The director/);
  assert.match(
    (await manager.get('/findings/2')).text,
    /Seven young inspectors/,
    'there is something to keep',
  );
  assert.ok((await manager.get('/actions/1')).document.querySelector('main a[href="/findings/2"]'));
});

test('H11 two who change one finding: the second reads both, and nothing is lost', async () => {
  const change = { ...typed, kind: 'inspection' };
  assert.equal(
    (await manager.post('/findings/2/edit', { ...change, title: 'First', seen: '1' })).status,
    303,
  );
  const second = await manager.post('/findings/2/edit', { ...change, title: 'Second', seen: '1' });
  assert.equal(second.status, 422);
  assert.match(words(second, '.empty'), /What somebody else savedFirst/);
  assert.equal(second.document.querySelector<HTMLInputElement>('#title')?.value, 'Second');
  const third = {
    ...change,
    title: 'Second',
    seen: second.document.querySelector<HTMLInputElement>('[name=seen]')?.value ?? '',
  };
  assert.equal((await manager.post('/findings/2/edit', third)).status, 303);
});

test('bad input: a finding whose organisation merged into another says so and what to do; nothing of it is lost', async () => {
  assert.doesNotMatch(words(await manager.get('/findings/2')), /came loose/);
  await service.asService((ctx) =>
    setUpOrganisations(ctx, [
      { key: 'open-gate', name: 'Open Gate', kind: 'charity', from: undefined, until: dayOf(2026, 10, 1) },
      { key: 'wide-gate', name: 'Wide Gate', kind: 'charity', from: dayOf(2026, 10, 1), until: undefined },
    ]),
  );
  const loose = await manager.get('/findings/2');
  assert.match(
    words(loose),
    /Open Gate is no more \(Charity\. Closed on 1 October 2026\)\. Say who took its work over/,
  );
  assert.match(words(loose, '.facts'), /Open Gate/, 'it stands as it was');
  assert.ok(loose.document.querySelector('main a[href="/findings/2/edit"]'));
  const form = await manager.get('/findings/2/edit');
  const offered = form.document.querySelector('select[name=organisation] option[selected]');
  assert.equal(offered?.textContent, 'Open Gate, which is no more', 'saving anything else does not lose it');
  const seen = form.document.querySelector<HTMLInputElement>('[name=seen]');
  const given = { ...typed, kind: 'inspection', organisation: 'wide-gate', seen: seen?.value ?? '' };
  assert.equal((await manager.post('/findings/2/edit', given)).status, 303);
  const mended = words(await manager.get('/findings/2'));
  assert.match(mended, /Wide Gate/);
  assert.doesNotMatch(mended, /came loose/);
});
