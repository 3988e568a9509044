import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import type { FrameworkDocument } from '../domain/framework-document.ts';
import type { StrategyTables } from './tables.generated.ts';

/** How often an element was changed, and by whom last. */
export type ElementVersion = { version: number; changedBy: Id<'person'> | undefined; changedAt: Date };

/** The version of one element; undefined where it was taken away meanwhile. */
export async function elementVersion(
  ctx: Ctx,
  frameworkId: Id<'framework'>,
  key: string,
): Promise<ElementVersion | undefined> {
  const row = await strategy(ctx)
    .selectFrom('strategy.element')
    .select(['version', 'changed_by', 'changed_at'])
    .where('framework_id', '=', frameworkId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    version: row.version,
    changedBy: row.changed_by === null ? undefined : storedId<'person'>(row.changed_by),
    changedAt: row.changed_at,
  };
}

/** Brings the elements' rows in line with a document: new ones begin at 1, those named grow by one, absent ones go. */
export async function keepElements(
  ctx: Ctx,
  kept: { frameworkId: Id<'framework'>; document: FrameworkDocument; changed: readonly string[] },
): Promise<void> {
  const { frameworkId, document, changed } = kept;
  const db = strategy(ctx);
  const known = await db
    .selectFrom('strategy.element')
    .select('key')
    .where('framework_id', '=', frameworkId)
    .execute();
  const before = new Set(known.map(({ key }) => key));
  const now = new Set(document.elements.map(({ key }) => key));
  const gone = [...before].filter((key) => !now.has(key));
  const added = [...now].filter((key) => !before.has(key));
  const grown = changed.filter((key) => before.has(key) && now.has(key));
  const change = { changed_at: ctx.now, changed_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null };
  if (gone.length > 0)
    await db
      .deleteFrom('strategy.element')
      .where('framework_id', '=', frameworkId)
      .where('key', 'in', gone)
      .execute();
  if (added.length > 0) {
    const made = { partnership_id: ctx.partnershipId, framework_id: frameworkId, version: 1 };
    const rows = added.map((key) => ({ id: ctx.newId<'element'>(), key, ...made, ...change }));
    await db.insertInto('strategy.element').values(rows).execute();
  }
  if (grown.length > 0)
    await db
      .updateTable('strategy.element')
      .set((of) => ({ version: of('version', '+', 1), ...change }))
      .where('framework_id', '=', frameworkId)
      .where('key', 'in', grown)
      .execute();
}

function strategy(ctx: Ctx) {
  return ctx.db.withTables<StrategyTables>();
}
