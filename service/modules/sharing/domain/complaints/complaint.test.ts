import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dayOf } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import { complaintAfter, complaintClock, seemsAbout, type Complaint } from './complaint.ts';

const receivedOn = dayOf(2026, 6, 19);
const complaint: Complaint = {
  id: storedId('x'),
  reference: 'CO-TESTED',
  came: 'young-form',
  receivedOn,
  name: '',
  email: '',
  otherWay: '',
  safeToWrite: 'not-said',
  madeBy: undefined,
  words: 'Nobody asked me.',
  wish: '',
  about: [],
  acknowledged: undefined,
  progress: '',
  answer: undefined,
  version: 1,
};
const at = (days: number) => ({ today: addDays(receivedOn, days), byName: 'Ash' });

test('R24: whoever complains hears within 30 days; the thirtieth is in time, the next is late', () => {
  assert.equal(complaintClock(complaint, at(30).today).state, 'to-acknowledge');
  assert.equal(complaintClock(complaint, at(31).today).state, 'acknowledged-late-still');
  const heard = complaintAfter(complaint, { step: 'acknowledge', how: 'by telephone' }, at(30));
  assert.ok(heard.done);
  const answered = complaintAfter(
    heard.value,
    { step: 'answer', outcome: 'upheld', words: 'You are right.' },
    at(40),
  );
  assert.ok(answered.done);
  assert.deepEqual(complaintClock(answered.value, at(90).today), {
    state: 'answered',
    acknowledgedInTime: true,
  });
});

test('R24: nothing is answered before they know that it came, and nothing twice', () => {
  const early = complaintAfter(complaint, { step: 'answer', outcome: 'upheld', words: 'Yes.' }, at(1));
  assert.equal(early.done ? '' : early.refusal.reason, 'not-acknowledged');
  const heard = complaintAfter(complaint, { step: 'acknowledge', how: 'x' }, at(1));
  assert.ok(heard.done);
  const again = complaintAfter(heard.value, { step: 'acknowledge', how: 'x' }, at(2));
  assert.equal(again.done ? '' : again.refusal.reason, 'acknowledged-already');
});

test('R24: whoever is named in the words, in full or by a part of the name, is taken to be meant', () => {
  const people = [
    { id: 'a', name: 'Iolo Penhale' },
    { id: 'b', name: 'Priya Ramanathan' },
  ];
  assert.deepEqual(seemsAbout('mr PENHALE’s answer was rude', people), ['a']);
  assert.deepEqual(seemsAbout('Priya, and Iolo too', people), ['a', 'b']);
  assert.deepEqual(seemsAbout('somebody in the office', people), []);
});
