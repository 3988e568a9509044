import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ctx } from '#platform/db/database.ts';
import { auditEntries } from '#platform/audit/read-entries.ts';
import { ownPartnership } from '../../queries/own-partnership.ts';
import { acceptInvitation } from './invitations.ts';
import { inviteFirst, type FirstToInvite } from './invite-first.ts';
import { peopleGround } from './testing/people-ground.ts';

const wanted: FirstToInvite = {
  email: 'ada@larkmere.example',
  name: 'Ada Bright',
  role: 'administrator',
  partnership: { slug: 'larkmere', name: 'Larkmere' },
  by: 'link',
};

const first =
  (more: Partial<FirstToInvite> = {}) =>
  (ctx: Ctx) =>
    inviteFirst(ctx, { ...wanted, ...more });

test('G05: the first administrator holds their role from the moment they come, and nobody is invited beside them', async (t) => {
  const ground = await peopleGround(t);
  const invited = await ground.asService(first());
  assert.ok(invited.done && invited.value.path);
  const { personId, path } = invited.value;
  assert.equal(await ground.actor(personId), undefined, 'nothing opens before they come');
  assert.ok(ground.facts.includes('accounts.first-invited'));
  const written = await ground.asService((ctx) =>
    auditEntries(ctx, { subject: { kind: 'person', id: personId }, limit: 10 }),
  );
  assert.deepEqual(
    written.map(({ act, way, actor }) => [act, way, actor]),
    [['accounts.first-invited', 'written', 'service']],
  );
  assert.equal((await ground.asService(ownPartnership))?.name, 'Larkmere', 'the partnership has a name');
  const token = path.slice('/welcome/'.length);
  assert.ok((await ground.asService((ctx) => acceptInvitation(ctx, token))).done);
  const actor = await ground.actor(personId);
  assert.deepEqual(actor?.kind === 'person' && actor.roles, ['administrator']);
  const refused = await ground.asService(first({ email: 'eve@larkmere.example' }));
  assert.deepEqual(refused.done ? 'done' : refused.refusal, {
    reason: 'there-already',
    role: 'administrator',
    names: ['Ada Bright'],
  });
});

test('whoever was invited first and never came makes room, and so does one who chose no way to sign in in time', async (t) => {
  const ground = await peopleGround(t);
  const mistyped = await ground.asService(first());
  assert.ok(mistyped.done && mistyped.value.path);
  const right = await ground.asService(first());
  assert.ok(right.done && right.value.path, 'the same address again');
  assert.deepEqual(right.value.instead, ['Ada Bright']);
  const tokenOf = (path: string) => path.slice('/welcome/'.length);
  const over = tokenOf(mistyped.value.path);
  const late = await ground.asService((ctx) => acceptInvitation(ctx, over));
  assert.deepEqual(late.done ? 'done' : late.refusal.how, 'withdrawn');
  const path = tokenOf(right.value.path);
  assert.ok((await ground.asService((ctx) => acceptInvitation(ctx, path))).done);
  assert.ok(!(await ground.asService(first({ email: 'eve@larkmere.example' }))).done, 'they came');
  ground.later(15);
  const anew = await ground.asService(first({ email: 'eve@larkmere.example', name: 'Eve Later' }));
  assert.ok(anew.done, 'they never chose how to sign in, and their link is over');
  assert.equal(await ground.actor(right.value.personId), undefined);
});

test('only the service itself invites a first one; an address that is none, or that somebody has, is refused', async (t) => {
  const ground = await peopleGround(t);
  const lead = await ground.person('Lena Lead', ['governance-lead']);
  const asLead = await ground.as(lead, first());
  assert.deepEqual(asLead.done ? 'done' : asLead.refusal.reason, 'not-allowed');
  const none = await ground.asService(first({ email: 'ada' }));
  assert.deepEqual(none.done ? 'done' : none.refusal.reason, 'no-address');
  const taken = await ground.asService(first({ email: 'lena-lead@larkmere.example' }));
  assert.deepEqual(taken.done ? 'done' : taken.refusal.reason, 'address-taken');
  const second = await ground.asService(first({ role: 'governance-lead' }));
  assert.deepEqual(second.done ? 'done' : second.refusal.reason, 'there-already');
});
