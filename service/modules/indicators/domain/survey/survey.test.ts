import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { proportion } from '#packages/statistics';
import { breakdownOf, type Observation } from '../observation.ts';
import { academicYears } from '../period.ts';
import { isNumber, noNumber } from '../value.ts';
import { effectiveLimits, isSensitive, protectSurvey, type PlacedAnswer } from './protect-survey.ts';
import { breaksOfWaves, readAges } from './question.ts';
import { answerOf } from './survey-answers.ts';
import { answered, places, said } from './testing.ts';

const row: Observation = {
  measure: { source: 'other', code: 'school-survey:fun', name: 'Fun' },
  area: { code: 'X10000001', name: 'Brackenshire' },
  period: academicYears(2025, 2026, { state: 'final', text: '2025/26' }),
  breakdown: breakdownOf({
    ...{ question: 'Did you have fun?', ages: '11 to 16', schools: '12', Sex: 'Girls' },
    ...{ dimension: 'Disability', group: 'Disabled' },
  }),
  value: 62,
  denominator: 50,
  line: 2,
};

async function safeOf(answers: readonly PlacedAnswer[], more = {}) {
  const lined = answers.map((answer, at) => ({ ...answer, line: at + 2 }));
  const made = await protectSurvey('other:school-survey:fun', lined, { said, places, before: [], ...more });
  assert.ok(made.done, made.done ? '' : made.refusal.reason);
  const { value } = made;
  const shown = lined.map(({ line }) => value.observations.find((one) => one.line === line));
  return { ...value, shown };
}

test('B10 B11: a row of any survey tool is read: who was asked what, of which ages, how many answered, from how many schools', () => {
  const answer = answerOf(row, said);
  assert.ok(!('words' in answer));
  assert.deepEqual(
    [answer.breakdown, answer.question, answer.ages, answer.base, answer.count, answer.schools],
    ['Disability=Disabled|Sex=Girls', 'Did you have fun?', { from: 11, to: 16 }, 50, 31, 12],
  );
  const counted = answerOf({ ...row, value: 31 }, { ...said, value: 'count' });
  assert.ok(!('words' in counted));
  assert.equal(counted.percent, 62);
  const reasons = [
    { ...row, value: 104 },
    { ...row, denominator: 50.5 },
    { ...row, count: 12 },
    { ...row, value: noNumber('suppressed') },
    { ...row, breakdown: breakdownOf({ question: 'Q', ages: 'young', schools: '12' }) },
    { ...row, breakdown: breakdownOf({ question: 'Q', ages: '11-16', schools: 'many' }) },
    { ...row, breakdown: breakdownOf({ ages: '11-16', schools: '9' }) },
  ].map((each) => {
    const { denominator, ...rest } = each;
    const found = answerOf(denominator === 50.5 ? rest : each, said);
    return 'words' in found ? found.reason : 'read';
  });
  assert.deepEqual(reasons, [
    ...['no-percent', 'no-base', 'percent-disagrees', 'no-answer', 'no-ages', 'no-schools', 'no-question'],
  ]);
});

test('R34: fewer than thirty answers, or fewer than three schools, are not shown', async () => {
  const zone = places.parts[0] ?? '';
  const { shown, held } = await safeOf([
    answered([120, 300]),
    answered([14, 29], { areaCode: 'E10000002' }),
    answered([15, 30], { areaCode: 'E10000003' }),
    answered([60, 100], { areaCode: 'E10000004', schools: 2 }),
    answered([60, 100], { areaCode: 'E10000005', schools: 3 }),
    answered([20, 50], { areaCode: zone }),
  ]);
  assert.deepEqual(
    shown.map((one) => one && isNumber(one.value)),
    [true, false, true, false, true, true],
  );
  assert.equal(held.small, 2);
});

test('C04: religion, sexuality, gender identity and disability are shown for the whole area and of older children only', async () => {
  const disabled = { breakdown: 'Disability=Disabled' };
  const zone = { areaCode: places.parts[0] ?? '' };
  const { shown, held } = await safeOf([
    answered([120, 300]),
    answered([30, 60], disabled),
    answered([30, 60], { ...disabled, ...zone }),
    answered([90, 240], zone),
    answered([30, 60], {
      breakdown: 'Disability=Disabled',
      ages: { from: 8, to: 10 },
      areaCode: 'E10000002',
    }),
  ]);
  assert.deepEqual(
    shown.map((one) => one && isNumber(one.value)),
    [true, true, false, true, false],
  );
  assert.equal(held.sensitive, 2);
  for (const name of ['Religion', 'Sexual orientation', 'Gender identity', 'Disability', 'Disabled', 'Trans'])
    assert.ok(isSensitive(breakdownOf({ [name]: 'x' })), name);
  for (const name of ['Sex', 'Gender', 'Rural or urban', 'Free school meals'])
    assert.ok(!isSensitive(breakdownOf({ [name]: 'x' })), name);
});

test('R35 R36: what would give a held-back group away is held back with it, and later waves are held against earlier ones', async () => {
  const sex = (value: string) => ({ breakdown: `Sex=${value}` });
  const first = await safeOf([
    answered([120, 300]),
    answered([100, 271], sex('Girls')),
    answered([20, 29], sex('Boys')),
  ]);
  assert.deepEqual(
    first.shown.map((one) => one && isNumber(one.value)),
    [true, false, false],
    'girls follow from everybody and boys',
  );
  const later = await safeOf([answered([120, 300]), answered([100, 271], sex('Girls'))], {
    before: first.kept,
  });
  assert.equal(isNumber(later.shown[1]?.value ?? noNumber('missing')), false);
});

test('a simple survey carries its counts; a weighted one Wilson’s limits on the effective base, or none', async () => {
  const simple = await safeOf([answered([120, 300])]);
  assert.deepEqual(
    [simple.shown[0]?.value, simple.shown[0]?.count, simple.shown[0]?.denominator],
    [40, 120, 300],
  );
  const weighted = answered([120, 300], { percent: 42.6 });
  const known = await safeOf([weighted], { said: { ...said, weighted: 'yes', designEffect: 1.5 } });
  const wilson = proportion({ count: 0.426 * 200, base: 200, multiplier: 100 });
  assert.ok(wilson.done);
  assert.deepEqual(
    [known.shown[0]?.value, known.shown[0]?.lower95, known.shown[0]?.upper95, known.shown[0]?.count],
    [43, wilson.value.limits95.lower, wilson.value.limits95.upper, undefined],
  );
  const unsaid = await safeOf([weighted], { said: { ...said, weighted: 'yes' } });
  assert.deepEqual([unsaid.shown[0]?.value, unsaid.shown[0]?.lower95], [43, undefined]);
});

test('waves are joined only where the same question was asked of the same ages', () => {
  const ages = { from: 11, to: 16 };
  const same = [
    { start: '2025-09-01', question: 'Did you have fun last week?', ages },
    { start: '2024-09-01', question: 'Did you have fun, last week', ages },
  ];
  assert.deepEqual(breaksOfWaves(same), []);
  const [reworded] = breaksOfWaves([...same, { start: '2026-09-01', question: 'Do you have fun?', ages }]);
  assert.equal(reworded?.on, '2026-09-01');
  assert.match(reworded?.words ?? '', /Another question.*Do you have fun\?.*last week/);
  const [older] = breaksOfWaves([
    ...same,
    { ...same[0], start: '2026-09-01', question: 'Did you have fun last week?', ages: { from: 8, to: 16 } },
  ]);
  assert.match(older?.words ?? '', /Other ages.*aged 8 to 16.*aged 11 to 16/);
});

test('ages are two numbers in order, however they are written', () => {
  for (const text of ['11 to 15', '11-15', '11–15', 'aged 11 to 15', 'Ages 11–15 years'])
    assert.deepEqual(readAges(text), { from: 11, to: 15 }, text);
  for (const text of ['', '11', '15 to 11', 'young', '11 to 99'])
    assert.equal(readAges(text), undefined, text);
});

test('limits on the effective base lie round the number shown, and widen with the design effect', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.integer({ min: 30, max: 5000 }),
      fc.double({ min: 1, max: 10, noNaN: true }),
      (percent, base, effect) => {
        const [narrow, wide] = [1, effect].map((each) => effectiveLimits(percent, { base, effect: each }));
        assert.ok(narrow && wide);
        assert.ok(wide.lower <= Math.round(percent) && Math.round(percent) <= wide.upper);
        assert.ok(wide.upper - wide.lower >= narrow.upper - narrow.lower - 1e-9);
      },
    ),
  );
  assert.equal(effectiveLimits(50, { base: 100, effect: undefined }), undefined);
});
