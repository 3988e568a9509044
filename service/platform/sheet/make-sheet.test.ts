import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeSheet } from './make-sheet.ts';
import { streamsOf, textOf } from './testing.ts';
import type { Sheet, SheetPicture } from './sheet.ts';

const sheet: Sheet = {
  title: 'A pack to be tried',
  over: 'The Board',
  lines: ['Tuesday 8 September 2026'],
  mark: 'An invented county: nothing here is so',
  foot: 'The Board',
  author: 'Test',
  subject: 'A pack',
  madeAt: new Date('2026-09-03T06:00:00Z'),
  blocks: [
    { kind: 'heading', level: 2, text: 'Since last time' },
    { kind: 'words', text: 'We rang every family.' },
    { kind: 'list', items: ['The first came early.', 'The second is late.'] },
    { kind: 'heading', level: 3, text: 'A gentle start' },
    {
      kind: 'beside',
      parts: ['The number', 'The finding', 'The voice'].map((title) => ({
        title,
        paragraphs: [`${title} says this.`],
        quote: title === 'The voice' ? 'No bus home' : '',
        whose: '',
      })),
    },
    { kind: 'picture', key: 'line', alt: 'A line that falls from 27 to 21', values: '2015: 27; 2024: 21.' },
    {
      kind: 'table',
      caption: 'All streets',
      head: ['Street', 'Families'],
      rows: Array.from({ length: 90 }, (_, at) => [`Street ${at + 1}`, String(at)]),
    },
  ],
};

const line: SheetPicture = {
  key: 'line',
  svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="1400" height="700"><path d="M0 0L100 50" stroke="#1b2338"/></svg>',
  width: 1400,
  height: 700,
};

async function pdf(): Promise<Buffer> {
  const made = await makeSheet({ kind: 'pdf', sheet, pictures: [line] });
  assert.ok(made.done);
  return Buffer.from(made.value);
}

test('a PDF is tagged in the order in which it is read, with language, title, words for pictures and heads of columns', async () => {
  const bytes = (await pdf()).toString('latin1');
  assert.match(bytes, /\/Marked true/);
  assert.match(bytes, /\/Lang \(en-GB\)/);
  assert.match(bytes, /\/DisplayDocTitle true/);
  assert.match(bytes, /\/Alt \(A line that falls from 27 to 21\)/);
  assert.match(bytes, /\/Scope \/Column/);
  assert.match(bytes, /\/Outlines /);
  const tags = [...bytes.matchAll(/\/S \/(H1|H2|H3|L|Figure|Table|BlockQuote)\n/g)].map(([, tag]) => tag);
  assert.deepEqual(new Set(tags), new Set(['H1', 'H2', 'L', 'H3', 'BlockQuote', 'Figure', 'Table']));
  assert.ok((bytes.match(/\/Type \/Page\n/g) ?? []).length >= 3);
});

test('every word can be read out of a PDF, and nothing on a page stands outside its structure', async () => {
  const pages = streamsOf(await pdf()).filter((stream) => stream.includes(' Tf'));
  for (const page of pages) {
    const outside = page.replaceAll(/\/\w+ (?:<<[^>]*>> )?B(?:DC|MC)[\s\S]*?EMC/g, '');
    assert.doesNotMatch(outside, /T[Jj]\b|\bre\n|\bf\n/);
  }
  const said = textOf(await pdf());
  for (const words of [
    'A pack to be tried',
    'We rang every family.',
    'The voice says this.',
    'Street 90',
    'Page 1 of',
  ])
    assert.ok(said.includes(words), `${words} in ${said}`);
});

test('the service goes on answering others while documents are written', async () => {
  let turns = 0;
  let going = true;
  const turn = (): void => {
    turns += 1;
    if (going) setImmediate(turn);
  };
  setImmediate(turn);
  await Promise.all([pdf(), pdf(), pdf()]);
  going = false;
  // written by the thread that answers, a document would hold it for a few turns
  assert.ok(turns > 3 * 50, `${turns} turns`);
});

test('what takes too long, what cannot be written and what too many ask for is refused, and the next is written', async () => {
  const late = await makeSheet({ kind: 'pdf', sheet, pictures: [] }, { seconds: 0 });
  assert.deepEqual(late, { done: false, refusal: { reason: 'took-too-long', seconds: 0 } });
  const broken = await makeSheet({ kind: 'pdf', sheet, pictures: [{ ...line, svg: 'no drawing' }] });
  assert.equal(!broken.done && broken.refusal.reason, 'could-not-be-written');
  const many = await Promise.all(
    Array.from({ length: 12 }, () => makeSheet({ kind: 'word', sheet, pictures: [] })),
  );
  assert.equal(many.filter((one) => !one.done && one.refusal.reason === 'too-many-wait').length, 4);
  assert.ok((await pdf()).length > 1000);
});
