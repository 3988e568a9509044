import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { bringGaps } from '../../queries/gaps/testing.ts';
import { setUpCounties } from '../../queries/testing.ts';
import { importGround, type ImportGround } from '../../testing.ts';
import { addHypothesis } from './add-hypothesis.ts';
import { addGroup, removeGroup } from './own-groups.ts';
import { changeHypothesis } from './change-hypothesis.ts';

/** Written from what the product promises, apart from the code: who may say why a gap might be there. */
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

const gap = { measure: 'lait:FSP_NEW_GOODDEV', group: 'free-school-meals', areaCode: 'X10000001' };
const ownGroup = { dimension: 'Role', others: 'others', column: 'role', othersItem: undefined };
const words = { words: 'Nursery places', state: 'open', evidence: '' } as const;

function person(role: Role): Actor {
  return {
    kind: 'person',
    personId: storedId('00000000-0000-7000-8000-0000000000c1'),
    name: 'Lee Rowan',
    roles: [role],
  };
}

async function made(ground: ImportGround): Promise<Id<'gap-hypothesis'>> {
  const asService = ground.actAs({ kind: 'service', name: 'test' });
  await setUpCounties({ act: ground.act, asService, keepIn: ground.keepIn });
  await bringGaps(ground);
  const added = await ground.act('write', (ctx) => addHypothesis(ctx, { gap, words: 'Nursery places' }));
  assert.ok(added.done);
  return added.value;
}

test('C07 only an analyst or a manager says why a gap might be there, in every role', async (t) => {
  const ground = await importGround(t);
  const id = await made(ground);
  for (const role of roles) {
    const act = ground.actAs(person(role));
    const added = await act('write', (ctx) => addHypothesis(ctx, { gap, words: `As ${role}` }));
    const changed = await act('write', (ctx) => changeHypothesis(ctx, { id, version: 1, words }));
    const grouped = await act('write', (ctx) =>
      addGroup(ctx, { ...ownGroup, item: role, name: `as ${role}` }),
    );
    const removed = await act('write', (ctx) => removeGroup(ctx, `own-as-${role}`));
    const outcomes = [added.done, changed.done, grouped.done, removed.done];
    assert.deepEqual(
      outcomes,
      outcomes.map(() => whoMay[role] === 'yes'),
      role,
    );
    if (!added.done) assert.equal(added.refusal.reason, 'not-allowed');
  }
  const visitor = ground.actAs({ kind: 'visitor' });
  const added = await visitor('write', (ctx) => addHypothesis(ctx, { gap, words: 'As nobody' }));
  assert.ok(!added.done && added.refusal.reason === 'not-allowed');
});

test('C07 what stood before is kept with who and when, nobody writes over words unseen, and each is a fact', async (t) => {
  const ground = await importGround(t);
  const id = await made(ground);
  const supported = { words: 'Nursery places', state: 'supported', evidence: 'We counted.' } as const;
  const first = await ground.act('write', (ctx) =>
    changeHypothesis(ctx, { id, version: 1, words: supported }),
  );
  assert.ok(first.done);
  assert.deepEqual(
    first.value.steps.map(({ version, state, byName }) => [version, state, byName]),
    [
      [1, 'open', 'Ada Bright'],
      [2, 'supported', 'Ada Bright'],
    ],
  );
  const late = { ...supported, state: 'refuted' } as const;
  const second = await ground.act('write', (ctx) => changeHypothesis(ctx, { id, version: 1, words: late }));
  assert.ok(!second.done && second.refusal.reason === 'changed-meanwhile');
  assert.equal(second.refusal.theirs.state, 'supported');
  const same = await ground.act('write', (ctx) =>
    changeHypothesis(ctx, { id, version: 1, words: supported }),
  );
  assert.ok(same.done, 'the same words twice are no quarrel');
  assert.equal(same.value.version, 2);
  assert.deepEqual(
    ground.facts.map(({ type }) => type).filter((type) => type.includes('hypothesis')),
    ['indicators.gap-hypothesis-added', 'indicators.gap-hypothesis-changed'],
  );
});

test('C07 neither a gap that is not there nor evidence that is not there will do', async (t) => {
  const ground = await importGround(t);
  const id = await made(ground);
  for (const wrong of [
    { ...gap, group: 'nobody' },
    { ...gap, areaCode: 'E99999999' },
    { ...gap, measure: 'lait:No' },
  ]) {
    const added = await ground.act('write', (ctx) => addHypothesis(ctx, { gap: wrong, words: 'Why' }));
    assert.ok(!added.done && added.refusal.reason === 'no-such-gap');
  }
  const bare = { words: 'Nursery places', state: 'refuted', evidence: ' ' } as const;
  const changed = await ground.act('write', (ctx) => changeHypothesis(ctx, { id, version: 1, words: bare }));
  assert.ok(!changed.done && changed.refusal.reason === 'evidence-missing');
  const none = storedId<'gap-hypothesis'>('00000000-0000-7000-8000-0000000000ff');
  const missing = await ground.act('write', (ctx) => changeHypothesis(ctx, { id: none, version: 1, words }));
  assert.ok(!missing.done && missing.refusal.reason === 'hypothesis-missing');
});
