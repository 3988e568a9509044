import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { StrategyGround } from '#modules/strategy/testing.ts';
import { roles, type Role } from '#platform/access/policy.ts';
import type { Who } from '#platform/db/transactions.ts';
import { dayOf } from '#platform/kernel/day.ts';
import type { Commission } from '../../domain/commissioning/commission.ts';
import { emptyDecision } from '../../domain/decisions/new-decision.ts';
import type { CommissionWords, OptionWords } from '../../domain/commissioning/new-commission.ts';
import { commissionView } from '../../queries/commissioning/commission-view.ts';
import { addBoard, addMeeting, deliveryGround } from '../../store/testing.ts';
import { decide } from '../decisions/decide.ts';
import { stepForward, type StepAsked } from './step-forward.ts';
import { beginCommission, changeCommission } from './write-commission.ts';
import { writeOption } from './write-option.ts';

const ends: (() => unknown)[] = [];
let ground: StrategyGround;
let priya: Who;

before(async () => {
  ground = await deliveryGround({ after: (end: () => unknown) => void ends.push(end) });
  priya = await ground.person('Priya North', 'manager');
  await ground.as({ ...priya, actor: { kind: 'service', name: 'test' } }, async (ctx) => {
    await addMeeting(ctx, await addBoard(ctx));
    const made = await decide(ctx, {
      meetingKey: 'board-september',
      itemId: undefined,
      words: { ...emptyDecision, title: 'Buy it', words: 'We buy it.', reason: 'It is needed.' },
    });
    assert.ok(made.done, JSON.stringify(made));
  });
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

function needed(given: Partial<CommissionWords> = {}): CommissionWords {
  return {
    title: 'Somebody to talk to',
    element: { frameworkSlug: 'brackenshire', elementKey: 'kinder-minds' },
    need: 'One child in six waits eleven weeks.',
    needMeasureId: '',
    needSource: 'The count of waits in June',
    anyway: 'A third would feel better without us.',
    ask: 'Agree the second option.',
    partners: ['open-gate', 'early-help'],
    ownerName: '',
    outcomeMeasureId: '',
    ...given,
  };
}

function option(given: Partial<OptionWords> = {}): OptionWords {
  return {
    title: 'Go on as now',
    words: '',
    oneOffPounds: 0,
    yearlyPounds: 40_000,
    benefit: { words: '', low: undefined, high: undefined, source: '', assumptions: '' },
    risks: '',
    whatChildrenSay: '',
    ...given,
  };
}

async function begun(title: string): Promise<Commission> {
  const made = await ground.as(priya, (ctx) => beginCommission(ctx, needed({ title })));
  assert.ok(made.done);
  return made.value;
}

const add = (key: string, words: OptionWords) =>
  ground.as(priya, (ctx) => writeOption(ctx, { key, optionId: undefined, seen: 0, words }));
const take = (key: string, seen: number, step: StepAsked) =>
  ground.as(priya, (ctx) => stepForward(ctx, { key, seen, step }));

test('H09 H13 from a need to options, a decision, a service and its outcome; each step asks what it needs and is kept', async () => {
  const { key } = await begun('Somebody to talk to');
  assert.equal(key, 'somebody-to-talk-to');
  const early = await take(key, 1, {
    to: 'service',
    words: '',
    name: '',
    provider: '',
    from: undefined,
    until: undefined,
  });
  assert.equal(!early.done && early.refusal.reason, 'not-the-next-step');
  assert.ok((await add(key, option())).done);
  const few = await take(key, 1, { to: 'options', words: '' });
  assert.deepEqual(!few.done && few.refusal, { reason: 'options-too-few', have: 1 });
  const two = await add(key, option({ title: 'A drop-in in every zone' }));
  assert.ok(two.done);
  assert.ok((await take(key, 1, { to: 'options', words: 'Both are costed.' })).done);
  const chosen = { to: 'decision', words: '', optionId: two.value.id } as const;
  const unknown = await take(key, 2, { ...chosen, decisionNumber: 99 });
  assert.equal(!unknown.done && unknown.refusal.reason, 'no-such-decision');
  const none = await take(key, 2, { ...chosen, optionId: '', decisionNumber: 1 });
  assert.equal(!none.done && none.refusal.reason, 'option-not-chosen');
  assert.ok((await take(key, 2, { ...chosen, decisionNumber: 1 })).done);
  const late = await add(key, option({ title: 'A third' }));
  assert.equal(!late.done && late.refusal.reason, 'decided-already');
  const service = { to: 'service', words: '', name: 'Drop-in', provider: 'Open Gate' } as const;
  const wrong = await take(key, 3, { ...service, from: dayOf(2026, 9, 1), until: dayOf(2026, 8, 1) });
  assert.equal(!wrong.done && wrong.refusal.reason, 'service-ends-before-it-begins');
  assert.ok((await take(key, 3, { ...service, from: dayOf(2026, 9, 1), until: undefined })).done);
  const outcome = { to: 'outcome', words: '', outcome: 'Eleven weeks before, six now.' } as const;
  const bare = await take(key, 4, { ...outcome, verdict: 'stop', reason: ' ' });
  assert.equal(!bare.done && bare.refusal.reason, 'verdict-reason-missing');
  ground.later(1);
  assert.ok((await take(key, 4, { ...outcome, verdict: 'stop', reason: 'The school does it now.' })).done);
  const ending = await take(key, 5, { to: 'ended', words: '' });
  assert.equal(!ending.done && ending.refusal.reason, 'ending-words-missing');
  ground.later(1);
  assert.ok(
    (await take(key, 5, { to: 'ended', words: 'All thirty were asked, and have a name at school.' })).done,
  );
  const view = await ground.as(priya, (ctx) => commissionView(ctx, key));
  assert.deepEqual(view?.steps.map(({ after: is }) => is).toSorted(), [
    'decision',
    'ended',
    'options',
    'outcome',
    'service',
  ]);
  assert.equal(view?.steps[0]?.words, 'All thirty were asked, and have a name at school.');
  assert.deepEqual(
    view?.options.map(({ chosen: was }) => was),
    [false, true],
  );
  assert.equal(view?.decision?.number, 1);
  await assert.rejects(
    ground.as(priya, (ctx) => sql`delete from delivery.commission_step`.execute(ctx.db)),
    /permission denied/,
  );
});

test('H13 a service that goes on is watched again: from its outcome back to the service, and never to an end', async () => {
  const { key } = await begun('Going on');
  await add(key, option());
  const two = await add(key, option({ title: 'Two' }));
  assert.ok(two.done);
  const from = dayOf(2026, 9, 1);
  const steps: StepAsked[] = [
    { to: 'options', words: '' },
    { to: 'decision', words: '', optionId: two.value.id, decisionNumber: 1 },
    { to: 'service', words: '', name: 'It', provider: 'They', from, until: undefined },
    { to: 'outcome', words: '', outcome: 'Better.', verdict: 'go-on', reason: 'It helps.' },
  ];
  for (const [index, step] of steps.entries()) assert.ok((await take(key, index + 1, step)).done, step.to);
  const end = await take(key, 5, { to: 'ended', words: 'Why?' });
  assert.equal(!end.done && end.refusal.reason, 'not-the-next-step');
  const again = await take(key, 5, {
    to: 'service',
    words: '',
    name: 'It',
    provider: 'They',
    from,
    until: undefined,
  });
  assert.ok(again.done);
});

test('B15 a benefit in pounds is a range with its source and what it rests on, or nothing', async () => {
  const { key } = await begun('A range');
  const full = {
    words: 'Fewer come back.',
    low: 1000,
    high: 9000,
    source: 'A count',
    assumptions: 'Half stay',
  };
  const wrong: [Partial<OptionWords['benefit']>, string][] = [
    [{ low: undefined }, 'benefit-not-a-range'],
    [{ high: undefined }, 'benefit-not-a-range'],
    [{ high: 1000 }, 'benefit-not-a-range'],
    [{ source: ' ' }, 'benefit-source-missing'],
    [{ assumptions: '' }, 'benefit-assumptions-missing'],
  ];
  for (const [given, reason] of wrong) {
    const refused = await add(key, option({ benefit: { ...full, ...given } }));
    assert.equal(!refused.done && refused.refusal.reason, reason);
  }
  assert.ok((await add(key, option({ benefit: full }))).done);
});

test('H09 words that cannot be are refused; two who write at once both keep their words', async () => {
  const wrong: [Partial<CommissionWords>, string][] = [
    [{ title: ' ' }, 'title-missing'],
    [{ title: 'New' }, 'title-taken'],
    [{ need: '' }, 'need-missing'],
    [{ needSource: '' }, 'need-source-missing'],
    [{ partners: ['open-gate', 'open-gate'] }, 'partners-missing'],
    [{ element: { frameworkSlug: 'brackenshire', elementKey: '' } }, 'element-missing'],
  ];
  for (const [given, reason] of wrong) {
    const refused = await ground.as(priya, (ctx) => beginCommission(ctx, needed(given)));
    assert.equal(!refused.done && refused.refusal.reason, reason);
  }
  const { key } = await begun('Twice');
  const twin = await ground.as(priya, (ctx) => beginCommission(ctx, needed({ title: 'Twice!' })));
  assert.equal(!twin.done && twin.refusal.reason, 'title-taken');
  const change = (need: string) => ({ key, seen: 1, words: needed({ title: 'Twice', need }) });
  assert.ok((await ground.as(priya, (ctx) => changeCommission(ctx, change('First')))).done);
  const second = await ground.as(priya, (ctx) => changeCommission(ctx, change('Second')));
  assert.ok(!second.done && second.refusal.reason === 'changed-meanwhile');
  assert.equal(second.refusal.theirs.need, 'First');
  const stale = await take(key, 1, { to: 'options', words: '' });
  assert.equal(!stale.done && stale.refusal.reason, 'changed-meanwhile');
});

/** Written from what the product promises, apart from the code. */
const keeps: readonly Role[] = ['manager', 'analyst'];

test('H09 every act by every role: manager and analyst buy together, and nobody else', async () => {
  for (const role of roles) {
    const who = await ground.person(`As ${role}`, role);
    const expected = keeps.includes(role);
    const title = `As ${role}`;
    const wrote: { done: boolean } = await ground.as(who, (ctx) => beginCommission(ctx, needed({ title })));
    assert.equal(wrote.done, expected, `${role} begins`);
    const { key } = await begun(`For ${role}`);
    const words = needed({ title: `For ${role}` });
    const changed = await ground.as(who, (ctx) => changeCommission(ctx, { key, seen: 1, words }));
    assert.equal(changed.done, expected, `${role} changes`);
    const added = await ground.as(who, (ctx) =>
      writeOption(ctx, { key, optionId: undefined, seen: 0, words: option() }),
    );
    assert.equal(added.done, expected, `${role} adds an option`);
    assert.ok((await add(key, option({ title: 'Another' }))).done);
    assert.ok((await add(key, option({ title: 'And another' }))).done);
    const step = { key, seen: expected ? 2 : 1, step: { to: 'options', words: '' } } as const;
    const taken = await ground.as(who, (ctx) => stepForward(ctx, step));
    assert.equal(taken.done, expected, `${role} takes a step`);
  }
});
