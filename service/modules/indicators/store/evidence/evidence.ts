import { z } from 'zod';
import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { audiences } from '../../domain/audience.ts';
import { subjectKinds, type EvidenceSubject } from '../../domain/evidence/about.ts';
import { saidShape, type Evidence, type EvidenceWords } from '../../domain/evidence/evidence.ts';
import { nameOf } from '../own/own-measures.ts';
import type { IndicatorsTables } from '../tables.generated.ts';

type Row = IndicatorsTables['indicators.evidence'];

/** All that was found and said about some subjects, newest first; about everything where none is named. */
export async function evidenceAbout(
  ctx: Ctx,
  subjects: readonly EvidenceSubject[] | 'all',
): Promise<readonly Evidence[]> {
  if (subjects !== 'all' && subjects.length === 0) return [];
  const query = ours(ctx);
  const rows = await (
    subjects === 'all'
      ? query
      : query.where(
          sql<string>`subject_kind || ' ' || subject_id`,
          'in',
          subjects.map(({ kind, id }) => `${kind} ${id}`),
        )
  )
    .orderBy('told_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(evidenceFrom);
}

/** One of them; `lock` holds it against every other writer until the transaction ends. */
export async function evidenceById(
  ctx: Ctx,
  id: Id<'evidence'>,
  reading: 'only-read' | 'lock',
): Promise<Evidence | undefined> {
  const query = ours(ctx).where('id', '=', id);
  const row = await (reading === 'lock' ? query.forUpdate() : query).executeTakeFirst();
  return row && evidenceFrom(row);
}

/** Keeps something new. */
export async function addEvidence(ctx: Ctx, id: Id<'evidence'>, words: EvidenceWords): Promise<void> {
  await indicators(ctx)
    .insertInto('indicators.evidence')
    .values({ id, partnership_id: ctx.partnershipId, ...rowOf(ctx, words), version: 1 })
    .execute();
}

/** Puts new words in place of the old; the caller holds the row. */
export async function changeEvidence(
  ctx: Ctx,
  given: { id: Id<'evidence'>; version: number; words: EvidenceWords },
): Promise<void> {
  await indicators(ctx)
    .updateTable('indicators.evidence')
    .set({ ...rowOf(ctx, given.words), version: given.version })
    .where('partnership_id', '=', ctx.partnershipId)
    .where('id', '=', given.id)
    .execute();
}

function rowOf(ctx: Ctx, { subject, said, day, audience }: EvidenceWords) {
  return {
    kind: said.kind,
    subject_kind: subject.kind,
    subject_id: subject.id,
    said: jsonb(said),
    told_on: day,
    audience,
    changed_at: ctx.now,
    changed_by_name: nameOf(ctx),
  };
}

const shape = z.object({ subject_kind: z.enum(subjectKinds), audience: z.enum(audiences) });

function evidenceFrom(row: Row): Evidence {
  const { subject_kind: kind, audience } = shape.parse(row);
  return {
    id: storedId(row.id),
    subject: { kind, id: row.subject_id },
    said: saidShape.parse(row.said),
    day: row.told_on,
    audience,
    version: row.version,
    changedAt: row.changed_at,
    changedByName: row.changed_by_name,
  };
}

function ours(ctx: Ctx) {
  return indicators(ctx)
    .selectFrom('indicators.evidence')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}
