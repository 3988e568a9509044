import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import type { MeasureCard } from '../report/measure-card.ts';
import { inventedMeasure } from '../scorecard/testing.ts';
import { emptyRow } from '../scorecard/row.ts';
import { threeQuestions, type DescribedRow } from './three-questions.ts';

const blank: MeasureCard = {
  concerns: undefined,
  asks: undefined,
  betterOff: [],
  levels: [],
  owner: '',
  nextOn: undefined,
  version: 1,
  changedBy: 'Ada Bright',
  changedOn: dayOf(2026, 9, 1),
};

const codes = (rows: readonly DescribedRow[]) => rows.map(({ row }) => row.definition.code);

test('B12: measures are laid out by what they ask, populations apart, and each stands once', () => {
  const rows = ['seen', 'soon', 'gladder', 'ready', 'unsaid', 'half-said'].map((code) =>
    emptyRow(inventedMeasure({ id: `lait:${code}`, code })),
  );
  const cards = new Map<string, MeasureCard>([
    ['lait:seen', { ...blank, concerns: 'performance', asks: 'how-much' }],
    ['lait:soon', { ...blank, concerns: 'performance', asks: 'how-well' }],
    ['lait:gladder', { ...blank, concerns: 'performance', asks: 'better-off', betterOff: ['attitudes'] }],
    ['lait:ready', { ...blank, concerns: 'population', asks: 'better-off' }],
    ['lait:half-said', { ...blank, concerns: 'performance' }],
  ]);
  const laidOut = threeQuestions([...rows, ...rows], cards);
  assert.deepEqual(codes(laidOut.performance['how-much']), ['seen']);
  assert.deepEqual(codes(laidOut.performance['how-well']), ['soon']);
  assert.deepEqual(codes(laidOut.performance['better-off']), ['gladder']);
  assert.deepEqual(codes(laidOut.population), ['ready']);
  assert.deepEqual(codes(laidOut.notSaid), ['unsaid', 'half-said']);
});
