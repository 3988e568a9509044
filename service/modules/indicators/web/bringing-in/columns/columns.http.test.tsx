import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import { loadCatalogue } from '../../../index.ts';
import { importRoutes } from '../import-routes.ts';

let service: TestService;
let analyst: TestBrowser;
const ends: (() => unknown)[] = [];

before(async () => {
  service = await testService({ after: (end: () => unknown) => void ends.push(end) }, importRoutes);
  await service.transactions.inLibrary(loadCatalogue);
  analyst = await service.signedIn('analyst');
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

async function page(path: string): Promise<TestPage> {
  const found = await analyst.get(path);
  assert.equal(found.status, 200, path);
  assert.equal(found.document.querySelectorAll('h1').length, 1);
  return found;
}

/** Hands one file in as a browser does, scripts off; answers where it leads. */
async function handIn(name: string, text: string): Promise<string> {
  const { document } = await page('/imports/new');
  const csrf = document.querySelector('input[name=csrf]')?.getAttribute('value') ?? '';
  const body = [
    `--cut\r\ncontent-disposition: form-data; name="csrf"\r\n\r\n${csrf}\r\n`,
    `--cut\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n`,
    '--cut--\r\n',
  ].join('');
  const sent = await analyst.postRaw('/imports/new', body, {
    'content-type': 'multipart/form-data; boundary=cut',
  });
  assert.equal(sent.status, 303);
  return String(sent.headers.location);
}

function main({ document }: TestPage): string {
  return (document.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ');
}

function chosen({ document }: TestPage, name: string): string | null | undefined {
  const radio = document.querySelector(`input[type=radio][name=${name}][checked]`);
  if (radio) return radio.getAttribute('value');
  const option = document.querySelector(`select[name=${name}] option[selected]`);
  return (
    option?.getAttribute('value') ?? document.querySelector(`input[name=${name}]`)?.getAttribute('value')
  );
}

const walks = (year: string, value: string) =>
  `GSS code,Place,Year,Walk %\nE10000020,Norfolk,${year},${value}\nE92000001,England,${year},c\nNorfolk,Norfolk,${year},1\n`;

const answers = {
  named: 'new',
  title: 'Children who walk to school',
  kind: 'proportion',
  unit: '%',
  polarity: 'high-is-good',
  publisher: 'Sport for All',
  publication: 'Active travel',
  area: 'GSS code',
  areaName: 'Place',
  period: 'Year',
  years: 'academic',
  value: 'Walk %',
  everybody: 'Total',
  saveAs: 'Active travel by authority',
};

test('a table of no known publisher is read once its columns are said, and the next of its shape by itself', async () => {
  const place = await handIn('walks-2024.csv', walks('2023/24', '41.5'));
  assert.match(place, /\/columns$/);
  const asked = await page(place);
  assert.equal(asked.document.querySelector('h1')?.textContent, 'Say what its columns are');
  assert.equal(chosen(asked, 'area'), 'GSS code', 'guessed from its header');
  assert.equal(chosen(asked, 'period'), 'Year');
  assert.match(main(asked), /counts as published by the publisher that you name/);
  assert.ok(asked.document.querySelector('main a[href="/own-measures"]'), 'own counts have their own way in');

  const sent = await analyst.post(place, answers);
  assert.equal(sent.status, 303, main(sent));
  const preview = await page(String(sent.headers.location));
  assert.match(main(preview), /nothing is changed yet/);
  assert.match(
    main(preview),
    /Read as Children who walk to school, published by Sport for All \(Active travel\)/,
  );
  assert.match(main(preview), /2 ?figures would be new|figures would be new ?2/);
  assert.match(main(preview), /a name alone is not enough/);
  const bringIn = preview.document.querySelector('form[action$=bring-in]')?.getAttribute('action') ?? '';
  assert.equal((await analyst.post(bringIn)).status, 303);

  const next = await handIn('walks-2025.csv', walks('2024/25', '43'));
  assert.doesNotMatch(next, /columns/, 'its headers say how it is to be read');
  const known = await page(next);
  assert.match(main(known), /Its columns are remembered as “Active travel by authority”/);
  assert.match(main(known), /1 known before, 0 new/);
  const anew = await page(`${next}/columns`);
  assert.equal(chosen(anew, 'named'), 'known', 'what was new last time is in the catalogue by now');
  assert.equal(chosen(anew, 'measureId'), 'other:active-travel:children-who-walk-to-school');

  const second = await analyst.post(`${next}/columns`, {
    ...answers,
    named: 'known',
    measureId: chosen(anew, 'measureId') ?? '',
    saveAs: 'Second way',
  });
  assert.equal(second.status, 303);
  const third = await handIn('walks-2026.csv', walks('2025/26', '44'));
  assert.match(third, /columns$/, 'two ways were remembered, so it asks');
  const forgotten = await analyst.post(`${third}/forget`, { name: 'Second way' });
  assert.equal(forgotten.status, 303);
  const left = await page(third);
  assert.match(main(left), /Begin with “Active travel by authority”/);
  assert.doesNotMatch(main(left), /Begin with “Second way”/);
});

test('wrong answers come back with an error each at its field, and every answer is kept', async () => {
  const place = await handIn('wrong.csv', walks('2019/20', '1').replace('Walk %', 'Walk'));
  const wrong = await analyst.post(place, {
    ...answers,
    value: 'Year',
    area: '',
    years: '',
    link: 'javascript:alert(1)',
  });
  assert.equal(wrong.status, 422);
  assert.match(wrong.document.title, /^Error: /);
  const links = [...wrong.document.querySelectorAll('.govuk-error-summary a')].map((a) =>
    a.getAttribute('href'),
  );
  assert.deepEqual(links, ['#link', '#area', '#years']);
  for (const link of links) assert.ok(wrong.document.querySelector(`main form ${link}`), `${link} is there`);
  assert.equal(chosen(wrong, 'title'), answers.title);
  assert.equal(chosen(wrong, 'named'), 'new');
  assert.equal(chosen(wrong, 'period'), 'Year');

  const twice = await analyst.post(place, { ...answers, value: 'Year', saveAs: 'Other name' });
  assert.equal(twice.status, 422);
  assert.match(main(twice), /“Year” is chosen for two things/);
  const taken = await analyst.post(place, { ...answers, title: 'Another', value: 'Walk' });
  assert.equal(taken.status, 422);
  assert.match(main(taken), /is the name of other columns/);
});

const upload = [
  'area_code,date_from,date_to,period_type,sex,age_from_years_inclusive,age_to_years_inclusive,deprivation_decile,deprivation_category,count,value,denominator,lower_ci_95,upper_ci_95,lower_ci_99_8,upper_ci_99_8',
  'E10000020,2023-04-01,2024-03-31,financial_year,persons,,,,,10,3.1,322,2,4,,',
].join('\n');

test('an upload file of Fingertips asks only which measure it is, every time, and never takes one of our own', async () => {
  const place = await handIn('upload.csv', `${upload}\n`);
  const asked = await page(place);
  assert.equal(asked.document.querySelector('h1')?.textContent, 'Say which measure it is');
  assert.equal(asked.document.querySelector('select[name=area]'), null);
  const refused = await analyst.post(place, { named: 'known', measureId: 'local:had-fun' });
  assert.equal(refused.status, 422);
  assert.match(main(refused), /whose small numbers have to be protected first/);
  const measure = asked.document.querySelector('select[name=measureId] option:nth-child(2)');
  const id = measure?.getAttribute('value') ?? '';
  assert.match(id, /:/);
  const sent = await analyst.post(place, { named: 'known', measureId: id });
  assert.equal(sent.status, 303);
  const preview = await page(String(sent.headers.location));
  assert.match(main(preview), /1 known before, 0 new/);
  assert.match(main(preview), /figures would be new/);

  const again = await handIn('upload-2.csv', `${upload.replace('3.1', '3.2')}\n`);
  assert.match(again, /\/columns$/, 'the same headers tell nothing of the measure');
});

test('only whoever may bring figures in says what columns are', async () => {
  const place = await handIn('secret.csv', walks('2001/02', '9').replace('Place', 'Where'));
  const manager = await service.signedIn('manager');
  assert.equal((await manager.get(place)).status, 404);
  assert.equal((await manager.post(place, answers)).status, 404);
  const waiting = await page(place.replace('/columns', ''));
  assert.match(main(waiting), /Say what they hold/);
});
