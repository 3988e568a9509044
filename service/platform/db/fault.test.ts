import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultOf } from './fault.ts';

const cases: readonly (readonly [string, string, string])[] = [
  ['08006', 'connection failure', 'unavailable'],
  ['57P02', 'terminating connection because of crash of another server process', 'unavailable'],
  ['53300', 'sorry, too many clients already', 'unavailable'],
  ['58030', 'could not fsync file "pg_wal/000000010000000000000001": Input/output error', 'unavailable'],
  ['0A000', 'cached plan must not change result type', 'unavailable'],
  ['53100', 'could not extend file: No space left on device', 'disk-full'],
  ['58030', 'could not write to file: No space left on device', 'disk-full'],
  ['57014', 'canceling statement due to statement timeout', 'timeout'],
  ['40P01', 'deadlock detected', 'serialization'],
  ['23505', 'duplicate key value violates unique constraint', 'unique'],
  ['42P01', 'relation "nothing" does not exist', 'other'],
];

test('what the database says is told apart by what helps: waiting, room, asking again', () => {
  for (const [code, message, expected] of cases)
    assert.equal(faultOf({ code, message }).code, expected, `${code} ${message}`);
});

test('words about a value stay out of what is logged', () => {
  const fault = faultOf({ code: '22P02', message: 'invalid input syntax for type integer: "Ada Lovelace"' });
  assert.doesNotMatch(fault.message, /Ada/);
});
