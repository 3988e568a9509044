import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import { roles } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Who } from '#platform/db/transactions.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { dayOf } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { emptyDecision, type DecisionWords } from '../../domain/decisions/new-decision.ts';
import type { Plan } from '../../domain/plan.ts';
import { decisionSubjects } from '../../queries/delivery-subjects.ts';
import { withWhatCame } from '../../queries/meetings/last-time.ts';
import { planView } from '../../queries/plan/plan-view.ts';
import { allActions } from '../../store/actions.ts';
import { allDecisions, decisionByNumber } from '../../store/decisions.ts';
import { keepMembership } from '../../store/memberships.ts';
import { planChanges } from '../../store/minutes/plan-changes.ts';
import { tables } from '../../store/delivery-tables.ts';
import { addBoard, addMeeting, deliveryGround } from '../../store/testing.ts';
import { addPlan } from '../plan/write-plan.ts';
import { endMeeting } from '../minutes/close-meeting.ts';
import { decide } from './decide.ts';
import { sayWhatCame } from './say-what-came.ts';

const meetingKey = 'board-september';
const words = (given: Partial<DecisionWords> = {}): DecisionWords => ({
  ...emptyDecision,
  title: 'Put a nursery nurse in every hub',
  words: 'Each hub has one from January.',
  reason: 'Parents asked for it three times.',
  ownerName: 'Asha Field',
  ownerOrganisation: 'early-help',
  element: { frameworkSlug: 'brackenshire', elementKey: 'gentle-start' },
  ...given,
});

async function ground(t: TestContext) {
  const opened = await deliveryGround(t);
  const priya = await opened.person('Priya North', 'manager');
  await opened.as(priya, async (ctx) => addMeeting(ctx, await addBoard(ctx)));
  opened.facts.length = 0;
  const put = (given: Partial<DecisionWords> = {}, rest: object = {}) =>
    opened.as(priya, (ctx) => decide(ctx, { meetingKey, itemId: undefined, words: words(given), ...rest }));
  return { ...opened, priya, put };
}

test('H02 a decision makes its action in the same breath, with its owner, its day and the element it serves', async (t) => {
  const { put, as, priya, facts } = await ground(t);
  const action = { title: '', email: 'asha@early-help.example', due: dayOf(2026, 12, 1) };
  const decided = await put({ becomes: 'action', due: dayOf(2027, 1, 20) }, { action });
  assert.ok(decided.done);
  const [made] = await as(priya, allActions);
  assert.deepEqual(
    [made?.decisionId, made?.title, made?.owner.name, made?.due, made?.element.elementKey],
    [decided.value.decision.id, words().title, 'Asha Field', '2026-12-01', 'gentle-start'],
  );
  assert.deepEqual(facts, ['delivery.decided', 'delivery.action-added']);
});

test('H02 what hinders the action undoes the decision: a refusal before, and a fault after', async (t) => {
  const { put, as, priya } = await ground(t);
  const wrong = await put({ becomes: 'action' }, { action: { title: '', email: 'nowhere', due: undefined } });
  assert.equal(!wrong.done && wrong.refusal.reason, 'address-wrong');
  await assert.rejects(
    as(priya, (ctx) =>
      decide(
        {
          ...ctx,
          record: (fact) =>
            fact.type === 'delivery.action-added' ? Promise.reject(new Error('no ink')) : ctx.record(fact),
        },
        { meetingKey, itemId: undefined, words: words({ becomes: 'action' }) },
      ),
    ),
    /no ink/,
  );
  const left = await as(priya, async (ctx) => [await allDecisions(ctx), await allActions(ctx)]);
  assert.deepEqual(left, [[], []]);
});

test('H14 a change to a service keeps what was, what is to be, and who took part', async (t) => {
  const { put, as, priya } = await ground(t);
  const bare = await put({ becomes: 'service-change' });
  assert.equal(!bare.done && bare.refusal.reason, 'change-missing');
  const change = { what: 'The front door', before: 'A form', after: 'A call', takenPart: 'Twelve parents' };
  assert.ok((await put({ becomes: 'service-change' }, { change: { ...change, planId: undefined } })).done);
  const [kept] = await as(priya, (ctx) => planChanges(ctx));
  assert.deepEqual(
    [kept?.what, kept?.before, kept?.after, kept?.takenPart],
    ['The front door', 'A form', 'A call', 'Twelve parents'],
  );
});

test('H02 a decision that changes the plan changes the one in force; of several, one is chosen; the plan shows it to whoever may read the decision', async (t) => {
  const { put, as, priya, partnershipId } = await ground(t);
  const change = { what: 'The bus first', before: '', after: 'It runs from January', takenPart: '' };
  const changing = (planId: Id<'plan'> | undefined, given: Partial<DecisionWords> = {}) =>
    put({ becomes: 'plan-change', ...given }, { change: { ...change, planId } });
  const plan = async (key: string, state: Plan['state'] = 'agreed') => {
    const span = { from: dayOf(2026, 4, 1), until: dayOf(2027, 3, 31) };
    const words = { key, title: `The plan ${key}`, frameworkSlug: 'brackenshire', ...span };
    const added = await as(priya, (ctx) => addPlan(ctx, { ...words, state, agreedOn: span.from }));
    assert.ok(added.done);
    return added.value.id;
  };
  assert.ok((await changing(undefined)).done, 'where none is in force, the decision stands by itself');
  const [only, draft] = [await plan('one'), await plan('next', 'draft')];
  assert.ok((await changing(undefined)).done);
  const other = await plan('two');
  const open = await changing(undefined);
  assert.equal(!open.done && open.refusal.reason, 'plan-to-choose');
  const notYet = await changing(draft);
  assert.equal(!notYet.done && notYet.refusal.reason, 'plan-not-in-force');
  assert.ok((await changing(other, { publishing: { publish: 'exempt', ground: 'Paragraph 3' } })).done);
  const kept = await as(priya, async (ctx) => withWhatCame(ctx, (await allDecisions(ctx)).toReversed()));
  assert.deepEqual(
    kept.map(({ changes }) => changes.map((one) => [one.planId, one.plan?.key])),
    [[[undefined, undefined]], [[only, 'one']], [[other, 'two']]],
  );
  const visitor = { actor: { kind: 'visitor' } as const, partnershipId };
  const shown = (who: Who, key: string) =>
    as(who, async (ctx) => (await planView(ctx, key))?.changes.map((one) => one.decision.number));
  assert.deepEqual([await shown(visitor, 'one'), await shown(priya, 'two')], [[2], [3]]);
  assert.deepEqual(await shown(visitor, 'two'), [], 'what is exempt is not told by the plan');
});

test('H02 a decision is never rewritten: a later one replaces it, once, and both say so', async (t) => {
  const { put, as, priya } = await ground(t);
  const first = await put();
  assert.ok(first.done);
  const replaces = first.value.decision.id;
  const second = await put({ title: 'Two nurses a hub', replaces });
  assert.ok(second.done);
  assert.equal(second.value.decision.replaces, replaces);
  const again = await put({ replaces });
  assert.deepEqual(!again.done && [again.refusal.reason], ['replaced-already']);
  const seen = await as(priya, async (ctx) => withWhatCame(ctx, await allDecisions(ctx)));
  assert.equal(seen.find(({ decision }) => decision.number === 1)?.replacedBy?.number, 2);
  for (const column of ['words', 'title', 'reason', 'dissent', 'decided_on', 'replaces'])
    await assert.rejects(
      as(priya, (ctx) => sql.raw(`update delivery.decision set ${column} = ${column}`).execute(ctx.db)),
      /permission denied/,
    );
});

test('H02 what came of a decision is told later, and not over somebody else’s words', async (t) => {
  const { put, as, priya } = await ground(t);
  await put();
  const told = await as(priya, (ctx) =>
    sayWhatCame(ctx, { number: 1, seen: 1, words: ' Four hubs have one. ' }),
  );
  assert.ok(told.done);
  assert.deepEqual([told.value.cameOfIt, told.value.cameOn], ['Four hubs have one.', '2026-09-03']);
  const stale = await as(priya, (ctx) => sayWhatCame(ctx, { number: 1, seen: 1, words: 'None.' }));
  assert.equal(!stale.done && stale.refusal.reason, 'changed-meanwhile');
});

test('R65 what is exempt says on which ground, and neither its words nor its title reach a visitor, on the thread or through its action', async (t) => {
  const { put, as, priya, partnershipId } = await ground(t);
  const bare = await put({ publishing: { publish: 'exempt', ground: ' ' } });
  assert.equal(!bare.done && bare.refusal.reason, 'ground-missing');
  const exempt = { publish: 'exempt', ground: 'Schedule 12A, paragraph 3' } as const;
  assert.ok((await put({ publishing: exempt, becomes: 'action' })).done);
  const [action] = await as(priya, allActions);
  assert.deepEqual([action?.title, action?.what], ['What D1 decided', '']);
  const visitor: Actor = { kind: 'visitor' };
  const under = async (ctx: Ctx) =>
    await decisionSubjects.under?.(ctx, { frameworkSlug: 'brackenshire', elementKey: 'gentle-start' });
  assert.deepEqual(await as({ actor: visitor, partnershipId }, under), []);
  assert.equal((await as(priya, under))?.length, 1);
});

test('H06 what was decided with too few there says so, as it is written and when the meeting ends', async (t) => {
  const { put, as, priya } = await ground(t);
  const unknown = await put();
  assert.equal(unknown.done && unknown.value.decision.quorum, 'not-known');
  const seats = ['council', 'council', 'police'].map((organisationKey, index) => ({
    organisationKey,
    name: `Member ${index}`,
  }));
  await as(priya, async (ctx) => {
    const [decision] = await allDecisions(ctx);
    for (const [index, seat] of seats.entries()) {
      const id = ctx.newId<'membership'>();
      const [bodyId, meetingId] = [decision?.bodyId, decision?.meetingId];
      assert.ok(bodyId && meetingId);
      const part = {
        part: 'member',
        votes: true,
        email: '',
        from: dayOf(2025, 1, 1),
        until: undefined,
      } as const;
      await keepMembership(ctx, { id, bodyId, personId: undefined, ...seat, ...part });
      await tables(ctx)
        .insertInto('delivery.attendance')
        .values({
          partnership_id: ctx.partnershipId,
          meeting_id: meetingId,
          membership_id: id,
          came: index === 2 ? 'apologies' : 'there',
          contribution: '',
          said_at: ctx.now,
          said_by_name: 'Priya North',
        })
        .execute();
    }
  });
  const few = await put();
  assert.equal(few.done && few.value.decision.quorum, 'not-quorate');
  await as(priya, (ctx) =>
    sql.raw(`update delivery.attendance set came = 'sent-somebody' where came = 'apologies'`).execute(ctx.db),
  );
  assert.ok((await as(priya, (ctx) => endMeeting(ctx, meetingKey))).done);
  const after = await as(priya, async (ctx) => [
    await decisionByNumber(ctx, 1),
    await decisionByNumber(ctx, 2),
  ]);
  assert.deepEqual(
    after.map((decision) => decision?.quorum),
    ['quorate', 'quorate'],
  );
});

/** Written from what the product promises, apart from the code: who writes down what a board decides. */
const whoDecides: readonly string[] = ['manager', 'board-member'];

test('H02 who takes minutes writes decisions and what came of them; nobody else does', async (t) => {
  const { as, person, put, partnershipId } = await ground(t);
  await put();
  const asking: Who[] = [{ actor: { kind: 'visitor' }, partnershipId }];
  for (const role of roles) asking.push(await person(`As ${role}`, role));
  for (const who of asking) {
    const role = who.actor.kind === 'person' ? (who.actor.roles[0] ?? '') : 'visitor';
    const decided = await as(who, (ctx) => decide(ctx, { meetingKey, itemId: undefined, words: words() }));
    assert.equal(decided.done, whoDecides.includes(role), `${role} decides`);
    const told = await as(who, (ctx) => sayWhatCame(ctx, { number: 1, seen: 99, words: 'Much.' }));
    const reason = !told.done && told.refusal.reason;
    assert.equal(reason, whoDecides.includes(role) ? 'changed-meanwhile' : 'not-allowed', `${role} tells`);
  }
});
