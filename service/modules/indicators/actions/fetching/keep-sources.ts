import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { ComesIn, FetchKind, FetchRhythm } from '../../domain/fetching/fetch-source.ts';
import { askedFrom, type AskedRefusal } from '../../domain/fetching/identifiers.ts';
import { bringInFigures } from '../../domain/permissions.ts';
import {
  addFetchSource,
  changeFetchSource,
  fetchSourceById,
  fetchSourceOf,
  removeFetchSource,
} from '../../store/fetching/fetch-sources.ts';

export type SourceToAdd = {
  kind: FetchKind;
  identifier: string;
  areaType?: string | undefined;
  keptAs?: string | undefined;
  title: string;
  rhythm: FetchRhythm;
  comesIn: ComesIn;
  isPaused?: boolean;
};

export type AddSourceRefusal = NotAllowed | AskedRefusal | { reason: 'set-already'; title: string };

/** Sets something to be fetched again and again. */
export async function addSource(
  ctx: Ctx,
  given: SourceToAdd,
): Promise<Outcome<Id<'fetch-source'>, AddSourceRefusal>> {
  if (!allowed(ctx.actor, bringInFigures)) return refuse({ reason: 'not-allowed' });
  const asked = askedFrom(given);
  if (!asked.done) return asked;
  const id = ctx.newId<'fetch-source'>();
  const { title, rhythm, comesIn, isPaused = false } = given;
  if (!(await addFetchSource(ctx, { ...asked.value, id, title, rhythm, comesIn, isPaused }))) {
    const there = await fetchSourceOf(ctx, asked.value);
    return refuse({ reason: 'set-already', title: there?.title ?? title });
  }
  await ctx.record({
    type: 'indicators.fetch-source-added',
    subject: { kind: 'fetch-source', id },
    details: { kind: asked.value.kind, identifier: asked.value.identifier.slice(0, 100) },
  });
  return done(id);
}

export type KeepSourceRefusal = NotAllowed | { reason: 'no-such-source' };

/** Stops it from being fetched by itself, or lets it be fetched again. */
export async function pauseSource(
  ctx: Ctx,
  { id, isPaused }: { id: Id<'fetch-source'>; isPaused: boolean },
): Promise<Outcome<string, KeepSourceRefusal>> {
  return changed(ctx, id, { isPaused });
}

/** Says that somebody wants it now: should the work on it die, the next round takes it up. */
export async function wantSourceNow(
  ctx: Ctx,
  id: Id<'fetch-source'>,
): Promise<Outcome<string, KeepSourceRefusal>> {
  return changed(ctx, id, { askedAt: ctx.now });
}

async function changed(
  ctx: Ctx,
  id: Id<'fetch-source'>,
  change: Parameters<typeof changeFetchSource>[2],
): Promise<Outcome<string, KeepSourceRefusal>> {
  if (!allowed(ctx.actor, bringInFigures)) return refuse({ reason: 'not-allowed' });
  const source = await fetchSourceById(ctx, id);
  if (!source) return refuse({ reason: 'no-such-source' });
  await changeFetchSource(ctx, id, change);
  if (change.isPaused !== undefined)
    await ctx.record({
      type: 'indicators.fetch-source-paused',
      subject: { kind: 'fetch-source', id },
      details: { isPaused: change.isPaused },
    });
  return done(source.title);
}

/** Forgets that it is to be fetched. What was brought in stays. */
export async function removeSource(
  ctx: Ctx,
  id: Id<'fetch-source'>,
): Promise<Outcome<string, KeepSourceRefusal>> {
  if (!allowed(ctx.actor, bringInFigures)) return refuse({ reason: 'not-allowed' });
  const source = await fetchSourceById(ctx, id);
  if (!source || !(await removeFetchSource(ctx, id))) return refuse({ reason: 'no-such-source' });
  await ctx.record({ type: 'indicators.fetch-source-removed', subject: { kind: 'fetch-source', id } });
  return done(source.title);
}
