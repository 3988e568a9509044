import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const folder = new URL('scripts/', import.meta.url);
const keeps = /\b(localStorage|sessionStorage|indexedDB|caches\.open|document\.cookie|cookieStore)\b/;

test('ASVS 14.3.3: no script keeps anything in the browser but the notes of a meeting that are not sent yet', () => {
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  assert.ok(scripts.length >= 3);
  const keepers = scripts.filter((name) => keeps.test(readFileSync(new URL(name, folder), 'utf8')));
  assert.deepEqual(keepers, ['keep-notes.js']);
  assert.ok(keeps.test('localStorage.setItem("a", "b")'), 'the look for it finds it');
});

test('ASVS 3.5.5: no script listens to messages of other windows, none runs text, none asks another host', () => {
  for (const name of readdirSync(folder)) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    assert.doesNotMatch(
      text,
      /addEventListener\(\s*['"]message['"]|\beval\(|new Function\(|innerHTML\s*=|https?:\/\//,
      name,
    );
  }
});
