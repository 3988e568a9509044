import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KyselyPlugin } from 'kysely';
import { publishedFrameworks } from '#modules/strategy/testing.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Who } from '#platform/db/transactions.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { decide } from '../actions/decisions/decide.ts';
import { sayFinding } from '../actions/findings/say-finding.ts';
import { addFinding } from '../actions/findings/write-finding.ts';
import { addAction } from '../actions/plan/write-action.ts';
import { addPlan } from '../actions/plan/write-plan.ts';
import { addPriority } from '../actions/plan/write-priority.ts';
import { emptyDecision } from '../domain/decisions/new-decision.ts';
import { actionWords, addBoard, addMeeting, deliveryGround, findingWords } from '../store/testing.ts';
import { decisionList } from './decisions/decision-view.ts';
import { findingsList } from './findings/findings-list.ts';
import { findingsThatWait } from './findings/findings-that-wait.ts';
import { planView } from './plan/plan-view.ts';
import { years } from './years/year-view.ts';

const slugs = ['brackenshire', 'beside-it'];

/** One year more: a plan with two priorities and two actions, a decision that changes it, two findings, one of them mended. */
async function addYear(ctx: Ctx, year: number): Promise<void> {
  const key = `plan-${year}`;
  const [from, until] = [dayOf(year, 4, 1), dayOf(year + 1, 3, 31)];
  const frameworkSlug = slugs[year % 2] ?? '';
  const element = { frameworkSlug, elementKey: 'gentle-start' };
  const plan = await addPlan(ctx, {
    key,
    title: key,
    frameworkSlug,
    from,
    until,
    state: 'agreed',
    agreedOn: from,
  });
  assert.ok(plan.done);
  const board = await addBoard(ctx, { key: `board-${year}` });
  const meetingKey = `meeting-${year}`;
  await addMeeting(ctx, board, { key: meetingKey, on: from });
  for (const title of ['One', 'Two']) {
    const words = { elementKey: 'gentle-start', title, why: '' };
    const priority = await addPriority(ctx, { planKey: key, words });
    assert.ok(priority.done);
    const at = { planId: plan.value.id, priorityId: priority.value.id, element };
    assert.ok((await addAction(ctx, actionWords({ ...at, title: `${title} ${year}` }))).done);
    const found = await addFinding(ctx, findingWords({ element, title: `${title} ${year}` }));
    assert.ok(found.done);
    const said = { number: found.value.number, seen: 1, words: 'It is light.' } as const;
    if (title === 'Two') assert.ok((await sayFinding(ctx, { ...said, act: 'mended' })).done);
  }
  const change = { what: 'The bus', before: '', after: 'From January', takenPart: '', planId: undefined };
  const words = { ...emptyDecision, title: key, words: 'So be it.', reason: 'Asked.', element };
  const made = {
    meetingKey,
    itemId: undefined,
    words: { ...words, becomes: 'plan-change' as const },
    change,
  };
  assert.ok((await decide(ctx, made)).done);
}

/** The same context, counting every statement. */
function counting(ctx: Ctx): { ctx: Ctx; asked: () => number } {
  let count = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return { ctx: { ...ctx, db: ctx.db.withPlugin(plugin) }, asked: () => count };
}

const lists: Readonly<Record<string, (ctx: Ctx) => Promise<unknown>>> = {
  plan: (ctx) => planView(ctx, 'plan-2026'),
  decisions: (ctx) => decisionList(ctx, { bodyKey: undefined, year: undefined, state: undefined }),
  findings: (ctx) =>
    findingsList(ctx, { kind: undefined, standing: undefined, organisation: undefined, element: undefined }),
  'findings that wait': findingsThatWait,
  years,
};

test('H05 H11 the lists of ten years ask the database as often as those of two: once for each kind', async (t) => {
  const ground = await deliveryGround(t);
  const [own] = publishedFrameworks('own').frameworks;
  assert.ok(own);
  await ground.load('own', { ...own, slug: 'beside-it' });
  const priya = await ground.person('Priya North', 'manager');
  const ann = await ground.person('Ann East', 'governance-lead');
  const counts = async (who: Who) => {
    const found: Record<string, number> = {};
    for (const [name, list] of Object.entries(lists))
      await ground.as(who, async (given) => {
        // what is kept for the next reader is made first
        await list(given);
        const { ctx, asked } = counting(given);
        await list(ctx);
        found[name] = asked();
      });
    return found;
  };
  for (const year of [2026, 2024]) await ground.as(priya, (ctx) => addYear(ctx, year));
  const few = await counts(ann);
  assert.ok(
    Object.values(few).every((count) => count > 0),
    'each was counted',
  );
  for (const year of [2025, 2023, 2022, 2021]) await ground.as(priya, (ctx) => addYear(ctx, year));
  // a plan that grows asks no more often either
  await ground.as(priya, async (ctx) => {
    for (const title of ['Three', 'Four', 'Five'])
      assert.ok(
        (
          await addPriority(ctx, {
            planKey: 'plan-2026',
            words: { elementKey: 'gentle-start', title, why: '' },
          })
        ).done,
      );
  });
  assert.deepEqual(await counts(ann), few);
});
