import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TestBrowser, TestPage, TestService } from '#platform/http/testing.ts';
import { at, hidden, page, reportService, words } from '../report-card/testing.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
let visitor: TestBrowser;

before(async () => {
  service = await reportService(ends);
  visitor = service.visitor();
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

const map = '/maps/lait/PrevRegCPR?classes=england';

/** The row of an area in the table under the map. */
function rowOf(found: TestPage, area: string): string {
  const rows = [...found.document.querySelectorAll('#measure-map tbody tr')];
  return rows.find((row) => row.querySelector('th')?.textContent === area)?.textContent ?? '';
}

test('B02 a map offers beside its number classes what each area came to compared with England, in words and marks', async () => {
  const numbers = await page('/maps/lait/PrevRegCPR', visitor);
  const options = [...numbers.document.querySelectorAll('select[name=classes] option')];
  assert.deepEqual(
    options.map((one) => [one.getAttribute('value'), one.hasAttribute('selected')]),
    [
      ['quantile', true],
      ['equal', false],
      ['england', false],
    ],
  );
  assert.match(words(numbers, '#measure-map thead'), /Class$/);
  const shown = await page(map, visitor);
  assert.match(words(shown, '#measure-map thead'), /Compared with England$/);
  assert.match(rowOf(shown, 'Brackenshire'), /31\.2.*− \(Worse\)/);
  assert.match(rowOf(shown, 'Corveshire'), /20\.5.*\? \(Not compared\)/);
  assert.match(rowOf(shown, 'England'), /24\.5/);
  assert.match(words(shown, '#measure-map .chart-notes'), /−: Worse \(1 area\).*\?: Not compared \(/);
  assert.match(words(shown, '#measure-map h2'), /Beside England: 1 worse; Brackenshire is worse/);
  assert.match(
    words(shown),
    /Not compared: Ashmarch, Corveshire, Hartlewold, Lowenshire, Marrowdale, because/,
  );
  const fills = [...shown.document.querySelectorAll('#measure-map .chart-drawing--wide .chart-map-area')].map(
    (one) => one.getAttribute('fill'),
  );
  assert.ok(
    fills.some((fill) => fill?.endsWith('-worse)')),
    'with a pattern of its own',
  );
});

test('B02 the file and the picture of the map hold the same words', async () => {
  const file = await visitor.get(map.replace('?', '.csv?'));
  assert.match(file.text, /Compared with England\r?\n/);
  assert.match(file.text, /Brackenshire.*,− \(Worse\)/);
  const picture = await visitor.get(`/pictures${map.replace('?', '.svg?')}`);
  assert.equal(picture.status, 200);
  assert.match(picture.text, /Worse/);
});

test('a verdict that an analyst overruled is not repeated by the map, which says so', async () => {
  const analyst = await service.signedIn('analyst');
  const overruling = `${at}/overrule?area=X10000001&about=england`;
  const seen = hidden(await page(overruling, analyst), 'seen');
  const reason = 'Two of the plans were counted twice when the case system changed.';
  assert.equal((await analyst.post(overruling, { seen, said: 'similar', reason })).status, 303);
  const shown = await page(map, visitor);
  assert.match(rowOf(shown, 'Brackenshire'), /\? \(Not compared\)/);
  assert.match(
    words(shown),
    /An analyst overruled the comparison of Brackenshire, so the map does not repeat it/,
  );
});

test('where England is a total nothing is compared, and the reason is told', async () => {
  const shown = await page('/maps/lait/FirstYJS?classes=england', visitor);
  assert.match(words(shown, '#measure-map h2'), /No area can be compared with England here/);
  assert.match(words(shown), /Not compared: .*because/);
  assert.equal(rowOf(shown, 'England'), '');
});
