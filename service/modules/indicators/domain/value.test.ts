import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { markOf, sayValue, wordsOfStatus } from './say-value.ts';
import { noNumber, parseValue, valueRefusalMends, valueRefusalWords } from './value.ts';
import type { ValueDialect, ValueStatus } from './value.ts';

const statuses: ValueStatus[] = [
  'suppressed',
  'not-applicable',
  'missing',
  'low',
  'unreliable',
  'not-compared',
];

function read(text: string, dialect: ValueDialect = 'ees'): unknown {
  const outcome = parseValue(text, dialect);
  return outcome.done ? outcome.value : outcome.refusal.reason;
}

test('zero is a number, and suppressed, missing, not applicable and low are none', () => {
  assert.equal(read('0'), 0);
  assert.equal(read('0.0'), 0);
  assert.ok(Object.is(read('-0'), 0), 'minus zero is zero');
  assert.deepEqual(
    ['c', 'z', 'x', ':', '', 'low', 'k', '~', 'u'].map((text) => read(text)),
    ['suppressed', 'not-applicable', 'missing', 'missing', 'missing', 'low', 'low', 'low', 'unreliable'].map(
      (status) => ({ status }),
    ),
  );
});

test('each publisher has symbols of its own: a dash is missing in LAIT and nonsense in Explore Education Statistics', () => {
  assert.deepEqual(read('-', 'lait'), { status: 'missing' });
  assert.equal(read('-', 'ees'), 'not-a-number');
  assert.deepEqual(read('*', 'fingertips'), { status: 'suppressed' });
  assert.equal(read('*', 'ees'), 'not-a-number');
  assert.equal(read('c', 'fingertips'), 'not-a-number');
});

test('trap B2: the noise of binary numbers goes, and no digit that was published', () => {
  assert.equal(read('68.599999999999994', 'lait'), 68.6);
  assert.equal(read('4.7980000000000002E-2', 'lait'), 0.04798);
  assert.equal(read('0.30000000000000004', 'lait'), 0.3);
  assert.equal(read('45865.87766'), 45865.87766);
  assert.equal(read('12345678901.25'), 12345678901.25);
  assert.equal(read('22090148'), 22090148);
  assert.equal(read('1234567890123456'), 1234567890123456);
  assert.equal(read('1e+05'), 100000);
});

test('nonsense is refused, with words and a way to mend it', () => {
  assert.equal(read('N/A'), 'not-a-number');
  assert.equal(read(' '), 'only-spaces');
  assert.equal(read('12,3'), 'decimal-comma');
  assert.equal(read('1,234'), 'decimal-comma');
  assert.equal(read('12345678901234567890'), 'too-large');
  assert.equal(read('1e99'), 'too-large');
  for (const text of [
    '1.2.3',
    '1 2',
    ' 5',
    '5 ',
    '+5',
    'Infinity',
    'NaN',
    '0x10',
    '1e999',
    '--1',
    '12%',
    'C',
    '1e',
    ',',
    '.',
  ])
    assert.equal(read(text), 'not-a-number', text);
  for (const text of ['N/A', ' ', '12,3']) {
    const outcome = parseValue(text, 'ees');
    assert.ok(!outcome.done);
    assert.match(wordsOf(valueRefusalWords, outcome.refusal), /\.$/);
    assert.match(wordsOf(valueRefusalMends, outcome.refusal), /\.$/);
  }
});

test('any decimal of up to ten significant digits is read as exactly that number', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }),
      fc.nat({ max: 8 }),
      (digits, decimals) => {
        const text = (digits / 10 ** decimals).toFixed(decimals);
        assert.equal(read(text), Number(text) + 0);
      },
    ),
  );
});

test('every status reads and looks unlike every other, and unlike zero', () => {
  const said = [...statuses.map((status) => sayValue(noNumber(status), '%', 1)), sayValue(0, '%', 1)];
  const shown = statuses.map(markOf);
  assert.equal(new Set(said).size, 7);
  assert.equal(new Set(shown).size, 6);
  assert.equal(said[6], '0.0%');
  for (const status of statuses) {
    assert.match(markOf(status), /^\[[a-z]+\]$/);
    assert.doesNotMatch(
      wordsOfStatus(status),
      /\d|\[/,
      'words for a screen reader hold no mark and no number',
    );
  }
});

test('a value is said with its unit and its decimals', () => {
  assert.equal(sayValue(68.6, '% achieving expected level', 1), '68.6%');
  assert.equal(sayValue(47, 'Rate per 10,000', 1), '47.0 per 10,000');
  assert.equal(sayValue(114.25, 'Rate per 1000 live births', 1), '114.3 per 1,000');
  assert.equal(sayValue(81770, 'Number of Children Looked After', 0), '81,770');
  assert.equal(sayValue(-2.14, 'pp', 1), '−2.1 percentage points');
  assert.equal(sayValue(-1204, '£', 0), '−£1,204');
  assert.equal(sayValue(3.5, '£m'), '£3.5 million');
  assert.equal(sayValue(-0.04, '%', 1), '0.0%', 'never minus zero');
  assert.equal(sayValue(24.5, ''), '24.5');
});
