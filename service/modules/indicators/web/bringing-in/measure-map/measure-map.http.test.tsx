import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { loadFrameworks, readFramework } from '#modules/strategy/index.ts';
import { idFrom, storedId } from '#platform/kernel/id.ts';
import {
  ownPartnership,
  testService,
  type TestBrowser,
  type TestPage,
  type TestService,
} from '#platform/http/testing.ts';
import { loadCatalogue } from '../../../index.ts';
import { batchById, changeBatch } from '../../../store/batches.ts';
import { importRoutes } from '../import-routes.ts';
import { importsThatWait } from '../waiting.ts';

const strategy = `format: goldenthread-framework/1
slug: growing
name: Growing up
partnership: Larkmere Children's Partnership
status: adopted
period: {}
tiers: [{ key: outcome, name: Outcome, plural: Outcomes, role: outcome }]
elements:
  - { key: ready, tier: outcome, label: Ready for school }
  - { key: heard, tier: outcome, label: Heard }
`;

const header = 'plan,outcome_no,outcome,role,lait_short_desc,fingertips_id,Norfolk';
const map = (plan: string, more = ''): string =>
  `${[
    header,
    `${plan},1,READY for school,headline,FSP_NEW_GOODDEV,,68.6`,
    `${plan},1,,supporting,NOBODY_KNOWS,,1`,
    `${plan},7,Afloat,headline,PrevRegCPR,,31.2`,
    `${plan},2,Heard,none published,,,`,
    `${plan},x,Lost,headline,PrevRegCPR,,`,
  ].join('\n')}\n${more}`;

let service: TestService;
let analyst: TestBrowser;
let manager: TestBrowser;
const ends: (() => unknown)[] = [];

before(async () => {
  service = await testService({ after: (end: () => unknown) => void ends.push(end) }, importRoutes);
  await service.transactions.inLibrary(loadCatalogue);
  const read = readFramework(Buffer.from(strategy));
  assert.ok(read.done);
  await service.asService((ctx) => loadFrameworks(ctx, { frameworks: [read.value], crosswalks: [] }));
  analyst = await service.signedIn('analyst');
  manager = await service.signedIn('manager');
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

async function page(by: TestBrowser, path: string): Promise<TestPage> {
  const found = await by.get(path);
  assert.equal(found.status, 200, path);
  assert.equal(found.document.querySelectorAll('h1').length, 1);
  return found;
}

async function handIn(name: string, text: string): Promise<string> {
  const { document } = await page(analyst, '/imports/new');
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

function buttons({ document }: TestPage): string[] {
  return [...document.querySelectorAll('main button')].map(({ textContent }) => textContent?.trim() ?? '');
}

/** Each measure of the map as its page shows it: how it stands, and its name. */
function lines({ document }: TestPage): string[] {
  return [...document.querySelectorAll('.map-lines > li')].map((line) =>
    [...line.children]
      .slice(0, 2)
      .map(({ textContent }) => textContent?.trim())
      .join(': '),
  );
}

test('B05 the preview lists each proposed tie with its element, its state, its reason and its line', async () => {
  const at = await handIn('measure_map.csv', map('growing UP'));
  const preview = await page(analyst, at);
  assert.match(lines(preview)[0] ?? '', /^Would be tied: /);
  assert.equal(lines(preview)[1], 'Measure not known in the catalogue: NOBODY_KNOWS');
  assert.match(lines(preview)[2] ?? '', /^No such outcome here: /);
  assert.equal(lines(preview).length, 3);
  assert.match(main(preview), /nothing is tied yet/);
  assert.match(main(preview), /Found by its name: Growing up/);
  assert.match(main(preview), /By its words: Ready for school/);
  assert.match(main(preview), /Says most about it\. Line\s2\./);
  assert.match(
    main(preview),
    /No element bears these words\. Write in the map what the element is called\. Line 4\./,
  );
  assert.match(main(preview), /Nothing published answers these.*Heard \(line 5\)/);
  assert.match(main(preview), /The row does not say which outcome of which plan it is about/);
  assert.doesNotMatch(main(preview), /68\.6/);

  assert.deepEqual(buttons(preview), ['Put it away'], 'an analyst may not tie');
  const refused = await analyst.post(`${at}/bring-in`);
  assert.equal(refused.status, 422);
  assert.match(main(refused), /You may not edit strategies, so somebody who may has to say yes/);

  const forManager = await page(manager, at);
  assert.deepEqual(buttons(forManager), ['Tie 1 measure', 'Put it away']);
  assert.equal(forManager.document.querySelector('main a[href="/imports"]'), null);
  assert.equal((await manager.post(`${at}/bring-in`)).status, 303);
  const brought = await page(manager, at);
  assert.match(main(brought), /Its ties are made in the working copy of the strategy/);
  assert.match(lines(brought)[0] ?? '', /^Tied: /);
  assert.ok(brought.document.querySelector('a[href="/frameworks/growing/elements/ready"]'));

  const again = await page(manager, await handIn('again.csv', map('growing UP')));
  assert.match(lines(again)[0] ?? '', /^Stands already: /);
  assert.match(main(again), /As things stand there is nothing to tie/);
  assert.deepEqual(buttons(again), ['Put it away']);
});

test('B05 where no strategy bears the plan’s name, whoever may edit one chooses it, and sees what follows', async () => {
  const at = await handIn('elsewhere.csv', map('Elsewhere'));
  assert.match(main(await page(analyst, at)), /Whoever may edit a strategy can choose one/);
  const preview = await page(manager, at);
  assert.match(main(preview), /None of our strategies bears the name “Elsewhere”\. 3 measures are left out/);
  const label = [...preview.document.querySelectorAll('label')].find(({ textContent }) =>
    textContent?.includes('Which strategy is “Elsewhere”?'),
  );
  assert.ok(
    label && preview.document.getElementById(label.getAttribute('for') ?? ''),
    'the choice has its label',
  );
  const chosen = await manager.post(`${at}/strategy`, { plan: 'Elsewhere', strategy: 'growing' });
  assert.equal(chosen.status, 303);
  assert.match(main(await page(manager, at)), /Chosen by hand: Growing up/);
  const wrong = await manager.post(`${at}/strategy`, { plan: 'Elsewhere', strategy: 'nowhere' });
  assert.equal(wrong.status, 422);
  assert.match(main(wrong), /That strategy is not here any more/);
  assert.equal((await analyst.post(`${at}/strategy`, { plan: 'Elsewhere', strategy: '' })).status, 404);
  assert.equal((await manager.post(`${at}/decline`)).headers.location, '/work');
});

test('B05 a map waits among the work of whoever may edit strategies, and not among an analyst’s', async () => {
  const at = await handIn('waits.csv', map('Growing up', '\n'));
  const waits = async (role: 'analyst' | 'manager') => {
    const actor = {
      kind: 'person' as const,
      personId: storedId<'person'>('00000000-0000-7000-8000-0000000000d1'),
      name: role,
      roles: [role],
    };
    return service.transactions.inTransaction(
      { actor, partnershipId: ownPartnership },
      'read',
      importsThatWait,
    );
  };
  assert.ok((await waits('manager')).some(({ link }) => link === at));
  assert.deepEqual(await waits('analyst'), []);
  assert.match(main(await page(analyst, '/imports')), /waits\.csv/);
  assert.doesNotMatch(main(await page(analyst, '/imports')), /Bring in all/);
});

test('the page of a file at work is looked at again by a script, with what is said aloud, and by a link', async () => {
  const finished = await page(manager, await handIn('finished.csv', map('Growing up', '\n\n')));
  assert.equal(finished.document.querySelector('script'), null, 'no script where nothing goes on');
  assert.equal(finished.document.querySelector('[data-look-again]')?.getAttribute('data-look-again'), 'no');

  const at = await handIn('at-work.csv', map('Growing up', '\n\n\n'));
  await service.asService(async (ctx) => {
    const id = idFrom<'import'>(at.split('/').at(-1) ?? '');
    const batch = id && (await batchById(ctx, id));
    assert.ok(batch);
    await changeBatch(ctx, batch.key, { state: 'reading', rowsRead: 5 });
  });
  for (const path of [at, '/imports']) {
    const working = await page(analyst, path);
    const part = working.document.querySelector('[data-look-again]');
    assert.equal(part?.getAttribute('data-look-again'), 'yes', path);
    assert.match(working.document.querySelector('script')?.getAttribute('src') ?? '', /look-again\.js$/);
    const status = working.document.querySelector('main [role=status][data-says]');
    assert.equal(part?.contains(status), false, 'what is said aloud stays while the rest is shown anew');
    assert.match(status?.getAttribute('data-says') ?? '', /at-work\.csv: Being read/);
    const links = [...(part?.querySelectorAll('a') ?? [])].map(({ textContent }) => textContent);
    assert.ok(
      links.some((text) => text.startsWith('See how far')),
      'with scripts off a link does the same',
    );
    assert.equal(working.document.querySelector('meta[http-equiv=refresh i]'), null);
  }
});
