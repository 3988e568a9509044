import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import { loadCatalogue } from '../../index.ts';
import { dictionaryText, laitText } from '../../testing.ts';
import { importRoutes } from './import-routes.ts';
import { importsThatWait } from './waiting.ts';

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

/** Hands files in as a browser does, scripts off, and follows where it leads. */
async function handIn(files: Readonly<Record<string, string>>): Promise<TestPage> {
  const { document } = await page('/imports/new');
  const csrf = document.querySelector('input[name=csrf]')?.getAttribute('value') ?? '';
  const parts = [
    `--cut\r\ncontent-disposition: form-data; name="csrf"\r\n\r\n${csrf}\r\n`,
    ...Object.entries(files).map(
      ([name, text]) =>
        `--cut\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n`,
    ),
  ];
  const sent = await analyst.postRaw('/imports/new', `${parts.join('')}--cut--\r\n`, {
    'content-type': 'multipart/form-data; boundary=cut',
  });
  return sent.status === 303 ? page(String(sent.headers.location)) : sent;
}

/** Presses the one button with these words. */
async function press(from: TestPage, words: string): Promise<TestPage> {
  const button = [...from.document.querySelectorAll('button')].find(
    ({ textContent }) => textContent?.trim() === words,
  );
  const action = button?.closest('form')?.getAttribute('action');
  assert.ok(action, `there is a button “${words}”`);
  const sent = await analyst.post(action);
  assert.equal(sent.status, 303);
  return page(String(sent.headers.location));
}

function main({ document }: TestPage): string {
  return (document.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ');
}

test('journey 2: an analyst hands files in, reads what they would change, says yes, and withdraws', async () => {
  const all = await handIn({
    'lait_data_dictionary.csv': dictionaryText([{ code: 'GOODSTART', name: 'Ready for school' }]),
    'bds_long.csv': laitText([
      ['GOODSTART', '2025', 'Norfolk', '70', '926'],
      ['GOODSTART', '2025', 'Atlantis', '=1+1', '926'],
      ['GOODSTART', '2025', 'England', '=HYPERLINK("http://x")', '970'],
    ]).replace('=HYPERLINK("http://x")', '"=HYPERLINK(""http://x"")"'),
  });
  assert.match(main(all), /2 files wait for your yes/);
  const link = [...all.document.querySelectorAll('main a')].find((a) => a.textContent === 'bds_long.csv');
  const preview = await page(link?.getAttribute('href') ?? '');
  assert.match(main(preview), /nothing is changed yet/);
  assert.match(main(preview), /1 ?figures would be new|figures would be new ?1/);
  assert.match(main(preview), /3 rows: 2 of them refused/);
  assert.match(main(preview), /Read with lait_data_dictionary\.csv/);

  const waiting = await service.transactions.inTransaction(
    {
      actor: { kind: 'service', name: 'test' },
      partnershipId: (await import('#platform/http/testing.ts')).ownPartnership,
    },
    'read',
    importsThatWait,
  );
  assert.match(waiting[0]?.title ?? '', /2 files wait for your yes/);

  const brought = await press(all, 'Bring in all 2');
  assert.equal(
    [...brought.document.querySelectorAll('.tag')].filter((tag) => tag.textContent === 'Brought in').length,
    2,
  );
  const report = await page(link?.getAttribute('href') ?? '');
  assert.match(main(report), /Its figures are brought in and can be seen/);

  const rows = await page(report.document.querySelector('a[href$=refused-rows]')?.getAttribute('href') ?? '');
  assert.equal(rows.document.querySelectorAll('tbody tr').length, 2);
  const csv = await analyst.get(rows.document.querySelector('a[href$=".csv"]')?.getAttribute('href') ?? '');
  assert.match(String(csv.headers['content-type']), /text\/csv/);
  assert.match(csv.text, /'=1\+1/, 'no cell of the download is a formula');
  assert.doesNotMatch(csv.text, /(^|,|")[=+@]/m);

  const withdrawn = await press(report, 'Withdraw its figures');
  assert.match(main(withdrawn), /were withdrawn/);
});

test('the same file twice is told, and changes nothing', async () => {
  const dictionary = dictionaryText([{ code: 'TWICE', name: 'Twice' }]);
  await press(await handIn({ 'd.csv': dictionary }), 'Bring it in');
  const again = await handIn({ 'e.csv': dictionary });
  assert.match(main(again), /The very content of “e\.csv” was handed in before, so nothing was changed/);
  assert.equal(again.document.querySelector('h1')?.textContent, 'd.csv');
});

test('a decision that comes too late changes nothing and says so', async () => {
  const text = dictionaryText([{ code: 'LATE', name: 'Late' }]);
  const preview = await handIn({ 'late.csv': text });
  const action = preview.document.querySelector('form[action$=bring-in]')?.getAttribute('action') ?? '';
  await press(preview, 'Bring it in');
  const late = await analyst.post(action);
  assert.equal(late.status, 422);
  assert.match(main(late), /Somebody was quicker: it is no longer waiting \(brought in\)/);
  const facts = await analyst.post(action.replace('bring-in', 'withdraw'));
  assert.match(main(facts), /A list of facts cannot be withdrawn/);
});

test('no file chosen is a page to mend, with its error linked to the field', async () => {
  const wrong = await handIn({});
  assert.equal(wrong.status, 422);
  assert.match(wrong.document.title, /^Error: /);
  assert.equal(wrong.document.querySelector('.govuk-error-summary a')?.getAttribute('href'), '#files');
});

const header = 'Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region';
const row = 'GOODSTART,,2025,Norfolk,70,926,NA';

/** What people send, and what each must be told. */
const malformed: readonly [string, string, RegExp][] = [
  ['empty.csv', '', /The file is empty/],
  ['blank.csv', '\n\n\n', /no header row/],
  ['header-only.csv', `${header}\n`, /a header and no rows/],
  ['page.csv', '<!doctype html><html></html>', /a web page/],
  ['paper.csv', '%PDF-1.7 …', /a PDF/],
  ['archive.csv', 'PK\u0003\u0004…', /a spreadsheet or a zip archive/],
  ['other.csv', 'a,b\n1,2\n', /None of the files that can be brought in has these columns: a, b/],
  ['half.parquet', 'PAR1 and then nothing', /cut short, or is none/],
  ['twice-headed.csv', `${header},Years\n${row},2025\n`, /both named “Years”/],
  ['unclosed.csv', `${header}\n${row}\nGOODSTART,,2025,"Norfolk,70,926,NA\n`, /Line 3: .*never closed/],
  ['ragged.csv', `${header}\n${row},more,and more\n`, /None of its rows could be taken/],
  ['nul.csv', `${header}\nGOODSTART,,2025,Nor\u0000folk,70,926,NA\n`, /None of its rows could be taken/],
  ['no-dictionary.csv', `${header}\nUNHEARD,,2025,Norfolk,70,926,NA\n`, /data dictionary/],
  ['meta-alone.meta.csv', 'col_name,col_type,label\na,Filter,A\n', /Hand it in together with its table/],
  ['fw.csv', '{"not": "a table"}', /None of the files/],
];

test('each malformed file is answered with what is wrong and how to mend it, and nothing of it stays', async () => {
  for (const [name, text, says] of malformed) {
    const shown = await handIn({ [name]: text });
    assert.match(main(shown), says, name);
    assert.equal(shown.document.querySelector('h1')?.textContent, name);
    const away = await press(shown, 'Put it away');
    assert.match(main(away), /was put away\. Nothing was changed/);
    assert.doesNotMatch(
      [...away.document.querySelectorAll('tbody')].map((b) => b.textContent).join(),
      new RegExp(name),
    );
  }
});

test('nobody else meets these pages, and a made-up address is not found', async () => {
  const manager = await service.signedIn('manager');
  const nobody = '00000000-0000-7000-8000-00000000ffff';
  for (const path of [
    '/imports',
    '/imports/new',
    `/imports/${nobody}`,
    `/imports/${nobody}/refused-rows.csv`,
  ]) {
    assert.equal((await manager.get(path)).status, 404, path);
    assert.equal((await service.visitor().get(path)).status, 303, path);
  }
  for (const path of [`/imports/${nobody}`, '/imports/x', `/imports/${nobody}/refused-rows`])
    assert.equal((await analyst.get(path)).status, 404, path);
  for (const act of ['bring-in', 'decline', 'again', 'withdraw'])
    assert.equal((await manager.post(`/imports/${nobody}/${act}`)).status, 404, act);
});
