import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TestService } from '#platform/http/testing.ts';
import { here, page, reportService, words } from '../report-card/testing.ts';

const ends: (() => unknown)[] = [];
let service: TestService;

before(async () => {
  service = await reportService(ends);
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

test('B02 a measure shows each neighbour over the years on one scale, with one table, one file and one picture', async () => {
  const visitor = service.visitor();
  const shown = await page(here, visitor);
  const figure = shown.document.querySelector('#chart-each-neighbour');
  assert.ok(figure);
  assert.deepEqual(
    [...figure.querySelectorAll('.chart-panel-name')].map((one) => one.textContent),
    ['Brackenshire', 'Corveshire', 'Hartlewold', 'Ashmarch'],
  );
  assert.match(words(shown, '#chart-each-neighbour h2'), /All 3 neighbours ended higher than they began/);
  assert.equal(figure.querySelectorAll('table').length, 1);
  const href = figure.querySelector('.chart-foot a')?.getAttribute('href') ?? '';
  const file = await visitor.get(href);
  assert.equal(file.status, 200);
  assert.match(file.text, /Corveshire,2024\/25,20\.5,,,24\.5/);
  assert.equal(file.text.trim().split(/\r?\n/).length, 1 + 4 * 2);
  const picture = await visitor.get(`/pictures${href.replace('.csv', '.svg')}`);
  assert.equal(picture.status, 200);
  assert.match(picture.text, /Hartlewold/);
});

test('B02 where fewer than three have a line there are no small charts, and no address for any', async () => {
  const visitor = service.visitor();
  const shown = await page('/measures/lait/LocalOnly?area=X10000001', visitor);
  assert.equal(shown.document.querySelector('[id^=chart-each]'), null);
  const picture = await visitor.get(
    '/pictures/measures/lait/LocalOnly.svg?area=X10000001&table=each-neighbour',
  );
  assert.equal(picture.status, 404);
});
