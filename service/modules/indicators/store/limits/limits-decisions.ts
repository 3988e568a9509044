import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import type { Place } from '../../domain/figures/place.ts';
import { limitsDeeds, type LimitsDecision, type LimitsWritten } from '../../domain/limits/limits-decision.ts';
import type { Speaker } from '../../domain/report/speaker.ts';
import type { IndicatorsTables } from '../tables.generated.ts';

type Row = IndicatorsTables['indicators.limits_decision'];

/** All that was ever decided about the limits of a measure in an area, under every code of it. */
export async function limitsWritten(
  ctx: Ctx,
  { measure, place }: { measure: string; place: Pick<Place, 'codes'> },
): Promise<LimitsWritten> {
  const rows = await indicators(ctx)
    .selectFrom('indicators.limits_decision')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('measure', '=', measure)
    .where('area_code', 'in', place.codes)
    .orderBy('turn')
    .execute();
  const takenBack = new Map(rows.flatMap((row) => (row.takes_back === null ? [] : [[row.takes_back, row]])));
  const last = rows.at(-1);
  return {
    turn: last?.turn ?? 0,
    lastBy: last && speakerOf(last),
    decisions: rows.flatMap((row) => decisionOf(row, takenBack.get(row.id))),
  };
}

/** A new line in what was decided: a decision, or one that takes another back. */
export type LimitsLine = Pick<LimitsDecision, 'measure' | 'areaCode' | 'reason' | 'by'> & {
  id: Id<'limits-decision'>;
  /** what its writer has seen */
  seen: number;
  what: Pick<LimitsDecision, 'deed' | 'period'> | { takesBack: Id<'limits-decision'> };
};

/** Adds a line unless somebody added one first; answers whether it was added. */
export async function addLimitsLine(ctx: Ctx, given: LimitsLine): Promise<boolean> {
  const { what, by } = given;
  const period = 'period' in what ? what.period : undefined;
  const added = await indicators(ctx)
    .insertInto('indicators.limits_decision')
    .values({
      id: given.id,
      partnership_id: ctx.partnershipId,
      measure: given.measure,
      area_code: given.areaCode,
      turn: given.seen + 1,
      deed: 'deed' in what ? what.deed : 'taken-back',
      takes_back: 'takesBack' in what ? what.takesBack : null,
      start_on: period?.start ?? null,
      end_on: period?.end ?? null,
      period_kind: period?.kind ?? null,
      period_words: period?.words ?? null,
      reason: given.reason,
      made_at: ctx.now,
      made_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
      made_by_name: by.name,
      made_by_job: by.job,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}

const deed = z.enum(limitsDeeds);

function decisionOf(row: Row, takenBack: Row | undefined): LimitsDecision[] {
  const { start_on: start, end_on: end, period_kind: kind, period_words: words } = row;
  if (start === null || end === null || kind === null || words === null) return [];
  return [
    {
      id: storedId(row.id),
      measure: row.measure,
      areaCode: row.area_code,
      deed: deed.parse(row.deed),
      period: { start, end, kind, words },
      reason: row.reason,
      by: speakerOf(row),
      on: dayInEngland(row.made_at),
      takenBack: takenBack && {
        reason: takenBack.reason,
        by: speakerOf(takenBack),
        on: dayInEngland(takenBack.made_at),
      },
    },
  ];
}

function speakerOf({ made_by_name: name, made_by_job: job }: Row): Speaker {
  return { name, job };
}
