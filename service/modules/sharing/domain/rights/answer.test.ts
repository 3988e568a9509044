import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import { givenOf, takenOut, undecided, type GatheredFact } from './answer.ts';
import { answerParts, answerRecord, type AnswerFrame } from './answer-document.ts';
import { answerPage } from './answer-page.ts';
import { onePackage } from './one-package.ts';

const frame: AnswerFrame = {
  partnership: 'Invented',
  reference: 'RR-TESTED',
  aboutName: 'Ash Merrow',
  receivedOn: dayOf(2026, 9, 1),
  answeredOn: dayOf(2026, 9, 20),
  support: '',
  letter: '',
  next: ['Complain'],
  mark: '',
};

const fact: GatheredFact = {
  id: '1',
  room: 'families',
  class: 'families.entry',
  factId: '1',
  title: 'A visit',
  words: 'Jayden Merrow was there, and the plan was made.',
  whose: 'Rosie, lead worker',
  source: 'at home',
  on: dayOf(2026, 5, 2),
  fieldGroup: 'Visits',
  keptBack: undefined,
  spans: [
    {
      id: 's',
      field: 'words',
      from: 0,
      to: 13,
      who: 'the brother of SECRET STREET',
      kind: 'child',
      foundBy: 'room',
      decision: 'remove',
      reason: 'another-child',
      byName: 'Iolo',
    },
  ],
};

test('R22: what nobody decided is taken out of a preview too, and keeps an answer from being signed', () => {
  const open: GatheredFact = {
    ...fact,
    spans: [
      {
        id: 's',
        field: 'words',
        from: 0,
        to: 13,
        who: 'x',
        kind: 'child',
        foundBy: 'name',
        decision: 'proposed',
      },
    ],
  };
  assert.equal(undecided([open]), 1);
  assert.ok(!JSON.stringify(givenOf([open])).includes('Jayden'));
});

test('R22: neither the words taken out, nor whom they were about, stands in the page or the record', () => {
  const given = givenOf([fact]);
  const page = answerPage(frame, answerParts(frame, given));
  const record = answerRecord(frame, given);
  for (const text of [page, record]) {
    assert.ok(text.includes(takenOut));
    assert.ok(!text.includes('Jayden') && !text.includes('SECRET STREET'));
    assert.ok(text.includes('the plan was made'));
  }
});

test('R23: the story goes from the first day to the last, and offers somebody to read it with', () => {
  const later = { ...fact, id: '2', factId: '2', on: dayOf(2027, 1, 5), title: 'Later', spans: [] };
  const parts = answerParts(frame, givenOf([later, fact]));
  const heads = parts.flatMap((part) => (part.kind === 'heading' ? [part.text] : []));
  assert.ok(heads.indexOf('2026') < heads.indexOf('2027'));
  assert.ok(heads.includes('You do not have to read this alone'));
});

test('R21: a fact that is kept back is named by its reason alone', () => {
  const given = givenOf([{ ...fact, keptBack: 'serious-harm' }]);
  assert.deepEqual(given.facts, []);
  assert.ok(!JSON.stringify(given).includes('plan was made'));
  assert.deepEqual(given.keptBack, ['serious-harm']);
});

test('the package is a ZIP that names its files and holds their bytes as they are', () => {
  const packed = Buffer.from(onePackage([{ name: 'a.txt', bytes: Buffer.from('warm words') }]));
  assert.equal(packed.readUInt32LE(0), 0x04034b50);
  assert.ok(packed.includes('warm words') && packed.includes('a.txt'));
  const end = packed.length - 22;
  assert.equal(packed.readUInt32LE(end), 0x06054b50);
  const directory = packed.readUInt32LE(end + 16);
  assert.equal(packed.readUInt32LE(directory), 0x02014b50);
  assert.equal(packed.readUInt32LE(directory + 42), 0);
  assert.throws(() => inflateSync(packed), 'stored, not squeezed');
});
