import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strategyGround } from '#modules/strategy/testing.ts';
import { whoLooked, type WhoLookedAsked } from './who-looked.ts';

const subject = { kind: 'child', id: '01900000-0000-7000-8000-0000000000c1' };
const asked: WhoLookedAsked = { subject, relationship: 'lead-worker', purpose: 'direct-help', limit: 2 };

test('R19: who looked and why, in words, the latest first; a look at the history is one too (R20)', async (t) => {
  const ground = await strategyGround(t);
  const ada = await ground.person('Ada Bright', 'practitioner');
  const look = (relationship: string, purpose: string) =>
    ground.as(ada, async (ctx) =>
      ctx.audit({ act: 'families.record-read', way: 'read', subject, relationship, purpose }),
    );
  await look('team-around', 'direct-help');
  ground.later(10);
  await look('glass', 'safeguarding');
  // the clock of a machine goes back: the order is the one in which it was written
  ground.later(-60);
  await look('supervisor', 'supervision');
  const first = await ground.as(ada, (ctx) => whoLooked(ctx, asked));
  assert.deepEqual(
    first.looks.map(({ name, role, did, relationship, why }) =>
      [name, role, did, relationship, why].join(' · '),
    ),
    [
      'Ada Bright · practitioner · read it · supervises whoever helps this child · to support and check the work of whoever helps',
      'Ada Bright · practitioner · read it · opened it in an emergency, with a reason, for three hours · to keep a child safe',
    ],
  );
  const rest = await ground.as(ada, (ctx) => whoLooked(ctx, { ...asked, before: first.next }));
  assert.deepEqual(
    [rest.looks.map(({ relationship }) => relationship), rest.next],
    [['one of the team around this child'], undefined],
  );
  const again = await ground.as(ada, (ctx) => whoLooked(ctx, asked));
  assert.deepEqual(
    again.looks.map(({ act }) => act),
    ['history read', 'history read'],
    'R20: both looks are in it',
  );
});

test('R60: what the safety of the reader asks is kept back, and counted', async (t) => {
  const ground = await strategyGround(t);
  const ada = await ground.person('Ada Bright', 'practitioner');
  for (const purpose of ['direct-help', 'safeguarding'])
    await ground.as(ada, async (ctx) =>
      ctx.audit({ act: 'families.record-read', way: 'read', subject, relationship: 'glass', purpose }),
    );
  const family = await ground.as(ada, (ctx) =>
    whoLooked(ctx, { ...asked, withheld: ({ purpose }) => purpose === 'safeguarding' }),
  );
  assert.deepEqual(
    [family.looks.map(({ why }) => why), family.withheld],
    [['to help this child or family'], 1],
  );
  const other = await ground.as(ada, (ctx) =>
    whoLooked(ctx, { ...asked, subject: { ...subject, id: '01900000-0000-7000-8000-0000000000c2' } }),
  );
  assert.deepEqual([other.looks, other.withheld, other.next], [[], 0, undefined]);
});
