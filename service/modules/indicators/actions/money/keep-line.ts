import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { lineKey, sameLine, type LineWords, type MoneyLine } from '../../domain/money/money-line.ts';
import { readLine, type LineRefusal, type TypedLine } from '../../domain/money/read-line.ts';
import { keepMoney } from '../../domain/permissions.ts';
import { placesOfOwn } from '../../queries/own/places-of-own.ts';
import {
  addMoneyLines,
  changeMoneyLine,
  moneyLine,
  moneyLines,
  removeMoneyLine,
} from '../../store/money/money-lines.ts';

type ThereAlready = { reason: 'line-there-already' };

export type AddLineRefusal = NotAllowed | LineRefusal | ThereAlready;

/** Writes a line down, unless the very same is written down with another amount. */
export async function addLine(
  ctx: Ctx,
  typed: TypedLine,
): Promise<Outcome<Id<'money-line'>, AddLineRefusal>> {
  if (!allowed(ctx.actor, keepMoney)) return refuse({ reason: 'not-allowed' });
  const read = readLine(typed, await placesOfOwn(ctx));
  if (!read.done) return read;
  const id = ctx.newId<'money-line'>();
  const added = await addMoneyLines(ctx, [{ id, words: read.value }]);
  if (added === 0) return refuse({ reason: 'line-there-already' });
  await told(ctx, 'added', { ...read.value, id });
  return done(id);
}

export type ChangeLineRefusal =
  | AddLineRefusal
  | { reason: 'line-missing' }
  | { reason: 'changed-meanwhile'; theirs: MoneyLine };

/** Changes a line; what somebody else saved meanwhile is not written over unseen. */
export async function changeLine(
  ctx: Ctx,
  given: { id: Id<'money-line'>; seen: number; typed: TypedLine },
): Promise<Outcome<MoneyLine, ChangeLineRefusal>> {
  if (!allowed(ctx.actor, keepMoney)) return refuse({ reason: 'not-allowed' });
  const before = await moneyLine(ctx, given.id, 'lock');
  if (!before) return refuse({ reason: 'line-missing' });
  const read = readLine(given.typed, await placesOfOwn(ctx));
  if (!read.done) return read;
  if (sameLine(before, read.value)) return done(before);
  if (before.version !== given.seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  const key = lineKey(read.value);
  if (key !== lineKey(before) && (await moneyLines(ctx)).some((line) => lineKey(line) === key))
    return refuse({ reason: 'line-there-already' });
  const version = before.version + 1;
  await changeMoneyLine(ctx, { id: before.id, version, words: read.value });
  await told(ctx, 'changed', { ...read.value, id: before.id });
  return done({ ...before, ...read.value, version });
}

/** Takes a line away. */
export async function removeLine(
  ctx: Ctx,
  id: Id<'money-line'>,
): Promise<Outcome<Id<'money-line'>, NotAllowed | { reason: 'line-missing' }>> {
  if (!allowed(ctx.actor, keepMoney)) return refuse({ reason: 'not-allowed' });
  if (!(await removeMoneyLine(ctx, id))) return refuse({ reason: 'line-missing' });
  await ctx.record({ type: 'indicators.money-line-removed', subject: { kind: 'money-line', id } });
  return done(id);
}

async function told(
  ctx: Ctx,
  what: 'added' | 'changed',
  { id, year, kind }: { id: string } & Pick<LineWords, 'year' | 'kind'>,
): Promise<void> {
  await ctx.record({
    type: what === 'added' ? 'indicators.money-line-added' : 'indicators.money-line-changed',
    subject: { kind: 'money-line', id },
    details: { year, kind },
  });
}
