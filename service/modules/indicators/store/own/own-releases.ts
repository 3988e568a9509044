import type { Release } from '#packages/disclosure-control';
import type { Ctx } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import type { Id } from '#platform/kernel/id.ts';
import { keptFigures, keptReleases, type SafeFigures } from '../../domain/own/own-release.ts';
import type { OwnAudience } from '../../domain/own/own-table.ts';
import type { IndicatorsTables } from '../tables.generated.ts';
import { nameOf } from './own-measures.ts';

/** What an audience was shown, and when. */
export type StoredRelease = {
  readonly audience: OwnAudience;
  readonly figures: ReturnType<typeof keptFigures.parse>;
  readonly kept: readonly Release[];
  readonly batchKey: number | undefined;
  readonly madeAt: Date;
  readonly byName: string;
};

/** Every release of a measure, newest first. */
export async function ownReleases(ctx: Ctx, measureCode: string): Promise<StoredRelease[]> {
  const rows = await indicators(ctx)
    .selectFrom('indicators.own_release')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('measure_code', '=', measureCode)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    audience: row.audience === 'public' ? 'public' : 'partners',
    figures: keptFigures.parse(row.figures),
    kept: keptReleases.parse(row.kept),
    batchKey: row.batch_key ?? undefined,
    madeAt: row.made_at,
    byName: row.made_by_name,
  }));
}

/** Writes a release down; `batchKey` is where the public sees it. */
export async function addOwnRelease(
  ctx: Ctx,
  given: { id: Id<'own-release'>; measureCode: string; safe: SafeFigures; batchKey: number | undefined },
): Promise<void> {
  const { safe } = given;
  const figures = safe.figures.map(({ areaCode, breakdown, period, value, count, base }) => ({
    areaCode,
    breakdown,
    start: period.start,
    value,
    count: count ?? null,
    base: base ?? null,
  }));
  await indicators(ctx)
    .insertInto('indicators.own_release')
    .values({
      id: given.id,
      partnership_id: ctx.partnershipId,
      measure_code: given.measureCode,
      audience: safe.audience,
      rules: safe.rules,
      figures: jsonb(figures),
      kept: jsonb(safe.kept),
      audit: jsonb(safe.audit),
      batch_key: given.batchKey ?? null,
      made_at: ctx.now,
      made_by_name: nameOf(ctx),
    })
    .execute();
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}
