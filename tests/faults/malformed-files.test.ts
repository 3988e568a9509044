// Files as they come out of real offices: refused with the place and the way to mend it, and nothing half kept.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import { analyst, manager } from '../browser/sign-in.ts';
import { serviceForThisFile } from '../browser/started-service.ts';
import { fileFrom, Visitor, wordsOn, type FormFile, type Reply } from '../browser/visitor.ts';
import { malformedFigures, malformedStrategies } from './malformed-files.ts';
import { tally } from './tally.ts';

const service = await serviceForThisFile();
const priya = new Visitor(service.address);
await priya.signIn(manager);
const owen = new Visitor(service.address);
await owen.signIn(analyst);
const plan = new URL('../journeys/files/oxbow-plan.yaml', import.meta.url);

for (const { name, fileName, bytes, says } of malformedStrategies) {
  test(`${name} is no strategy: the page says where and what to do, and nothing is kept`, async () => {
    const before = wordsOn(await priya.open('/frameworks'));
    const began = performance.now();
    const reply = await bringIn({ field: 'file', name: fileName, bytes });
    const took = performance.now() - began;
    assert.equal(reply.status, 422, `${reply.status} ${reply.to ?? ''}`);
    assert.match(wordsOn(reply), says);
    assert.match(wordsOn(reply), /Nothing was kept/);
    assert.ok(took < 5_000, `the answer took ${Math.round(took)} ms`);
    assert.equal(wordsOn(await priya.open('/frameworks')), before);
  });
}

test('a byte order mark and old line ends are no faults: the strategy is read', async () => {
  const text = readFileSync(plan, 'utf8');
  for (const bytes of [Buffer.from(`\uFEFF${text}`), Buffer.from(text.replaceAll('\n', '\r\n'))]) {
    const reply = await bringIn({ field: 'file', name: 'plan.yaml', bytes });
    assert.equal(reply.status, 303, wordsOn(reply).slice(0, 400));
    assert.match(wordsOn(await priya.open(reply.to ?? '')), /Vision \(1\), Outcomes \(2\)/);
  }
});

test('no file at all is asked for in words', async () => {
  const reply = await priya.send(await priya.ask('/frameworks/bring-in'));
  assert.equal(reply.status, 422);
  assert.match(wordsOn(reply), /Choose a file/);
});

for (const { name, fileName, bytes, says } of malformedFigures) {
  test(`${name} holds no figures: the page says why and what to do, and no figure changes`, async () => {
    const before = (await owen.ask('/scorecards/X10000001.csv')).body;
    const page = await handIn({ field: 'files', name: fileName, bytes });
    assert.ok(page.status < 500, `${page.status}`);
    assert.match(wordsOn(page), says);
    assert.doesNotMatch(wordsOn(page), /Bring it in/);
    assert.equal((await owen.ask('/scorecards/X10000001.csv')).body, before);
  });
}

test('a ragged row and one that is cut short are refused one by one, and the rest can be brought in', async () => {
  const text = [
    'Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region',
    'FSP_NEW_GOODDEV,,2026,Brackenshire,72.4,101,Saltmoor and The Vale',
    'FSP_NEW_GOODDEV,,2026,Ashmarch,70.1,104,Northern Wolds,one,too many',
    'FSP_NEW_GOODDEV,,2026,Corv',
  ].join('\n');
  const page = await handIn({ field: 'files', name: 'ragged.csv', bytes: Buffer.from(text) });
  assert.match(wordsOn(page), /3 rows: 2 of them refused/);
  assert.match(wordsOn(page), /Bring it in/);
});

test('the same file handed in twice changes nothing the second time, and says so', async () => {
  const file = fileFrom('files', new URL('../journeys/files/bds_long_2026.csv', import.meta.url).pathname);
  const first = await handIn(file);
  await owen.send(first, {}, 'Bring it in');
  await settled(first.address);
  const again = await handIn({ ...file, name: 'the-same-again.csv' });
  assert.match(wordsOn(again), /same|already|nothing/i);
  assert.doesNotMatch(wordsOn(again), /figures would be new/);
});

const saltmoor = [
  'Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region',
  'FSP_NEW_GOODDEV,,2027,Brackenshire,71.5,101,Saltmoor and The Vale',
  'FSP_NEW_GOODDEV,,2027,Ynys Môn,70.1,660,Wales',
  '',
].join('\n');

/** The same letters in the encodings that spreadsheets write; an older reader of bytes would mistake each. */
const encodings: readonly (readonly [name: string, bytes: Uint8Array, note: RegExp | undefined])[] = [
  ['a byte order mark', Buffer.from(`\uFEFF${saltmoor}`), undefined],
  ['letters in UTF-16', Buffer.from(`\uFEFF${saltmoor}`, 'utf16le'), /UTF-16/],
  ['letters in Windows-1252', Buffer.from(saltmoor, 'latin1'), /Windows-1252/],
];

for (const [name, bytes, note] of encodings) {
  test(`bad input: figures with ${name} are the same figures, and names keep their letters`, async () => {
    const page = await handIn({
      field: 'files',
      name: `${name.toLowerCase().replaceAll(' ', '-')}.csv`,
      bytes,
    });
    assert.match(wordsOn(page), /2 rows: 1 of them refused/);
    assert.match(wordsOn(page), /Ynys Môn/);
    assert.doesNotMatch(page.document.querySelector('main')?.textContent ?? '', /\uFFFD|MÃ´n|\uFEFF/);
    if (note) assert.match(wordsOn(page), note);
    assert.match(wordsOn(page), /Bring it in/);
    await owen.send(page, {}, 'Do not bring it in');
  });
}

test('bad input: a file that was cut in the middle of its download is told by the line where it ends', async () => {
  const whole = `${saltmoor}${'FSP_NEW_GOODDEV,,2026,Brackenshire,71.5,101,"Saltmoor, and The Vale"\n'.repeat(3)}`;
  const cut = whole.slice(0, whole.lastIndexOf('Vale"'));
  const page = await handIn({ field: 'files', name: 'cut.csv', bytes: Buffer.from(cut) });
  assert.match(wordsOn(page), /Line 6: .*quot/i);
  assert.doesNotMatch(wordsOn(page), /Bring it in/);
});

async function bringIn(file: FormFile): Promise<Reply> {
  tally.tried(1);
  return priya.sendFiles(await priya.ask('/frameworks/bring-in'), [file]);
}

/** The page of a file that was handed in, once it has been read as far as it can be; or the form again. */
async function handIn(file: FormFile): Promise<Reply> {
  tally.tried(1);
  const reply = await owen.sendFiles(await owen.ask('/imports/new'), [file]);
  return reply.to === undefined ? reply : settled(reply.to);
}

async function settled(address: string): Promise<Reply> {
  for (let tries = 0; tries < 100; tries += 1) {
    const page = await owen.open(address);
    if (!/is being (read|brought in)|on the way in/i.test(wordsOn(page))) return page;
    await sleep(200);
  }
  assert.fail(`${address} did not come to its end`);
}
