import type { Ctx } from '#platform/db/database.ts';
import { byRule, checkFramework, type FindingGroup } from '../domain/check/check-framework.ts';
import type { FrameworkView } from './framework.ts';

/** The loose ends of a framework as one person sees it, rule by rule. */
export type LooseEnds = { groups: readonly FindingGroup[]; count: number; looks: number };

/** Runs the checker on what this person sees, as of the context's day. */
export function looseEnds(ctx: Ctx, view: FrameworkView): LooseEnds {
  const findings = checkFramework({ document: view.document, today: ctx.today });
  const count = findings.filter(({ severity }) => severity === 'loose-end').length;
  return { groups: byRule(findings), count, looks: findings.length - count };
}
