import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Commission, CommissionOption } from '../../domain/commissioning/commission.ts';
import {
  checkOption,
  type OptionRefusal,
  type OptionWords,
} from '../../domain/commissioning/new-commission.ts';
import { keepCommissioning } from '../../domain/permissions.ts';
import { keepOption, optionsOf } from '../../store/commissioning/commission-options.ts';
import { lockCommission } from '../../store/commissioning/commissions.ts';

export type WriteOptionRefusal =
  | NotAllowed
  | OptionRefusal
  | { reason: 'commission-missing' }
  | { reason: 'option-missing' }
  /** what was decided between stays as it was */
  | { reason: 'decided-already'; step: Commission['step'] }
  | { reason: 'changed-meanwhile'; theirs: CommissionOption };

/** Adds an option, or changes one, until one is chosen. Without `optionId` it is a new one. */
export async function writeOption(
  ctx: Ctx,
  given: { key: string; optionId: string | undefined; seen: number; words: OptionWords },
): Promise<Outcome<CommissionOption, WriteOptionRefusal>> {
  if (!allowed(ctx.actor, keepCommissioning)) return refuse({ reason: 'not-allowed' });
  const commission = await lockCommission(ctx, given.key);
  if (!commission) return refuse({ reason: 'commission-missing' });
  if (commission.step !== 'need' && commission.step !== 'options')
    return refuse({ reason: 'decided-already', step: commission.step });
  const options = await optionsOf(ctx, commission.id);
  const before = options.find(({ id }) => id === given.optionId);
  if (given.optionId !== undefined && !before) return refuse({ reason: 'option-missing' });
  if (before && before.version !== given.seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  const checked = checkOption(given.words);
  if (!checked.done) return checked;
  const option: CommissionOption = {
    ...checked.value,
    id: before?.id ?? ctx.newId<'commission-option'>(),
    commissionId: commission.id,
    place: before?.place ?? (options.at(-1)?.place ?? 0) + 1,
    chosen: false,
    version: (before?.version ?? 0) + 1,
  };
  await keepOption(ctx, option);
  await ctx.record({
    type: 'delivery.commission-option-written',
    subject: { kind: 'commission', id: commission.id },
    details: { key: commission.key, place: option.place },
  });
  return done(option);
}
