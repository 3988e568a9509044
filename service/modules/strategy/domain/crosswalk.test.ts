import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  frameworksAnsweredBy,
  readCrosswalk,
  sharedMeasures,
  sideBySide,
  suggestedPairs,
  turned,
} from './crosswalk.ts';
import { readFramework } from './read-framework.ts';
import { frameworkWith, inventedYaml } from './testing/invented-framework.ts';

const outcome = readFramework(inventedYaml);
assert.ok(outcome.done);
const larkmere = outcome.value;

const other = frameworkWith({
  slug: 'tiny',
  elements: [
    { key: 'vision', tier: 'vision', label: 'Vision' },
    { key: 'secure', tier: 'outcome', label: 'Secure', serves: ['vision'] },
    { key: 'fun', tier: 'outcome', label: 'Fun', serves: ['vision'] },
  ],
  measures: [
    { element: 'secure', source: 'lait', code: 'Repeat plans', role: 'headline' },
    { element: 'fun', source: 'local', code: 'Repeat plans', role: 'headline' },
  ],
});

const text = `format: goldenthread-crosswalk/1
slug: larkmere-tiny
title: Larkmere and Tiny
left: larkmere
right: tiny
pairs:
  - { left: safe, right: fun, relation: related, note: Play is safer in company. }
  - { left: safe, right: secure, relation: broader }
`;

const both = [larkmere, other];

function refused(file: string) {
  const reading = readCrosswalk(file, both);
  assert.ok(!reading.done);
  return reading.refusal.problems[0];
}

function crosswalk() {
  const reading = readCrosswalk(text, both);
  assert.ok(reading.done, JSON.stringify(reading));
  return reading.value;
}

const broken: readonly {
  name: string;
  from: string;
  to: string;
  line: number;
  says: RegExp;
  mend: RegExp;
}[] = [
  {
    name: 'an unknown framework',
    from: 'right: tiny',
    to: 'right: tinny',
    line: 5,
    says: /no framework called “tinny”/,
    mend: /“tiny”/,
  },
  {
    name: 'an unknown element on the left',
    from: 'left: safe, right: secure',
    to: 'left: sfae, right: secure',
    line: 8,
    says: /no element “sfae” in Growing up in Larkmere/,
    mend: /“safe”/,
  },
  {
    name: 'an unknown element on the right',
    from: 'right: secure',
    to: 'right: nowhere',
    line: 8,
    says: /“nowhere” in Tiny/,
    mend: /take the pair out/,
  },
  {
    name: 'a pair twice',
    from: 'right: secure, relation: broader',
    to: 'right: fun, relation: same',
    line: 8,
    says: /already paired/,
    mend: /Keep one/,
  },
  {
    name: 'a framework against itself',
    from: 'right: tiny',
    to: 'right: larkmere',
    line: 5,
    says: /same framework/,
    mend: /other/,
  },
  {
    name: 'an unknown relation',
    from: 'relation: broader',
    to: 'relation: brodaer',
    line: 8,
    says: /brodaer/,
    mend: /Did you mean “broader”/,
  },
];

for (const { name, from, to, line, says, mend } of broken) {
  test(`a crosswalk is refused with its line and mend: ${name}`, () => {
    const problem = refused(text.replace(from, to));
    assert.equal(problem?.line, line, JSON.stringify(problem));
    assert.match(problem?.says ?? '', says);
    assert.match(problem?.mend ?? '', mend);
  });
}

test('A11: two frameworks side by side: closest partners first, and what the other has alone', () => {
  const page = sideBySide(crosswalk(), both);
  assert.ok(page.done);
  const safe = page.value.rows.find(({ element }) => element.key === 'safe');
  assert.deepEqual(
    safe?.partners.map(({ element, relation }) => [element.key, relation]),
    [
      ['secure', 'broader'],
      ['fun', 'related'],
    ],
  );
  assert.equal(page.value.rows.length, larkmere.elements.length);
  assert.deepEqual(
    page.value.rightAlone.flatMap(({ elements }) => elements.map(({ key }) => key)),
    ['vision'],
  );
  const missing = sideBySide(crosswalk(), [larkmere]);
  assert.deepEqual(missing, { done: false, refusal: { reason: 'framework-missing', slug: 'tiny' } });
});

test('read from its other end, broader is narrower, and turning twice changes nothing', () => {
  assert.deepEqual(
    turned(crosswalk()).pairs.map(({ left, relation }) => [left, relation]),
    [
      ['fun', 'related'],
      ['secure', 'narrower'],
    ],
  );
  assert.deepEqual(turned(turned(crosswalk())), crosswalk());
});

test('B05: one measure answers several frameworks; a local measure of the same name is another one', () => {
  const answers = frameworksAnsweredBy({ source: 'lait', code: 'Repeat plans' }, both);
  assert.deepEqual(
    answers.map(({ framework, element }) => [framework.slug, element.key]),
    [
      ['larkmere', 'repeat-plans'],
      ['tiny', 'secure'],
    ],
  );
  assert.deepEqual(
    sharedMeasures(both).map(({ measure }) => measure),
    [{ source: 'lait', code: 'Repeat plans' }],
  );
});

test('a shared measure suggests a pair until a crosswalk has it', () => {
  const suggested = suggestedPairs(larkmere, other);
  assert.deepEqual(
    suggested.map(({ left, right }) => [left.key, right.key]),
    [['repeat-plans', 'secure']],
  );
  const known = {
    ...crosswalk(),
    pairs: [{ left: 'repeat-plans', right: 'secure', relation: 'same' as const }],
  };
  assert.deepEqual(suggestedPairs(larkmere, other, known), []);
});

const frameworks = join(import.meta.dirname, '../../../../frameworks');

test('A11: every crosswalk of the library has both its ends', () => {
  const documents = readdirSync(frameworks, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml') && !file.startsWith('crosswalks'))
    .flatMap((file) => {
      const reading = readFramework(readFileSync(join(frameworks, file)));
      return reading.done ? [reading.value] : [];
    });
  const files = readdirSync(join(frameworks, 'crosswalks')).filter((file) => file.endsWith('.yaml'));
  assert.ok(files.length > 0);
  for (const file of files) {
    const reading = readCrosswalk(readFileSync(join(frameworks, 'crosswalks', file)), documents);
    assert.ok(reading.done, `${file}: ${JSON.stringify(reading)}`);
  }
});
