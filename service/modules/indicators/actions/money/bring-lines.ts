import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { lineKey, sameLine } from '../../domain/money/money-line.ts';
import { readTable, type TableRefusal } from '../../domain/money/read-table.ts';
import { keepMoney } from '../../domain/permissions.ts';
import { placesOfOwn } from '../../queries/own/places-of-own.ts';
import { addMoneyLines, changeMoneyLine, moneyLines } from '../../store/money/money-lines.ts';

export type BroughtLines = { added: number; changed: number; same: number };

/**
 * Brings a table of lines in: all of them, or none. A line that is there already is changed where its amount or its words
 * differ, so that the same table brought twice adds nothing.
 */
export async function bringLines(
  ctx: Ctx,
  text: string,
): Promise<Outcome<BroughtLines, NotAllowed | TableRefusal>> {
  if (!allowed(ctx.actor, keepMoney)) return refuse({ reason: 'not-allowed' });
  const read = readTable(text, await placesOfOwn(ctx));
  if (!read.done) return read;
  const standing = new Map((await moneyLines(ctx)).map((line) => [lineKey(line), line]));
  const fresh = read.value.filter((words) => !standing.has(lineKey(words)));
  const added = await addMoneyLines(
    ctx,
    fresh.map((words) => ({ id: ctx.newId<'money-line'>(), words })),
  );
  let changed = 0;
  for (const words of read.value) {
    const before = standing.get(lineKey(words));
    if (!before || sameLine(before, words)) continue;
    await changeMoneyLine(ctx, { id: before.id, version: before.version + 1, words });
    changed += 1;
  }
  const brought = { added, changed, same: read.value.length - added - changed };
  await ctx.record({
    type: 'indicators.money-lines-brought-in',
    subject: { kind: 'partnership', id: ctx.partnershipId },
    details: brought,
  });
  return done(brought);
}
