import { createHash } from 'node:crypto';
import type { ProtectRefusal, Release } from '#packages/disclosure-control';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { gathering, type Gathering } from '../../domain/bringing-in/gathered.ts';
import type { OwnMeasure } from '../../domain/own/own-measure.ts';
import { ownPeriod } from '../../domain/own/own-period.ts';
import { makeSafe, type SafeFigures } from '../../domain/own/own-release.ts';
import type { OwnAudience, OwnPlaces } from '../../domain/own/own-table.ts';
import { keepOwnMeasures } from '../../domain/permissions.ts';
import { placesOfOwn, wholeAndParts, type OwnPlace } from '../../queries/own/places-of-own.ts';
import { addBatch, batchById, changeBatch, raiseFiguresVersion } from '../../store/batches.ts';
import { ownFigures, type StoredOwnFigure } from '../../store/own/own-figures.ts';
import { lockOwnMeasure, ownMeasure } from '../../store/own/own-measures.ts';
import { addOwnRelease, ownReleases, type StoredRelease } from '../../store/own/own-releases.ts';
import { keepPeriods } from '../../store/periods.ts';
import { writeSeries } from '../../store/series.ts';
import type { Act } from '../bring-in/handed-file.ts';

export type ReleaseRefusal =
  | NotAllowed
  | { reason: 'measure-missing' }
  | { reason: 'no-figures' }
  /** a figure was entered or taken out since the preview was made */
  | { reason: 'changed-meanwhile' }
  /** what is shown could be worked out; why stands inside */
  | { reason: 'not-safe'; because: ProtectRefusal };

/** What would be released, for its owner to look at. */
export type ReleasePreview = {
  own: OwnMeasure;
  places: readonly OwnPlace[];
  safe: SafeFigures;
  /** what it was made from: a release is of exactly this */
  seen: string;
};

type Asked = { code: string; audience: OwnAudience };

/** Makes the figures safe and shows what would be released; nothing is kept. */
export async function previewRelease(
  act: Act,
  asked: Asked,
): Promise<Outcome<ReleasePreview, ReleaseRefusal>> {
  const read = await act('read', (ctx) => stateOf(ctx, asked));
  return read.done ? madeSafe(read.value, asked) : read;
}

async function madeSafe(state: State, { audience }: Asked): Promise<Outcome<ReleasePreview, ReleaseRefusal>> {
  const { own, places, divided, figures, releases } = state;
  // outside any transaction: the attacker takes its time, and other pages must not wait for it
  const safe = await makeSafe(own, figures, {
    places: divided,
    audience,
    before: knownBefore(releases, audience),
  });
  if (!safe.done) return refuse({ reason: 'not-safe', because: safe.refusal });
  return done({ own, places, safe: safe.value, seen: stampOf(state) });
}

/**
 * Releases a measure's figures: to the partnership, or to everybody. For everybody they become figures like any
 * publisher's, in a batch that takes the place of the release before; nothing else of the measure can be seen.
 */
export async function releaseOwnFigures(
  act: Act,
  asked: Asked & { seen: string },
): Promise<Outcome<{ figures: number }, ReleaseRefusal>> {
  const state = await act('read', (ctx) => stateOf(ctx, asked));
  if (!state.done) return state;
  if (stampOf(state.value) !== asked.seen) return refuse({ reason: 'changed-meanwhile' });
  const preview = await madeSafe(state.value, asked);
  if (!preview.done) return preview;
  return act('write', async (ctx) => {
    // two who release at once: the second is held against what the first gave away
    await lockOwnMeasure(ctx, asked.code);
    const now = await stateOf(ctx, asked);
    if (!now.done) return now;
    if (stampOf(now.value) !== asked.seen) return refuse({ reason: 'changed-meanwhile' });
    const { safe, own } = preview.value;
    const batchKey = asked.audience === 'public' ? await publish(ctx, own, safe) : undefined;
    if (batchKey !== undefined) await withdrawBefore(ctx, now.value.releases);
    await addOwnRelease(ctx, { id: ctx.newId(), measureCode: own.code, safe, batchKey });
    await ctx.record({
      type: 'indicators.own-figures-released',
      subject: { kind: 'measure', id: `local:${own.code}` },
      details: { audience: asked.audience, rules: safe.rules, figures: safe.figures.length },
    });
    return done({ figures: safe.figures.length });
  });
}

type State = {
  own: OwnMeasure;
  places: readonly OwnPlace[];
  /** the same as a reader can add them up: which parts make which whole */
  divided: OwnPlaces;
  figures: readonly StoredOwnFigure[];
  releases: readonly StoredRelease[];
};

async function stateOf(ctx: Ctx, { code }: Asked): Promise<Outcome<State, ReleaseRefusal>> {
  if (!allowed(ctx.actor, keepOwnMeasures)) return refuse({ reason: 'not-allowed' });
  const own = await ownMeasure(ctx, code);
  if (!own) return refuse({ reason: 'measure-missing' });
  const figures = await ownFigures(ctx, code);
  if (figures.length === 0) return refuse({ reason: 'no-figures' });
  const places = await placesOfOwn(ctx);
  const divided = await wholeAndParts(ctx, places);
  return done({ own, figures, places, divided, releases: await ownReleases(ctx, code) });
}

/**
 * What an audience has seen before. Partners see what the public sees too, but what is held back from the public need
 * not be held back from them; the public knows nothing of what partners were shown.
 */
function knownBefore(releases: readonly StoredRelease[], audience: OwnAudience): readonly Release[] {
  return releases.flatMap((before) => {
    if (before.audience === audience) return before.kept;
    return audience === 'public' ? [] : before.kept.map((release) => ({ ...release, heldBack: [] }));
  });
}

/** The same only where figures, places and earlier releases are the same. */
function stampOf({ own, places, divided, figures, releases }: State): string {
  const drawn = divided.divisions?.map(({ parts, members }) => [parts, [...members]]);
  const all = [own.version, places, drawn, figures, releases.map(({ madeAt }) => madeAt)];
  return createHash('sha256').update(JSON.stringify(all)).digest('base64url').slice(0, 22);
}

/** Writes the safe figures where published figures stand, visible at one stroke. */
async function publish(ctx: Ctx, own: OwnMeasure, safe: SafeFigures): Promise<number> {
  const gathered = gatheredFrom(own, safe, ctx.today);
  const id = ctx.newId<'import'>();
  const fileName = `${own.code} (${ctx.today})`;
  const stamp = createHash('sha256').update(id).digest('hex');
  await addBatch(ctx, {
    id,
    format: 'own-release',
    fileName,
    sha256: stamp,
    bytes: 0,
    companions: [],
    keptIn: undefined,
    failure: undefined,
  });
  const batch = await batchById(ctx, id);
  if (!batch) throw new Error('a release was not written down');
  const periodKeys = await keepPeriods(ctx, gathered.periods);
  await writeSeries(ctx, { batchKey: batch.key, series: [...gathered.series()], periodKeys });
  await changeBatch(ctx, batch.key, { state: 'visible', finishedAt: ctx.now });
  await raiseFiguresVersion(ctx);
  return batch.key;
}

function gatheredFrom(own: OwnMeasure, safe: SafeFigures, today: Day): Gathering {
  const gathered = gathering();
  const measure = { source: 'local' as const, code: own.code, name: own.title };
  for (const { areaCode, breakdown, period, value, count, base } of safe.figures) {
    const whole = ownPeriod(own.rhythm, period.start, today);
    if (!whole) continue;
    const beside =
      own.kind === 'count' || count === undefined || base === undefined ? {} : { count, denominator: base };
    gathered.add(
      {
        measure,
        area: { code: areaCode, name: areaCode },
        breakdown,
        period: whole,
        value,
        line: 0,
        ...beside,
      },
      areaCode,
    );
  }
  return gathered;
}

/** What the public saw before is seen no more: the new release holds all that is still shown. */
async function withdrawBefore(ctx: Ctx, releases: readonly StoredRelease[]): Promise<void> {
  for (const { batchKey } of releases) {
    if (batchKey === undefined) continue;
    await changeBatch(ctx, batchKey, { state: 'withdrawn' });
  }
}
