import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLoopback, readConfig } from './config.ts';

test('with no settings the service listens on loopback, embedded, with the demonstration on', () => {
  const read = readConfig({});
  assert.ok(read.done);
  assert.equal(read.value.port, 3000);
  assert.equal(read.value.host, '127.0.0.1');
  assert.equal(read.value.databaseUrl, undefined);
  assert.equal(read.value.demonstration, true);
});

test('listening to the world switches the demonstration off unless it is asked for', () => {
  const open = readConfig({ HOST: '0.0.0.0' });
  const asked = readConfig({ HOST: '0.0.0.0', GOLDENTHREAD_DEMONSTRATION: 'on' });
  assert.ok(open.done && asked.done);
  assert.equal(open.value.demonstration, false);
  assert.equal(asked.value.demonstration, true);
  const proxied = readConfig({ GOLDENTHREAD_ORIGIN: 'https://thread.example.org' });
  assert.ok(proxied.done);
  assert.equal(proxied.value.demonstration, false, 'a proxy lets the world in, even to loopback');
});

test('every wrong setting is named at once', () => {
  const read = readConfig({ PORT: 'many', DATABASE_URL: 'http://elsewhere', GOLDENTHREAD_LOG: 'loud' });
  assert.ok(!read.done);
  assert.equal(read.refusal.problems.length, 3);
  assert.match(read.refusal.problems.join('\n'), /PORT[^]*DATABASE_URL[^]*GOLDENTHREAD_LOG/);
});

test('an empty setting counts as not set', () => {
  const read = readConfig({ DATABASE_URL: '' });
  assert.ok(read.done);
  assert.equal(read.value.databaseUrl, undefined);
});

test('loopback is this machine alone', () => {
  for (const host of ['localhost', '127.0.0.1', '127.8.8.8', '::1'])
    assert.equal(isLoopback(host), true, host);
  for (const host of ['0.0.0.0', '10.0.0.1', '127.example.org', '::'])
    assert.equal(isLoopback(host), false, host);
});
