import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import { setUpAreas } from '../../index.ts';
import { evidenceRoutes } from '../evidence/evidence-routes.ts';
import { loadCatalogue } from '../../actions/load-catalogue.ts';
import { typedLine } from '../../domain/money/testing.ts';
import { moneyRoutes } from './money-routes.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
let analyst: TestBrowser;
let visitor: TestBrowser;

before(async () => {
  service = await testService({ after: (end: () => unknown) => void ends.push(end) }, [
    ...moneyRoutes,
    ...evidenceRoutes,
  ]);
  await service.transactions.inLibrary(loadCatalogue);
  await service.asService((ctx) =>
    setUpAreas(ctx, {
      home: 'X10000001',
      areas: [
        { code: 'X10000001', dfeCode: '101', name: 'Brackenshire', kind: 'county', regionCode: undefined },
        { code: 'X90000001', dfeCode: undefined, name: 'Saltmarsh', kind: 'zone', regionCode: undefined },
        { code: 'X90000002', dfeCode: undefined, name: 'The Vale', kind: 'zone', regionCode: undefined },
      ],
    }),
  );
  analyst = await service.signedIn('analyst');
  visitor = service.visitor();
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

function words(found: TestPage, selector = 'main'): string {
  return (found.document.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

const line: Record<string, string> = { ...typedLine, areaCode: 'X90000001' };

test('H15 an empty page says what will be here; a line that does not fit is said at its fields, with what was typed', async () => {
  assert.match(words(await visitor.get('/money')), /No spend is written down yet/);
  const wrong = await analyst.post('/money/lines/new', { ...line, amount: 'much', helpSource: '' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.document.title, /^Error: /);
  assert.match(words(wrong, '.govuk-error-summary'), /“much” is not an amount/);
  assert.match(words(wrong, '.govuk-error-summary'), /Enter who says that it is early or late/);
  assert.equal(wrong.document.querySelector<HTMLInputElement>('#what')?.value, 'Stay and play');
  assert.equal(wrong.document.querySelector<HTMLInputElement>('#amount')?.value, 'much');
});

test('H15 a line shows in sums, table and file; of a small team nobody but its owner sees the amount, in any of them', async () => {
  assert.equal((await analyst.post('/money/lines/new', line)).status, 303);
  const small = { ...line, what: 'Two of us', amount: '77777', people: '2' };
  assert.equal((await analyst.post('/money/lines/new', small)).status, 303);
  const open = await visitor.get('/money');
  assert.match(words(open), /£12,500 was spent in 2024-25/);
  assert.match(words(open), /held back and in no sum/);
  for (const path of ['/money', '/money.csv', '/money.csv?table=sums&by=partner', '/money.csv?table=shares'])
    assert.doesNotMatch((await visitor.get(path)).text, /77,?777|90,?277/, path);
  assert.match((await analyst.get('/money')).text, /77,777/);
  assert.match((await visitor.get('/money?prices=real')).text, /GDP deflators at market prices/);
});

test('H15 a table with something wrong comes back whole, each line with its reason; our own file comes in again', async () => {
  const table = (await analyst.get('/money.csv?table=lines')).text;
  assert.equal((await analyst.post('/money/bring-in', { text: table })).status, 303);
  const broken = table.replace('Saltmarsh', 'Atlantis').replace(',early,', ',soon,');
  const again = await analyst.post('/money/bring-in', { text: broken });
  assert.equal(again.status, 422);
  assert.match(words(again), /Line 2: “Atlantis” is none of our places/);
  assert.match(words(again), /Nothing was brought in/);
  assert.match(again.document.querySelector('textarea')?.textContent ?? '', /Atlantis/);
});

test('C08 H15 spend beside need says first what is missing, and for each child once it is known', async () => {
  assert.match(words(await visitor.get('/money/need')), /Nobody has written down how many children live/);
  const wrong = await analyst.post('/money/children', {
    'children-X90000001': 'many',
    ofYear: '2024',
    source: 'count',
  });
  assert.equal(wrong.status, 422);
  assert.match(words(wrong), /Enter a whole number of children/);
  const kept = { 'children-X90000001': '1,250', ofYear: '2024', source: 'count' };
  assert.equal((await analyst.post('/money/children', kept)).status, 303);
  const file = await visitor.get('/money/need.csv');
  assert.match(file.text, /Saltmarsh,12500,1250,10,/);
  assert.match(words(await visitor.get('/money/need')), /Neither makes the other/);
});

const claim: Record<string, string> = {
  title: 'Fewer second plans',
  whatChanged: 'second plans',
  changeSource: 'our record',
  'change-low': '-2',
  'change-middle': '10',
  'change-high': '22',
  whom: 'Children with a plan',
  areaCode: 'X10000001',
  year: '2024-25',
  unitWhat: 'a plan',
  'unitCost-low': '1,000',
  'unitCost-middle': '2,000',
  'unitCost-high': '3,000',
  unitSource: 'finance',
  unitYear: '2024-25',
  anyway: 'They were falling',
  'anywayShare-low': '10',
  'anywayShare-middle': '20',
  'anywayShare-high': '50',
  'ours-low': '20',
  'ours-middle': '50',
  'ours-high': '80',
  oursSource: 'the group',
  costToDo: '5000',
  costSource: 'budget',
  audience: 'public',
};

test('B15 a claim is a range with all that it rests on; others may doubt it without saving; two warn of counting twice', async () => {
  const bare = await analyst.post('/money/avoided/new', { ...claim, anyway: '' });
  assert.equal(bare.status, 422);
  assert.match(words(bare, '.govuk-error-summary'), /Enter what would have happened anyway/);
  const order = await analyst.post('/money/avoided/new', { ...claim, 'ours-high': '10' });
  assert.match(words(order), /Enter the three in order/);
  const kept = await analyst.post('/money/avoided/new', claim);
  assert.equal(kept.status, 303);
  const path = String(kept.headers['location']);
  const shown = await visitor.get(path);
  assert.match(words(shown, '.lead'), /from nothing at all to £48,000, in the prices of 2024-25/);
  assert.match(words(shown), /They were falling/);
  const asked = await visitor.get(`${path}?ours-low=0&ours-middle=0&ours-high=0`);
  assert.match(words(asked), /With your assumptions: The cost avoided is between £0 and £0/);
  assert.match(words(await visitor.get(path), '.lead'), /£48,000/);
  assert.match(words(await visitor.get(`${path}/sheet`), 'body'), /How it is worked out/);
  await analyst.post('/money/avoided/new', { ...claim, title: 'The same again' });
  assert.match(words(await visitor.get(path)), /These may be the same children.*The same again/);
});

test('B21 standards stand beside the cost of one outcome with its range', async () => {
  const both = {
    service: 'Stay and play',
    partner: 'Lantern Families',
    source: 'record',
    audience: 'public',
  };
  const outcome = { ...both, counts: 'families who came back', count: '100', year: '2024-25' };
  assert.equal((await analyst.post('/money/value/outcomes/new', { ...outcome, count: 'some' })).status, 422);
  assert.equal((await analyst.post('/money/value/outcomes/new', outcome)).status, 303);
  const day = { 'checkedOn-day': '1', 'checkedOn-month': '9', 'checkedOn-year': '2025' };
  const standard = { ...both, name: 'Open every day', standing: 'partly', evidence: 'We went', ...day };
  assert.equal((await analyst.post('/money/value/standards/new', standard)).status, 303);
  const shown = words(await visitor.get('/money/value'));
  assert.match(shown, /£125 \(£103 to £154\) for each of 100: families who came back/);
  assert.match(shown, /Partly met: Open every day/);
});

const finding: Record<string, string> = {
  title: 'Plans name who does what',
  lookedAt: 'plans',
  howMany: '40',
  byWhom: 'six of us',
  method: 'Two read each.',
  strong: 'Every action has a name.',
  mustGetBetter: '',
  'day-day': '1',
  'day-month': '9',
  'day-year': '2025',
  link: '',
  audience: 'public',
};

test('B17 B18 a finding and a voice stand beside a measure; words that could tell who a child is are refused and kept', async () => {
  const at = '/evidence/findings/new?about=measure%3Alait%3ACIN';
  assert.match(words(await analyst.get(at)), /Nobody must be recognised here/);
  const told = await analyst.post(at, { ...finding, strong: 'Ring her on 07700 900123' });
  assert.equal(told.status, 422);
  assert.match(words(told, '.govuk-error-summary'), /“07700 900123” looks like a telephone number/);
  assert.match(told.document.querySelector('#strong')?.textContent ?? '', /Ring her/);
  assert.equal((await analyst.post(at, finding)).status, 303);
  const voice = {
    ...finding,
    whoWasAsked: 'young people',
    asked: '20',
    answered: '12',
    way: 'on paper',
    said: 'The bus goes too early',
    quote: 'So does the bus.',
  };
  const spoken = '/evidence/voices/new?about=measure%3Alait%3ACIN';
  assert.match(words(await analyst.post(spoken, voice)), /only if whoever said it agreed/);
  assert.equal((await analyst.post(spoken, { ...voice, quoteAgreed: 'yes' })).status, 303);
  const shown = words(await visitor.get('/evidence/about?about=measure%3Alait%3ACIN'));
  assert.match(shown, /40 plans, looked at by six of us/);
  assert.match(shown, /12 of 20 who were asked answered/);
  assert.equal((await visitor.get('/evidence/about?about=measure%3Alait%3ANothing')).status, 404);
});

test('B19 both judgements stand side by side at the same level, and the earlier one stays to be read', async () => {
  const at = '/evidence/judge?about=measure%3Alait%3ACIN';
  const judged = {
    who: 'adults',
    group: 'The board',
    verdict: 'met',
    reasons: 'It is there.',
    evidence: '',
    'day-day': '1',
    'day-month': '9',
    'day-year': '2025',
    audience: 'public',
  };
  const bare = await analyst.post(at, judged);
  assert.equal(bare.status, 422);
  assert.match(words(bare, '.govuk-error-summary'), /“We cannot tell” is the honest answer/);
  assert.equal((await analyst.post(at, { ...judged, evidence: 'We went' })).status, 303);
  const young = {
    ...judged,
    who: 'young-people',
    group: 'Young Partnership',
    verdict: 'not-yet',
    evidence: 'So did we',
  };
  assert.equal((await analyst.post(at, young)).status, 303);
  assert.equal(
    (await analyst.post(at, { ...judged, verdict: 'on-the-way', evidence: 'We went again' })).status,
    303,
  );
  const shown = await visitor.get('/evidence/about?about=measure%3Alait%3ACIN');
  const sides = [...shown.document.querySelectorAll('.judgement')];
  assert.deepEqual(
    sides.map((side) => side.querySelector('h3')?.textContent),
    ['What adults judged', 'What young people judged'],
  );
  assert.match(sides[0]?.textContent ?? '', /On the way.*What was judged before.*Met/s);
  assert.match(sides[1]?.textContent ?? '', /Not yet/);
  assert.match(words(await visitor.get('/evidence')), /Adults: on the way. Young people: not yet./);
});

test('H15 B19 whoever may not write finds no page to write on', async () => {
  const partner = await service.signedIn('partner-lead');
  for (const path of [
    '/money/lines/new',
    '/money/bring-in',
    '/money/children',
    '/money/avoided/new',
    '/evidence/judge?about=measure%3Alait%3ACIN',
  ])
    assert.equal((await partner.get(path)).status, 404, path);
});
