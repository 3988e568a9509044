import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFramework } from './read-framework.ts';
import type { NotRead, Problem } from './read-framework.ts';
import { inventedYaml } from './testing/invented-framework.ts';

function refusalOf(file: string | Uint8Array): NotRead {
  const outcome = readFramework(file);
  assert.ok(!outcome.done, 'the file was read');
  for (const problem of outcome.refusal.problems) assertTellable(problem);
  return outcome.refusal;
}

/** Every problem names a line, says what is wrong and how to mend it. */
function assertTellable(problem: Problem): void {
  assert.ok(problem.line >= 1 && problem.column >= 1);
  assert.ok(problem.says.length > 5, 'says nothing');
  assert.ok(problem.mend.length > 5, 'does not say how to mend it');
  assert.doesNotMatch(problem.says + problem.mend, /undefined|null|\[object|zod|Invalid/);
}

function changed(from: string, to: string): string {
  assert.ok(inventedYaml.includes(from), `the example does not hold “${from}”`);
  return inventedYaml.replace(from, to);
}

test('A14: a framework file is read whole, with its defaults', () => {
  const outcome = readFramework(inventedYaml);
  assert.ok(outcome.done, JSON.stringify(outcome));
  assert.equal(outcome.value.elements.length, 9);
  assert.equal(outcome.value.period.end, '2029-08-31');
  assert.deepEqual(outcome.value.elements[1]?.servesTiers, []);
  assert.equal(outcome.value.elements[1]?.labelWording, 'published');
});

test('the same framework is read from JSON, with tabs, a byte order mark and Windows line ends', () => {
  const yaml = readFramework(inventedYaml);
  assert.ok(yaml.done);
  const json = JSON.stringify(yaml.value, null, '\t').replaceAll('\n', '\r\n');
  assert.deepEqual(readFramework(`\uFEFF${json}`), yaml);
  assert.deepEqual(readFramework(new TextEncoder().encode(json)), yaml);
});

test('half a file that reads as a whole one says that it ends in the middle of a line', () => {
  const read = readFramework(inventedYaml.slice(0, inventedYaml.indexOf('ing up in Larkmere')));
  assert.ok(!read.done);
  const last = read.refusal.problems.at(-1);
  assert.equal(last?.line, 3);
  assert.match(last?.says ?? '', /ends here, in the middle of a line/);
  const whole = readFramework(changed('tier: indicator, label: Fewer', 'tier: indicater, label: Fewer'));
  assert.ok(!whole.done && whole.refusal.problems.every(({ says }) => !/ends here/.test(says)));
});

type Case = {
  name: string;
  file: string | Uint8Array;
  reason: NotRead['reason'];
  line: number;
  says: RegExp;
  mend: RegExp;
};

const unknownTier = changed('tier: indicator, label: Fewer', 'tier: indicater, label: Fewer');
const ring = changed('label: Safe at home, serves: [vision]', 'label: Safe at home, serves: [early-help]');
const half = inventedYaml.slice(0, inventedYaml.indexOf('owners: [early-years], line: 12'));
const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\n`;
const latin1 = Buffer.from(changed('Otters Youth Club', 'Ottérs Youth Club'), 'latin1');
const utf16 = Buffer.from(`\uFEFF${inventedYaml}`, 'utf16le');

const cases: readonly Case[] = [
  {
    name: 'an unknown tier',
    file: unknownTier,
    reason: 'not-coherent',
    line: 32,
    says: /no tier.*indicater/,
    mend: /Did you mean “indicator”/,
  },
  {
    name: 'an unknown element served',
    file: changed('label: Help early, serves: [safe]', 'label: Help early, serves: [saef]'),
    reason: 'not-coherent',
    line: 29,
    says: /no element.*saef/,
    mend: /“safe”/,
  },
  {
    name: 'a ring',
    file: ring,
    reason: 'not-coherent',
    line: 27,
    says: /ring: “safe” → “early-help” → “safe”/,
    mend: /Take out/,
  },
  {
    name: 'an element above itself',
    file: changed('label: Help early, serves: [safe]', 'label: Help early, serves: [early-help]'),
    reason: 'not-coherent',
    line: 29,
    says: /above itself/,
    mend: /Take out/,
  },
  {
    name: 'an element key used twice',
    file: changed('key: kind,', 'key: ready,'),
    reason: 'not-coherent',
    line: 34,
    says: /“ready” is already used by item 8/,
    mend: /another key/,
  },
  {
    name: 'a field twice',
    file: changed('status: adopted', 'status: adopted\nstatus: draft'),
    reason: 'not-readable',
    line: 7,
    says: /“status” stands twice.*line 6/,
    mend: /Keep one/,
  },
  {
    name: 'an unknown owner',
    file: changed('owners: [board], organisations: [council],', 'owners: [bored], organisations: [council],'),
    reason: 'not-coherent',
    line: 28,
    says: /no owner/,
    mend: /“board”/,
  },
  {
    name: 'a passage about nothing',
    file: changed('about: [first-words, early-help]', 'about: [first-words, elsewhere]'),
    reason: 'not-coherent',
    line: 36,
    says: /no element.*elsewhere/,
    mend: /Add an element/,
  },
  {
    name: 'a measure of nothing',
    file: changed('element: ready', 'element: redy'),
    reason: 'not-coherent',
    line: 39,
    says: /redy/,
    mend: /“ready”/,
  },
  {
    name: 'a misspelt field',
    file: changed('wayIn:', 'wayin:'),
    reason: 'not-in-shape',
    line: 11,
    says: /no field called “wayin”/,
    mend: /Did you mean “wayIn”/,
  },
  {
    name: 'a misspelt field of an element',
    file: changed('direction: decrease', 'directoin: decrease'),
    reason: 'not-in-shape',
    line: 32,
    says: /directoin/,
    mend: /“direction”/,
  },
  {
    name: 'a word that is not allowed',
    file: changed('status: adopted', 'status: adoptd'),
    reason: 'not-in-shape',
    line: 6,
    says: /“adoptd”/,
    mend: /“adopted”.*draft, adopted, closed/,
  },
  {
    name: 'a number for words',
    file: changed('name: Growing up in Larkmere', 'name: 2026'),
    reason: 'not-in-shape',
    line: 3,
    says: /words are expected/,
    mend: /quotes/,
  },
  {
    name: 'a missing field',
    file: changed(', role: principle', ''),
    reason: 'not-in-shape',
    line: 24,
    says: /“role” is missing/,
    mend: /vision, outcome/,
  },
  {
    name: 'a field left empty',
    file: changed("partnership: Larkmere Children's Partnership", 'partnership:'),
    reason: 'not-in-shape',
    line: 4,
    says: /empty/,
    mend: /after the colon/,
  },
  {
    name: 'a word for a list',
    file: changed('serves: [vision], owners: [board], organisations: [council, otters]', 'serves: vision'),
    reason: 'not-in-shape',
    line: 27,
    says: /list is expected/,
    mend: /dash/,
  },
  {
    name: 'a day that does not exist',
    file: changed('end: 2029-08-31', 'end: 2029-02-30'),
    reason: 'not-in-shape',
    line: 7,
    says: /2029-02-30/,
    mend: /a day that exists/,
  },
  {
    name: 'a period that ends before it starts',
    file: changed('end: 2029-08-31', 'end: 2019-08-31'),
    reason: 'not-coherent',
    line: 7,
    says: /ends before it starts/,
    mend: /two days/,
  },
  {
    name: 'lines that run backwards',
    file: changed('line: 17', 'line: 17-15'),
    reason: 'not-coherent',
    line: 34,
    says: /backwards/,
    mend: /15-17/,
  },
  {
    name: 'another version of the format',
    file: changed('framework/1', 'framework/2'),
    reason: 'other-format',
    line: 1,
    says: /framework\/2/,
    mend: /another version/,
  },
  {
    name: 'a crosswalk',
    file: 'format: goldenthread-crosswalk/1\n',
    reason: 'other-format',
    line: 1,
    says: /crosswalk/,
    mend: /bring it in as one/,
  },
  {
    name: 'no format',
    file: changed('format:', 'fromat:'),
    reason: 'other-format',
    line: 1,
    says: /“format” is missing/,
    mend: /“fromat”/,
  },
  {
    name: 'a plain letter',
    file: 'Dear all,\nplease find attached\n',
    reason: 'other-format',
    line: 1,
    says: /not made of fields/,
    mend: /right file/,
  },
  {
    name: 'a tab for an indent',
    file: changed('  - { key: council', '\t- { key: council'),
    reason: 'not-readable',
    line: 16,
    says: /tab/,
    mend: /spaces/,
  },
  {
    name: 'a colon in words',
    file: changed('partnership: Larkmere', 'partnership: Us: Larkmere'),
    reason: 'not-readable',
    line: 4,
    says: /colon/,
    mend: /quotes/,
  },
  {
    name: 'a quotation mark never closed',
    file: changed('partnership: Larkmere', 'partnership: "Larkmere'),
    reason: 'not-readable',
    line: 4,
    says: /quotation mark opens here/,
    mend: /Close it/,
  },
  {
    name: 'half a YAML file',
    file: half,
    reason: 'not-readable',
    line: 31,
    says: /stops in the middle/,
    mend: /whole file/,
  },
  {
    name: 'half a JSON file',
    file: '{ "format": "goldenthread-framework/1",\n  "tiers": [',
    reason: 'not-readable',
    line: 2,
    says: /stops in the middle/,
    mend: /whole file/,
  },
  { name: 'a YAML bomb', file: bomb, reason: 'not-readable', line: 2, says: /“\*a”/, mend: /in full/ },
  {
    name: 'brackets without end',
    file: '['.repeat(100_000),
    reason: 'not-readable',
    line: 1,
    says: /deep|stops/,
    mend: /framework|whole/,
  },
  {
    name: 'two documents',
    file: `${inventedYaml}---\n${inventedYaml}`,
    reason: 'not-readable',
    line: 40,
    says: /second document/,
    mend: /one file/,
  },
  {
    name: 'a special instruction',
    file: changed('name: Growing', 'name: !!binary Growing'),
    reason: 'not-readable',
    line: 3,
    says: /exclamation/,
    mend: /quotes/,
  },
  { name: 'an empty file', file: ' \n\n', reason: 'empty', line: 1, says: /empty/, mend: /saved/ },
  {
    name: 'a file over 2 MB',
    file: 'x'.repeat(2 * 1024 * 1024 + 1),
    reason: 'too-large',
    line: 1,
    says: /larger/,
    mend: /right file/,
  },
  {
    name: 'a million list items',
    file: '-\n'.repeat(1_000_000),
    reason: 'too-large',
    line: 1,
    says: /larger/,
    mend: /right file/,
  },
  { name: 'Latin-1', file: latin1, reason: 'not-text', line: 17, says: /UTF-8/, mend: /Save as/ },
  { name: 'UTF-16', file: utf16, reason: 'not-text', line: 1, says: /UTF-16/, mend: /UTF-8/ },
  {
    name: 'a zero byte',
    file: changed('Otters', 'Ot\u0000ters'),
    reason: 'not-text',
    line: 17,
    says: /zero byte/,
    mend: /Save as/,
  },
  {
    name: 'a lost character',
    file: changed('Otters', 'Ott\uFFFDrs'),
    reason: 'not-text',
    line: 17,
    says: /cannot be read/,
    mend: /UTF-8/,
  },
  {
    name: 'a Word file',
    file: new Uint8Array([0x50, 0x4b, 3, 4, 0, 1]),
    reason: 'not-text',
    line: 1,
    says: /Word/,
    mend: /pasted text/,
  },
  {
    name: 'a PDF',
    file: new TextEncoder().encode('%PDF-1.7\n'),
    reason: 'not-text',
    line: 1,
    says: /PDF/,
    mend: /pasted text/,
  },
];

for (const { name, file, reason, line, says, mend } of cases) {
  test(`refused, with its line and the way to mend it: ${name}`, () => {
    const refusal = refusalOf(file);
    const [first] = refusal.problems;
    assert.ok(first);
    assert.equal(refusal.reason, reason, JSON.stringify(refusal.problems.slice(0, 3)));
    assert.equal(first.line, line, JSON.stringify(first));
    assert.match(first.says, says);
    assert.match(first.mend, mend);
  });
}

test('a problem names its place in people’s words', () => {
  const [first] = refusalOf(
    changed('label: Help early, serves: [safe]', 'label: Help early, serves: [saef]'),
  ).problems;
  assert.equal(first?.where, 'elements › “Help early” › serves');
});

test('every problem of a file is told at once, in the order of the file, and at most fifty', () => {
  const several = refusalOf(
    changed('status: adopted', 'status: adoptd')
      .replace('line: 4', 'line: 0')
      .replace('role: action', 'role: deed'),
  );
  assert.deepEqual(
    several.problems.map(({ line }) => line),
    [6, 9, 22],
  );
  const many = inventedYaml.replace(
    'passages:',
    `${'  - { key: BAD, tier: outcome, label: x }\n'.repeat(200)}passages:`,
  );
  assert.equal(refusalOf(many).problems.length, 50);
});

test('a file made to exhaust the reader is refused in good time', () => {
  for (const file of [
    '['.repeat(119_999),
    '- '.repeat(110_000),
    `a: [${'{},'.repeat(40_000)}`,
    'k:\n'.repeat(110_000),
  ]) {
    const before = performance.now();
    refusalOf(file);
    assert.ok(performance.now() - before < 10_000, file.slice(0, 10));
  }
});
