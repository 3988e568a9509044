import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { changesBetween, measuresInBoth, type ChangedMeasure } from '../../domain/snapshots/changes.ts';
import type { FrozenScorecard } from '../../domain/snapshots/frozen-scorecard.ts';
import { scopeKey, type Scope, type Snapshot, type WholeSnapshot } from '../../domain/snapshots/snapshot.ts';
import { keepScorecards } from '../../domain/permissions.ts';
import { snapshotById, snapshotsOfArea } from '../../store/snapshots/snapshots.ts';
import { frozenNow } from './frozen-now.ts';

/** The kept scorecards of an area, the newest first. That one was kept is no secret, even where it is closed. */
export async function snapshotsOf(ctx: Ctx, areaCode: string): Promise<readonly Snapshot[]> {
  return snapshotsOfArea(ctx, areaCode);
}

/** A kept scorecard as this person may read it: without what stands in it, where it is closed to them. */
export type ReadSnapshot = Snapshot & { document: FrozenScorecard | undefined };

/** One kept scorecard of an area; undefined where there is none of that name. */
export async function snapshotToRead(
  ctx: Ctx,
  asked: { areaCode: string; id: string },
): Promise<ReadSnapshot | undefined> {
  const id = idFrom<'snapshot'>(asked.id);
  const found = id && (await snapshotById(ctx, id));
  if (!found || found.areaCode !== asked.areaCode) return undefined;
  return mayRead(ctx, found) ? found : { ...found, document: undefined };
}

function mayRead(ctx: Ctx, { superseded }: Snapshot): boolean {
  return superseded?.reading !== 'keepers' || allowed(ctx.actor, keepScorecards);
}

/** What changed from one kept scorecard to another, or to now. */
export type ChangesSince = {
  before: ReadSnapshot;
  /** undefined where it is held against now */
  after: ReadSnapshot | undefined;
  changed: readonly ChangedMeasure[];
  inBoth: number;
  /** those that it can be held against, of the same scope */
  others: readonly Snapshot[];
};

/** Undefined where either is not there, or is closed to this person, or where the strategy it was of is gone. */
export async function changesSince(
  ctx: Ctx,
  asked: { areaCode: string; id: string; against?: string | undefined },
): Promise<ChangesSince | undefined> {
  const before = await snapshotToRead(ctx, asked);
  if (!before?.document) return undefined;
  const others = (await snapshotsOf(ctx, asked.areaCode)).filter(
    ({ id, scope }) => scope === before.scope && id !== before.id,
  );
  const after =
    asked.against === undefined
      ? undefined
      : await snapshotToRead(ctx, { areaCode: asked.areaCode, id: asked.against });
  if (asked.against !== undefined && (!after?.document || after.scope !== before.scope)) return undefined;
  const later =
    after?.document ?? (await frozenNow(ctx, { areaCode: asked.areaCode, ...scopeOf(before.document) }));
  if (!later) return undefined;
  return {
    before,
    after,
    others,
    changed: changesBetween(before.document, later),
    inBoth: measuresInBoth(before.document, later),
  };
}

function scopeOf({ strategy, owner }: FrozenScorecard): Scope {
  return { strategy: strategy?.slug, owner: owner?.key };
}

/** The newest kept scorecard of an area and scope that still counts; undefined where there is none to be read. */
export async function lastSnapshot(
  ctx: Ctx,
  asked: Scope & { areaCode: string },
): Promise<WholeSnapshot | undefined> {
  const scope = scopeKey(asked);
  const kept = await snapshotsOfArea(ctx, asked.areaCode);
  const newest = kept.find((one) => one.scope === scope && !one.superseded);
  return newest && snapshotById(ctx, newest.id);
}
