import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { audiences } from '../../domain/audience.ts';
import { subjectKinds, type EvidenceSubject } from '../../domain/evidence/about.ts';
import { judges, verdicts, type Judgement, type JudgementWords } from '../../domain/evidence/judgement.ts';
import { nameOf } from '../own/own-measures.ts';
import type { IndicatorsTables } from '../tables.generated.ts';

const shape = z.object({
  subject_kind: z.enum(subjectKinds),
  who: z.enum(judges),
  verdict: z.enum(verdicts),
  audience: z.enum(audiences),
});

/** Every judgement of some subjects, newest first; of everything where none is named. */
export async function judgementsOf(
  ctx: Ctx,
  subjects: readonly EvidenceSubject[] | 'all',
): Promise<readonly Judgement[]> {
  if (subjects !== 'all' && subjects.length === 0) return [];
  const query = indicators(ctx)
    .selectFrom('indicators.judgement')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
  const rows = await (
    subjects === 'all'
      ? query
      : query.where(
          sql<string>`subject_kind || ' ' || subject_id`,
          'in',
          subjects.map(({ kind, id }) => `${kind} ${id}`),
        )
  )
    .orderBy('judged_on', 'desc')
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => {
    const { subject_kind: kind, who, verdict, audience } = shape.parse(row);
    return {
      id: storedId(row.id),
      subject: { kind, id: row.subject_id },
      who,
      verdict,
      audience,
      group: row.group_name,
      day: row.judged_on,
      reasons: row.reasons,
      evidence: row.evidence,
      madeAt: row.made_at,
      madeByName: row.made_by_name,
    };
  });
}

/** Keeps a judgement beside those before it: none is ever changed. */
export async function addJudgement(ctx: Ctx, id: Id<'judgement'>, words: JudgementWords): Promise<void> {
  const { subject, group, day, ...rest } = words;
  await indicators(ctx)
    .insertInto('indicators.judgement')
    .values({
      id,
      partnership_id: ctx.partnershipId,
      subject_kind: subject.kind,
      subject_id: subject.id,
      group_name: group,
      judged_on: day,
      ...rest,
      made_at: ctx.now,
      made_by_name: nameOf(ctx),
    })
    .execute();
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}
