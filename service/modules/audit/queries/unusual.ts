import { namesOfPeople, sayPerson } from '#modules/accounts/index.ts';
import { patternsBetween, type Pattern, type Patterns } from '#platform/audit/patterns.ts';
import type { Ctx } from '#platform/db/database.ts';
import { addDays, dayInEngland, type Day } from '#platform/kernel/day.ts';
import { unusualLimits } from '../domain/unusual-limits.ts';
import { auditReadOf } from './audit-list.ts';

/** Something to ask somebody about. */
export type Unusual = { personId: string; name: string; at: Date; day: Day; acts: number; children: number };

export type UnusualReport = { [Kind in keyof Patterns]: readonly Unusual[] };

/** What was out of the ordinary in the last thirty days, each in the order in which it happened. */
export async function unusual(ctx: Ctx): Promise<UnusualReport> {
  auditReadOf(ctx, { kind: 'partnership', id: ctx.partnershipId });
  const period = { from: addDays(ctx.today, -29), until: ctx.today };
  const found = await patternsBetween(ctx, period, unusualLimits);
  const whose = Object.values(found).flatMap((patterns) => patterns.map(({ personId }) => personId));
  const names = await namesOfPeople(ctx, whose);
  const told = (patterns: readonly Pattern[]): Unusual[] =>
    patterns.map(({ personId, from, acts, children }) => ({
      personId,
      name: sayPerson(names.get(personId)),
      at: from,
      day: dayInEngland(from),
      acts,
      children,
    }));
  return {
    withoutStanding: told(found.withoutStanding),
    many: told(found.many),
    outOfHours: told(found.outOfHours),
    refused: told(found.refused),
  };
}
