import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import {
  betterOffKinds,
  levels,
  problemsOf,
  questions,
  sayFreshness,
  type MeasureCardWords,
} from './measure-card.ts';

function card(given: Partial<MeasureCardWords>): MeasureCardWords {
  return {
    concerns: undefined,
    asks: undefined,
    betterOff: [],
    levels: [],
    owner: '',
    nextOn: undefined,
    ...given,
  };
}

function fields(given: Partial<MeasureCardWords>): string[] {
  return problemsOf(card(given)).map(({ field }) => field);
}

test('B12 how much and how well are asked of a service; of a population only whether anyone is better off', () => {
  assert.deepEqual([...questions], ['how-much', 'how-well', 'better-off']);
  for (const asks of questions) assert.deepEqual(fields({ concerns: 'performance', asks }), []);
  assert.deepEqual(fields({ concerns: 'population', asks: 'how-much' }), ['asks']);
  assert.deepEqual(fields({ concerns: 'population', asks: 'how-well' }), ['asks']);
  assert.deepEqual(fields({ concerns: 'population', asks: 'better-off' }), []);
  assert.deepEqual(fields({}), [], 'nothing has to be said');
});

test('B13 skills and knowledge, attitudes, behaviour or circumstances: said only where somebody is better off', () => {
  for (const kind of betterOffKinds) {
    assert.deepEqual(fields({ asks: 'better-off', betterOff: [kind] }), []);
    assert.deepEqual(fields({ asks: 'how-well', betterOff: [kind] }), ['betterOff']);
  }
});

test('B14 individuals, groups and the whole population: a service does not answer for the last', () => {
  assert.deepEqual(fields({ concerns: 'population', levels: [...levels] }), []);
  assert.deepEqual(fields({ concerns: 'performance', levels: ['individuals', 'groups'] }), []);
  assert.deepEqual(fields({ concerns: 'performance', levels: ['whole-population'] }), ['levels']);
});

test('a figure that is late is called late', () => {
  const today = dayOf(2026, 11, 22);
  assert.equal(sayFreshness(undefined, today), undefined);
  assert.match(sayFreshness(dayOf(2026, 11, 21), today) ?? '', /expected on 21 November 2026 and is late/);
  assert.match(sayFreshness(dayOf(2026, 11, 22), today) ?? '', /within a fortnight/);
  assert.match(sayFreshness(dayOf(2026, 12, 6), today) ?? '', /within a fortnight/);
  assert.equal(sayFreshness(dayOf(2026, 12, 7), today), 'The next figure is expected on 7 December 2026.');
});
