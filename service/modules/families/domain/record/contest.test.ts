import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relationships } from '#platform/access/record-policy.ts';
import { compareDays, dayOf } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import { englishBankHolidays } from '#reference/bank-holidays.ts';
import { isLate, mayAnswer, waitsFor, workingDaysToAnswer, type Contest } from './contest.ts';
import { workingDaysAfter } from './working-days.ts';

const isHoliday = (day: string) => englishBankHolidays().days.has(day);
const due = (year: number, month: number, day: number) =>
  workingDaysAfter(dayOf(year, month, day), workingDaysToAnswer, isHoliday);

test('R51: an answer is due in twenty days of work in England: weekends and bank holidays are none', () => {
  assert.equal(due(2026, 11, 23), '2026-12-21');
  // Christmas Day is a Friday, and Boxing Day is kept on the Monday
  assert.equal(due(2026, 12, 1), '2026-12-31');
  // said on a Saturday the first day is the Monday
  assert.equal(due(2026, 11, 21), '2026-12-18');
  // Good Friday and Easter Monday
  assert.equal(due(2027, 3, 15), '2027-04-14');
});

const said = (comesAs: string): Contest => ({
  id: storedId('01900000-0000-7000-8000-000000000001'),
  entryId: storedId('01900000-0000-7000-8000-000000000002'),
  personId: storedId('01900000-0000-7000-8000-000000000003'),
  personName: 'Ash',
  comesAs,
  account: 'It was not like that.',
  saidAt: new Date('2026-11-23T10:00:00Z'),
  answerDueOn: dayOf(2026, 12, 21),
  answer: undefined,
});

const answered = (contest: Contest): Contest => ({
  ...contest,
  answer: {
    id: storedId('01900000-0000-7000-8000-000000000004'),
    finding: 'both-stand',
    words: 'Both stand.',
    byName: 'Fern',
    at: new Date('2026-12-01T10:00:00Z'),
  },
});

test('R51: an answer is late from the day after the one on which it was due, and never once it is there', () => {
  const contest = said('parent');
  assert.equal(isLate(contest, dayOf(2026, 12, 21)), false);
  assert.equal(isLate(contest, dayOf(2026, 12, 22)), true);
  assert.equal(isLate(answered(contest), dayOf(2027, 12, 22)), false);
});

/** Who answers and who is asked to, written apart from the code. */
const table: Readonly<Record<(typeof relationships)[number], { may: boolean; asked: boolean }>> = {
  'lead-worker': { may: true, asked: true },
  'team-around': { may: true, asked: false },
  'setting-lead': { may: true, asked: false },
  supervisor: { may: false, asked: false },
  named: { may: false, asked: false },
  glass: { may: false, asked: false },
  'subject-access': { may: false, asked: false },
  'the-child': { may: false, asked: false },
  parent: { may: false, asked: false },
};

test('R51: somebody who helps answers, never whoever said it; the lead worker and whoever wrote it are asked to', () => {
  const today = dayOf(2026, 12, 1);
  const contest = said('parent');
  for (const relationship of relationships) {
    const { may, asked } = table[relationship];
    const other = { relationship, personId: 'another' };
    const own = { relationship, personId: contest.personId };
    assert.equal(mayAnswer(contest, other), may, relationship);
    assert.equal(mayAnswer(contest, own), false, `${relationship} of their own`);
    const waits = (isAuthor: boolean, one = contest) =>
      waitsFor(one, { ...other, isAuthor, today }) === 'to-answer';
    assert.equal(waits(false), asked, relationship);
    assert.equal(waits(true), may, `${relationship} who wrote it`);
    assert.equal(waits(false, said('lead-worker')), may, `${relationship} where the lead worker said it`);
    assert.equal(waits(true, answered(contest)), false, `${relationship}, answered`);
    assert.equal(waitsFor(contest, { ...own, isAuthor: true, today }), undefined);
  }
});

test('R51: a supervisor hears of it once it is late, and only then', () => {
  const supervisor = { relationship: 'supervisor', personId: 'another', isAuthor: false } as const;
  for (const today of [dayOf(2026, 11, 23), dayOf(2026, 12, 21), dayOf(2026, 12, 22), dayOf(2027, 2, 1)])
    assert.equal(
      waitsFor(said('parent'), { ...supervisor, today }),
      compareDays(today, dayOf(2026, 12, 21)) > 0 ? 'to-see-to' : undefined,
      today,
    );
});
