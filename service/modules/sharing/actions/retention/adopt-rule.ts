import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { keepRetention } from '../../domain/permissions.ts';
import type { Period, RetentionRule } from '../../domain/retention/retention-rule.ts';
import type { PersonalRecords } from '../../domain/rights/personal-records.ts';
import { keepRule } from '../../store/retention/rules-and-holds.ts';

export type RuleToAdopt = {
  class: string;
  trigger: string;
  period: Period;
  authority: string;
  owner: string;
};

export type AdoptRefusal =
  | NotAllowed
  | { reason: 'class-unknown' }
  | { reason: 'trigger-unknown' }
  | { reason: 'period-empty' }
  | { reason: 'authority-missing' }
  | { reason: 'owner-missing' };

/** A partnership says how long a kind of record is kept. Until it does, nothing of that kind is ever deleted. */
export async function adoptRule(
  ctx: Ctx,
  { rule, records }: { rule: RuleToAdopt; records: readonly PersonalRecords<Ctx>[] },
): Promise<Outcome<RetentionRule, AdoptRefusal>> {
  if (!allowed(ctx.actor, keepRetention)) return refuse({ reason: 'not-allowed' });
  const known = records.flatMap(({ classes }) => classes).find(({ key }) => key === rule.class);
  if (!known) return refuse({ reason: 'class-unknown' });
  if (!known.triggers.some(({ key }) => key === rule.trigger)) return refuse({ reason: 'trigger-unknown' });
  const { years, months, days } = rule.period;
  if (years + months + days === 0) return refuse({ reason: 'period-empty' });
  if (rule.authority.trim() === '') return refuse({ reason: 'authority-missing' });
  if (rule.owner.trim() === '') return refuse({ reason: 'owner-missing' });
  const adopted: RetentionRule = {
    ...rule,
    id: ctx.newId<'retention-rule'>(),
    adoptedOn: ctx.today,
    adoptedByName: nameOfActor(ctx.actor),
    endedOn: undefined,
  };
  await keepRule(ctx, adopted);
  await ctx.record({
    type: 'sharing.retention-rule-adopted',
    subject: { kind: 'retention-rule', id: adopted.id },
    details: { class: rule.class, years, months, days },
  });
  return done(adopted);
}
