import type { Ctx } from '#platform/db/database.ts';
import type { OwnMeasure } from '../../domain/own/own-measure.ts';
import { ownFigures, type StoredOwnFigure } from '../../store/own/own-figures.ts';
import { ownMeasure, ownMeasures } from '../../store/own/own-measures.ts';
import { ownReleases, type StoredRelease } from '../../store/own/own-releases.ts';
import { placesOfOwn, type OwnPlace } from './places-of-own.ts';

/** Everything that the owner of a measure sees of it. */
export type OwnMeasureView = {
  own: OwnMeasure;
  places: readonly OwnPlace[];
  /** as they were counted, newest period first */
  figures: readonly StoredOwnFigure[];
  /** newest first */
  releases: readonly StoredRelease[];
};

/**
 * A measure with its figures as they are. Whoever asks is written down, since the figures may be of few children.
 * @returns undefined where there is none of that code
 */
export async function ownMeasureView(ctx: Ctx, code: string): Promise<OwnMeasureView | undefined> {
  const own = await ownMeasure(ctx, code);
  if (!own) return undefined;
  await ctx.record({
    type: 'indicators.own-figures-looked-at',
    subject: { kind: 'measure', id: `local:${own.code}` },
    details: {},
  });
  return {
    own,
    places: await placesOfOwn(ctx),
    figures: await ownFigures(ctx, code),
    releases: await ownReleases(ctx, code),
  };
}

/** What the people of the partnership see: the newest release to them, and no figure as it was counted. */
export type PartnersView = {
  own: OwnMeasure;
  places: readonly OwnPlace[];
  release: StoredRelease | undefined;
};

export async function partnersView(ctx: Ctx, code: string): Promise<PartnersView | undefined> {
  const own = await ownMeasure(ctx, code);
  if (!own) return undefined;
  const releases = await ownReleases(ctx, code);
  return {
    own,
    places: await placesOfOwn(ctx),
    release: releases.find(({ audience }) => audience === 'partners'),
  };
}

/** What the partnership counts itself. */
export function allOwnMeasures(ctx: Ctx): Promise<OwnMeasure[]> {
  return ownMeasures(ctx);
}
