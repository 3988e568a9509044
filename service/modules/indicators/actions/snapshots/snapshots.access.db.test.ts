import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import { ours, reportGround } from '../report/testing.ts';
import { keepScorecard } from './keep-scorecard.ts';
import { supersedeScorecard } from './supersede-scorecard.ts';

/** Written from what the product promises, apart from the code: who keeps scorecards, and says that one is wrong. */
const whoMay: { readonly [Each in Role]: 'yes' | 'no' } = {
  manager: 'yes',
  analyst: 'yes',
  'board-member': 'no',
  'partner-lead': 'no',
  'participation-worker': 'no',
  'young-inspector': 'no',
  practitioner: 'no',
  'governance-lead': 'no',
  supervisor: 'no',
  'setting-lead': 'no',
  'safeguarding-reader': 'no',
  'report-only': 'no',
  'young-person': 'no',
  parent: 'no',
  administrator: 'no',
};

const asked = { areaCode: ours, strategy: undefined, owner: undefined, name: 'Quarter 1', note: '' };

test('B20: only an analyst or a manager keeps a scorecard or says that one is wrong, in every role', async (t) => {
  const ground = await reportGround(t);
  for (const role of roles) {
    const before = await ground.act('write', (ctx) => keepScorecard(ctx, asked));
    assert.ok(before.done);
    const who = await ground.person(`Lee ${role}`, 'Somebody', role);
    const kept = await ground.as(who, (ctx) => keepScorecard(ctx, asked));
    const said = await ground.as(who, (ctx) =>
      supersedeScorecard(ctx, {
        ...{ id: before.value, reason: 'Wrong', reading: 'everybody', inPlace: 'nothing' },
      }),
    );
    assert.deepEqual([kept.done, said.done], [whoMay[role] === 'yes', whoMay[role] === 'yes'], role);
    if (!kept.done) assert.equal(kept.refusal.reason, 'not-allowed');
    if (!said.done) assert.equal(said.refusal.reason, 'not-allowed');
  }
  const visitor = ground.actAs({ kind: 'visitor' });
  const kept = await visitor('write', (ctx) => keepScorecard(ctx, asked));
  assert.ok(!kept.done && kept.refusal.reason === 'not-allowed');
});
