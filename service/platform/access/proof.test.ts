import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '../kernel/context.ts';
import { storedId } from '../kernel/id.ts';
import { provedToAct, provedToSee } from './proof.ts';

const now = new Date('2026-11-23T09:00:00Z');
const provedMinutesAgo = (minutes: number): Extract<Actor, { kind: 'person' }> => ({
  kind: 'person',
  personId: storedId('01900000-0000-7000-8000-000000000001'),
  name: 'Ash Tester',
  roles: ['practitioner'],
  provedAt: new Date(now.getTime() - minutes * 60_000),
});

test('R13: a proof counts for five minutes to be shown a form, and for twenty to send it', () => {
  for (const [minutes, sees, acts] of [
    [0, true, true],
    [5, true, true],
    [5.1, false, true],
    [20, false, true],
    [20.1, false, false],
    [-0.5, true, true],
    [-24 * 60, false, false],
  ] as const) {
    assert.equal(provedToSee(provedMinutesAgo(minutes), now), sees, `${minutes} minutes ago, to see`);
    assert.equal(provedToAct(provedMinutesAgo(minutes), now), acts, `${minutes} minutes ago, to act`);
  }
});

test('R13: whoever only chose who to be, a visitor and the service itself have proved nothing', () => {
  const chose: Actor = { ...provedMinutesAgo(0), provedAt: new Date(0) };
  assert.equal(provedToAct(chose, now), false);
  assert.equal(provedToAct({ kind: 'visitor' }, now), false);
  assert.equal(provedToAct({ kind: 'service', name: 'a job' }, now), false);
});
