import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { makeSheet } from './make-sheet.ts';
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

test('nobody waits longer than a tenth of a second while documents are written', async () => {
  await pdf();
  let longest = 0;
  let last = performance.now();
  const clock = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  await Promise.all([pdf(), pdf(), pdf()]);
  clearInterval(clock);
  assert.ok(longest < 100, `${longest} ms`);
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

function streamsOf(bytes: Buffer): string[] {
  const streams: string[] = [];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 1)) {
    try {
      streams.push(inflateSync(bytes.subarray(at + 7)).toString('latin1'));
    } catch {
      // fonts and other things that are no text
    }
  }
  return streams;
}

/** What a program reads out of a PDF: each glyph by the table that its font brings with it. */
function textOf(bytes: Buffer): string {
  const latin = bytes.toString('latin1');
  const fonts = new Map<string, string[]>();
  for (const [, name = '', font = ''] of latin.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const [, unicode = ''] = new RegExp(`\\n${font} 0 obj[\\s\\S]*?/ToUnicode (\\d+) 0 R`).exec(latin) ?? [];
    const from = bytes.indexOf('stream\n', bytes.indexOf(`\n${unicode} 0 obj`)) + 7;
    const table = inflateSync(bytes.subarray(from)).toString('latin1');
    const ranges = [...table.matchAll(/\[([^\]]*)\]/g)].flatMap(([, range = '']) => [
      ...range.matchAll(/<([\da-f ]+)>/gi),
    ]);
    fonts.set(
      name,
      ranges.map(([, code = '']) =>
        Buffer.from(code.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      ),
    );
  }
  return streamsOf(bytes)
    .filter((stream) => stream.includes(' Tf'))
    .map((stream) => spoken(stream, fonts))
    .join('\n');
}

function spoken(stream: string, fonts: ReadonlyMap<string, readonly string[]>): string {
  let font: readonly string[] = [];
  let said = '';
  for (const [, name, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name) ?? [];
    for (const [, codes = ''] of (shown ?? '').matchAll(/<([\da-f]+)>/gi))
      for (const code of codes.match(/.{4}/g) ?? []) said += font[Number.parseInt(code, 16)] ?? '';
    if (shown !== undefined) said += ' ';
  }
  return said.replaceAll(/\s+/g, ' ');
}
