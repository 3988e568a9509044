import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import { confidences, entryGroups, entryKinds, groupOfKind } from './entry.ts';
import { checkEntry, type EntryWords } from './new-entry.ts';

const today = dayOf(2026, 11, 23);
const whole: EntryWords = {
  kind: 'worry',
  body: ' The bus pass ran out. ',
  whoseWords: 'Kofi’s mum',
  source: 'A visit at home',
  saidOn: dayOf(2026, 11, 20),
  confidence: 'known',
  wouldHelp: '',
  reviewOn: undefined,
  aboutPersonId: undefined,
  seenBy: 'around',
};

test('R45: nothing is taken in without its words, whose they are, where they come from and a day that has been', () => {
  const without: readonly [Partial<EntryWords>, string][] = [
    [{ body: '  ' }, 'body-missing'],
    [{ whoseWords: '' }, 'whose-words-missing'],
    [{ source: '\n' }, 'source-missing'],
    [{ saidOn: dayOf(2026, 11, 24) }, 'said-later'],
    [{ reviewOn: today }, 'review-wrong'],
    [{ reviewOn: dayOf(2029, 1, 1) }, 'review-wrong'],
  ];
  for (const [missing, reason] of without) {
    const checked = checkEntry({ ...whole, ...missing }, today);
    assert.ok(!checked.done, reason);
    assert.equal(checked.refusal.reason, reason);
  }
});

test('R45: what is taken in comes up for review in six months where nobody says another day; not known is an answer and no is another', () => {
  const checked = checkEntry(whole, today);
  assert.ok(checked.done);
  assert.equal(checked.value.reviewOn, dayOf(2027, 5, 23));
  assert.equal(checked.value.body, 'The bus pass ran out.');
  assert.deepEqual(confidences, ['known', 'worried', 'not-known', 'not-so']);
});

test('R46: what is good stands before what worries, in the parts of a record and in the kinds of entry', () => {
  assert.equal(entryGroups[0], 'strengths');
  const groups = entryKinds.map((kind) => groupOfKind[kind]);
  assert.ok(groups.lastIndexOf('strengths') < groups.indexOf('worries'));
  assert.ok(groups.filter((group) => group === 'strengths').length > 3);
});
