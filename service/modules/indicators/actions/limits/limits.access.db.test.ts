import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { transactions } from '#platform/db/transactions.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import { ours, reportGround } from '../report/testing.ts';
import { decideLimits } from './decide-limits.ts';
import { takeBackLimits } from './take-back-limits.ts';
import { countEveryMonth, decidedSoFar, firstDays } from './testing.ts';

/** Written from who answers for what, and not from the code: an analyst alone says what a number can tell. */
const may: { readonly [Act in keyof typeof acts]: readonly Role[] } = {
  decideLimits: ['analyst'],
  takeBackLimits: ['analyst'],
};

const of = { measure: 'local:nonsense', areaCode: ours, reason: 'x'.repeat(30), seen: 0 };

const acts = {
  decideLimits: {
    allowedComesTo: 'no-limits',
    run: (ctx: Ctx) => decideLimits(ctx, { ...of, deed: 'anew', start: dayOf(2025, 9, 1) }),
  },
  takeBackLimits: {
    allowedComesTo: 'no-such-decision',
    run: (ctx: Ctx) => takeBackLimits(ctx, { ...of, id: storedId('00000000-0000-7000-8000-00000000ffff') }),
  },
} as const;

type Run = (ctx: Ctx) => Promise<{ done: boolean; refusal?: { reason: string } }>;

function actors(): readonly (readonly [string, Actor, readonly Role[]])[] {
  const person = (name: string, held: readonly Role[]): Actor => ({
    kind: 'person',
    personId: storedId('00000000-0000-7000-8000-0000000000c1'),
    name,
    roles: held,
  });
  return [
    ['visitor', { kind: 'visitor' }, []],
    ['no role', person('x', []), []],
    ...roles.map((role) => [role, person(role, [role]), [role]] as const),
  ];
}

test('who may decide about limits: every act by every role', async (t) => {
  const ground = await reportGround(t);
  for (const [name, actor, held] of actors())
    for (const act of ['decideLimits', 'takeBackLimits'] as const) {
      const { run, allowedComesTo }: { run: Run; allowedComesTo: string } = acts[act];
      const came = await ground.as(actor, run);
      const isAllowed = held.some((role) => may[act].includes(role));
      assert.equal(
        came.done ? 'done' : came.refusal?.reason,
        isAllowed ? allowedComesTo : 'not-allowed',
        `${name}: ${act}`,
      );
    }
});

test('another partnership sees nothing of what was decided, even of the same measure and area', async (t) => {
  const ground = await reportGround(t);
  const measure = await countEveryMonth(ground.act);
  const start = firstDays[7];
  assert.ok(start);
  const owen = await ground.person('Owen Tregarth', 'Analyst', 'analyst');
  const given = { ...of, measure, deed: 'anew' as const, start };
  assert.ok((await ground.as(owen, (ctx) => decideLimits(ctx, given))).done);
  const elsewhere = transactions({
    database: ground.database,
    clock: () => new Date('2026-09-03T10:00:00Z'),
    random: (bytes) => new Uint8Array(bytes),
    record: async () => {},
  });
  const who = { actor: owen, partnershipId: storedId<'partnership'>('00000000-0000-7000-8000-0000000000a2') };
  await elsewhere.inTransaction(who, 'read', async (ctx) => {
    assert.equal((await decidedSoFar(ctx, measure)).turn, 0);
  });
  assert.equal((await ground.act('read', (ctx) => decidedSoFar(ctx, measure))).turn, 1);
});
