import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import { deliveryGround } from '../../store/testing.ts';
import { addPlan } from '../plan/write-plan.ts';
import { agreePlan, beginNextPlan, closeYear } from './close-year.ts';
import { sayLookBack, takeLookBack } from './say-look-back.ts';
import { turnBack } from './turn-back.ts';
import { carryAllOpen, turnLine } from './turn-line.ts';
import { draftYearReport, editYearReport, publishYearReport } from './write-report.ts';

const planKey = '2025-26';

/** A year in which nothing was set out to do. */
async function agreedYear(t: TestContext) {
  const ground = await deliveryGround(t);
  const priya = await ground.person('Priya North', 'manager');
  const as = <T>(work: (ctx: Ctx) => Promise<T>) => ground.as(priya, work);
  const plan = await as((ctx) =>
    addPlan(ctx, {
      key: planKey,
      title: 'Our plan for 2025/26',
      frameworkSlug: 'brackenshire',
      from: dayOf(2025, 4, 1),
      until: dayOf(2026, 3, 31),
      state: 'agreed',
      agreedOn: undefined,
    }),
  );
  assert.ok(plan.done);
  return { ground, as };
}

const said = {
  priorityId: undefined,
  judgement: 'must-get-better',
  who: 'young-people',
  words: 'Say it sooner.',
  evidence: '',
  saidFor: 'Young Brackens',
} as const;

/** Written from what the product promises, apart from the code: who does what as a year turns. */
const whoDoes: Readonly<Record<string, readonly Role[]>> = {
  looks: ['manager', 'analyst', 'board-member', 'partner-lead', 'participation-worker', 'young-inspector'],
  turns: ['manager', 'analyst', 'participation-worker'],
  decides: ['manager'],
};

test('H05 B16 every act of a year by every role', async (t) => {
  const { ground } = await agreedYear(t);
  const nothing = storedId<'look-back'>('01900000-0000-7000-8000-00000000ffff');
  const acts: readonly [
    string,
    keyof typeof whoDoes,
    (ctx: Ctx) => Promise<{ done: boolean; refusal?: { reason: string } }>,
  ][] = [
    ['look back', 'looks', (ctx) => sayLookBack(ctx, { planKey, words: said })],
    ['take out', 'looks', (ctx) => takeLookBack(ctx, { planKey, id: nothing })],
    ['turn', 'turns', (ctx) => turnLine(ctx, { planKey, subjectId: '', became: 'done', reason: '' })],
    ['turn back', 'turns', (ctx) => turnBack(ctx, { planKey, subjectId: '', turnId: '' })],
    ['begin', 'turns', (ctx) => beginNextPlan(ctx, planKey)],
    ['draft', 'turns', (ctx) => draftYearReport(ctx, planKey)],
    ['edit', 'turns', (ctx) => editYearReport(ctx, { planKey, kind: 'none', seen: 1, words: '' })],
    ['close', 'decides', (ctx) => closeYear(ctx, planKey)],
    ['agree', 'decides', (ctx) => agreePlan(ctx, { planKey, decision: 1 })],
    ['publish', 'decides', (ctx) => publishYearReport(ctx, { planKey: 'none', reason: '' })],
    ['carry all', 'turns', (ctx) => carryAllOpen(ctx, { planKey: 'none', reason: '' })],
  ];
  for (const role of roles) {
    const who = await ground.person(`As ${role}`, role);
    for (const [name, kind, act] of acts) {
      const came = await ground.as(who, act);
      const turnedAway = !came.done && came.refusal?.reason === 'not-allowed';
      assert.equal(!turnedAway, whoDoes[kind]?.includes(role), `${role}: ${name}`);
    }
  }
});

test('H05 young people take out their own words, and nobody else’s but who turns the year', async (t) => {
  const { ground, as } = await agreedYear(t);
  const tam = await ground.person('Tam', 'young-inspector');
  const sam = await ground.person('Sam', 'partner-lead');
  const mine = await ground.as(tam, (ctx) => sayLookBack(ctx, { planKey, words: said }));
  assert.ok(mine.done);
  const { id } = mine.value;
  const other = await ground.as(sam, (ctx) => takeLookBack(ctx, { planKey, id }));
  assert.equal(!other.done && other.refusal.reason, 'not-allowed');
  assert.ok((await ground.as(tam, (ctx) => takeLookBack(ctx, { planKey, id }))).done);
  const gone = await as((ctx) => takeLookBack(ctx, { planKey, id }));
  assert.equal(!gone.done && gone.refusal.reason, 'look-back-missing');
});
