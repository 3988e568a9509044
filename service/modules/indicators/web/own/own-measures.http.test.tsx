import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import { setUpAreas } from '../../index.ts';
import { readingRoutes } from '../reading-routes.ts';
import { ownRoutes } from './own-routes.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
let analyst: TestBrowser;
let partner: TestBrowser;

before(async () => {
  service = await testService({ after: (end: () => unknown) => void ends.push(end) }, [
    ...readingRoutes,
    ...ownRoutes,
  ]);
  await service.asService((ctx) =>
    setUpAreas(ctx, {
      home: 'X10000001',
      areas: [
        { code: 'X10000001', dfeCode: '101', name: 'Brackenshire', kind: 'county', regionCode: undefined },
        { code: 'X90000001', dfeCode: undefined, name: 'Saltmarsh', kind: 'zone', regionCode: undefined },
        { code: 'X90000002', dfeCode: undefined, name: 'The Vale', kind: 'zone', regionCode: undefined },
      ],
    }),
  );
  analyst = await service.signedIn('analyst');
  partner = await service.signedIn('partner-lead');
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

const described = {
  title: 'Asked what they want',
  kind: 'proportion',
  counts: 'Children who were asked what they want',
  outOf: 'children with a plan',
  times: '10000',
  polarity: 'high-is-good',
  rhythm: 'calendar',
  origin: 'cases',
  source: 'the early help record',
  owner: 'Early help team',
};

const at = '/own-measures/asked-what-they-want';

function words(found: TestPage, selector = 'main'): string {
  return (found.document.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

test('B03: a measure of our own is described; what does not fit is said at its field, and the answers are kept', async () => {
  assert.match(words(await analyst.get('/own-measures')), /We count nothing of our own yet/);
  const wrong = await analyst.post('/own-measures/new', { ...described, outOf: '', owner: '' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.document.title, /^Error: /);
  assert.match(words(wrong, '.govuk-error-summary'), /Enter who keeps it/);
  assert.equal(wrong.document.querySelector('#title')?.getAttribute('value'), described.title);
  const share = await analyst.post('/own-measures/new', { ...described, outOf: '' });
  assert.match(words(share, '.govuk-error-summary'), /Say of whom it is a share/);
  const made = await analyst.post('/own-measures/new', described);
  assert.deepEqual([made.status, made.headers['location']], [303, at]);
  const again = await analyst.post('/own-measures/new', described);
  assert.match(words(again, '.govuk-error-summary'), /is a measure called “Asked what they want” already/);
});

test('B03: figures are entered by place and period, and a line that does not fit names its place', async () => {
  const own = await analyst.get(at);
  const start = own.document.querySelector('#start option')?.getAttribute('value') ?? '';
  const chosen = await analyst.get(`${at}/choose?start=${start}&group=`);
  assert.equal(chosen.status, 303);
  const form = chosen.headers['location'] ?? '';
  const empty = await analyst.get(form);
  assert.equal(empty.document.querySelectorAll('tbody tr').length, 3);
  const wrong = await analyst.post(form, {
    'count-X10000001': '110',
    'base-X10000001': '100',
    'count-X90000001': 'some',
    'base-X90000001': '60',
  });
  assert.equal(wrong.status, 422);
  assert.match(words(wrong, '.govuk-error-summary'), /Brackenshire: 110 of 100 cannot be/);
  assert.match(words(wrong, '.govuk-error-summary'), /Saltmarsh: “some” is not a whole number/);
  assert.equal(wrong.document.querySelector('#count-X90000001')?.getAttribute('value'), 'some');
  const kept = await analyst.post(form, {
    'count-X10000001': '60',
    'base-X10000001': '100',
    'count-X90000001': '57',
    'base-X90000001': '80',
    'count-X90000002': '3',
    'base-X90000002': '20',
  });
  assert.equal(kept.status, 303, words(kept));
  assert.match(words(await analyst.get(at)), /57 of 80.*3 of 20/);
});

test('R69 R34: a release is looked at before it is made, and nobody is shown three children', async () => {
  for (const audience of ['partners', 'public']) {
    const preview = await analyst.get(`${at}/release?audience=${audience}`);
    assert.equal(preview.status, 200);
    const table = words(preview, 'table');
    assert.doesNotMatch(table, /3 of 20|15\.0%|15%/);
    assert.match(words(preview), /held back, so that nobody can be recognised/);
    const seen = preview.document.querySelector('input[name=seen]')?.getAttribute('value') ?? '';
    const made = await analyst.post(`${at}/release?audience=${audience}`, { seen });
    assert.deepEqual([made.status, made.headers['location']], [303, at], words(made));
  }
  const toPartner = words(await partner.get(at));
  assert.match(toPartner, /60 of 100/);
  assert.doesNotMatch(toPartner, /3 of 20|57 of 80/);
  const toPublic = words(await service.visitor().get('/measures/local/asked-what-they-want'));
  assert.match(toPublic, /Asked what they want/);
  assert.match(toPublic, /60%/);
  const csv = (await service.visitor().get('/measures/local/asked-what-they-want.csv?table=years')).text;
  assert.doesNotMatch(csv, /57|(?<!\d)3(?!\d)/);
});

test('figures that do not add up are not released, and the page says which', async () => {
  const start = (await analyst.get(at)).document.querySelector('#start option')?.getAttribute('value') ?? '';
  const form = `${at}/figures?start=${start}`;
  const open = await analyst.get(form);
  const seenOf = (code: string) =>
    open.document.querySelector(`input[name=seen-${code}]`)?.getAttribute('value') ?? '';
  const changed = await analyst.post(form, {
    ...Object.fromEntries(
      ['X10000001', 'X90000001', 'X90000002'].map((code) => [`seen-${code}`, seenOf(code)]),
    ),
    'count-X10000001': '70',
    'base-X10000001': '100',
    'count-X90000001': '57',
    'base-X90000001': '80',
    'count-X90000002': '3',
    'base-X90000002': '20',
  });
  assert.equal(changed.status, 303, words(changed));
  const refused = await analyst.get(`${at}/release?audience=public`);
  assert.equal(refused.status, 422);
  assert.match(words(refused), /Nothing was released.*70 but its parts come to 60/);
});

test('whoever may not is met as if nothing were here', async () => {
  for (const path of [
    '/own-measures/new',
    `${at}/change`,
    `${at}/release?audience=public`,
    `${at}/figures?start=2025-01-01`,
  ])
    assert.equal((await partner.get(path)).status, 404, path);
  assert.equal((await analyst.get('/own-measures/no-such')).status, 404);
  assert.equal((await analyst.get('/own-measures/no-such/release?audience=public')).status, 404);
  assert.equal((await analyst.get(`${at}/figures?start=yesterday`)).status, 404);
});

test('what is said of a measure is changed, and of two who change it the second sees both', async () => {
  const form = await analyst.get(`${at}/change`);
  const seen = form.document.querySelector('input[name=seen]')?.getAttribute('value') ?? '';
  const first = await analyst.post(`${at}/change`, { ...described, seen, owner: 'Family hubs' });
  assert.equal(first.status, 303, words(first));
  const second = await analyst.post(`${at}/change`, { ...described, seen, owner: 'Schools' });
  assert.equal(second.status, 422);
  assert.match(words(second), /Both are shown below.*kept by Family hubs/);
  assert.equal(second.document.querySelector('#owner')?.getAttribute('value'), 'Schools');
});
