import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import { elementOf, subjectFrom, subjectText } from './about.ts';
import { checkEvidence, type EvidenceSaid, type EvidenceWords } from './evidence.ts';
import { bothJudgements, checkJudgement, type Judgement, type JudgementWords } from './judgement.ts';
import { privateWords } from './private-words.ts';

const today = dayOf(2026, 9, 3);
const finding = {
  kind: 'finding',
  title: 'Plans name who does what',
  lookedAt: 'plans',
  howMany: 40,
  byWhom: 'a group of six',
  method: 'Two people read each.',
  strong: 'Every action has a name.',
  mustGetBetter: '',
  link: '',
} as const;
const voice = {
  kind: 'voice',
  title: 'There is no way home',
  whoWasAsked: 'young people of 11 to 16',
  asked: 20,
  answered: 12,
  way: 'On paper.',
  said: 'The last bus goes too early.',
  quote: 'It finishes at six and so does the bus.',
  link: '',
} as const;

function reasons(said: EvidenceSaid, quoteAgreed: 'yes' | 'no' = 'yes', day = today) {
  const words: EvidenceWords = { subject: { kind: 'element', id: 'a/b' }, said, day, audience: 'public' };
  const checked = checkEvidence(words, { quoteAgreed, today });
  return checked.done ? [] : checked.refusal.problems.map(({ field, reason }) => `${field} ${reason}`);
}

test('B18 words that could tell who a child is are found, and ordinary words are not', () => {
  const kinds = (text: string) => privateWords(text)?.kind;
  assert.equal(kinds('Write to kim.lee@example.org'), 'e-mail');
  for (const number of ['07700 900123', '+44 7700 900 123', '(01632) 960 001', '0113 496 0000'])
    assert.equal(kinds(`ring ${number}`), 'telephone', number);
  for (const birthday of ['born 3/9/2014', '03.09.14', '2014-09-03', '3rd of September 2014', '3 Sept 2014'])
    assert.equal(kinds(birthday), 'birthday', birthday);
  assert.equal(kinds('we live at XX9 9XX'), 'postcode');
  assert.equal(kinds('NHS number 999 123 4567'), 'number-of-a-person');
  assert.equal(kinds('My name is Kim and I like it'), 'name');
  for (const plain of [
    '34 of 40 plans, in 2024-25',
    'It finishes at six and so does the bus.',
    'In September 2026 we asked 402 of 640.',
    'The M25 is no place for 5 of us',
    'between 10/12 and 11/12 of them',
    '£1,250,000 over 12 000 children',
  ])
    assert.equal(kinds(plain), undefined, plain);
});

test('B17 a finding says what was looked at and what came of it; B18 a quote stands only with permission', () => {
  assert.deepEqual(reasons(finding), []);
  assert.deepEqual(reasons({ ...finding, strong: '' }), ['strong neither-strong-nor-weak']);
  assert.deepEqual(reasons(finding, 'yes', dayOf(2026, 9, 4)), ['day in-the-future']);
  assert.deepEqual(reasons({ ...finding, link: 'javascript:void(0)' }), ['link not-an-address']);
  assert.deepEqual(reasons(voice), []);
  assert.deepEqual(reasons(voice, 'no'), ['quote quote-without-permission']);
  assert.deepEqual(reasons({ ...voice, quote: '' }, 'no'), []);
  assert.deepEqual(reasons({ ...voice, answered: 21 }), ['answered more-answers-than-asked']);
  assert.deepEqual(reasons({ ...voice, quote: 'Ring me on 07700 900123' }), ['quote could-tell-who']);
});

const words: JudgementWords = {
  subject: { kind: 'element', id: 'a/b' },
  who: 'adults',
  group: 'The board',
  verdict: 'met',
  day: today,
  reasons: 'It is there.',
  evidence: 'We went and looked.',
  audience: 'public',
};

test('B19 a judgement rests on something, unless nobody can tell', () => {
  assert.ok(checkJudgement(words, today).done);
  const bare = checkJudgement({ ...words, evidence: '' }, today);
  assert.ok(!bare.done && bare.refusal.problems[0]?.reason === 'evidence-missing');
  assert.ok(checkJudgement({ ...words, verdict: 'cannot-tell', evidence: '' }, today).done);
  const tomorrow = checkJudgement({ ...words, day: dayOf(2026, 9, 4) }, today);
  assert.ok(!tomorrow.done && tomorrow.refusal.problems[0]?.reason === 'in-the-future');
});

test('B19 adults and young people stand beside each other, the newest of each first and none lost', () => {
  const made = (who: Judgement['who'], day: Judgement['day'], at: string): Judgement => ({
    ...words,
    who,
    day,
    id: storedId(`00000000-0000-7000-8000-0000000000${at}`),
    madeAt: new Date(`2026-09-03T${at}:00:00Z`),
    madeByName: 'Ada',
  });
  const both = bothJudgements([
    made('adults', dayOf(2026, 1, 1), '10'),
    made('young-people', today, '11'),
    made('adults', dayOf(2026, 6, 1), '12'),
    made('adults', dayOf(2026, 6, 1), '13'),
  ]);
  assert.deepEqual(
    both.adults.map(({ madeAt }) => madeAt.getUTCHours()),
    [13, 12, 10],
  );
  assert.equal(both['young-people'].length, 1);
});

test('B19 what evidence is about is read from an address, and nothing else is', () => {
  for (const text of ['element:brackenshire/gentle-start', 'measure:lait:CIN', 'measure:ees:a:b'])
    assert.equal(subjectText(subjectFrom(text) ?? { kind: 'measure', id: '' }), text);
  for (const text of [
    '',
    'child:1',
    'element:one',
    'element:a/b/c',
    'measure:lait',
    `measure:a:${'b'.repeat(400)}`,
  ])
    assert.equal(subjectFrom(text), undefined, text);
  assert.deepEqual(elementOf({ kind: 'element', id: 'a/b' }), { slug: 'a', key: 'b' });
});
