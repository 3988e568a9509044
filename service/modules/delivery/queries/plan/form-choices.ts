import { organisations, people, type Person } from '#modules/accounts/index.ts';
import { measureSubjects } from '#modules/indicators/index.ts';
import { framework, ownFrameworks, type FrameworkView } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Plan, Priority } from '../../domain/plan.ts';
import { planById, prioritiesOf } from '../../store/plans.ts';
import type { Id } from '#platform/kernel/id.ts';
import { thePlan } from './plans-in-force.ts';

/** Something that a form offers. */
export type Choice = { value: string; text: string };

/** What the form of an action offers: of the plan that it is in, else of the one in force. */
export type FormChoices = {
  plan: Plan | undefined;
  priorities: readonly Priority[];
  elements: readonly Choice[];
  measures: readonly Choice[];
  people: readonly Person[];
  organisations: readonly Choice[];
};

export async function formChoices(ctx: Ctx, planId: Id<'plan'> | undefined): Promise<FormChoices> {
  const plan = planId ? await planById(ctx, planId) : await thePlan(ctx);
  const view = plan && (await framework(ctx, plan.frameworkSlug));
  const ids = new Set((view?.document.measures ?? []).map(({ source, code }) => `${source}:${code}`));
  const measures = await measureSubjects.find(ctx, [...ids]);
  return {
    plan,
    priorities: plan ? await prioritiesOf(ctx, plan.id) : [],
    elements: plan ? await elementChoices(ctx, plan.frameworkSlug) : [],
    measures: measures
      .map(({ id, title }) => ({ value: id, text: title }))
      .toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB')),
    people: await people(ctx),
    organisations: (await organisations(ctx)).map(({ key, name }) => ({ value: key, text: name })),
  };
}

/** The elements of a strategy that work can serve, in its own order: "Priority: A way to get there". */
export async function elementChoices(ctx: Ctx, frameworkSlug: string): Promise<Choice[]> {
  const view = await framework(ctx, frameworkSlug);
  return view ? elementsOf(view) : [];
}

/** The same of a strategy that is at hand. */
export function elementsOf({ document }: FrameworkView): Choice[] {
  const tiers = new Map(document.tiers.map((tier) => [tier.key, tier]));
  return document.elements.flatMap(({ key, label, tier }) => {
    const of = tiers.get(tier);
    return of ? [{ value: key, text: `${of.name}: ${label}` }] : [];
  });
}

/** The partnership's own strategies, under which a plan can stand. */
export async function strategyChoices(ctx: Ctx): Promise<Choice[]> {
  return (await ownFrameworks(ctx)).map(({ stored, document }) => ({
    value: stored.slug,
    text: document.name,
  }));
}
