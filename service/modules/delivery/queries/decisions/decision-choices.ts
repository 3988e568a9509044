import { measureSubjects } from '#modules/indicators/index.ts';
import { organisations } from '#modules/accounts/index.ts';
import { ownFrameworks } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { sayDecisionNumber } from '../../domain/decision.ts';
import type { AgendaItem, Meeting } from '../../domain/meeting.ts';
import { decisionsOfBody, decisionsReplacing } from '../../store/decisions.ts';
import { plansToChange } from '../plan/plans-in-force.ts';

/** Something that a form offers. */
export type Choice = { value: string; text: string };

/** What the form of a decision offers. */
export type DecisionChoices = {
  /** `slug/key` of the elements of our strategies */
  elements: readonly Choice[];
  /** `kind:id` of what it can rest on: what the agenda speaks of, and the measures of our strategies */
  evidence: readonly Choice[];
  organisations: readonly Choice[];
  /** ids of the plans that it can change: those in force */
  plans: readonly Choice[];
  /** ids of decisions that it can replace */
  decisions: readonly Choice[];
};

export async function decisionChoices(
  ctx: Ctx,
  { meeting, items }: { meeting: Pick<Meeting, 'bodyId' | 'on'>; items: readonly AgendaItem[] },
): Promise<DecisionChoices> {
  const own = await ownFrameworks(ctx);
  const ids = own.flatMap(({ document }) => document.measures.map(({ source, code }) => `${source}:${code}`));
  const measures = await measureSubjects.find(ctx, [...new Set(ids)]);
  const decisions = await decisionsOfBody(ctx, meeting.bodyId);
  const replaced = await decisionsReplacing(
    ctx,
    decisions.map(({ id }) => id),
  );
  const over = new Set(replaced.map(({ replaces }) => replaces));
  return {
    elements: own.flatMap(({ stored, document }) => {
      const tiers = new Map(document.tiers.map((tier) => [tier.key, tier.name]));
      return document.elements.map(({ key, label, tier }) => ({
        value: `${stored.slug}/${key}`,
        text: `${tiers.get(tier) ?? ''}: ${label}`,
      }));
    }),
    evidence: [
      ...items.flatMap(({ subject, title }) =>
        subject.kind === ''
          ? []
          : [{ value: `${subject.kind}:${subject.id}`, text: `On the agenda: ${title}` }],
      ),
      ...measures
        .map(({ id, title }) => ({ value: `measure:${id}`, text: title }))
        .toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB')),
    ],
    organisations: (await organisations(ctx)).map(({ key, name }) => ({ value: key, text: name })),
    plans: (await plansToChange(ctx, meeting.on)).map(({ id, title }) => ({ value: id, text: title })),
    decisions: decisions
      .filter(({ id }) => !over.has(id))
      .map((decision) => ({ value: decision.id, text: `${sayDecisionNumber(decision)}: ${decision.title}` })),
  };
}
