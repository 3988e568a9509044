import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { OwnFigure } from '../../domain/own/own-figure.ts';
import { ownRhythms } from '../../domain/own/own-measure.ts';
import type { IndicatorsTables } from '../tables.generated.ts';
import { nameOf } from './own-measures.ts';

/** A figure with who counted it last. */
export type StoredOwnFigure = OwnFigure & {
  readonly version: number;
  readonly byName: string;
  readonly at: Date;
};

const kind = z.enum(ownRhythms);

/** Everything that was counted of a measure, newest period first. For its owner alone. */
export async function ownFigures(ctx: Ctx, measureCode: string): Promise<StoredOwnFigure[]> {
  const rows = await indicators(ctx)
    .selectFrom('indicators.own_figure')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('measure_code', '=', measureCode)
    .orderBy('start_on', 'desc')
    .orderBy('breakdown')
    .orderBy('area_code')
    .execute();
  return rows.map((row) => ({
    areaCode: row.area_code,
    breakdown: row.breakdown,
    period: {
      start: row.start_on,
      end: row.end_on,
      kind: kind.parse(row.period_kind),
      text: row.period_text,
    },
    count: row.count,
    base: row.base,
    schools: row.schools ?? undefined,
    version: row.version,
    byName: row.changed_by_name,
    at: row.changed_at,
  }));
}

/** Keeps figures in place of those of the same place, group and period; `byName` is who counted them, where somebody else did. */
export async function keepOwnFigures(
  ctx: Ctx,
  measureCode: string,
  figures: readonly (OwnFigure & { version: number; byName?: string })[],
): Promise<void> {
  if (figures.length === 0) return;
  await indicators(ctx)
    .insertInto('indicators.own_figure')
    .values(
      figures.map(({ areaCode, breakdown, period, count, base, schools, version, byName }) => ({
        partnership_id: ctx.partnershipId,
        measure_code: measureCode,
        area_code: areaCode,
        breakdown,
        start_on: period.start,
        end_on: period.end,
        period_kind: period.kind,
        period_text: period.text,
        count,
        base,
        schools: schools ?? null,
        version,
        changed_at: ctx.now,
        changed_by_name: byName ?? nameOf(ctx),
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['partnership_id', 'measure_code', 'start_on', 'area_code', 'breakdown'])
        .doUpdateSet((eb) => ({
          count: eb.ref('excluded.count'),
          base: eb.ref('excluded.base'),
          schools: eb.ref('excluded.schools'),
          version: eb.ref('excluded.version'),
          changed_at: eb.ref('excluded.changed_at'),
          changed_by_name: eb.ref('excluded.changed_by_name'),
        })),
    )
    .execute();
}

/** Takes figures out that were entered by mistake. */
export async function removeOwnFigures(
  ctx: Ctx,
  measureCode: string,
  given: { start: Day; breakdown: string; areaCodes: readonly string[] },
): Promise<void> {
  if (given.areaCodes.length === 0) return;
  await indicators(ctx)
    .deleteFrom('indicators.own_figure')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('measure_code', '=', measureCode)
    .where('start_on', '=', given.start)
    .where('breakdown', '=', given.breakdown)
    .where('area_code', 'in', given.areaCodes)
    .execute();
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}
