import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { audiences } from '../../domain/audience.ts';
import { keepMoney } from '../../domain/permissions.ts';
import { homeArea } from '../../store/areas.ts';
import { hasMoneyLines } from '../../store/money/money-lines.ts';
import { spendBeside, type SpendBeside } from './spend-beside.ts';

/** What is spent beside need, for the page of the gaps of our own area; undefined elsewhere, and where no line is in sight. */
export async function moneyBesideGaps(ctx: Ctx, areaCode: string): Promise<SpendBeside | undefined> {
  if ((await homeArea(ctx)) !== areaCode) return undefined;
  const inSight = audiences.filter(
    (audience) =>
      audience === 'public' ||
      (audience === 'partnership' ? allowed(ctx.actor, 'at-work') : allowed(ctx.actor, keepMoney)),
  );
  if (!(await hasMoneyLines(ctx, inSight))) return undefined;
  return spendBeside(ctx, { year: undefined, measure: undefined, prices: 'as-paid' });
}
