import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { z } from 'zod';
import { loadFrameworks } from '#modules/strategy/index.ts';
import { publishedFrameworks } from '#modules/strategy/testing.ts';
import { ownPartnership, testService, type TestBrowser, type TestService } from '#platform/http/testing.ts';
import type { Act } from '../../actions/bring-in/handed-file.ts';
import { loadCatalogue } from '../../actions/load-catalogue.ts';
import { screenEesPair } from '../../domain/exports/ees/screener/screen-pair.ts';
import { readEesData } from '../../domain/formats/ees/ees-data.ts';
import { readEesMeta } from '../../domain/formats/ees/ees-meta.ts';
import { readAll, written } from '../../domain/formats/testing.ts';
import { bring, setUpCounties, usualFiles } from '../../queries/testing.ts';
import { analyst } from '../../testing.ts';
import { readingRoutes } from '../reading-routes.ts';
import { tableForms } from './table-forms.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
let visitor: TestBrowser;
let parts: { act: Act; asService: Act; keepIn: string };

before(async () => {
  service = await testService({ after: (end: () => unknown) => void ends.push(end) }, readingRoutes);
  const { transactions } = service;
  await transactions.inLibrary(loadCatalogue);
  await transactions.inLibrary((ctx) => loadFrameworks(ctx, publishedFrameworks('library')));
  visitor = service.visitor();
  const keepIn = await mkdtemp(join(tmpdir(), 'golden-thread-test-'));
  ends.push(() => rm(keepIn, { recursive: true, force: true }));
  parts = {
    keepIn,
    act: (access, work) =>
      transactions.inTransaction({ actor: analyst, partnershipId: ownPartnership }, access, work),
    asService: (_access, work) => service.asService(work),
  };
  await setUpCounties(parts);
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

const ours = '/scorecards/X10000001';

async function text(path: string): Promise<string> {
  const found = await visitor.get(path);
  assert.equal(found.status, 200, path);
  return found.text;
}

test('before the first figure there is a page, and no pair', async () => {
  const { status, document } = await visitor.get(`${ours}/take-away`);
  assert.equal(status, 200);
  assert.match(document.querySelector('#ees')?.textContent ?? '', /no figures of this area to write yet/);
  assert.equal((await visitor.get(`${ours}/ees.csv`)).status, 404);
});

test('the page names every download with what it is for, and each can be had', async () => {
  await bring(parts, usualFiles);
  const { document } = await visitor.get(`${ours}/take-away`);
  const links = [...document.querySelectorAll('main section li a')];
  assert.deepEqual(
    links.map((link) => link.getAttribute('href')),
    [
      ...tableForms.map(({ ending }) => `${ours}${ending}`),
      `${ours}/ees.csv?years=financial-years`,
      `${ours}/ees-meta.csv?years=financial-years`,
      `${ours}/ees.csv?years=academic-years`,
      `${ours}/ees-meta.csv?years=academic-years`,
      `${ours}/ees.csv?years=calendar-years`,
      `${ours}/ees-meta.csv?years=calendar-years`,
    ],
  );
  for (const link of links) {
    const path = link.getAttribute('href') ?? '';
    const { status, headers } = await visitor.get(path);
    assert.equal(status, 200, path);
    const form = tableForms.find(({ ending }) => path === `${ours}${ending}`);
    assert.equal(headers['content-type'], form?.type ?? 'text/csv; charset=utf-8', path);
    assert.match(String(headers['content-disposition']), /^attachment; filename="[\w.-]+\.\w+"/);
  }
});

test('every form holds the same cells, and what is withheld is a number in none', async () => {
  const rows: string[][] = parse(await text(`${ours}.csv`), { from: 2 });
  const json = z
    .object({ rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))) })
    .parse(JSON.parse(await text(`${ours}.json`)));
  assert.equal(json.rows.length, rows.length);
  assert.deepEqual(
    json.rows.map((row) => row['measure']),
    rows.map(([, measure]) => measure),
  );
  const hidden = json.rows.find((row) => row['value_status'] !== null);
  assert.equal(hidden?.['value'], null);
  assert.equal(hidden?.['lower_limit_95'] ?? null, null);
  const { bytes: parquet } = await visitor.get(`${ours}.parquet`);
  assert.deepEqual(await parquetReadObjects({ file: new Uint8Array(parquet).buffer }), json.rows);
  for (const ending of ['.ods', '.xlsx'])
    assert.equal((await visitor.get(`${ours}${ending}`)).bytes.toString('latin1', 0, 2), 'PK', ending);
  const { columns } = z
    .object({ columns: z.array(z.object({ name: z.string() })) })
    .parse(JSON.parse(await text(`${ours}.csv-metadata.json`)).tableSchema);
  assert.equal(columns.length, rows[0]?.length);
});

test('what the publisher is known to have wrong is left out, and the page says so', async () => {
  const { document } = await visitor.get(`${ours}/take-away`);
  const rows = [...document.querySelectorAll('#left-out li')].map((row) => row.textContent ?? '');
  assert.equal(rows.length, 1);
  assert.match(rows[0] ?? '', /England/);
  assert.doesNotMatch(await text(`${ours}/ees.csv?years=calendar-years`), /1258/);
});

test('a pair keeps every rule, and our own reader finds the figures of the scorecard in it, hidden ones hidden', async () => {
  const dataText = await text(`${ours}/ees.csv?years=financial-years`);
  const metaText = await text(`${ours}/ees-meta.csv?years=financial-years`);
  const names = { dataName: 'invented.csv', metaName: 'invented.meta.csv' };
  const ownCodes = Array.from({ length: 113 }, (_, at) => `X10000${String(at + 1).padStart(3, '0')}`);
  const failed = screenEesPair({ ...names, dataText, metaText }, { ownCodes }).filter(
    ({ level }) => level === 'fail',
  );
  assert.deepEqual(failed, []);
  const meta = await readEesMeta(written(metaText, names.metaName, 4096));
  assert.ok(meta.done);
  const read = await readAll(
    readEesData(written(dataText, names.dataName, 4096), { meta: meta.value, slug: 'back' }),
  );
  assert.deepEqual(read.refused, []);
  const told = read.observations
    .filter(({ area }) => area.code === 'X10000001')
    .map(({ measure, period, value }) => [measure.code, period.end, value]);
  assert.deepEqual(told.toSorted(), [
    ['back:lait_cin', '2024-03-31', { status: 'missing' }],
    ['back:lait_cin', '2025-03-31', { status: 'suppressed' }],
    ['back:lait_prevregcpr', '2024-03-31', 28],
    ['back:lait_prevregcpr', '2025-03-31', 31.2],
  ]);
  const others = read.observations.filter(({ measure }) => measure.code === 'back:lait_prevregcpr');
  assert.deepEqual([...new Set(others.map(({ area }) => area.name))].toSorted(), [
    'Ashmarch',
    'Brackenshire',
    'Corveshire',
    'England',
    'Hartlewold',
  ]);
});

test('the filters of the scorecard are the pair’s: a topic, the area alone, and another strategy’s measures', async () => {
  const alone = await text(`${ours}/ees.csv?years=financial-years&beside=nobody`);
  assert.doesNotMatch(alone, /,National,|Corveshire/);
  assert.match(alone, /Brackenshire/);
  assert.equal((await visitor.get(`${ours}/ees.csv?topic=no-such-topic`)).status, 404);
  assert.equal((await visitor.get(`${ours}/ees.csv?framework=no-such-strategy`)).status, 404);
  assert.equal((await visitor.get(`${ours}/ees.csv?years=weeks`)).status, 404);
  assert.equal((await visitor.get('/scorecards/X99999999/ees.csv')).status, 404);
  assert.equal((await visitor.get('/scorecards/X99999999/take-away')).status, 404);
});
