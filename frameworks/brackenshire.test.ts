import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  checkFramework,
  type FrameworkDocument,
  graphOf,
  readFramework,
  unreachable,
  walkDown,
} from '#modules/strategy/index.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { looseReferences, published, fold, labelWords } from './faithfulness.ts';

const document = read();

test('A14 the invented county has an adopted framework of four years that refers to nothing absent', () => {
  assert.equal(document.slug, 'brackenshire');
  assert.equal(document.status, 'adopted');
  assert.deepEqual(document.period, { start: '2026-04-01', end: '2030-03-31', words: '2026 to 2030' });
  assert.deepEqual(looseReferences(document), []);
  assert.deepEqual(unreachable(graphOf(document)), []);
});

test('A10 a manager finds exactly the loose ends that were left to be mended, and no more', () => {
  const found = checkFramework({ document, today: dayOf(2026, 11, 22) });
  const toMend = found.filter(({ severity }) => severity === 'loose-end');
  assert.deepEqual(
    toMend.map(({ rule, element }) => [rule, element]),
    [
      ['no-measure', 'play-everywhere'],
      ['no-direction', 'sign-next-step'],
      ['no-owner', 'short-breaks-menu'],
      ['ask-unanswered', 'ask-toilets'],
    ],
  );
  assert.deepEqual(
    found.filter(({ rule }) => rule === 'one-organisation').map(({ element }) => element),
    ['fun-and-adventure'],
  );
});

test('B22 B23 the way in is six outcomes, fun among them, and each has a number or an honest empty place', () => {
  assert.equal(document.wayIn.length, 6);
  assert.ok(document.wayIn.includes('fun-and-adventure'));
  const answered = new Set([...document.measures, ...document.unanswered].map((one) => one.element));
  assert.deepEqual(
    document.wayIn.filter((key) => !answered.has(key)),
    [],
  );
});

test('D04 the young people’s plan stands straight under the promise, and eight of its nine asks are answered', () => {
  const asks = document.elements.filter((one) => one.tier === 'big-ask');
  assert.equal(asks.length, 9);
  assert.ok(asks.every((one) => one.serves.includes('promise')));
  const graph = graphOf(document);
  const answered = asks.filter((one) =>
    walkDown(graph, one.key).some((step) => step.tier.key === 'priorities'),
  );
  assert.equal(answered.length, 8);
});

test('A21 every priority has a need behind it', () => {
  const needed = new Set(
    document.passages.filter(({ kind }) => kind === 'need').flatMap(({ about }) => about),
  );
  const priorities = document.elements.filter((one) => one.tier === 'priorities');
  assert.equal(priorities.length, 15);
  assert.deepEqual(
    priorities.filter((one) => !needed.has(one.key)).map((one) => one.key),
    [],
  );
});

test('A15 A16 A17 it has a foreword, a look back, evidence and a caution about its own lines', () => {
  const kinds = new Set(document.passages.map(({ kind }) => kind));
  for (const kind of [
    'foreword',
    'going-well',
    'to-improve',
    'evidence',
    'caution',
    'sister-strategy',
  ] as const)
    assert.ok(kinds.has(kind), kind);
});

test('its words are its own: every label is short and every statement is marked as published', () => {
  const labels = published(document).filter(({ where, words }) =>
    document.elements.some((one) => one.key === where && one.label === words),
  );
  assert.equal(labels.length, document.elements.length);
  assert.deepEqual(
    labels.filter(({ words }) => fold(words).length > labelWords),
    [],
  );
  assert.ok(
    document.elements.every((one) => one.statement === undefined || one.statementWording === 'published'),
  );
});

function read(): FrameworkDocument {
  const outcome = readFramework(readFileSync(join(import.meta.dirname, 'brackenshire.yaml')));
  assert.ok(outcome.done, 'the file reads as a framework');
  return outcome.value;
}
