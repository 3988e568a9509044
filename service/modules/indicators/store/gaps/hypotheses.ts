import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import {
  hypothesisStates,
  type GapName,
  type Hypothesis,
  type HypothesisStep,
  type HypothesisWords,
} from '../../domain/gap/hypothesis.ts';
import type { IndicatorsTables } from '../tables.generated.ts';

type Row = IndicatorsTables['indicators.gap_cause'];
type StepRow = IndicatorsTables['indicators.gap_cause_step'];

/** Who writes: a person, or the service itself. */
export type Writer = { id: Id<'person'> | null; name: string };

/** The guesses at why a gap is there, the oldest first, each with all that was written of it. */
export async function hypothesesOfGap(ctx: Ctx, gap: GapName): Promise<readonly Hypothesis[]> {
  const rows = await ctx.db
    .withTables<IndicatorsTables>()
    .selectFrom('indicators.gap_cause')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('measure', '=', gap.measure)
    .where('group_key', '=', gap.group)
    .where('area_code', '=', gap.areaCode)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return withSteps(ctx, rows);
}

/** One of them; `lock` keeps others from changing it until this transaction ends. */
export async function hypothesisById(
  ctx: Ctx,
  id: Id<'gap-hypothesis'>,
  reading: 'only-read' | 'lock',
): Promise<Hypothesis | undefined> {
  const query = ctx.db
    .withTables<IndicatorsTables>()
    .selectFrom('indicators.gap_cause')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('id', '=', id);
  const rows = await (reading === 'lock' ? query.forUpdate() : query).execute();
  return (await withSteps(ctx, rows))[0];
}

async function withSteps(ctx: Ctx, rows: readonly Row[]): Promise<Hypothesis[]> {
  if (rows.length === 0) return [];
  const steps = await ctx.db
    .withTables<IndicatorsTables>()
    .selectFrom('indicators.gap_cause_step')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where(
      'cause_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('version')
    .execute();
  const byHypothesis = Map.groupBy(steps, (step) => step.cause_id);
  return rows.map((row) => hypothesisOf(row, byHypothesis.get(row.id) ?? []));
}

const state = z.enum(hypothesisStates);

function hypothesisOf(row: Row, steps: readonly StepRow[]): Hypothesis {
  return {
    id: storedId(row.id),
    gap: { measure: row.measure, group: row.group_key, areaCode: row.area_code },
    words: row.words,
    state: state.parse(row.state),
    evidence: row.evidence,
    version: row.version,
    madeAt: row.made_at,
    madeByName: row.made_by_name,
    changedAt: row.changed_at,
    changedByName: row.changed_by_name,
    steps: steps.map((step): HypothesisStep => ({
      version: step.version,
      words: step.words,
      state: state.parse(step.state),
      evidence: step.evidence,
      at: step.at,
      byName: step.by_name,
    })),
  };
}

/** Keeps a new guess, with its first step. */
export async function addHypothesisRow(
  ctx: Ctx,
  given: { id: Id<'gap-hypothesis'>; gap: GapName; words: HypothesisWords; by: Writer },
): Promise<void> {
  const { id, gap, words, by } = given;
  await ctx.db
    .withTables<IndicatorsTables>()
    .insertInto('indicators.gap_cause')
    .values({
      partnership_id: ctx.partnershipId,
      id,
      measure: gap.measure,
      group_key: gap.group,
      area_code: gap.areaCode,
      ...words,
      version: 1,
      made_at: ctx.now,
      made_by: by.id,
      made_by_name: by.name,
      changed_at: ctx.now,
      changed_by: by.id,
      changed_by_name: by.name,
    })
    .execute();
  await addStep(ctx, { id, version: 1, words, by });
}

/** Puts new words in place of the old, which stay as a step; the caller holds the row. */
export async function changeHypothesisRow(
  ctx: Ctx,
  given: { id: Id<'gap-hypothesis'>; version: number; words: HypothesisWords; by: Writer },
): Promise<void> {
  const { id, version, words, by } = given;
  await ctx.db
    .withTables<IndicatorsTables>()
    .updateTable('indicators.gap_cause')
    .set({ ...words, version, changed_at: ctx.now, changed_by: by.id, changed_by_name: by.name })
    .where('partnership_id', '=', ctx.partnershipId)
    .where('id', '=', id)
    .execute();
  await addStep(ctx, { id, version, words, by });
}

async function addStep(
  ctx: Ctx,
  { id, version, words, by }: { id: string; version: number; words: HypothesisWords; by: Writer },
): Promise<void> {
  await ctx.db
    .withTables<IndicatorsTables>()
    .insertInto('indicators.gap_cause_step')
    .values({
      partnership_id: ctx.partnershipId,
      cause_id: id,
      version,
      ...words,
      at: ctx.now,
      by_id: by.id,
      by_name: by.name,
    })
    .execute();
}
