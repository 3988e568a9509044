import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRetentionProposals, retentionProposals } from './retention.ts';

test('R26: every proposal has a trigger, a period, a source with its address, and an owner', () => {
  const proposals = retentionProposals();
  assert.ok(proposals.length >= 6);
  for (const { trigger, years, months, days, authority, link, owner } of proposals) {
    assert.ok(trigger && authority && owner && link.startsWith('https://'));
    assert.ok(years + months + days > 0);
  }
});

test('R26: two proposals for one class, and one without a period, are refused', () => {
  const one = (years: number) =>
    `{class: a.b, trigger: t, years: ${years}, authority: x, link: https://x.example, owner: y}`;
  const file = (proposals: string) => `name: X\npublisher: X\nnote: X\nproposals: [${proposals}]`;
  assert.throws(() => readRetentionProposals(file(`${one(1)}, ${one(2)}`)), /two proposals/);
  assert.throws(() => readRetentionProposals(file(one(0))), /no period/);
});
