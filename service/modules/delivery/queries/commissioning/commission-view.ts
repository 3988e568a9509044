import {
  costClaims,
  evidenceOf,
  measureSubjects,
  measuresTold,
  spendBeside,
  type ClaimSeen,
  type EvidenceOf,
  type EvidenceSubject,
  type MeasureTold,
  type SpendBeside,
} from '#modules/indicators/index.ts';
import { threadsAbove, type ThreadAbove } from '#modules/strategy/index.ts';
import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { ThreadSubject } from '#platform/kernel/subject.ts';
import type { Commission, CommissionOption, StepTaken } from '../../domain/commissioning/commission.ts';
import type { Decision } from '../../domain/decision.ts';
import { keepCommissioning } from '../../domain/permissions.ts';
import { maySeeDecision } from '../../domain/who-sees.ts';
import { optionsOf } from '../../store/commissioning/commission-options.ts';
import { stepsOf } from '../../store/commissioning/commission-steps.ts';
import { allCommissions, commissionByKey } from '../../store/commissioning/commissions.ts';
import { decisionsById } from '../../store/decisions.ts';
import { organisationNames } from '../plan/standing.ts';

export type { MeasureTold } from '#modules/indicators/index.ts';

/** A joint purchase with all that it rests on, as one person sees it. */
export type CommissionView = {
  commission: Commission;
  options: readonly CommissionOption[];
  steps: readonly StepTaken[];
  decision: Decision | undefined;
  thread: ThreadAbove | undefined;
  /** the measure of the need, and the one by which its outcome is seen */
  measures: ReadonlyMap<string, ThreadSubject>;
  /** the same with their lines, of our own area */
  told: ReadonlyMap<string, MeasureTold>;
  /** what was found and heard of the need, beside its number */
  evidence: readonly EvidenceOf[];
  /** what is spent where, beside how great the need is there */
  spend: SpendBeside;
  claims: readonly ClaimSeen[];
  organisations: ReadonlyMap<string, string>;
  mayKeep: boolean;
};

export async function commissionView(ctx: Ctx, key: string): Promise<CommissionView | undefined> {
  const commission = await commissionByKey(ctx, key);
  if (!commission) return undefined;
  const { needMeasureId, outcomeMeasureId, element } = commission;
  const ids = [needMeasureId, outcomeMeasureId].filter((id) => id !== '');
  const [decision] = await decisionsById(ctx, commission.decisionId ? [commission.decisionId] : []);
  const about: EvidenceSubject[] = [
    { kind: 'element', id: `${element.frameworkSlug}/${element.elementKey}` },
    ...(needMeasureId === '' ? [] : [{ kind: 'measure' as const, id: needMeasureId }]),
  ];
  const measures = ids.length === 0 ? [] : await measureSubjects.find(ctx, ids);
  return {
    commission,
    options: await optionsOf(ctx, commission.id),
    steps: await stepsOf(ctx, commission.id),
    decision: decision && maySeeDecision(ctx.actor, decision) ? decision : undefined,
    thread: (await threadsAbove(ctx, element))[0],
    measures: new Map(measures.map((measure) => [measure.id, measure])),
    told: await measuresTold(ctx, ids),
    evidence: [...(await evidenceOf(ctx, about)).values()],
    spend: await spendBeside(ctx, {
      year: undefined,
      measure: needMeasureId || undefined,
      prices: 'as-paid',
    }),
    claims: await costClaims(ctx),
    organisations: await organisationNames(ctx, commission.partners),
    mayKeep: allowed(ctx.actor, keepCommissioning),
  };
}

/** Every joint purchase, with the names of who takes part. */
export async function commissionsList(
  ctx: Ctx,
): Promise<{ commissions: readonly Commission[]; organisations: ReadonlyMap<string, string> }> {
  const commissions = await allCommissions(ctx);
  return {
    commissions,
    organisations: await organisationNames(
      ctx,
      commissions.flatMap(({ partners }) => partners),
    ),
  };
}
