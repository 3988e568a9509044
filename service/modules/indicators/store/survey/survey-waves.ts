import { sql } from 'kysely';
import type { AuditLine, Release } from '#packages/disclosure-control';
import type { Ctx } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import type { Day } from '#platform/kernel/day.ts';
import { keptReleases } from '../../domain/own/own-release.ts';
import type { Ages } from '../../domain/survey/question.ts';
import { nameOf } from '../own/own-measures.ts';
import type { IndicatorsTables } from '../tables.generated.ts';

/** One asking of one question, as a file brought it. */
export type SurveyWave = {
  /** the measure's id */
  readonly measure: string;
  readonly start: Day;
  readonly end: Day;
  readonly survey: string;
  readonly wave: string;
  readonly question: string;
  readonly ages: Ages;
  readonly weighted: boolean;
  readonly designEffect: number | undefined;
  /** how many answered in the whole area; undefined where it may not be said */
  readonly answered: number | undefined;
  readonly heldBack: number;
};

export type WaveToKeep = SurveyWave & {
  readonly kept: readonly Release[];
  readonly audit: readonly AuditLine[];
};

/** Writes down what a batch shows of a survey, and what it gave away for good. */
export async function keepWaves(ctx: Ctx, batchKey: number, waves: readonly WaveToKeep[]): Promise<void> {
  if (waves.length === 0) return;
  await indicators(ctx)
    .insertInto('indicators.survey_wave')
    .values(
      waves.map((wave) => ({
        partnership_id: ctx.partnershipId,
        batch_key: batchKey,
        measure: wave.measure,
        start_on: wave.start,
        end_on: wave.end,
        survey: wave.survey,
        wave: wave.wave,
        question: wave.question,
        age_from: wave.ages.from,
        age_to: wave.ages.to,
        weighted: wave.weighted,
        design_effect: wave.designEffect ?? null,
        answered: wave.answered ?? null,
        held_back: wave.heldBack,
        kept: jsonb(wave.kept),
        audit: jsonb(wave.audit),
        made_at: ctx.now,
        made_by_name: nameOf(ctx),
      })),
    )
    .execute();
}

/** What readers were ever shown of some questions, whether it can still be seen or not; by measure. */
export async function releasesOfSurveys(ctx: Ctx): Promise<ReadonlyMap<string, readonly Release[]>> {
  const rows = await indicators(ctx)
    .selectFrom('indicators.survey_wave')
    .select(['measure', 'kept'])
    .where('partnership_id', '=', ctx.partnershipId)
    .orderBy('batch_key')
    .execute();
  const found = Map.groupBy(rows, ({ measure }) => measure);
  return new Map(
    [...found].map(([measure, each]) => [measure, each.flatMap(({ kept }) => keptReleases.parse(kept))]),
  );
}

/** The askings that can be seen: of one measure, or of all; of several files of one wave, the latest. */
export async function visibleWaves(ctx: Ctx, measure?: string): Promise<SurveyWave[]> {
  const rows = await indicators(ctx)
    .selectFrom('indicators.survey_wave')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where(sql<boolean>`batch_key in (select key from indicators.batch where state = 'visible')`)
    .$if(measure !== undefined, (query) => query.where('measure', '=', measure ?? ''))
    .orderBy('measure')
    .orderBy('start_on')
    .orderBy('batch_key')
    .execute();
  const latest = new Map(rows.map((row) => [`${row.measure}\n${row.start_on}`, row]));
  return [...latest.values()].map((row) => ({
    measure: row.measure,
    start: row.start_on,
    end: row.end_on,
    survey: row.survey,
    wave: row.wave,
    question: row.question,
    ages: { from: row.age_from, to: row.age_to },
    weighted: row.weighted,
    designEffect: row.design_effect ?? undefined,
    answered: row.answered ?? undefined,
    heldBack: row.held_back,
  }));
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}
