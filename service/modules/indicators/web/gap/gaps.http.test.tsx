import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { loadCatalogue } from '../../actions/load-catalogue.ts';
import type { Act } from '../../actions/bring-in/handed-file.ts';
import {
  ownPartnership,
  testService,
  type TestBrowser,
  type TestPage,
  type TestService,
} from '#platform/http/testing.ts';
import { bringGaps } from '../../queries/gaps/testing.ts';
import { bring, setUpCounties } from '../../queries/testing.ts';
import { analyst } from '../../testing.ts';
import { gapRoutes } from './gap-routes.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
let visitor: TestBrowser;
let parts: { act: Act; asService: Act; keepIn: string };
const card = '/gaps/lait/FSP_NEW_GOODDEV?area=X10000001';

before(async () => {
  service = await testService({ after: (end: () => unknown) => void ends.push(end) }, gapRoutes);
  const { transactions } = service;
  await transactions.inLibrary(loadCatalogue);
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

async function open(path: string, by: TestBrowser = visitor): Promise<TestPage> {
  const found = await by.get(path);
  assert.equal(found.status, 200, path);
  assert.equal(found.document.querySelectorAll('h1').length, 1);
  return found;
}

function words(found: TestPage, selector = 'main'): string {
  return (found.document.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

function section(found: TestPage, heading: string): string {
  const h2 = [...found.document.querySelectorAll('h2')].find(({ textContent }) => textContent === heading);
  assert.ok(h2, heading);
  return (h2.closest('section')?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

test('before the first figure both pages say what will be here', async () => {
  assert.match(words(await open('/gaps')), /No figures have been brought in yet/);
  assert.match(words(await open(card)), /No figures have been brought in yet/);
  assert.equal((await visitor.get('/gaps/lait/NoSuchMeasure')).status, 404);
  assert.equal((await visitor.get('/gaps?area=E99999999')).status, 404);
});

test('C01 C03 the card says both levels, how far apart, how sure, and what the average hides', async () => {
  await bringGaps(parts);
  const found = await open(`${card}&group=free-school-meals`);
  assert.equal(
    words(found, '.lead'),
    'Brackenshire, academic year 2024 to 2025: 41.0% of children with free school meals, 72.0% of children without free school meals: 31.0 points lower.',
  );
  assert.match(words(found), /Chance alone would hardly ever make a difference of this size/);
  assert.match(
    words(found, '.gap-warning'),
    /For all children together it got better, from 60\.0% to 65\.8%\. In the same time the gap widened: the average hides it/,
  );
});

test('C02 the group stands beside the others here, the same group in England, and the others in England', async () => {
  const found = await open(`${card}&group=free-school-meals`);
  const rows = [...found.document.querySelectorAll('.gap-levels tbody tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => (cell.firstElementChild ?? cell).textContent?.trim()),
  );
  assert.deepEqual(
    rows.map(([, level, gap]) => [level, gap]),
    [
      ['72.0%', '\u221231.0 points'],
      ['52.0%', '\u221211.0 points'],
      ['72.5%', '\u221231.5 points'],
    ],
  );
  assert.match(words(found, '.gap-levels'), /Newcombe 95%, from counts/);
  assert.match(words(found, '.gap-levels'), /0\.57 times/);
});

test('C06 whether it is closing, by how much, and because of whom', async () => {
  const said = section(await open(`${card}&group=free-school-meals`), 'Is it closing?');
  assert.match(
    said,
    /The gap widened by 6\.0 points from 2021\/22 to 2024\/25: children with free school meals rose by 1\.0 points?, and children without free school meals rose by 7\.0 points/,
  );
  assert.match(said, /It widened because the top rose and the bottom did not keep up/);
});

test('R36 beside a withheld group no other number would let it be worked out, on the page and in its file', async () => {
  const found = await open(`${card}&group=mixed`);
  assert.match(words(found, '.lead'), /Not worked out, because one side is withheld to protect children/);
  assert.match(words(found, '.gap-own'), /\[c\] Hidden/);
  const file = await visitor.get('/gaps/lait/FSP_NEW_GOODDEV.csv?area=X10000001&group=mixed&table=card');
  assert.equal(file.status, 200);
  assert.match(file.text, /Hidden/);
  assert.equal(/65\.8|3290|5000/.test(file.text), false, 'neither the average nor a count');
});

test('C04 every dimension is there: with its groups, or with the reason why nobody knows', async () => {
  const found = await open(`${card}&group=free-school-meals`);
  const known = section(found, 'Who else may be left behind');
  for (const name of [
    'Sex',
    'Ethnicity',
    'Free school meals',
    'Religion',
    'Sexuality',
    'Gender identity',
    'Disability',
    'Rural or urban',
  ])
    assert.ok(known.includes(name), name);
  assert.match(
    known,
    /Only a survey of older children can, and it is shown for the whole area where 30 or more answered/,
  );
});

test('a measure without counts has a gap without an interval, and says so; either side opens it', async () => {
  for (const code of ['KS2RWM_Expected_STD', 'FSM_NEW_KS2_RWM', 'NonFSM_NEW_KS2_RWM']) {
    const found = await open(`/gaps/lait/${code}?area=X10000001`);
    assert.match(words(found, '.lead'), /39% of children with free school meals, 65% .*: 26 points lower/);
    assert.match(words(found), /neither counts nor an interval for both sides/);
  }
});

test('the picture’s table is the file that it links to, and the card’s own file holds every year', async () => {
  const found = await open(`${card}&group=free-school-meals`);
  const link = found.document.querySelector('figure a[href*=".csv"]')?.getAttribute('href') ?? '';
  const file = await visitor.get(link);
  const shown = [...found.document.querySelectorAll('figure table tr')];
  assert.equal(file.text.trimEnd().split('\r\n').length, shown.length);
  const all = await visitor.get(
    '/gaps/lait/FSP_NEW_GOODDEV.csv?area=X10000001&group=free-school-meals&table=card',
  );
  assert.match(
    String(all.headers['content-disposition']),
    /invented-gap-FSP_NEW_GOODDEV-free-school-meals-X10000001-card\.csv/,
  );
  assert.equal(all.text.trimEnd().split('\r\n').length, 4);
  assert.match(all.text, /Brackenshire,academic year 2024 to 2025,41\.0,.*,-31\.0,/);
});

test('C08 the finder names the surest large gap first, the tiny group as too few, the hidden one as withheld', async () => {
  const found = await open('/gaps?area=X10000001');
  assert.match(words(found, '.lead'), /The surest: children with free school meals, ready for school at 5/);
  assert.match(section(found, 'Surely large'), /Free school meals: Ready for school at 5/);
  assert.match(section(found, 'Too few children to say'), /Asian children: too few to say/);
  assert.equal(/10\.0%/.test(words(found)), false, 'nothing is said of so few');
  assert.match(section(found, 'One side is withheld'), /Mixed heritage/);
  assert.match(section(found, 'Size known, certainty not'), /Free school meals.*26 points lower/);
  assert.match(section(found, 'How the order is made'), /near end of 1\.25 or more/);
  assert.equal(/Girls:/.test(words(found)), false, 'the gap of girls and boys stands once');
  const file = await visitor.get('/gaps.csv?area=X10000001');
  assert.match(file.text, /Surely large,Ready for school at 5,Children with free school meals/);
  const few = file.text.split('\r\n').find((line) => line.includes('Asian children'));
  assert.match(few ?? '', /^Too few children to say,.*,%,,,,,/);
});

test('C07 an analyst says why a gap might be, another is told who saved first, and everybody reads what came of it', async () => {
  const ash = await service.signedIn('analyst');
  const gap = 'measure=lait%3AFSP_NEW_GOODDEV&area=X10000001&group=free-school-meals';
  const at = `/gaps/causes/new?${gap}`;
  const empty = await ash.post(at, { words: ' ' });
  assert.equal(empty.status, 422);
  assert.match(empty.document.title, /^Error: /);
  assert.equal((await ash.post(at, { words: 'Fewer of them go to nursery at two.' })).status, 303);
  const shown = await open(`${card}&group=free-school-meals`, ash);
  const link = [...shown.document.querySelectorAll('a')].find(({ textContent }) =>
    textContent?.startsWith('Say what came of it'),
  );
  const change = link?.getAttribute('href') ?? '';
  const form = await open(change, ash);
  const version = form.document.querySelector('input[name=version]')?.getAttribute('value') ?? '';
  const answers = { words: 'Fewer of them go to nursery at two.', version };
  const bare = await ash.post(change, { ...answers, state: 'supported', evidence: '' });
  assert.equal(bare.status, 422);
  assert.match(words(bare), /supported and refuted need it/);
  const said = { ...answers, state: 'supported', evidence: 'Take-up is 61% of them and 78% of others.' };
  assert.equal((await ash.post(change, said)).status, 303);
  const late = await ash.post(change, { ...answers, state: 'refuted', evidence: 'Not so.' });
  assert.equal(late.status, 422);
  assert.match(words(late), /saved this while you were writing/);
  assert.match(words(late), /Take-up is 61% of them/);
  const read = section(await open(`${card}&group=free-school-meals`), 'Why might this be?');
  assert.match(read, /Fewer of them go to nursery at two\.● Supported by what was found/);
  assert.match(read, /Take-up is 61% of them and 78% of others\.Ash Tester, \d+ \w+ \d{4}/);
  assert.equal(/Say what came of it|Add why/.test(read), false, 'a visitor only reads');
});

test('C07 a gap that is not there, and a guess that is none, look like nothing', async () => {
  const ash = await service.signedIn('manager');
  const nowhere = '/gaps/causes/new?measure=lait%3AFSP_NEW_GOODDEV&area=X10000001&group=nobody';
  assert.equal((await ash.get(nowhere)).status, 404);
  assert.equal((await ash.post(nowhere, { words: 'Why' })).status, 404);
  assert.equal((await ash.get('/gaps/causes/none')).status, 404);
  assert.equal((await visitor.get('/gaps/causes/none')).status, 303);
});

test('C04 a group that the partnership adds is seen like any other, and its figures stay when it is taken away', async () => {
  const ash = await service.signedIn('analyst');
  const group = {
    dimension: 'Term of birth',
    name: 'children born in spring',
    others: 'children born in autumn',
    column: 'season',
    item: 'Spring',
    othersItem: 'Autumn',
  };
  assert.equal((await ash.post('/gaps/groups', { ...group, name: '' })).status, 422);
  assert.equal((await ash.post('/gaps/groups', group)).status, 303);
  assert.match(words(await ash.post('/gaps/groups', group)), /is there already/);
  const { document } = await open('/gaps/groups', ash);
  assert.match(
    document.querySelector('main')?.textContent ?? '',
    /children born in spring beside children born in autumn/,
  );
  const table =
    'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,season,t_rwm_eligible_pupils,t_rwm_met_expected_standard,pt_rwm_met_expected_standard';
  const row = (season: string, of: number, count: number) =>
    `202425,Academic year,Local authority,E92000001,England,,,101,X10000001,Brackenshire,${season},${of},${count},${Math.round((100 * count) / of)}`;
  await bring(parts, {
    'ks2_la_own.csv': `${[table, row('Spring', 1000, 500), row('Autumn', 1000, 700)].join('\n')}\n`,
  });
  const ours =
    '/gaps/ees/ks2-la-own:pt_rwm_met_expected_standard?area=X10000001&group=own-children-born-in-spring';
  assert.match(words(await open(ours), '.lead'), /children born in spring: 50.*20.* lower/i);
  assert.equal((await ash.post('/gaps/groups/own-children-born-in-spring/remove')).status, 303);
  assert.match(words(await open(ours), '.lead'), /nothing is published of this measure by any group/);
});
