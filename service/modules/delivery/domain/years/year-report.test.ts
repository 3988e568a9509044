import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import { sayYearChange } from './measure-change.ts';
import { draftMovedOn, editedPart, minutesToRead, partKinds, redrafted, wordsOfPart } from './year-report.ts';

const draft = (words: string) => ({
  'in-short': words,
  figures: words,
  'closer-look': words,
  voices: words,
  'what-we-did': words,
  money: words,
  'looking-back': words,
  'what-comes-next': words,
});
const edit = { kind: 'figures', seen: 1, words: 'Ours.', byName: 'Ada', at: new Date(0) };

test('B16 a fresh draft never takes the place of what people wrote, and says that it moved on', () => {
  const edited = editedPart(redrafted([], draft('One.')), edit);
  assert.ok(edited.done);
  const again = redrafted(edited.value, draft('Two.'));
  const words = new Map(again.map((part) => [part.kind, wordsOfPart(part)]));
  assert.equal(words.get('figures'), 'Ours.');
  assert.equal(words.get('money'), 'Two.');
  assert.deepEqual(
    again.filter(draftMovedOn).map(({ kind, drafted }) => [kind, drafted]),
    [['figures', 'Two.']],
  );
  assert.equal(again.length, partKinds.length);
});

test('B16 two people edit two parts; of one part the second sees what the first wrote', () => {
  const first = editedPart(redrafted([], draft('One.')), edit);
  assert.ok(first.done);
  assert.ok(editedPart(first.value, { ...edit, kind: 'money' }).done);
  const second = editedPart(first.value, edit);
  assert.ok(!second.done && second.refusal.reason === 'changed-meanwhile');
  assert.equal(wordsOfPart(second.refusal.theirs), 'Ours.');
  const back = editedPart(first.value, { ...edit, seen: 2, words: 'One.' });
  assert.equal(back.done && back.value.find(({ kind }) => kind === 'figures')?.edited, null);
});

test('B16 how long it takes to read out is counted by words', () => {
  const part = { kind: 'figures', heading: 'Numbers', words: 'word '.repeat(449).trim() } as const;
  assert.equal(minutesToRead({ parts: [part] }), 3);
  assert.equal(minutesToRead({ parts: [] }), 1);
});

test('H05 what a measure was before and in a year is told in two numbers, and never where none is known', () => {
  const unit = { name: 'of children', symbol: '%', decimals: 1 };
  const year = { from: dayOf(2025, 4, 1), until: dayOf(2026, 3, 31) };
  const point = (period: string, end: string, value: number) => ({
    period,
    end,
    value: { kind: 'number' as const, number: value },
    order: Number(end.slice(0, 4)),
    joinsPrevious: true,
  });
  const before = point('2023/24', '2024-08-31', 20);
  const during = point('2024/25', '2025-08-31', 22.5);
  const after = point('2025/26', '2026-08-31', 30);
  assert.match(
    sayYearChange([after, during, before], unit, year) ?? '',
    /20\.0% \(2023\/24\).*22\.5% \(2024\/25\)/,
  );
  assert.match(sayYearChange([before, after], unit, year) ?? '', /no newer number/);
  assert.match(sayYearChange([during], unit, year) ?? '', /first number is of this year/);
  assert.equal(sayYearChange([after], unit, year), undefined);
  assert.equal(sayYearChange([], unit, year), undefined);
});
