import type { Ctx } from '#platform/db/database.ts';
import { allowed } from '#platform/access/policy.ts';
import { isFor } from '../../domain/audience.ts';
import { alike, type Alike } from '../../domain/money/alike.ts';
import {
  costOfOne,
  type CostOfOne,
  type Kept,
  type QualityStandard,
  type ServiceOutcome,
} from '../../domain/money/service-quality.ts';
import { counted, shownLines, type ShownLine } from '../../domain/money/shown-lines.ts';
import { keepMoney } from '../../domain/permissions.ts';
import { moneyLines } from '../../store/money/money-lines.ts';
import { serviceQuality } from '../../store/money/service-quality.ts';

/** A service of a partner: what it came to beside what was spent, and the standards it keeps. */
export type ServiceSeen = {
  readonly what: string;
  readonly partner: string;
  readonly outcomes: readonly {
    kept: Kept<ServiceOutcome>;
    spend: number | undefined;
    cost: CostOfOne | undefined;
  }[];
  readonly standards: readonly Kept<QualityStandard>[];
};

export type ValueView = {
  readonly services: readonly ServiceSeen[];
  readonly alike: readonly Alike[];
  /** services that have a line and neither a standard nor an outcome */
  readonly unsaid: readonly { what: string; partner: string }[];
  readonly mayKeep: boolean;
};

/** What services come to beside their cost, the standards they keep, and which of them are alike. */
export async function valueView(ctx: Ctx): Promise<ValueView> {
  const lines = shownLines(await moneyLines(ctx), ctx.actor);
  const kept = (await serviceQuality(ctx)).filter(({ said }) => isFor(said.audience, ctx.actor, keepMoney));
  const named = new Map<string, { what: string; partner: string }>();
  for (const { said } of kept)
    named.set(keyOf(said.service, said.partner), { what: said.service, partner: said.partner });
  const services = [...named].map(([key, service]): ServiceSeen => {
    const own = kept.filter(({ said }) => keyOf(said.service, said.partner) === key);
    return {
      ...service,
      standards: own.filter((one): one is Kept<QualityStandard> => one.said.kind === 'standard'),
      outcomes: own
        .filter((one): one is Kept<ServiceOutcome> => one.said.kind === 'outcome')
        .map((one) => {
          const spend = spendOf(lines, one.said);
          return {
            kept: one,
            spend,
            cost: spend === undefined ? undefined : costOfOne(spend, one.said.count),
          };
        }),
    };
  });
  const lined = lines.map(({ what, partner }) => ({ what, partner }));
  const distinct = [...new Map(lined.map((one) => [keyOf(one.what, one.partner), one])).values()];
  return {
    services: services.toSorted((a, b) => a.what.localeCompare(b.what, 'en-GB')),
    alike: alike(distinct),
    unsaid: distinct.filter(({ what, partner }) => !named.has(keyOf(what, partner))),
    mayKeep: allowed(ctx.actor, keepMoney),
  };
}

function keyOf(service: string, partner: string): string {
  return JSON.stringify([service.trim().toLowerCase(), partner.trim().toLowerCase()]);
}

/** What was spent on a service in a year; undefined where no line says it, or a line of it is held back. */
function spendOf(lines: readonly ShownLine[], outcome: ServiceOutcome): number | undefined {
  const own = lines.filter(
    (line) =>
      line.kind === 'spend' &&
      line.state === 'actual' &&
      line.year === outcome.year &&
      keyOf(line.what, line.partner) === keyOf(outcome.service, outcome.partner),
  );
  const known = counted(own);
  if (own.length === 0 || known.length < own.length) return undefined;
  return known.reduce((sum, { amount }) => sum + amount, 0);
}

/** One standard or outcome as it stands, for whoever may change it. */
export async function qualityToChange(ctx: Ctx, id: string): Promise<Kept | undefined> {
  if (!allowed(ctx.actor, keepMoney)) return undefined;
  return (await serviceQuality(ctx)).find((one) => one.id === id);
}
