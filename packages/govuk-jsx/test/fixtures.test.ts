import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exceptions } from './exceptions.ts';
import { fixturesOf, ports } from './replayed.ts';
import { treesOf } from './same-markup.ts';

for (const [component, port] of Object.entries(ports)) {
  const fixtures = fixturesOf(component);
  const excused = exceptions[component] ?? {};
  test(`${component}: our HTML is the official HTML in every published case (${fixtures.length})`, async (t) => {
    assert.ok(fixtures.length > 0);
    for (const fixture of fixtures) {
      if (fixture.name in excused) continue;
      await t.test(fixture.name, () => {
        assert.deepEqual(treesOf(port(fixture.options)), treesOf(fixture.html));
      });
    }
  });
}

test('a case named as an exception is published, and still differs', () => {
  for (const [component, cases] of Object.entries(exceptions)) {
    const port = ports[component];
    assert.ok(port, `${component} is not ported`);
    for (const [name, reason] of Object.entries(cases)) {
      const fixture = fixturesOf(component).find((each) => each.name === name);
      assert.ok(fixture, `${component} has no case “${name}”`);
      assert.ok(reason.length > 20, `“${name}” needs a reason`);
      assert.notDeepEqual(treesOf(port(fixture.options)), treesOf(fixture.html), `“${name}” is stale`);
    }
  }
});
