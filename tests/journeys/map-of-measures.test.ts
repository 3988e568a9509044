// From a map of outcomes to published measures to the page of an element that shows them: an analyst hands the map in,
// a manager sees what it would tie and says yes, and everybody sees it once the strategy is published.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { analyst, manager } from '../browser/sign-in.ts';
import { serviceForThisFile } from '../browser/started-service.ts';
import { fileFrom, Visitor, wordsOn } from '../browser/visitor.ts';

const service = await serviceForThisFile();
const file = fileFrom('files', fileURLToPath(new URL('files/measure_map.csv', import.meta.url)));
const element = '/frameworks/brackenshire/elements/safe-and-loved';
const missing = /Children missing|missing/i;

test('B05 A10: a map becomes ties that the page of an element shows', async () => {
  const [owen, priya, visitor] = [analyst, manager, undefined].map(() => new Visitor(service.address));
  assert.ok(owen && priya && visitor);
  await owen.signIn(analyst);
  await priya.signIn(manager);
  const measures = (page: { document: Document }) =>
    [...page.document.querySelectorAll('main .subjects a')].map(({ textContent }) => textContent ?? '');
  const before = measures(await priya.open(element));
  assert.ok(!before.some((title) => missing.test(title)));

  const handed = await owen.sendFiles(await owen.ask('/imports/new'), [file]);
  assert.ok(handed.to);
  const forOwen = await owen.open(handed.to);
  assert.match(wordsOn(forOwen), /You may not edit strategies/);

  const link = [...(await priya.open('/work')).document.querySelectorAll('main a')].find(({ textContent }) =>
    /map of measures waits for your yes/i.test(textContent ?? ''),
  );
  const preview = await priya.open(link?.getAttribute('href') ?? '');
  assert.match(wordsOn(preview), /would be tied ?2/);
  assert.match(wordsOn(preview), /Stands already/);
  assert.match(wordsOn(preview), /No such outcome here/);
  assert.match(wordsOn(preview), /Measure not known in the catalogue/);
  assert.match(wordsOn(preview), /None of our strategies bears the name “Saltmoor”/);
  assert.match(wordsOn(preview), /Nothing published answers these.*Fun, friends and adventure/);

  const said = await priya.send(preview, {}, /^Tie \d+ measures?$/);
  assert.match(wordsOn(await priya.open(said.to ?? '')), /Its ties are made/);
  const after = measures(await priya.open(element));
  assert.equal(after.length, before.length + 1);
  assert.ok(after.some((title) => missing.test(title)));

  assert.equal(measures(await visitor.open(element)).length, before.length, 'nobody else sees it yet');
  await priya.send(await priya.ask('/frameworks/brackenshire/publish'), { as: 'it-stands' });
  assert.ok(measures(await visitor.open(element)).some((title) => missing.test(title)));

  const again = await owen.sendFiles(await owen.ask('/imports/new'), [{ ...file, name: 'again.csv' }]);
  assert.match(wordsOn(await owen.open(again.to ?? '')), /nothing to tie/);
});
