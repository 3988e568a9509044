import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TestService } from '#platform/http/testing.ts';
import { page, reportService, words } from '../report-card/testing.ts';
import { draftFrom, formulaPlaces } from './places.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
before(async () => {
  service = await reportService(ends);
});
after(async () => {
  for (const end of ends.toReversed()) await end();
});

const count = { letter: 'a', measure: 'lait:PrevRegCPR', take: 'count', match: 'same-days' } as const;
const base = { ...count, letter: 'b', take: 'base' } as const;
const draft = { parts: [count, base], formula: '(b - a) / b per 100', change: undefined };

test('B03: an analyst builds a measure step by step without scripts: chooses, writes, sees it here, names it', async () => {
  const analyst = await service.signedIn('analyst');
  const found = await page(`${formulaPlaces.choosePath}?q=plan`, analyst);
  const use = [...found.document.querySelectorAll('.choices a')].map(
    (link) => link.getAttribute('href') ?? '',
  );
  const withCount = use.find((href) => href.includes('count+same-days+lait%3APrevRegCPR'));
  assert.ok(withCount, 'a measure with counts can be used by its count');
  const chosen = await page(withCount, analyst);
  assert.match(words(chosen), /Chosen.*how many of them/);

  const wrong = await page(formulaPlaces.write({ ...draft, formula: 'a + b per 100' }), analyst);
  assert.equal(wrong.document.querySelector('.formula mark')?.textContent, ' per 100');
  assert.match(words(wrong, '.govuk-error-summary'), /has its unit already/);
  assert.equal(
    wrong.document.querySelector('form[action="/formulas/build/write"][method=post]'),
    null,
    'it cannot be kept',
  );

  const tried = await page(formulaPlaces.write(draft), analyst);
  assert.match(words(tried), /\(b − a\) ÷ b per 100/);
  assert.match(words(tried), /a share \(%\).*Wilson/);
  assert.match(words(tried, 'table'), /2024\/25/);
  assert.match(words(tried, 'table'), /68\.8%/);

  const query = formulaPlaces.write(draft).split('?')[1] ?? '';
  const fields = new URLSearchParams(query);
  const kept = await analyst.post(formulaPlaces.writePath, {
    part: fields.getAll('part'),
    formula: draft.formula,
    title: 'First plans',
    polarity: 'high-is-good',
    decimals: '1',
    reason: 'The board asked',
  });
  assert.equal(kept.status, 303);
  const visitor = service.visitor();
  const definition = await page('/formulas/first-plans', visitor);
  assert.match(words(definition), /The board asked/);
  const measure = await page('/measures/local/first-plans?area=X10000001', visitor);
  assert.match(words(measure), /68\.8%/);
  assert.match(words(measure), /How it is worked out/);
  assert.match(words(await page('/formulas', visitor)), /First plans/);
});

test('what a person left out is asked for again, with the formula still there', async () => {
  const analyst = await service.signedIn('analyst');
  const fields = new URLSearchParams(formulaPlaces.write(draft).split('?')[1] ?? '');
  const again = await analyst.post(formulaPlaces.writePath, {
    part: fields.getAll('part'),
    formula: draft.formula,
    title: '',
    polarity: 'high-is-good',
    decimals: '1',
    reason: '',
  });
  assert.equal(again.status, 422);
  assert.match(words(again, '.govuk-error-summary'), /what it is called.*why/i);
  assert.equal(
    again.document.querySelector('input[name=formula][type=text], input#formula')?.getAttribute('value'),
    draft.formula,
  );
});

test('B07: two measures stand on one card, each with its own number and none of both', async () => {
  const analyst = await service.signedIn('analyst');
  await page('/read-together/new', analyst);
  const paired = await analyst.post('/read-together/new', {
    title: 'Plans and readiness',
    howMany: 'lait:FSP_NEW_GOODDEV',
    howLong: 'lait:PrevRegCPR',
    words: 'More are ready, and fewer come back.',
  });
  assert.equal(paired.status, 303);
  const card = await page('/read-together/plans-and-readiness?area=X10000001', service.visitor());
  assert.match(words(card), /68\.6%/);
  assert.match(words(card), /31\.2%/);
  assert.match(words(card), /nothing is said of both together/);
  assert.doesNotMatch(words(card), /49\.9/, 'no average of the two');
  const half = await page('/measures/lait/PrevRegCPR?area=X10000001', service.visitor());
  assert.match(words(half), /Read it together with another/);
  const same = await analyst.post('/read-together/new', {
    title: 'One',
    howMany: 'lait:PrevRegCPR',
    howLong: 'lait:PrevRegCPR',
    words: 'x',
  });
  assert.equal(same.status, 422);
});

test('only analysts build', async () => {
  const manager = await service.signedIn('manager');
  for (const path of [formulaPlaces.choosePath, formulaPlaces.write(draft), '/read-together/new'])
    assert.notEqual((await manager.get(path)).status, 200, path);
});

test('a draft survives its address, and what makes no sense is left out', () => {
  const query = new URLSearchParams(formulaPlaces.write(draft).split('?')[1]);
  assert.deepEqual(draftFrom(query), draft);
  query.append('part', 'nonsense');
  assert.deepEqual(draftFrom(query).parts, draft.parts);
});
