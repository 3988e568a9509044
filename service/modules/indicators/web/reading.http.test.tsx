import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { loadFrameworks } from '#modules/strategy/index.ts';
import { publishedFrameworks } from '#modules/strategy/testing.ts';
import {
  ownPartnership,
  testService,
  type TestBrowser,
  type TestPage,
  type TestService,
} from '#platform/http/testing.ts';
import { loadCatalogue } from '../actions/load-catalogue.ts';
import type { Act } from '../actions/bring-in/handed-file.ts';
import { bring, bulkFile, countsFile, countsMeta, setUpCounties, usualFiles } from '../queries/testing.ts';
import { analyst } from '../testing.ts';
import { readingRoutes } from './reading-routes.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
let visitor: TestBrowser;
let parts: { act: Act; asService: Act; keepIn: string };

before(async () => {
  service = await testService({ after: (end: () => unknown) => void ends.push(end) }, readingRoutes);
  const { transactions } = service;
  await transactions.inLibrary(loadCatalogue);
  await transactions.inLibrary((ctx) => loadFrameworks(ctx, publishedFrameworks('library')));
  await service.asService((ctx) => loadFrameworks(ctx, publishedFrameworks('own')));
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

async function page(path: string, by: TestBrowser = visitor): Promise<TestPage> {
  const found = await by.get(path);
  assert.equal(found.status, 200, path);
  assert.equal(found.document.querySelectorAll('h1').length, 1, `${path} has one first heading`);
  return found;
}

function words(found: TestPage, selector = 'main'): string {
  return (found.document.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** The cells of the row that a measure's link heads, by the name of their column. */
function rowOf(found: TestPage, title: string): Record<string, string> {
  const link = [...found.document.querySelectorAll('.scorecard th[scope=row] a')].find(
    ({ textContent }) => textContent === title,
  );
  assert.ok(link, title);
  const cells = [...(link.closest('tr')?.querySelectorAll('td') ?? [])];
  return Object.fromEntries(
    cells.map((cell) => [
      cell.getAttribute('data-label') ?? '',
      (cell.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
    ]),
  );
}

test('before the first figure every page says what will be here, and to an analyst how to begin', async () => {
  const scorecards = words(await page('/scorecards'));
  assert.match(scorecards, /No figures have been brought in yet/);
  const scorecard = await page('/scorecards/X10000001');
  assert.match(words(scorecard), /Here will be every measure of Brackenshire/);
  assert.equal(scorecard.document.querySelector('main a[href="/imports"]'), null);
  const asAnalyst = await page('/scorecards/X10000001', await service.signedIn('analyst'));
  assert.ok(asAnalyst.document.querySelector('main a[href="/imports"]'));
  assert.match(words(await page('/measures/lait/PrevRegCPR')), /No figures have been brought in yet/);
  assert.match(words(await page('/outcomes')), /No figure has been brought in for Brackenshire yet/);
});

test('B22 the way in shows at most eight outcomes, each with number, closer look and children’s words', async () => {
  await bring(parts, usualFiles);
  await bring(parts, {
    'd3_cpps_subsequent_plan_2013_to_2025.csv': countsFile([{ year: 2025, at: 0, starts: 500, again: 156 }]),
    'd3_cpps_subsequent_plan_2013_to_2025.meta.csv': countsMeta,
  });
  const found = await page('/outcomes');
  const outcomes = [...found.document.querySelectorAll('section.outcome')];
  assert.equal(outcomes.length, 6);
  for (const outcome of outcomes)
    assert.deepEqual(
      [...outcome.querySelectorAll('h3')].map(({ textContent }) => textContent),
      ['The number', 'A closer look', 'What children say'],
    );
  const said = words(found);
  assert.match(said, /No audit finding has been added yet/);
  assert.match(said, /Nobody has asked children about this yet/);
  assert.match(said, /31\.2%/);
  assert.match(said, /In 2024\/25, up from 28\.0% a year before\. Worse than England \(24\.5%\)\./);
  assert.match(
    said,
    /Nobody publishes whether children feel that they belong\.\s*What would answer it: our own yearly survey/,
  );
  assert.equal(/target/i.test(said), false, 'targets are switched off');
  assert.ok(found.document.querySelector('a[href="/frameworks/brackenshire/elements/safe-and-loved"]'));
  assert.ok(found.document.querySelector('a[href="/measures/lait/PrevRegCPR?area=X10000001"]'));
});

test('B22 B01 every strategy of the library has a way in, for its own area, and one that nobody has is not found', async () => {
  for (const slug of ['gloucestershire', 'worcestershire', 'dorset', 'norfolk', 'stockton-on-tees']) {
    const found = await page(`/outcomes?framework=${slug}`);
    const count = found.document.querySelectorAll('section.outcome').length;
    assert.ok(count > 0 && count <= 8, slug);
  }
  assert.match(words(await page('/outcomes?framework=norfolk'), 'h1'), /How Norfolk is doing/);
  assert.equal((await visitor.get('/outcomes?framework=nobody')).status, 404);
});

test('B02 the scorecard says in its first line what could be compared, and each row what it came to', async () => {
  const found = await page('/scorecards/X10000001');
  assert.match(
    words(found, '.lead'),
    /1 of 60 measures could be compared with England in a way that allows for chance: 1 worse\./,
  );
  const repeat = rowOf(found, 'Repeat child protection plans');
  assert.deepEqual(repeat, {
    Brackenshire: '31.2%2024/25',
    England: '24.5%',
    'Neighbours’ average': '21.5%3 of 10',
    'Compared with England': '▼ Worse',
    'Rank, 1 is best': '5 of 6in the lowest quarter',
    'Five years, and the trend': '',
  });
  const offenders = rowOf(found, 'Children who enter youth justice for the first time');
  assert.equal(offenders['England'], 'cannot be right');
  assert.equal(offenders['Compared with England'], 'Not compared: England cannot be right');
  assert.equal(offenders['Rank, 1 is best'], '5 of 6in the lowest quarter');
  assert.match(words(found), /chance alone would still make about/);
  assert.match(words(found), /Children in need, Department for Education\. Brought in on/);
});

test('B02 hidden, not available and zero read differently on the page, and so do rank and comparison', async () => {
  const found = await page('/scorecards/X10000001');
  const hidden = rowOf(found, 'Children in need');
  assert.equal(hidden['Brackenshire'], '[c] Hidden2024/25');
  assert.equal(hidden['Compared with England'], 'Not compared: no number');
  assert.equal(hidden['Rank, 1 is best'], 'none is better');
  const all = await page('/scorecards/X10000001?show=all');
  assert.equal(rowOf(all, 'Strong pass in English and maths at 16')['Brackenshire'], 'Nothing yet');
  assert.match(words(await page('/measures/lait/LocalOnly?area=X10000001'), '.lead'), /0\.0/);
  const heads = [...found.document.querySelectorAll('.scorecard thead th')].map(
    ({ textContent }) => textContent,
  );
  assert.ok(heads.includes('Compared with England') && heads.includes('Rank, 1 is best'));
});

test('B02 every filter is an address that can be shared', async () => {
  const worse = await page('/scorecards/X10000001?show=worse');
  assert.equal(worse.document.querySelectorAll('.scorecard th[scope=row]').length, 1);
  const topic = await page('/scorecards/X10000001?topic=justice');
  assert.equal(topic.document.querySelectorAll('details.topic[open]').length, 1);
  const tied = await page('/scorecards/X10000001?framework=brackenshire');
  assert.match(words(tied), /Measures tied to Unfurl/);
  assert.ok(tied.document.querySelectorAll('details.topic').length > 1);
  assert.match(words(await page('/scorecards/X10000001?show=better')), /No measure is left/);
  assert.equal((await page('/scorecards/X10000001?show=nonsense&neighbours=1999')).status, 200);
  assert.equal((await visitor.get('/scorecards/X10000001?framework=nobody')).status, 404);
  assert.equal((await visitor.get('/scorecards/E92000001')).status, 404);
});

test('B02 measures that nobody has brought in are counted and a link away; topics say what they hold and unfold', async () => {
  const found = await page('/scorecards/X10000001');
  const rows = (shown: TestPage) => shown.document.querySelectorAll('.scorecard th[scope=row]').length;
  assert.doesNotMatch(words(found, '.topics'), /Nothing yet/);
  const left = 60 - rows(found);
  assert.match(words(found), new RegExp(`Nothing yet for ${left} measures: show them too`));
  const link = [...found.document.querySelectorAll('main a')].find((a) => a.textContent === 'show them too');
  const all = await page(link?.getAttribute('href') ?? '');
  assert.equal(rows(all), 60);
  assert.doesNotMatch(words(all), /Nothing yet for/);
  assert.match(words(all, '#topic-safe > summary'), /^\S.* \d+ measures, 1 worse$/);
  const unfolded = (shown: TestPage) => [
    shown.document.querySelectorAll('details.topic[open]').length,
    shown.document.querySelectorAll('details.topic').length,
  ];
  assert.equal(unfolded(all)[0], 1, 'of sixty, the first topic is open');
  const open = [...all.document.querySelectorAll('main a')].find((a) => a.textContent.startsWith('open all'));
  const opened = await page(open?.getAttribute('href') ?? '');
  assert.equal(rows(opened), 60, 'what was asked for before is still asked for');
  assert.equal(unfolded(opened)[0], unfolded(opened)[1]);
  assert.match(words(await page('/scorecards/X10000001?topic=people')), /Nothing yet for \d+ measures?/);
});

test('B02 the file holds what the table shows, row for row, and no word in it is a formula', async () => {
  const shown = await page('/scorecards/X10000001?topic=safe');
  const found = await visitor.get('/scorecards/X10000001.csv?topic=safe');
  assert.match(String(found.headers['content-type']), /^text\/csv/);
  const [head, ...lines] = found.text.trimEnd().split('\r\n').map(cellsOf);
  assert.ok(head);
  const at = (name: string) => head.indexOf(name);
  const titles = [...shown.document.querySelectorAll('.scorecard th[scope=row] a')].map(
    ({ textContent }) => textContent,
  );
  assert.deepEqual(
    lines.map((line) => line[at('Measure')]),
    titles,
  );
  const repeat = lines.find((line) => line[at('Code')] === 'PrevRegCPR');
  assert.ok(repeat);
  assert.deepEqual(
    ['Value', 'England', 'Neighbours', 'Compared with England', 'Period', 'How the limits were made'].map(
      (name) => repeat[at(name)],
    ),
    ['31.2', '24.5', '21.5', 'Worse', 'April 2024 to March 2025', 'Wilson 95%, from counts'],
  );
  const hidden = lines.find((line) => line[at('Code')] === 'CIN');
  assert.equal(hidden?.[at('Value')], 'Hidden');
  for (const cell of lines.flat()) assert.doesNotMatch(cell, /^[=+\-@\t]/, cell);
});

/** One line of CSV as its cells. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    (quoted ?? plain ?? '').replaceAll('""', '"'),
  );
}

test('a measure’s page: finding, two things told apart, four pictures with tables and files, and its thread back', async () => {
  const found = await page('/measures/lait/PrevRegCPR?area=X10000001');
  assert.equal(words(found, 'h1'), 'Repeat child protection plans');
  assert.match(
    words(found, '.lead'),
    /^Brackenshire: 31\.2% in 2024\/25, up from 28\.0% a year before\. Worse than England \(24\.5%\)\.$/,
  );
  const facts = words(found, '.measure-facts');
  assert.match(facts, /Compared with England ?▼ Worse/);
  assert.match(
    facts,
    /Rank among areas ?Rank 5 of 6: in the lowest quarter ?1 is best\. It says nothing of chance/,
  );
  assert.deepEqual(
    [...found.document.querySelectorAll('figure .chart-finding')].map(({ textContent }) => textContent),
    [
      'Up since 2023/24: from 28.0% to 31.2% in 2024/25',
      'Higher than all 3 neighbours',
      'Rank 5 of 6: in the lowest quarter',
      'All 3 neighbours ended higher than they began',
    ],
  );
  assert.match(words(found), /The promises this measure answers/);
  assert.ok(found.document.querySelector('a[href="/frameworks/brackenshire/elements/safe-and-loved"]'));
  assert.ok(found.document.querySelector('a[href="/frameworks/worcestershire"]'));
  assert.match(words(found), /Lower is better/);
});

test('each picture’s table is the file that it links to', async () => {
  const found = await page('/measures/lait/PrevRegCPR?area=X10000001');
  const links = [...found.document.querySelectorAll('figure a[href*=".csv"]')].map(
    (link) => link.getAttribute('href') ?? '',
  );
  assert.equal(links.length, 4);
  for (const [at, link] of links.entries()) {
    const file = await visitor.get(link);
    assert.equal(file.status, 200, link);
    const rows = [...(found.document.querySelectorAll('figure table')[at]?.querySelectorAll('tr') ?? [])];
    const shown = rows.map((row) =>
      [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent ?? ''),
    );
    assert.deepEqual(file.text.trimEnd().split('\r\n').map(cellsOf), shown, link);
  }
});

test('a measure without an area is shown for ours; one that nobody knows is not found', async () => {
  assert.match(words(await page('/measures/lait/PrevRegCPR'), '.lead'), /^Brackenshire/);
  assert.match(
    words(await page('/measures/lait/PrevRegCPR?area=E10000020'), '.lead'),
    /No figure has been published for Norfolk/,
  );
  assert.equal((await visitor.get('/measures/lait/Nonsense')).status, 404);
  assert.equal((await visitor.get('/measures/lait/PrevRegCPR?area=E99')).status, 404);
  assert.equal((await visitor.get('/measures/lait/Nonsense.csv')).status, 404);
});

test('B05 the catalogue lists what is counted and by whom, and finds a measure by any of its words', async () => {
  const all = await page('/measures');
  assert.ok(all.document.querySelectorAll('.measure-list li').length > 60);
  const found = await page('/measures?q=plans+repeat');
  assert.match(words(found), /measures? found/);
  assert.ok(found.document.querySelector('a[href="/measures/lait/PrevRegCPR"]'));
  assert.match(words(await page('/measures?q=zzz')), /No measure holds “zzz”/);
  assert.ok(
    (await page('/measures?q=LocalOnly')).document.querySelector('a[href="/measures/lait/LocalOnly"]'),
  );
});

test('the areas to choose from: ours first, then those with a strategy, and a search by name', async () => {
  const found = await page('/scorecards');
  assert.match(words(found, '.own-area'), /Brackenshire/);
  assert.ok(found.document.querySelector('a[href="/scorecards/E10000013"]'));
  const searched = await page('/scorecards?q=corve');
  assert.deepEqual(
    [...searched.document.querySelectorAll('.area-columns a')].map(({ textContent }) => textContent),
    ['Corveshire'],
  );
});

test('a page that was kept is made anew when the figures change', async () => {
  const first = await page('/scorecards/X10000001');
  assert.equal((await page('/scorecards/X10000001')).headers['etag'], first.headers['etag']);
  await bring(parts, { 'bds_long_later.csv': bulkFile([['PrevRegCPR', '2025', '29.9', [], '']]) });
  assert.equal(
    rowOf(await page('/scorecards/X10000001'), 'Repeat child protection plans')['Brackenshire'],
    '29.9%2024/25',
  );
});

test('B02 a scorecard can be read aloud: sentences without a table, what stands out first, the rest on asking', async () => {
  const found = await page('/scorecards/X10000001/aloud');
  assert.equal(found.document.querySelectorAll('main table').length, 0);
  assert.match(words(found), /About (one minute|\d+ minutes) at a pace that a room can follow/);
  const all = await page('/scorecards/X10000001/aloud?measures=all');
  const told = (one: TestPage) => one.document.querySelectorAll('.aloud h3').length;
  assert.ok(told(all) >= told(found));
  assert.ok(told(all) > 0);
  assert.match(words(all), /Here, (more|less) is better\./);
  assert.doesNotMatch(words(all, '.aloud'), /%|\[c\]/);
  const scorecard = await page('/scorecards/X10000001');
  assert.ok(scorecard.document.querySelector('a[href="/scorecards/X10000001/aloud"]'));
  assert.equal((await visitor.get('/scorecards/X99999999/aloud')).status, 404);
  assert.equal((await visitor.get('/scorecards/X10000001/aloud?framework=nowhere')).status, 404);
});

test('B02 a scorecard at a glance draws each topic among all areas, and its table is a file', async () => {
  const found = await page('/scorecards/X10000001/glance');
  const pictures = found.document.querySelectorAll('main figure');
  assert.ok(pictures.length > 0);
  const link = found.document.querySelector('main figure a[href*="glance.csv"]')?.getAttribute('href') ?? '';
  const csv = await visitor.get(link);
  assert.equal(csv.status, 200);
  assert.match(csv.text, /Measure,Period,Unit,Brackenshire/i);
  assert.equal((await visitor.get('/scorecards/X10000001/glance.csv?topic=nothing')).status, 404);
});

test('B08 how many are ready for school at five has its place in the scorecard and a page of its own', async () => {
  const row = rowOf(await page('/scorecards/X10000001'), 'Ready for school at 5');
  assert.equal(row['Brackenshire'], '68.6%2024/25');
  const measure = words(await page('/measures/lait/FSP_NEW_GOODDEV?area=X10000001'));
  assert.match(measure, /Ready for school at 5/);
  assert.match(measure, /68\.6%/);
});
