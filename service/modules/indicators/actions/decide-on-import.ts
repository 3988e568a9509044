import { rm } from 'node:fs/promises';
import { editStrategy } from '#modules/strategy/index.ts';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Actor } from '#platform/kernel/context.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { isUnderWay } from '../domain/bringing-in/batch.ts';
import type { Batch, BatchState } from '../domain/bringing-in/batch.ts';
import { bringInFigures, seeImport } from '../domain/permissions.ts';
import { batchById, changeBatch, lockBatch, removeBatch } from '../store/batches.ts';
import type { Act } from './bring-in/handed-file.ts';
import { removeFigures } from './bring-in/write-figures.ts';

export type DecideRefusal =
  | NotAllowed
  | { reason: 'no-such-import' }
  /** ties are made by whoever may edit a strategy, and by nobody else */
  | { reason: 'ties-not-allowed' }
  /** somebody decided already, or the work goes on */
  | { reason: 'not-waiting'; state: BatchState };

/** Whether a file is there for somebody: those who edit strategies see maps of measures, and no other file. */
export function maySee(actor: Actor, { format }: Pick<Batch, 'format'>): boolean {
  return allowed(actor, bringInFigures) || (format === 'measure-map' && allowed(actor, editStrategy));
}

/** Finds a file that waits for a yes; the writing itself follows in the background. */
export async function importToConfirm(act: Act, id: Id<'import'>): Promise<Outcome<Batch, DecideRefusal>> {
  return act('read', async (ctx) => {
    if (!allowed(ctx.actor, seeImport)) return refuse({ reason: 'not-allowed' });
    const batch = await batchById(ctx, id);
    if (!batch || !maySee(ctx.actor, batch)) return refuse({ reason: 'no-such-import' });
    if (batch.format === 'measure-map' && !allowed(ctx.actor, editStrategy))
      return refuse({ reason: 'ties-not-allowed' });
    return batch.state === 'read' ? done(batch) : refuse({ reason: 'not-waiting', state: batch.state });
  });
}

/** Says no to a file, or clears one away that could not be brought in: nothing of it stays. */
export async function declineImport(act: Act, id: Id<'import'>): Promise<Outcome<Batch, DecideRefusal>> {
  const found = await act('write', async (ctx): Promise<Outcome<Batch, DecideRefusal>> => {
    if (!allowed(ctx.actor, seeImport)) return refuse({ reason: 'not-allowed' });
    const batch = await lockBatch(ctx, id);
    if (!batch || !maySee(ctx.actor, batch)) return refuse({ reason: 'no-such-import' });
    const mayGo = ['unmapped', 'read', 'queued', 'failed'].includes(batch.state);
    if (!mayGo) return refuse({ reason: 'not-waiting', state: batch.state });
    // From here on nobody else begins with it.
    await changeBatch(ctx, batch.key, { state: 'failed' });
    return done(batch);
  });
  if (!found.done) return found;
  await removeFigures(act, found.value.key);
  await act('write', (ctx) => removeBatch(ctx, found.value.key));
  if (found.value.keptIn !== undefined) await rm(found.value.keptIn, { recursive: true, force: true });
  return found;
}

/** Puts a file that could not be brought in back in the queue, where it is still kept. */
export async function tryImportAgain(act: Act, id: Id<'import'>): Promise<Outcome<Batch, DecideRefusal>> {
  return act('write', async (ctx) => {
    if (!allowed(ctx.actor, bringInFigures)) return refuse({ reason: 'not-allowed' });
    const batch = await lockBatch(ctx, id);
    if (!batch) return refuse({ reason: 'no-such-import' });
    if (batch.state !== 'failed' || batch.keptIn === undefined || isUnderWay(batch.state))
      return refuse({ reason: 'not-waiting', state: batch.state });
    await changeBatch(ctx, batch.key, { state: 'queued', failure: null });
    return done(batch);
  });
}
