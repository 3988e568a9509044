import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { csrfToken } from '#platform/http/csrf.ts';
import {
  ownPartnership,
  testService,
  type TestBrowser,
  type TestPage,
  type TestService,
} from '#platform/http/testing.ts';
import { bringInWithColumns, setUpAreas } from '../../index.ts';
import { analyst as analystActor } from '../../testing.ts';
import { readingRoutes } from '../reading-routes.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
let analyst: TestBrowser;

before(async () => {
  service = await testService({ after: (end: () => unknown) => void ends.push(end) }, readingRoutes);
  await service.asService((ctx) =>
    setUpAreas(ctx, {
      home: 'X10000001',
      areas: [
        { code: 'X10000001', dfeCode: '101', name: 'Brackenshire', kind: 'county', regionCode: undefined },
      ],
    }),
  );
  analyst = await service.signedIn('analyst');
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

function words(found: TestPage, selector = 'main'): string {
  return (found.document.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** Sends a form with a file, as a browser does; the token is read from the form itself. */
async function send(path: string, fields: Readonly<Record<string, string>>, text: string): Promise<TestPage> {
  const form = await analyst.get(path);
  const token = form.document.querySelector<HTMLInputElement>('input[name=csrf]')?.value ?? csrfToken('');
  const parts = Object.entries({ csrf: token, ...fields }).map(
    ([name, value]) => `--cut\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file = `--cut\r\ncontent-disposition: form-data; name="file"; filename="given.csv"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n--cut--\r\n`;
  return analyst.postRaw(path, [...parts, file].join(''), {
    'content-type': 'multipart/form-data; boundary=cut',
  });
}

const small =
  'code,name,children,imd decile,rural or urban\nX40000001,One,100,1,urban\nX40000002,Two,200,5,rural\nX40000003,Three,300,9,rural\n';

test('C12: nothing is drawn yet, and the page says what the first step is', async () => {
  assert.match(words(await service.visitor().get('/places')), /No zones have been drawn yet/);
  assert.equal((await service.visitor().get('/places/X20000001')).status, 404);
  assert.match(words(await analyst.get('/zones')), /None are known yet/);
});

test('a list with a wrong line is refused with the line; a right one is kept', async () => {
  const wrong = await send('/zones/small-areas', {}, 'code,children\nX40000001,many\n');
  assert.equal(wrong.status, 422);
  assert.match(words(wrong, '.govuk-error-summary'), /Line 2: “many” is no number of children/);
  assert.equal((await send('/zones/small-areas', {}, small)).status, 303);
  assert.match(words(await analyst.get('/zones')), /3 small areas of our own are known/);
});

test('C04: zones are held against the small areas: unknown, twice, left out; each says what to mend', async () => {
  const cases: readonly [string, RegExp][] = [
    ['code,zone\nX40000009,East\n', /X40000009 is not in the list/],
    ['code,zone\nX40000001,East\nX40000001,West\n', /X40000001 in East and West/],
    ['code,zone\nX40000001,East\n', /X40000002, X40000003 of your area are in no zone/],
    ['LSOA11CD,zone\nE01000001,East\n', /E01000001 is not in the list/],
    ['name\nEast\n', /needs two columns/],
  ];
  for (const [text, message] of cases) {
    const found = await send('/zones/new', { name: 'Zones' }, text);
    assert.equal(found.status, 422, text);
    assert.match(words(found, '.govuk-error-summary'), message);
  }
});

test('C12: zones that are drawn have a page each with need, make-up, and what is not known', async () => {
  const drawn = await send(
    '/zones/new',
    { name: 'Family zones' },
    'code,zone\nX40000001,East\nX40000002,East\nX40000003,West\n',
  );
  assert.equal(drawn.status, 303);
  const list = await service.visitor().get('/places');
  const link = [...list.document.querySelectorAll('a')].find(({ textContent }) => textContent === 'East');
  const east = await service.visitor().get(link?.getAttribute('href') ?? '');
  assert.equal(east.document.querySelector('h1')?.textContent, 'East');
  assert.match(words(east), /300 children live in East/);
  assert.match(words(east), /Children in rural places ?67%/);
  assert.match(words(east), /Not known, and why/);
});

test('small areas are picked by hand into a new version, and the version before is kept', async () => {
  const picked = await analyst.post('/zones/family-zones', {
    'from-day': '1',
    'from-month': '1',
    'from-year': '2020',
    'zone-X40000001': 'East',
    'zone-X40000002': 'West',
    'zone-X40000003': 'West',
  });
  assert.equal(picked.status, 303);
  assert.match(words(await analyst.get('/zones/family-zones')), /1 January 2020/);
});

const homes = {
  name: 'crowded-homes.csv',
  headers: ['area code', 'area name', 'calendar year', 'value', 'count', 'denominator'],
  reading: {
    layout: {
      area: 'area code',
      areaName: 'area name',
      time: { in: 'one-column' as const, column: 'calendar year', years: 'calendar' as const },
      value: 'value',
      beside: { count: 'count', denominator: 'denominator' },
      groups: [],
      everybody: [],
    },
    measure: {
      named: 'new' as const,
      title: 'Children in crowded homes',
      unit: '%',
      kind: 'proportion' as const,
      polarity: 'low-is-good' as const,
      publisher: 'A department',
      publication: 'Homes by small area',
    },
  },
};

test('C04 C12: a gap’s card tells zones from the rest and countryside from towns, and says nothing of them without figures', async () => {
  const keepIn = await mkdtemp(join(tmpdir(), 'golden-thread-test-'));
  ends.push(() => rm(keepIn, { recursive: true, force: true }));
  const bring = (rows: readonly string[]) =>
    bringInWithColumns(
      (access, work) =>
        service.transactions.inTransaction(
          { actor: analystActor, partnershipId: ownPartnership },
          access,
          work,
        ),
      { ...homes, keepIn, text: `${[homes.headers.join(','), ...rows].join('\n')}\n` },
    );
  const rows = ['One,2024,40,40,100', 'Two,2024,10,20,200', 'Three,2024,10,30,300'];
  const brought = await bring(rows.map((row, at) => `X4000000${at + 1},${row}`));
  assert.ok(brought.done, JSON.stringify(brought));
  const list = await service.visitor().get('/places');
  const link = [...list.document.querySelectorAll('a')].find(({ textContent }) => textContent === 'East');
  const east = await service.visitor().get(link?.getAttribute('href') ?? '');
  const measure = east.document.querySelector('a[href^="/measures/"]')?.getAttribute('href') ?? '';
  assert.match(measure, /^\/measures\/other\//);
  const card = await service.visitor().get(measure.replace('/measures/', '/gaps/'));
  assert.equal(card.status, 200);
  assert.match(words(card), /Family zones of Brackenshire, each beside the rest/);
  assert.match(words(card), /East ?20\.0%, the rest 10\.0% \(2024\): 10\.0 points higher \(/);
  assert.match(words(card), /Countryside and towns ?The countryside ?10\.0%, towns 40\.0%/);
  assert.doesNotMatch(words(card), /No publisher knows our zones|No figures have been brought in yet/);
  const elsewhere = await service.visitor().get(`${measure.replace('/measures/', '/gaps/')}?area=E92000001`);
  assert.doesNotMatch(words(elsewhere), /each beside the rest/);
});

test('boundaries are loaded with what was left out named, refused with the place at fault, and withdrawn as a whole', async () => {
  const square = (code: string, x: number, y = 50) => ({
    type: 'Feature',
    properties: { code, name: `Place ${code}` },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [x, y],
          [x + 0.1, y],
          [x + 0.1, y + 0.1],
          [x, y],
        ],
      ],
    },
  });
  const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
  const wrong = await send('/imports/boundaries', { source: 'us' }, file(square('X40000001', 450000)));
  assert.equal(wrong.status, 422);
  assert.match(words(wrong, '.govuk-error-summary'), /Place X40000001 \(X40000001\) stands at 450000, 50/);
  const none = await send('/imports/boundaries', { source: 'us' }, file(square('X49999999', -8)));
  assert.match(words(none, '.govuk-error-summary'), /None of the 1 areas of the file is known here/);
  const loaded = await send(
    '/imports/boundaries',
    { source: 'us' },
    file(square('X40000001', -8), square('X49999999', -7)),
  );
  assert.equal(loaded.status, 303);
  const shown = await analyst.get('/imports/boundaries');
  const action = shown.document.querySelector('form[action$="/withdraw"]')?.getAttribute('action') ?? '';
  assert.equal((await analyst.post(action)).status, 303);
  assert.match(words(await analyst.get('/imports/boundaries')), /No boundaries have been loaded yet/);
});

test('only an analyst draws: others meet a page that is not there', async () => {
  const partner = await service.signedIn('partner-lead');
  for (const path of ['/zones', '/zones/new', '/zones/small-areas', '/imports/boundaries'])
    assert.equal((await partner.get(path)).status, 404, path);
});
