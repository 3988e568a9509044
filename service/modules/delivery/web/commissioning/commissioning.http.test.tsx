import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setUpOrganisations, setUpPartnership } from '#modules/accounts/index.ts';
import { loadFrameworks } from '#modules/strategy/index.ts';
import { publishedFrameworks } from '#modules/strategy/testing.ts';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import { commissioningRoutes } from './commissioning-routes.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
let manager: TestBrowser;

before(async () => {
  service = await testService({ after: (end: () => unknown) => void ends.push(end) }, commissioningRoutes);
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
    await setUpOrganisations(ctx, [
      { key: 'open-gate', name: 'Open Gate', kind: 'charity' },
      { key: 'early-help', name: 'Early Help', kind: 'council' },
    ]);
    await loadFrameworks(ctx, { frameworks: publishedFrameworks('own').frameworks, crosswalks: [] });
  });
  manager = await service.signedIn('manager');
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

function words(found: TestPage, selector = 'main'): string {
  return (found.document.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

const at = '/commissioning/somebody-to-talk-to';
const need: Record<string, string | readonly string[]> = {
  title: 'Somebody to talk to',
  need: 'Half wait more than eleven weeks.',
  needSource: 'The count of waits in June',
  element: 'kinder-minds',
  needMeasure: '',
  outcomeMeasure: '',
  anyway: 'A third would feel better without us.',
  ask: 'Agree to a drop-in for two years.',
  partners: ['open-gate', 'early-help'],
  ownerName: 'Chief Nurse',
};
const option: Record<string, string> = {
  title: 'A drop-in in every zone',
  words: 'Two afternoons a week.',
  once: '£35,000',
  yearly: '260000',
  benefit: 'Shorter waits.',
  low: '41234',
  high: '389876',
  benefitSource: 'Two drop-ins elsewhere',
  benefitAssumptions: 'a tenth to a third would be on the list',
  risks: 'Workers are hard to find.',
  children: 'Somewhere with a sofa.',
};

test('H09 an empty page says what will be here; a form that does not fit comes back with what was typed', async () => {
  assert.match(words(await manager.get('/commissioning')), /Nothing is bought together yet/);
  assert.equal((await manager.get(at)).status, 404);
  const wrong = await manager.post('/commissioning/new', { ...need, needSource: '' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.document.title, /^Error: /);
  assert.match(words(wrong, '.govuk-error-summary'), /Enter where the need is known from/);
  assert.equal(wrong.document.querySelector<HTMLInputElement>('#title')?.value, 'Somebody to talk to');
  assert.equal(wrong.document.querySelectorAll('input[name=partners]:checked').length, 2);
  const alone = await manager.post('/commissioning/new', { ...need, partners: ['open-gate', 'made-up'] });
  assert.match(words(alone, '.govuk-error-summary'), /Choose at least two organisations/);
});

test('B15 H10 options stand side by side, each benefit a range with its source; the case is one sheet without a proud number', async () => {
  assert.equal((await manager.post('/commissioning/new', need)).headers.location, at);
  const proud = await manager.post(`${at}/options/new`, { ...option, low: '' });
  assert.match(words(proud, '.govuk-error-summary'), /One number alone claims too much/);
  assert.equal(proud.document.querySelector<HTMLInputElement>('#high')?.value, '389876');
  assert.equal((await manager.post(`${at}/options/new`, option)).status, 303);
  const now = { title: 'Go on as now', yearly: '0' };
  assert.equal((await manager.post(`${at}/options/new`, now)).status, 303);
  const open = await manager.get(at);
  assert.match(words(open), /£35,000.*£260,000/);
  for (const found of [open, await manager.get(`${at}/case`)]) {
    assert.match(words(found, 'body'), /between £40,000 and £390,000 a year/);
    assert.match(words(found, 'body'), /From: Two drop-ins elsewhere\. Rests on: a tenth to a third/);
    assert.doesNotMatch(found.text, /41,?234|389,?876/);
  }
  const sheet = await manager.get(`${at}/case`);
  for (const part of [
    /The need/,
    /The number/,
    /What children say/,
    /What would happen anyway/,
    /What we ask/,
  ])
    assert.match(words(sheet, 'body'), part);
  assert.match(words(sheet, 'body'), /“Somewhere with a sofa\.”/);
});

test('H09 each step asks for what it needs and keeps the words typed; two who take it at once both read on', async () => {
  const on = await manager.post(`${at}/step`, { to: 'options', seen: '1', words: 'Both are costed.' });
  assert.equal(on.status, 303);
  const again = await manager.post(`${at}/step`, { to: 'options', seen: '1', words: 'Mine.' });
  assert.equal(again.status, 422);
  assert.match(words(again, '.govuk-error-summary'), /while you were writing/);
  assert.equal(again.document.querySelector('textarea')?.value, 'Mine.');
  const lost = await manager.post(`${at}/step`, {
    to: 'decision',
    seen: '2',
    decision: 'D7',
    words: 'Agreed.',
  });
  assert.match(words(lost, '.govuk-error-summary'), /Choose the option that was decided on/);
  assert.equal(lost.document.querySelector<HTMLInputElement>('#decision')?.value, 'D7');
  const id = lost.document.querySelector<HTMLInputElement>('input[name=option]')?.value ?? '';
  const none = await manager.post(`${at}/step`, { to: 'decision', seen: '2', option: id, decision: 'D7' });
  assert.match(words(none, '.govuk-error-summary'), /Enter the number of a decision that you can read/);
  assert.match(words(await manager.get(at)), /Need → Options Both are costed|Need → OptionsBoth are costed/);
});

test('H09 two who change one option: the second reads both', async () => {
  const link = (await manager.get(at)).document.querySelector('.option-table a')?.getAttribute('href') ?? '';
  assert.equal((await manager.post(link, { ...option, words: 'First', seen: '1' })).status, 303);
  const second = await manager.post(link, { ...option, words: 'Second', seen: '1' });
  assert.equal(second.status, 422);
  assert.match(words(second, '.empty'), /First/);
  assert.equal(second.document.querySelector('#words')?.textContent, 'Second');
});

test('H09 only whoever reads a board’s papers reads it, and only manager and analyst write', async () => {
  assert.notEqual((await service.visitor().get('/commissioning')).status, 200);
  const young = await service.signedIn('young-inspector');
  assert.equal((await young.get(at)).status, 200);
  assert.equal((await young.get(`${at}/case`)).status, 200);
  assert.equal((await young.get(`${at}/step`)).status, 404);
  assert.equal((await (await service.signedIn('practitioner')).get(at)).status, 404);
});
