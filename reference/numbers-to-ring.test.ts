import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numbersToRing, readNumbersToRing } from './numbers-to-ring.ts';

test('R64: 999 comes first, and Childline, the NSPCC and the Samaritans stand with source and day', () => {
  const { numbers, silent } = numbersToRing();
  const byKey = new Map(numbers.map((one) => [one.key, one.number]));
  assert.equal(numbers[0]?.number, '999');
  assert.equal(byKey.get('childline'), '0800 1111');
  assert.equal(byKey.get('nspcc'), '0808 800 5000');
  assert.equal(byKey.get('samaritans'), '116 123');
  assert.equal(silent.press, '55');
  for (const { source, checkedOn } of [...numbers, silent]) {
    assert.match(source, /^https:\/\//);
    assert.match(checkedOn, /^\d{4}-\d{2}-\d{2}$/);
  }
});

test('a list of numbers that does not begin with 999, or names one twice, is refused', () => {
  const one = (key: string, number: string) =>
    `  - { key: ${key}, name: A, number: '${number}', text: '', says: B, when: C, for: everybody, source: 'https://a.example', checkedOn: '2026-11-23' }`;
  const list = (...lines: string[]) =>
    `name: N\nlicence: L\nnumbers:\n${lines.join('\n')}\nsilent: { press: '55', source: 'https://a.example', checkedOn: '2026-11-23' }`;
  assert.throws(() => readNumbersToRing(list(one('a', '101'))), /999 is not the first/);
  assert.throws(() => readNumbersToRing(list(one('a', '999'), one('a', '101'))), /two have one key/);
});
