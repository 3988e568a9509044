import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pressKey, readReceipt, receiptDigests, receiptOf, type Press } from './receipt.ts';
import { receiptWords } from '../../domain/danger/receipt-words.ts';

const press: Press = {
  partnershipId: 'p',
  showing: 'a showing that nobody can guess',
  told: {
    way: 'child',
    happened: 'Something',
    about: '',
    danger: 'no',
    sender: '',
    setting: '',
    reach: '',
    reachIsSafe: 'not-said',
  },
};

test('a receipt is drawn from 256 words, each short, lower case and different', () => {
  assert.equal(new Set(receiptWords).size, 256);
  for (const word of receiptWords) assert.match(word, /^[a-z]{3,9}$/);
});

test('R64: the same press has the same receipt; another showing or another word has another', () => {
  assert.equal(receiptOf(press), receiptOf({ ...press }));
  assert.equal(pressKey(press), pressKey({ ...press }));
  const others = [
    { ...press, showing: 'another showing' },
    { ...press, partnershipId: 'q' },
    { ...press, told: { ...press.told, happened: 'Something.' } },
    { ...press, told: { ...press.told, danger: 'yes' as const } },
  ];
  for (const other of others) {
    assert.notEqual(receiptOf(other), receiptOf(press));
    assert.notEqual(pressKey(other), pressKey(press));
  }
});

test('a receipt is read however it was written down, and what is none is not looked for', () => {
  const receipt = receiptOf(press);
  assert.equal(readReceipt(receipt), receipt);
  assert.equal(readReceipt(`  ${receipt.toUpperCase().replaceAll(' ', ' - ')}.\n`), receipt);
  for (const wrong of [
    '',
    'apple',
    `${receipt} apple`,
    receipt.replace(/^\w+/, 'xylem'),
    'a'.repeat(1_000_000),
  ])
    assert.equal(readReceipt(wrong), undefined);
});

test('what is kept of a receipt holds none of its words, and two partnerships keep it differently', () => {
  const receipt = receiptOf(press);
  const kept = receiptDigests('p', receipt);
  for (const word of receipt.split(' ')) assert.ok(!JSON.stringify(kept).includes(` ${word}`));
  assert.notDeepEqual(kept, receiptDigests('q', receipt));
});
