import { people as peopleOf } from '#modules/accounts/index.ts';
import {
  addAction,
  addMilestone,
  addPlan,
  addPriority,
  changePlan,
  emptyAction,
  namePartner,
  saidBefore,
  waitFor,
  writeImpact,
} from '#modules/delivery/index.ts';
import type { Act } from '#modules/indicators/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { organisations } from '../../organisations.ts';
import { people } from '../../people.ts';
import { impacts } from './impacts.ts';
import { lastYear, prioritiesBefore } from './last-year.ts';
import { priorities, type Invented } from './invented.ts';
import { thisYear } from './this-year.ts';
import { inDays, yearBefore, yearOf, type Year } from './years.ts';

/** The plan of this year as it is worked, and that of last year as it was closed. */
export async function loadPlan(act: Act): Promise<void> {
  await act('write', async (ctx) => {
    const year = yearOf(ctx.today);
    const before = yearBefore(year);
    const past = await makePlan(ctx, before, { priorities: prioritiesBefore, actions: lastYear });
    const words = { ...past.words, state: 'closed' as const };
    must(await changePlan(ctx, { key: before.key, seen: 1, words }));
    const now = await makePlan(ctx, year, { priorities, actions: thisYear, follows: past.id });
    for (const impact of impacts(ctx.today, now.actions))
      must(await writeImpact(ctx, { planKey: year.key, words: impact }));
  });
}

type PlanParts = {
  priorities: typeof priorities;
  actions: readonly Invented[];
  follows?: Parameters<typeof addPlan>[2];
};

async function makePlan(ctx: Ctx, year: Year, parts: PlanParts) {
  const words = {
    key: year.key,
    title: `What we do in ${year.name}`,
    frameworkSlug: 'brackenshire',
    from: year.from,
    until: year.until,
    state: 'agreed' as const,
    agreedOn: year.from,
  };
  const plan = must(await addPlan(ctx, words, parts.follows));
  const ids = new Map<string, string>();
  const placed = new Map<string, Awaited<ReturnType<typeof addOne>>>();
  for (const { element: elementKey, title, why } of parts.priorities) {
    const made = must(await addPriority(ctx, { planKey: plan.key, words: { elementKey, title, why } }));
    ids.set(elementKey, made.id);
    for (const one of parts.actions.filter(({ priority }) => priority === elementKey))
      placed.set(one.name, await addOne(ctx, one, { planId: plan.id, priorityId: made.id }));
  }
  for (const { name, waitsFor } of parts.actions) {
    const [waiting, first] = [placed.get(name), placed.get(waitsFor ?? '')];
    if (waiting && first) must(await waitFor(ctx, { number: waiting.number, waitsFor: first.number }));
  }
  return { id: plan.id, words, actions: placed };
}

type At = Pick<typeof emptyAction, 'planId' | 'priorityId'>;

async function addOne(ctx: Ctx, one: Invented, at: At) {
  const { today } = ctx;
  const action = must(await addAction(ctx, await wordsOf(ctx, one, at)));
  const { number } = action;
  for (const { organisation, part } of one.partners ?? [])
    must(await namePartner(ctx, { number, organisationKey: organisation, part }));
  for (const step of one.milestones ?? []) {
    const due = inDays(today, step.due);
    must(
      await addMilestone(ctx, { number, title: step.title, due, reached: step.reached ? due : undefined }),
    );
  }
  const organisation = organisations.find(({ key }) => key === one.organisation)?.name ?? '';
  await saidBefore(ctx, {
    number,
    said: (one.told ?? []).map(({ days, state, words, newDue, byName, byLink }) => ({
      on: inDays(today, days),
      state,
      words,
      due: newDue === undefined ? undefined : inDays(today, newDue),
      by: { name: byName, organisation },
      way: byLink ? 'link' : 'page',
    })),
  });
  return action;
}

async function wordsOf(ctx: Ctx, one: Invented, at: At): Promise<typeof emptyAction> {
  const { today } = ctx;
  const name = people.find(({ key }) => key === one.person)?.name;
  const person = name === undefined ? undefined : (await peopleOf(ctx)).find((known) => known.name === name);
  const { name: _name, priority, element, organisation, told: _told, milestones: _steps, ...rest } = one;
  const { partners: _partners, waitsFor: _waits, person: _person, post, email, start, due, ...words } = rest;
  return {
    ...emptyAction,
    ...words,
    ...at,
    element: { frameworkSlug: 'brackenshire', elementKey: element ?? priority ?? '' },
    owner: {
      personId: person?.id,
      name: person?.name ?? post ?? '',
      email: email ?? person?.email ?? '',
      organisationKey: organisation,
    },
    start: start === undefined ? undefined : inDays(today, start),
    due: inDays(today, due),
  };
}

function must<Value>(outcome: Outcome<Value, { reason: string }>): Value {
  if (!outcome.done) throw new Error(`an invented plan was refused: ${outcome.refusal.reason}`);
  return outcome.value;
}
