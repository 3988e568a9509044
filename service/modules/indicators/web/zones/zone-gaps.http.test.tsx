import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { dayOf } from '#platform/kernel/day.ts';
import { ownPartnership, testService, type TestBrowser, type TestService } from '#platform/http/testing.ts';
import { runStatement } from '#platform/db/query-builder.ts';
import type { Act } from '../../actions/bring-in/handed-file.ts';
import { writeReported } from '../../actions/open-api/report-for-sql.ts';
import { drawZones } from '../../actions/zones/draw-zones.ts';
import { loadSmallAreas } from '../../actions/zones/load-small-areas.ts';
import { bringInWithColumns, setUpAreas } from '../../index.ts';
import { analyst } from '../../testing.ts';
import { tableForms } from '../exports/table-forms.ts';
import { finderForms } from '../gap/other-forms.tsx';
import { misfits } from '../open-api/testing.ts';
import { readingRoutes } from '../reading-routes.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
let visitor: TestBrowser;
let act: Act;
let keepIn: string;
/** the codes of zones by name, and of measures by title */
const zones = new Map<string, string>();
const measures = new Map<string, string>();

const area = 'X10000001';
const smallAreas = [1, 2, 3, 4, 5, 6].map((number) => `X4000000${number}`);
const zoneNames = ['Eastwell', 'Eastwell', 'Westwell', 'Westwell', 'Northwell', 'Northwell'];

/** Count and base of each small area, and of the whole; c is held back. */
const tables: Readonly<Record<string, readonly string[]>> = {
  // one zone fares badly, and another of twenty children worse still
  'Children in crowded homes': ['90,200', '90,200', '20,200', '20,200', '8,10', '8,10'],
  // of the last small area nothing is told, and whoever takes the others from the whole knows it: 137 of 311
  'Children without a garden': ['60,200', '60,200', '40,200', '40,200', '50,200', 'c,c', '387,1311'],
};
/** What would be known of the small area, of its zone, and of what is left beside each other zone. */
const hidden = ['137', '311', '44.1', '187', '511', '36.6', '267', '29.3', '307', '33.7', '911'];

before(async () => {
  service = await testService({ after: (end: () => unknown) => void ends.push(end) }, readingRoutes);
  keepIn = await mkdtemp(join(tmpdir(), 'golden-thread-test-'));
  ends.push(() => rm(keepIn, { recursive: true, force: true }));
  act = (access, work) =>
    service.transactions.inTransaction({ actor: analyst, partnershipId: ownPartnership }, access, work);
  await service.asService((ctx) =>
    setUpAreas(ctx, {
      home: area,
      areas: [{ code: area, dfeCode: '101', name: 'Brackenshire', kind: 'county', regionCode: undefined }],
    }),
  );
  await drawn();
  for (const [title, rows] of Object.entries(tables)) await bring(title, rows);
  visitor = service.visitor();
  const { document } = await visitor.get('/places');
  for (const link of document.querySelectorAll('a[href^="/places/"]'))
    zones.set(link.textContent ?? '', (link.getAttribute('href') ?? '').slice('/places/'.length));
  const place = await visitor.get(`/places/${zones.get('Eastwell') ?? ''}`);
  for (const link of place.document.querySelectorAll('th a[href^="/measures/"]'))
    measures.set(link.textContent ?? '', pathOf(link.getAttribute('href') ?? ''));
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

async function drawn(): Promise<void> {
  const table = {
    headers: ['code', 'name', 'rural or urban'],
    rows: smallAreas.map((code, at) => ({
      line: at + 2,
      cells: [code, `Part ${at}`, at < 2 ? 'urban' : 'rural'],
    })),
  };
  const loaded = await act('write', (ctx) => loadSmallAreas(ctx, { fileName: 'small.csv', table }));
  assert.ok(loaded.done);
  const made = await act('write', (ctx) =>
    drawZones(ctx, {
      name: 'Family zones',
      from: dayOf(2020, 1, 1),
      until: undefined,
      fileName: 'zones.csv',
      header: 'code',
      assigned: smallAreas.map((code, at) => ({ code, zone: zoneNames[at] ?? '' })),
      leaving: 'nothing-left-out',
    }),
  );
  assert.ok(made.done);
}

async function bring(title: string, rows: readonly string[]): Promise<void> {
  const headers = ['area code', 'area name', 'calendar year', 'value', 'count', 'denominator'];
  const lines = rows.map((row, at) => {
    const [count = '', base = ''] = row.split(',');
    const value = count === 'c' ? 'c' : ((100 * Number(count)) / Number(base)).toFixed(1);
    return `${smallAreas[at] ?? area},Part,2024,${value},${count},${base}`;
  });
  const brought = await bringInWithColumns(act, {
    name: `${title}.csv`,
    keepIn,
    text: `${[headers.join(','), ...lines].join('\n')}\n`,
    headers,
    reading: {
      layout: {
        area: 'area code',
        areaName: 'area name',
        time: { in: 'one-column', column: 'calendar year', years: 'calendar' },
        value: 'value',
        beside: { count: 'count', denominator: 'denominator' },
        groups: [],
        everybody: [],
      },
      measure: {
        named: 'new',
        title,
        unit: '%',
        kind: 'proportion',
        polarity: 'low-is-good',
        publisher: 'A department',
        publication: 'Homes by small area',
      },
    },
  });
  assert.ok(brought.done, JSON.stringify(brought));
}

/** The source and code in a measure's address. */
function pathOf(href: string): string {
  return new URL(href, 'http://here').pathname.slice('/measures/'.length);
}

/** A measure's address in the open interface. */
function inInterface(title: string): string {
  return `/api/v1/gaps/${(measures.get(title) ?? '').replace('/', '%3A')}?area=${area}`;
}

/** The card of a measure, under an ending of a file where one is asked for. */
function card(title: string, asked: Readonly<Record<string, string>>, ending = ''): string {
  return `/gaps/${measures.get(title) ?? ''}${ending}?${new URLSearchParams({ area, ...asked }).toString()}`;
}

const keyOf = (zone: string) => `zone-${zones.get(zone) ?? ''}`;

/** All that an address says: the words of a page, a file as it stands, a spreadsheet's sheets. */
async function said(address: string): Promise<string> {
  const { status, text, bytes, document } = await visitor.get(address);
  assert.equal(status, 200, address);
  if (/\.(?:ods|xlsx)\?/.test(address))
    return Object.values(unzipSync(new Uint8Array(bytes)))
      .map((part) => strFromU8(part))
      .join('\n');
  if (text.trimStart().startsWith('<!')) return document.querySelector('main')?.textContent ?? text;
  return address.includes('.parquet?') ? bytes.toString('latin1') : text;
}

const crowded = 'Children in crowded homes';
const garden = 'Children without a garden';
const told = { here: '45.0', rest: '13.3', apart: '31.7' };

test('C04 C01 a zone has a card of its own: both levels, how far apart, how sure, and its page', async () => {
  const { document } = await visitor.get(card(crowded, { group: keyOf('Eastwell') }));
  const lead = document.querySelector('.lead')?.textContent ?? '';
  assert.match(
    lead,
    /45\.0% of children in Eastwell, 13\.3% of children in the rest of Brackenshire: 31\.7 points higher/,
  );
  assert.match(document.querySelector('main')?.textContent ?? '', /Newcombe 95%, from counts/);
  const link = [...document.querySelectorAll('main a')].find(
    ({ textContent }) => textContent === 'All that is known of Eastwell',
  );
  assert.equal(link?.getAttribute('href'), `/places/${zones.get('Eastwell') ?? ''}`);
});

test('C04 the zone gap that the card shows stands in every file of the card and of the finder', async () => {
  for (const { ending } of tableForms) {
    if (ending === '.csv-metadata.json') continue;
    const files = [
      card(crowded, { group: keyOf('Eastwell'), table: 'card' }, ending),
      card(crowded, { table: 'places' }, ending),
      `/gaps${ending}?area=${area}`,
    ];
    for (const file of files) {
      const found = await said(file);
      assert.match(found, /Eastwell/, file);
      // Parquet holds its numbers as bytes; that it holds the same table is proved with the table's other forms
      if (ending === '.parquet') continue;
      for (const number of [told.here, told.rest, told.apart])
        assert.ok(found.includes(number) || found.includes(String(Number(number))), `${file}: ${number}`);
    }
  }
});

const foundShape = z.object({
  items: z.array(
    z.object({
      measure: z.object({ title: z.string() }),
      group: z.object({ key: z.string(), name: z.string() }),
      standing: z.string(),
      words: z.string(),
      links: z.object({ gap: z.string(), page: z.string() }),
    }),
  ),
});

test('C08 C04 the finder finds a zone under the same rules: the large one first, twenty children never', async () => {
  const { items } = foundShape.parse(JSON.parse(await said(`/api/v1/areas/${area}/gaps`)));
  const standing = (title: string, name: string) =>
    items.find(({ measure, group }) => measure.title === title && group.name === `children in ${name}`)
      ?.standing;
  assert.equal(standing(crowded, 'Eastwell'), 'large');
  assert.equal(standing(crowded, 'Northwell'), 'too-few');
  assert.equal(standing(crowded, 'Westwell'), undefined, 'it fares better, and is counted and not listed');
  assert.equal(standing(crowded, 'towns'), 'large');
  assert.equal(standing(crowded, 'the countryside'), undefined, 'towns and countryside are one gap');
  for (const zone of ['Eastwell', 'Westwell', 'Northwell']) assert.equal(standing(garden, zone), 'withheld');
  const tiny = items.find(({ standing: each }) => each === 'too-few');
  assert.equal(tiny?.words, 'Children in Northwell: too few to say.');
  const page = await visitor.get(`/gaps?area=${area}`);
  const large = [...page.document.querySelectorAll('main section')].find(
    (section) => section.querySelector('h2')?.textContent === 'Surely large',
  );
  assert.match(large?.textContent ?? '', /Eastwell: Children in crowded homes/);
  assert.doesNotMatch(large?.textContent ?? '', /Northwell/);
  for (const { links } of items) assert.equal((await visitor.get(links.page)).status, 200, links.page);
});

const gapShape = z.object({
  group: z.object({ key: z.string() }),
  points: z.array(z.object({ difference: z.object({ value: z.number() }).nullable() })),
  places: z.array(z.object({ key: z.string(), zones: z.string().nullable(), finding: z.string() })),
});
const content = z.record(z.string(), z.object({ schema: z.unknown() }));
const documentShape = z.looseObject({
  paths: z.record(
    z.string(),
    z.object({
      get: z.object({ responses: z.record(z.string(), z.object({ content: content.optional() })) }),
    }),
  ),
});

test('C04 the open interface carries every place of a card as its document promises, and each as a group', async () => {
  const address = inInterface(crowded);
  const answer: unknown = JSON.parse(await said(address));
  const document = documentShape.parse(JSON.parse(await said('/api/v1/openapi.json')));
  const promised = document.paths['/api/v1/gaps/{measure}']?.get.responses['200']?.content;
  const schema = Object.values(promised ?? {})[0]?.schema;
  assert.deepEqual(misfits({ document, schema }, answer), []);
  const { places } = gapShape.parse(answer);
  assert.deepEqual(
    places.map(({ key, zones: set }) => [key, set]),
    [
      [keyOf('Eastwell'), 'Family zones'],
      [keyOf('Northwell'), 'Family zones'],
      [keyOf('Westwell'), 'Family zones'],
      ['in-the-countryside', null],
      ['in-towns', null],
    ],
  );
  const east = gapShape.parse(JSON.parse(await said(`${address}&group=${keyOf('Eastwell')}`)));
  assert.equal(east.group.key, keyOf('Eastwell'));
  assert.deepEqual(east.points, [{ difference: { value: 31.7 } }]);
});

test('C04 B02 the views for SQL hold the same zone gaps', async () => {
  await writeReported((access, work) =>
    service.transactions.inTransaction(
      { actor: { kind: 'service', name: 'test' }, partnershipId: ownPartnership },
      access,
      work,
    ),
  );
  const rows = await reported();
  const east = rows.find(
    ({ group_key: key, words }) => key === keyOf('Eastwell') && String(words).startsWith('45'),
  );
  assert.deepEqual([east?.['group_value'], east?.['others_value'], east?.['difference']], [45, 13.3, 31.7]);
});

async function reported(): Promise<readonly Record<string, unknown>[]> {
  const read = await act('read', (ctx) =>
    runStatement(ctx.db, 'select * from indicators.reported_gap order by measure, group_key', []),
  );
  return read.rows;
}

test('C04 A18 R36 a hidden zone, and what would give it away, stands in none of the outputs', async () => {
  const groups = [...['Eastwell', 'Westwell', 'Northwell'].map(keyOf), 'in-the-countryside', 'in-towns'];
  const addresses = [
    ...[...zones.values()].map((code) => `/places/${code}`),
    ...groups.flatMap((group) => [
      card(garden, { group }),
      `${inInterface(garden)}&group=${group}`,
      ...tableForms.flatMap(({ ending }) =>
        ['card', 'years', 'places'].map((table) => card(garden, { group, table }, ending)),
      ),
    ]),
    `/gaps?area=${area}`,
    ...finderForms.map(({ ending }) => `/gaps${ending}?area=${area}`),
    `/api/v1/areas/${area}/gaps`,
  ];
  for (const address of addresses) {
    const found = await said(address);
    for (const number of hidden)
      assert.doesNotMatch(
        found,
        new RegExp(`(?<![\\d.])${number.replace('.', '\\.')}(?![\\d])`),
        `${address}: ${number}`,
      );
  }
  const rows = (await reported()).filter(({ measure: id }) =>
    String(id).endsWith(':children-without-a-garden'),
  );
  assert.ok(rows.length > 0);
  for (const row of rows) {
    assert.equal(row['standing'], 'withheld');
    assert.equal(row['difference'], null);
    assert.equal(row['others_value'], null);
  }
});

test('the check of what is hidden can fail: the same look finds what is shown', async () => {
  const found = await said(card(garden, { group: keyOf('Eastwell'), table: 'card' }, '.csv'));
  assert.match(found, /(?<![\d.])30\.0(?![\d])/);
  assert.match(found, /Hidden/);
});
