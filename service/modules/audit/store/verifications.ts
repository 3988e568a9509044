import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Verification } from '../domain/verification.ts';
import type { AuditTables } from './tables.generated.ts';

const faults = z.array(z.string());

/** Notes that a run begins. */
export async function beginVerification(ctx: Ctx): Promise<Id<'verification'>> {
  const id = ctx.newId<'verification'>();
  await audit(ctx)
    .insertInto('audit.verification')
    .values({
      id,
      partnership_id: ctx.partnershipId,
      asked_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
      asked_at: ctx.now,
      heard_at: ctx.now,
      done: 0,
      of: 0,
      entries: 0,
      chains: 0,
      heads: 0,
      unheld: 0,
      wrong: 0,
      faults: jsonb([]),
      finished_at: null,
    })
    .execute();
  return id;
}

/** How far a run has come. */
export async function verificationCame(
  ctx: Ctx,
  { id, done, of }: { id: Id<'verification'>; done: number; of: number },
): Promise<void> {
  const set = { done, of, heard_at: ctx.now };
  await audit(ctx).updateTable('audit.verification').set(set).where('id', '=', id).execute();
}

/** What a run found. */
export async function verificationEnded(
  ctx: Ctx,
  id: Id<'verification'>,
  found: Pick<Verification, 'entries' | 'chains' | 'heads' | 'unheld' | 'wrong' | 'faults'>,
): Promise<void> {
  const set = {
    ...found,
    done: found.entries,
    of: found.entries,
    faults: jsonb(found.faults),
    heard_at: ctx.now,
    finished_at: ctx.now,
  };
  await audit(ctx).updateTable('audit.verification').set(set).where('id', '=', id).execute();
}

/** The latest runs, the latest first. */
export async function latestVerifications(ctx: Ctx, limit: number): Promise<Verification[]> {
  const rows = await audit(ctx)
    .selectFrom('audit.verification')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .orderBy('asked_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    askedAt: row.asked_at,
    done: row.done,
    of: row.of,
    heardAt: row.heard_at,
    finishedAt: row.finished_at ?? undefined,
    entries: row.entries,
    chains: row.chains,
    heads: row.heads,
    unheld: row.unheld,
    wrong: row.wrong,
    faults: faults.parse(row.faults),
  }));
}

function audit(ctx: Ctx) {
  return ctx.db.withTables<AuditTables>();
}
