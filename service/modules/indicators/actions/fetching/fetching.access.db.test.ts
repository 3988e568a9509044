import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { storedId } from '#platform/kernel/id.ts';
import { importGround } from '../../testing.ts';
import { fetchSource } from './fetch-source.ts';
import { addSource, pauseSource, removeSource, wantSourceNow, type SourceToAdd } from './keep-sources.ts';
import { replayedPublishers } from './testing/replayed-publishers.ts';

/** Written apart from the code: who may say what is fetched, and have it fetched. */
const may: { readonly [Name in Role]: boolean } = {
  manager: false,
  analyst: true,
  'board-member': false,
  'partner-lead': false,
  'participation-worker': false,
  'young-inspector': false,
  practitioner: false,
  'governance-lead': false,
  supervisor: false,
  'setting-lead': false,
  'safeguarding-reader': false,
  'report-only': false,
  'young-person': false,
  parent: false,
  administrator: false,
};

const source: SourceToAdd = {
  kind: 'fingertips-indicator',
  identifier: '1',
  title: 'One',
  rhythm: 'weekly',
  comesIn: 'waits',
};

test('B04 only an analyst sets, fetches, pauses and removes what comes from publishers, in every role', async (t) => {
  const ground = await importGround(t);
  const { publishers, server } = await replayedPublishers(t, { waitingFolder: ground.keepIn });
  const everybody: [string, Actor, boolean][] = [
    ['visitor', { kind: 'visitor' }, false],
    ...roles.map((role): [string, Actor, boolean] => [
      role,
      {
        kind: 'person',
        personId: storedId('00000000-0000-7000-8000-0000000000c1'),
        name: role,
        roles: [role],
      },
      may[role],
    ]),
  ];
  const held = await ground.act('write', (ctx) => addSource(ctx, { ...source, identifier: '90284' }));
  assert.ok(held.done);
  const id = held.value;
  for (const [at, [name, actor, expected]] of everybody.entries()) {
    const act = ground.actAs(actor);
    const before = server.asked.length;
    const outcomes = {
      add: await act('write', (ctx) => addSource(ctx, { ...source, identifier: String(at + 1) })),
      want: await act('write', (ctx) => wantSourceNow(ctx, id)),
      fetch: await fetchSource(act, { publishers, id }),
      pause: await act('write', (ctx) => pauseSource(ctx, { id, isPaused: false })),
    };
    for (const [deed, outcome] of Object.entries(outcomes)) {
      assert.equal(outcome.done, expected, `${name}: ${deed}`);
      if (!outcome.done) assert.equal(outcome.refusal.reason, 'not-allowed', `${name}: ${deed}`);
    }
    assert.equal(server.asked.length > before, expected, `${name}: nothing is asked of a publisher`);
    if (!expected) {
      const removed = await act('write', (ctx) => removeSource(ctx, id));
      assert.ok(!removed.done && removed.refusal.reason === 'not-allowed', name);
    }
  }
});
