import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { packRead } from '../../queries/packs/pack-read.ts';
import { keepMeeting } from '../../store/meetings.ts';
import { addBoard, deliveryGround } from '../../store/testing.ts';
import { makePack } from './make-pack.ts';
import { publishPack } from './publish-pack.ts';

/** From what the product promises to whom: the manager makes packs; whoever reads a board's papers reads them. */
const makes: readonly Role[] = ['manager'];
const reads: readonly Role[] = [
  'manager',
  'analyst',
  'board-member',
  'partner-lead',
  'participation-worker',
  'young-inspector',
  'governance-lead',
];

test('H03 R65 who makes, publishes and reads a pack, role by role; a visitor reads what is published, for everybody', async (t) => {
  const ground = await deliveryGround(t);
  const manager = await ground.person('Mina Manager', 'manager');
  const visitor = { actor: { kind: 'visitor' }, partnershipId: ground.partnershipId } as const;
  await ground.as(manager, async (ctx) => {
    const { id: bodyId } = await addBoard(ctx);
    const element = { frameworkSlug: '', elementKey: '' };
    const day = { on: dayOf(2026, 9, 8), at: '14:00', minutes: 120, place: '', joining: '' };
    const state = { state: 'planned', cancelledBecause: '', sequence: 0, version: 1 } as const;
    const words = { key: 'board', kind: 'ordinary', title: 'The board', theme: '', element } as const;
    await keepMeeting(ctx, {
      id: ctx.newId<'meeting'>(),
      bodyId,
      cycleId: undefined,
      ...words,
      ...day,
      ...state,
    });
  });
  const made = await ground.as(manager, (ctx) => makePack(ctx, { meeting: 'board', reason: '' }));
  assert.ok(made.done);
  const { id } = made.value;
  for (const role of roles) {
    const who = await ground.person(`Some ${role}`, role);
    const again = await ground.as(who, (ctx) => makePack(ctx, { meeting: 'board', reason: 'Because.' }));
    assert.equal(again.done, makes.includes(role), `${role} makes`);
    const taken = await ground.as(who, (ctx) => publishPack(ctx, { id, publish: 'withdraw', reason: '' }));
    assert.equal(
      !taken.done && taken.refusal.reason === 'not-allowed',
      !makes.includes(role),
      `${role} publishes`,
    );
    const read = await ground.as(who, (ctx) => packRead(ctx, id, 'members'));
    assert.equal(read?.readers, reads.includes(role) ? 'members' : undefined, `${role} reads`);
  }
  assert.equal(await ground.as(visitor, (ctx) => packRead(ctx, id, 'members')), undefined);
  await ground.as(manager, (ctx) => publishPack(ctx, { id, publish: 'publish', reason: '' }));
  const open = await ground.as(visitor, (ctx) => packRead(ctx, id, 'members'));
  assert.deepEqual([open?.readers, open?.mayPublish], ['public', false]);
});
