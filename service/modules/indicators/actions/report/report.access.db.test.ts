import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { transactions } from '#platform/db/transactions.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import { overrulingsOf } from '../../store/overrulings.ts';
import { storyTexts } from '../../store/stories.ts';
import { describeMeasure } from './describe-measure.ts';
import { overruleVerdict } from './overrule-verdict.ts';
import { setTarget, takeTargetAway } from './set-target.ts';
import { takeBackOverruling } from './take-back-overruling.ts';
import { tellStory } from './tell-story.ts';
import { ours, repeatPlans, reportGround } from './testing.ts';

/**
 * Written from who answers for what, and not from the code: an analyst alone says what a number can tell; what is aimed
 * at and why it goes as it does, the manager of the partnership writes too.
 */
const may: { readonly [Act in keyof typeof acts]: readonly Role[] } = {
  overruleVerdict: ['analyst'],
  takeBackOverruling: ['analyst'],
  setTarget: ['analyst', 'manager'],
  takeTargetAway: ['analyst', 'manager'],
  tellStory: ['analyst', 'manager'],
  describeMeasure: ['analyst', 'manager'],
};

const of = { measure: repeatPlans, areaCode: ours };
const nothingSaid = {
  concerns: undefined,
  asks: undefined,
  betterOff: [],
  levels: [],
  owner: '',
  nextOn: undefined,
};

type Run = (ctx: Ctx) => Promise<{ done: boolean; refusal?: { reason: string } }>;

/** Each act, as somebody would come to it; what it comes to where it is allowed is said beside it. */
const acts = {
  overruleVerdict: {
    allowedComesTo: 'verdict-changed',
    run: (ctx: Ctx) =>
      overruleVerdict(ctx, { ...of, about: 'england', said: 'similar', reason: 'x'.repeat(30), seen: '' }),
  },
  takeBackOverruling: {
    allowedComesTo: 'no-such-overruling',
    run: (ctx: Ctx) => takeBackOverruling(ctx, storedId('00000000-0000-7000-8000-00000000ffff')),
  },
  setTarget: {
    allowedComesTo: 'day-past',
    run: (ctx: Ctx) =>
      setTarget(ctx, { ...of, value: 1, byOn: dayOf(2020, 1, 1), agreedBy: 'x', words: '', seen: 0 }),
  },
  takeTargetAway: {
    allowedComesTo: 'no-target',
    run: (ctx: Ctx) => takeTargetAway(ctx, { ...of, seen: 0 }),
  },
  tellStory: {
    allowedComesTo: 'no-such-measure',
    run: (ctx: Ctx) => tellStory(ctx, { ...of, areaCode: 'X9', part: 'partners', words: 'x', seen: 0 }),
  },
  describeMeasure: {
    allowedComesTo: 'no-such-measure',
    run: (ctx: Ctx) => describeMeasure(ctx, { measure: 'lait:Nonsense', words: nothingSaid, seen: 0 }),
  },
} as const satisfies Record<string, { allowedComesTo: string; run: Run }>;

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

const names = [
  'overruleVerdict',
  'takeBackOverruling',
  'setTarget',
  'takeTargetAway',
  'tellStory',
  'describeMeasure',
] as const;

test('who may write what on a report card: every act by every role', async (t) => {
  const ground = await reportGround(t);
  for (const [name, actor, held] of actors())
    for (const act of names) {
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

test('another partnership sees nothing of what is written, even where it asks for the same area', async (t) => {
  const ground = await reportGround(t);
  const owen = await ground.person('Owen Tregarth', 'Analyst', 'analyst');
  const told = { ...of, part: 'partners' as const, words: 'Ours alone', seen: 0 };
  assert.ok((await ground.as(owen, (ctx) => tellStory(ctx, told))).done);
  const elsewhere = transactions({
    database: ground.database,
    clock: () => new Date('2026-09-03T10:00:00Z'),
    random: (bytes) => new Uint8Array(bytes),
    record: async () => {},
  });
  const who = { actor: owen, partnershipId: storedId<'partnership'>('00000000-0000-7000-8000-0000000000a2') };
  await elsewhere.inTransaction(who, 'read', async (ctx) => {
    assert.deepEqual(await storyTexts(ctx, of), []);
    assert.deepEqual(await overrulingsOf(ctx, { measures: [repeatPlans], areaCodes: [ours] }), []);
  });
  const here = await ground.act('read', (ctx) => storyTexts(ctx, of));
  assert.equal(here.length, 1);
});
