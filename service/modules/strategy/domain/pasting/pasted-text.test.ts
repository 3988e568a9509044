import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readFramework } from '../read-framework.ts';
import { writeYaml } from '../write-framework.ts';
import { draftFromMarks, guessedMarks, tierNamed } from './draft-from-marks.ts';
import type { DraftRefusal, LineMark } from './draft-from-marks.ts';
import { pastedLines } from './pasted-text.ts';
import type { PastedLine } from './pasted-text.ts';

const pasted = `Growing up in Larkmere

Our vision
A place where every child finds a way to shine.

Our outcomes
1. Safe at home
2. Curious for life
\t• First words,
and first friends
How we will know
- Fewer repeat plans
`;

function linesOf(text: string): readonly PastedLine[] {
  const outcome = pastedLines(text);
  assert.ok(outcome.done, JSON.stringify(outcome));
  return outcome.value;
}

const tiers = [
  tierNamed('Vision', 'vision', []),
  tierNamed('Outcome', 'outcome', []),
  tierNamed('Priority', 'priority', []),
  tierNamed('Sign', 'indicator', []),
];
const about = { slug: 'larkmere', name: 'Growing up in Larkmere', partnership: 'Larkmere' };

function draft(marks: readonly LineMark[], text = pasted) {
  return draftFromMarks({ lines: linesOf(text), marks, tiers, about });
}

function refused(marks: readonly LineMark[]): DraftRefusal {
  const outcome = draft(marks);
  assert.ok(!outcome.done);
  return outcome.refusal;
}

test('A01: pasted text becomes lines that know their number, what stood before them and what they look like', () => {
  assert.deepEqual(
    linesOf(pasted).map(({ number, words, marker, depth, looksLike, guess }) => [
      number,
      words,
      marker,
      depth,
      looksLike,
      guess,
    ]),
    [
      [1, 'Growing up in Larkmere', '', 0, 'heading', undefined],
      [3, 'Our vision', '', 0, 'heading', undefined],
      [4, 'A place where every child finds a way to shine.', '', 0, 'paragraph', 'vision'],
      [6, 'Our outcomes', '', 0, 'heading', undefined],
      [7, 'Safe at home', '1.', 0, 'item', 'outcome'],
      [8, 'Curious for life', '2.', 0, 'item', 'outcome'],
      [9, 'First words,', '•', 1, 'item', 'outcome'],
      [10, 'and first friends', '', 0, 'continuation', 'outcome'],
      [11, 'How we will know', '', 0, 'heading', undefined],
      [12, 'Fewer repeat plans', '-', 0, 'item', 'indicator'],
    ],
  );
});

const markers: readonly [line: string, marker: string, words: string][] = [
  ['• Bullet', '•', 'Bullet'],
  ['\uF0B7 Symbol font', '\uF0B7', 'Symbol font'],
  ['– Dash', '–', 'Dash'],
  ['-5 degrees', '', '-5 degrees'],
  ['o The life skills', 'o', 'The life skills'],
  ['- i. Be able to cope', '- i.', 'Be able to cope'],
  ['(a) Lettered', '(a)', 'Lettered'],
  ['3.2.1 Numbered', '3.2.1', 'Numbered'],
  ['12) Numbered', '12)', 'Numbered'],
  ['## Markdown', '##', 'Markdown'],
  ['5 Pillars', '', '5 Pillars'],
  ['85,690 children', '', '85,690 children'],
  ['2017-2020', '', '2017-2020'],
  ['A great place', '', 'A great place'],
  ['•', '', '•'],
  ['We will listen - work with children', '', 'We will listen - work with children'],
];

for (const [line, marker, words] of markers) {
  test(`what stands before the words is taken off, and only that: ${line}`, () => {
    const [found] = linesOf(line);
    assert.equal(found?.marker, marker);
    assert.equal(found?.words, words);
  });
}

test('A02: “Objective 1 - Equity” is guessed to be an objective itself', () => {
  assert.equal(linesOf('Objective 1 - Equity')[0]?.guess, 'outcome');
  assert.equal(linesOf('Our priorities')[0]?.guess, undefined);
});

test('nothing pasted, or a whole library pasted, is refused', () => {
  assert.deepEqual(pastedLines(' \n\u00AD\n'), { done: false, refusal: { reason: 'nothing-pasted' } });
  assert.equal(pastedLines('a\n'.repeat(3_001)).done, false);
  assert.equal(pastedLines('x'.repeat(500_001)).done, false);
});

test('A01: lines marked with their tiers become a draft, tied to the nearest element above', () => {
  const outcome = draft([
    { line: 4, as: 'element', tier: 'vision' },
    { line: 7, as: 'element', tier: 'outcome' },
    { line: 8, as: 'element', tier: 'outcome' },
    { line: 9, as: 'element', tier: 'priority' },
    { line: 10, as: 'continuation' },
    { line: 12, as: 'element', tier: 'sign', parent: 7 },
    { line: 1, as: 'ignored' },
  ]);
  assert.ok(outcome.done, JSON.stringify(outcome));
  assert.deepEqual(
    outcome.value.elements.map(({ label, tier, serves, line }) => [label, tier, serves, line]),
    [
      ['A place where every child finds a way to shine.', 'vision', [], 4],
      ['Safe at home', 'outcome', ['a-place-where-every-child-finds-a-way-to'], 7],
      ['Curious for life', 'outcome', ['a-place-where-every-child-finds-a-way-to'], 8],
      ['First words, and first friends', 'priority', ['curious-for-life'], 9],
      ['Fewer repeat plans', 'sign', ['safe-at-home'], 12],
    ],
  );
  assert.equal(outcome.value.status, 'draft');
  assert.ok(readFramework(writeYaml(outcome.value)).done);
});

test('a long line keeps every word: a short label, and the whole as its statement', () => {
  const sentence = 'We believe in every child.';
  const long = `${sentence} ${'And we say it at some length, again and again. '.repeat(6)}`.trim();
  const outcome = draft(
    [
      { line: 1, as: 'element', tier: 'vision' },
      { line: 2, as: 'statement' },
    ],
    `${long}\nAnd this too.`,
  );
  assert.ok(outcome.done);
  assert.equal(outcome.value.elements[0]?.label, sentence);
  assert.equal(outcome.value.elements[0]?.statement, `${long}\nAnd this too.`);
  assert.equal(outcome.value.elements[0]?.statementWording, 'published');
});

test('marks that cannot be are refused, each with its line', () => {
  assert.deepEqual(refused([]), { reason: 'nothing-marked' });
  assert.deepEqual(refused([{ line: 2, as: 'ignored' }]), { reason: 'line-missing', line: 2 });
  assert.deepEqual(refused([{ line: 4, as: 'statement' }]), { reason: 'belongs-to-nothing', line: 4 });
  const vision = { line: 4, as: 'element', tier: 'vision' } as const;
  assert.deepEqual(refused([vision, vision]), { reason: 'line-marked-twice', line: 4 });
  assert.deepEqual(refused([{ ...vision, parent: 7 }]), { reason: 'parent-not-marked', line: 4, parent: 7 });
  assert.equal(refused([{ ...vision, tier: 'nowhere' }]).reason, 'not-acceptable');
});

test('guesses give a person marks to begin with', () => {
  const marks = guessedMarks(linesOf(pasted), tiers);
  assert.deepEqual(
    marks.map(({ line, as }) => [line, as]),
    [
      [7, 'element'],
      [8, 'element'],
      [9, 'element'],
      [10, 'continuation'],
      [12, 'element'],
    ],
  );
  assert.ok(draft(marks).done);
});

test('property: every word that was pasted is in its line, and marks of all lines make a draft that can be read back', () => {
  const anyText = fc
    .array(fc.string({ unit: fc.constantFrom(...'abc ABC.,:-•o1(\t\u00AD'), maxLength: 300 }), {
      maxLength: 12,
    })
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(anyText, (text) => {
      const outcome = pastedLines(text);
      if (!outcome.done) return assert.equal(text.replaceAll('\u00AD', '').trim(), '');
      const raw = text.replaceAll('\u00AD', '').split('\n');
      for (const line of outcome.value) {
        assert.ok(
          (raw[line.number - 1] ?? '').endsWith(line.words) ||
            raw[line.number - 1]?.trim().endsWith(line.words),
        );
        const letters = (words: string) => words.replace(/\s/g, '');
        assert.equal(letters(line.marker + line.words), letters(raw[line.number - 1] ?? ''));
      }
      const marks = outcome.value.map(({ number }): LineMark => ({
        line: number,
        as: 'element',
        tier: 'outcome',
      }));
      const made = draftFromMarks({ lines: outcome.value, marks, tiers, about });
      assert.ok(made.done, JSON.stringify(made));
      assert.ok(readFramework(writeYaml(made.value)).done);
    }),
  );
});
