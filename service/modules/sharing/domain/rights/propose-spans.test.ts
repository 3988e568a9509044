import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import { withoutSpans } from './answer.ts';
import type { HeldFact, KnownPerson } from './personal-records.ts';
import { proposeSpans } from './propose-spans.ts';

const own: KnownPerson = { name: 'Ash Merrow', alsoCalled: ['Ashy'], kind: 'own', who: 'the reader' };

const known: readonly KnownPerson[] = [
  own,
  { name: 'Jayden Merrow', alsoCalled: ['Jay-Jay'], kind: 'child', who: 'the brother' },
  { name: 'Kayleigh O’Brien', alsoCalled: ['Kay'], kind: 'third-party', who: 'a friend' },
  { name: 'Rose Will', alsoCalled: [], kind: 'third-party', who: 'the neighbour' },
  { name: 'Zoë Płoński', alsoCalled: [], kind: 'third-party', who: 'an aunt' },
  { name: 'Dr Imran Qureshi', alsoCalled: [], kind: 'professional', who: 'the doctor' },
];

/** Each way in which somebody else is mentioned; the stretch between ‹ and › is planted. */
const planted: readonly string[] = [
  'Then ‹Jayden Merrow› came in.',
  '‹jayden› hit the wall, he said in small letters.',
  'It was ‹JAYDEN’s› bike.',
  'We call him ‹Jay-Jay› at home.',
  "‹Kayleigh O'Brien› rang twice.",
  'I like ‹kayleigh› best.',
  'The neighbour ‹Rose› heard it, and ‹Will› did too.',
  'Aunt ‹Zoe› lives far away.',
  '‹Zoë Płoński› wrote.',
  'Seen by ‹Dr Imran Qureshi› on the ward.',
  '‹Qureshi› signed it.',
  'Write to ‹mum.merrow@mail.example› please.',
  'Ring ‹01632 960147› after six.',
  'Her number is ‹+44 7700 900 123›.',
  'They moved to ‹14 Saltmarsh Lane› last week.',
  'The new place is ‹Flat 3, 221b Long Harbour Road›.',
  'It is near ‹GU16 7HF›.',
  'His sister was ‹born on 3 May 2014›.',
  'Brother, ‹DOB 03/05/2014›.',
  '‹Mrs Pemberton› told everybody.',
  'My uncle ‹Pete› came.',
  'A boy called ‹Marlon› took it.',
  'She met ‹Tiana Brightwell› at the park.',
];

const padding = [
  '',
  'On Monday the plan was made. ',
  'nobody knew why. ',
  'We talked for an hour about school. ',
];

function cases(count: number): { text: string; stretches: string[] }[] {
  return Array.from({ length: count }, (_, at) => {
    const marked = `${padding[at % padding.length] ?? ''}${planted[at % planted.length] ?? ''}`;
    const stretches = [...marked.matchAll(/‹([^›]*)›/g)].map(([, words = '']) => words);
    return { text: marked.replaceAll(/[‹›]/g, ''), stretches };
  });
}

function factOf(text: string): HeldFact {
  return {
    id: 'x',
    class: 'families.entry',
    title: 'A note',
    text,
    whose: '',
    source: '',
    on: dayOf(2026, 5, 1),
    fieldGroup: '',
    spans: [],
  };
}

test('R22: of 500 planted mentions at least 99 in 100 are proposed, whole', (t) => {
  let mentions = 0;
  const missed: string[] = [];
  for (const { text, stretches } of cases(500)) {
    const spans = proposeSpans(factOf(text), known);
    for (const words of stretches) {
      mentions += 1;
      const from = text.indexOf(words);
      const bare = words.replace(/’s$/, '');
      if (!spans.some((span) => span.from <= from && span.to >= from + bare.length))
        missed.push(`${words}: ${text}`);
    }
  }
  t.diagnostic(`${mentions} mentions planted, ${mentions - missed.length} proposed`);
  assert.ok(mentions >= 500);
  assert.ok(missed.length / mentions <= 0.01, missed.join('\n'));
});

test('R22: the reader’s own name is never proposed, and neither is a word that is also a name', () => {
  const text = 'Ash Merrow said that ash will grow where the roses rose, and Ashy will see.';
  assert.deepEqual(proposeSpans(factOf(text), known), []);
});

test('R22: what the room tagged stays whole, whatever else is found within it', () => {
  const text = 'Kayleigh’s mum said that Jayden did it.';
  const fact = {
    ...factOf(text),
    spans: [{ from: 0, to: text.length, who: 'a friend’s mother', kind: 'third-party' as const }],
  };
  const spans = proposeSpans(fact, known);
  assert.deepEqual(
    spans.map(({ from, to, foundBy }) => ({ from, to, foundBy })),
    [{ from: 0, to: text.length, foundBy: 'room' }],
  );
});

test('R22: mentions are looked for in every field that a reader sees', () => {
  const fact = {
    ...factOf('Nothing.'),
    title: 'A call from Mrs Pratt',
    whose: 'Kayleigh O’Brien',
    source: 'told by Jayden',
  };
  const fields = proposeSpans(fact, known).map(({ field }) => field);
  assert.deepEqual(fields, ['title', 'whose', 'source']);
});

test('R22: taken out is gone: stretches that touch or overlap leave one mark each and no letter', () => {
  const text = 'abcdefghij';
  assert.equal(withoutSpans(text, []), text);
  const cut = withoutSpans(text, [
    { from: 2, to: 5 },
    { from: 4, to: 7 },
    { from: 0, to: 1 },
  ]);
  for (const letter of 'acdefg') assert.ok(!cut.replaceAll(/\[[^\]]*\]/g, '').includes(letter));
  assert.ok(cut.endsWith('hij'));
});
