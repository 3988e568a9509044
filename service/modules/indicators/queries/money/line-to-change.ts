import type { Ctx } from '#platform/db/database.ts';
import { allowed } from '#platform/access/policy.ts';
import { idFrom } from '#platform/kernel/id.ts';
import type { MoneyLine } from '../../domain/money/money-line.ts';
import { keepMoney } from '../../domain/permissions.ts';
import { moneyLine } from '../../store/money/money-lines.ts';
import { placesOfOwn, type OwnPlace } from '../own/places-of-own.ts';

/** A line as it stands, for its owner, with the places it could be of. */
export async function lineToChange(
  ctx: Ctx,
  id: string,
): Promise<{ line: MoneyLine; places: readonly OwnPlace[] } | undefined> {
  const known = idFrom<'money-line'>(id);
  if (!known || !allowed(ctx.actor, keepMoney)) return undefined;
  const line = await moneyLine(ctx, known, 'only-read');
  return line && { line, places: await placesOfOwn(ctx) };
}
