import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { choice, many, optionalChoice, optionalText, text, ticked, version } from './fields.ts';
import { errorOf, kept, keptAll, readForm } from './read-form.ts';

const schema = z.object({
  label: text('a label', 10),
  note: optionalText(),
  direction: choice('a direction', ['increase', 'decrease']),
  owner: optionalChoice(['board']),
  serves: many(),
  agreed: ticked(),
  version: version(),
});

test('a good form comes out typed', () => {
  const read = readForm(schema, {
    label: ['  Belonging '],
    direction: ['increase'],
    serves: ['a', 'b'],
    agreed: ['yes'],
    version: ['3'],
  });
  assert.deepEqual(read, {
    done: true,
    value: {
      label: 'Belonging',
      note: undefined,
      direction: 'increase',
      owner: undefined,
      serves: ['a', 'b'],
      agreed: true,
      version: 3,
    },
  });
});

test('each wrong answer gets one message that says how to mend it', () => {
  const read = readForm(schema, { label: ['far too long a label'], direction: ['sideways'], version: ['x'] });
  assert.ok(!read.done);
  assert.deepEqual(read.refusal.errors, [
    { field: 'label', message: 'This must be 10 characters or fewer' },
    { field: 'direction', message: 'Choose a direction' },
    { field: 'version', message: 'This page is out of date: open it again' },
  ]);
  assert.equal(errorOf(read.refusal.errors, 'direction'), 'Choose a direction');
  assert.equal(errorOf(read.refusal.errors, 'note'), undefined);
});

test('typed text is composed, its line ends plain, and what no keyboard types is dropped', () => {
  const read = readForm(z.object({ label: text('a label') }), { label: ['W\u0302yn\u0000\r\nnext'] });
  assert.deepEqual(read, { done: true, value: { label: 'Ŵyn\nnext' } });
});

test('answers are kept as typed after a refusal, and fall back to what stood before on a first showing', () => {
  const posted = { label: ['  half '], serves: ['a'] };
  assert.equal(kept(posted, 'label', 'before'), '  half ');
  assert.equal(kept(posted, 'absent', 'before'), '');
  assert.equal(kept(undefined, 'label', 'before'), 'before');
  assert.deepEqual(keptAll(posted, 'serves', ['b']), ['a']);
  assert.deepEqual(keptAll(undefined, 'serves', ['b']), ['b']);
});
