import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appSetUp, codeAt, newAppSecret, stepOfCode } from './app-codes.ts';
import { newRecoveryCodes, newSalt, recoveryDigest, sameDigest } from './recovery-codes.ts';

/** RFC 6238, appendix B: the secret in letters, and the last six of its eight digits. */
const rfc = Buffer.from('12345678901234567890');
const vectors = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
] as const;

test('ASVS 6.5.8: codes are those of RFC 6238, by its own table', () => {
  for (const [seconds, code] of vectors) {
    const at = new Date(seconds * 1000);
    assert.equal(codeAt(rfc, at), code);
    assert.equal(stepOfCode(rfc, code, at), Math.floor(seconds / 30));
  }
});

test('ASVS 6.5.5: a code counts in its own half minute, the one before and the next, and then no more', () => {
  const secret = newAppSecret();
  const at = new Date('2026-11-23T09:00:00Z');
  const step = at.getTime() / 30_000;
  const code = codeAt(secret, at);
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);
  for (const seconds of [-30, 0, 29, 59])
    assert.equal(stepOfCode(secret, code, later(seconds)), step, `${seconds}`);
  for (const seconds of [-31, 60, 3600]) assert.equal(stepOfCode(secret, code, later(seconds)), undefined);
  assert.equal(stepOfCode(secret, ` ${code.slice(0, 3)} ${code.slice(3)} `, at), step, 'typed in two halves');
  for (const typed of ['', '12345', '1234567', '12345a', '１２３４５６', `${code}\u0000`])
    assert.equal(stepOfCode(secret, typed, at), undefined, typed);
});

test('an app is told the secret by a picture, and in letters for whoever cannot take one', () => {
  const { address, typed, squares } = appSetUp(rfc, 'Ash Tester');
  assert.match(address, /^otpauth:\/\/totp\/Golden%20Thread:Ash%20Tester\?/);
  assert.match(address, /secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ/);
  assert.equal(typed, 'GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
  assert.ok(squares.length > 20 && squares.every((row) => row.length === squares.length));
});

test('ASVS 6.5.2 and 6.5.3: recovery codes are random, kept by scrypt, and known however they are typed', async () => {
  const [codes, salt] = [newRecoveryCodes(), newSalt()];
  assert.equal(new Set(codes).size, 10);
  for (const code of codes) assert.match(code, /^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){2}$/);
  const [code = ''] = codes;
  const digest = await recoveryDigest(code, salt);
  assert.ok(sameDigest(digest, await recoveryDigest(` ${code.toUpperCase().replaceAll('-', ' ')}`, salt)));
  assert.ok(!sameDigest(digest, await recoveryDigest(codes[1] ?? '', salt)));
  assert.ok(!sameDigest(digest, await recoveryDigest(code, newSalt())));
  assert.ok(!digest.includes(code));
});
