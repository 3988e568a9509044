import type { Ctx } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { frameworkDocument, type FrameworkDocument } from '../domain/framework-document.ts';
import type { StrategyTables } from './tables.generated.ts';

/** A moment of a framework that somebody wanted kept. */
export type VersionLine = { number: number; name: string; madeAt: Date; madeBy: Id<'person'> | undefined };

/** Keeps a document as the framework's next version; answers its number. */
export async function insertVersion(
  ctx: Ctx,
  kept: { frameworkId: Id<'framework'>; name: string; document: FrameworkDocument },
): Promise<number> {
  const last = await strategy(ctx)
    .selectFrom('strategy.framework_version')
    .select((of) => of.fn.coalesce(of.fn.max('number'), of.val(0)).as('number'))
    .where('framework_id', '=', kept.frameworkId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await strategy(ctx)
    .insertInto('strategy.framework_version')
    .values({
      id: ctx.newId<'version'>(),
      partnership_id: ctx.partnershipId,
      framework_id: kept.frameworkId,
      number,
      name: kept.name,
      document: jsonb(kept.document),
      made_at: ctx.now,
      made_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
    })
    .execute();
  return number;
}

/** The versions of a framework, newest first. */
export async function versionLines(ctx: Ctx, frameworkId: Id<'framework'>): Promise<VersionLine[]> {
  const rows = await strategy(ctx)
    .selectFrom('strategy.framework_version')
    .select(['number', 'name', 'made_at', 'made_by'])
    .where('framework_id', '=', frameworkId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    name: row.name,
    madeAt: row.made_at,
    madeBy: row.made_by === null ? undefined : storedId<'person'>(row.made_by),
  }));
}

/** What a framework said in one version. */
export async function versionDocument(
  ctx: Ctx,
  frameworkId: Id<'framework'>,
  number: number,
): Promise<FrameworkDocument | undefined> {
  const row = await strategy(ctx)
    .selectFrom('strategy.framework_version')
    .select('document')
    .where('framework_id', '=', frameworkId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ? frameworkDocument.parse(row.document) : undefined;
}

function strategy(ctx: Ctx) {
  return ctx.db.withTables<StrategyTables>();
}
