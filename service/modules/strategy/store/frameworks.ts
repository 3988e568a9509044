import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import { libraryPartnership } from '#platform/db/library.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { frameworkDocument, type FrameworkDocument } from '../domain/framework-document.ts';
import type { StrategyTables } from './tables.generated.ts';

/** A framework as it is kept: what is being worked on, and what everybody sees. */
export type StoredFramework = {
  id: Id<'framework'>;
  slug: string;
  name: string;
  /** one of the read-only library that every partnership can read */
  isLibrary: boolean;
  document: FrameworkDocument;
  /** undefined until it was published for the first time */
  published: FrameworkDocument | undefined;
  version: number;
  publishedVersion: number | undefined;
};

/** What a list of frameworks shows. */
export type FrameworkLine = {
  slug: string;
  name: string;
  partnership: string;
  status: FrameworkDocument['status'];
  isLibrary: boolean;
  isPublished: boolean;
};

/** A framework of the context's partnership or of the library; the partnership's own comes first where both have the slug. */
export async function frameworkBySlug(ctx: Ctx, slug: string): Promise<StoredFramework | undefined> {
  const rows = await strategy(ctx)
    .selectFrom('strategy.framework')
    .selectAll()
    .where('slug', '=', slug)
    .orderBy(sql`partnership_id = ${libraryPartnership}::uuid`)
    .limit(1)
    .execute();
  return rows[0] ? stored(rows[0]) : undefined;
}

/** Some frameworks by their slugs, in one question; of two with one slug the partnership's own. */
export async function frameworksBySlug(ctx: Ctx, slugs: readonly string[]): Promise<StoredFramework[]> {
  if (slugs.length === 0) return [];
  const rows = await strategy(ctx)
    .selectFrom('strategy.framework')
    .selectAll()
    .distinctOn('slug')
    .where('slug', 'in', [...slugs])
    .orderBy('slug')
    .orderBy(sql`partnership_id = ${libraryPartnership}::uuid`)
    .execute();
  return rows.map(stored);
}

/** Some frameworks by their ids, in one question: the partnership's own first, then by name. */
export async function frameworksById(ctx: Ctx, ids: readonly Id<'framework'>[]): Promise<StoredFramework[]> {
  if (ids.length === 0) return [];
  const rows = await strategy(ctx)
    .selectFrom('strategy.framework')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy(sql`partnership_id = ${libraryPartnership}::uuid`)
    .orderBy('slug')
    .execute();
  return rows.map(stored);
}

/** The partnership's own frameworks, whole, by name: at most so many. */
export async function ownFrameworksWhole(ctx: Ctx, most = 50): Promise<StoredFramework[]> {
  const rows = await strategy(ctx)
    .selectFrom('strategy.framework')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .orderBy(sql`lower(name)`)
    .limit(most)
    .execute();
  return rows.map(stored);
}

/** The partnership's own framework, held against every other writer until the transaction ends. */
export async function lockOwnFramework(ctx: Ctx, slug: string): Promise<StoredFramework | undefined> {
  const row = await strategy(ctx)
    .selectFrom('strategy.framework')
    .selectAll()
    .where('slug', '=', slug)
    .where('partnership_id', '=', ctx.partnershipId)
    .forUpdate()
    .executeTakeFirst();
  return row ? stored(row) : undefined;
}

/** Every framework that the context may read: the partnership's own first, then the library, by name. */
export async function allFrameworks(ctx: Ctx): Promise<FrameworkLine[]> {
  const rows = await strategy(ctx)
    .selectFrom('strategy.framework')
    .select(['slug', 'name', 'partnership_id'])
    .select(sql<boolean>`published is not null`.as('is_published'))
    .select(sql<string>`coalesce(published, document) ->> 'partnership'`.as('partnership'))
    .select(sql<FrameworkDocument['status']>`coalesce(published, document) ->> 'status'`.as('status'))
    .orderBy(sql`partnership_id = ${libraryPartnership}::uuid`)
    .orderBy(sql`lower(name)`)
    .execute();
  return rows.map((row) => ({
    slug: row.slug,
    name: row.name,
    partnership: row.partnership,
    status: row.status,
    isLibrary: row.partnership_id === libraryPartnership,
    isPublished: row.is_published,
  }));
}

/** Adds a framework of the context's partnership; nothing of it is published yet. */
export async function insertFramework(ctx: Ctx, document: FrameworkDocument): Promise<Id<'framework'>> {
  const id = ctx.newId<'framework'>();
  await strategy(ctx)
    .insertInto('strategy.framework')
    .values({
      id,
      partnership_id: ctx.partnershipId,
      slug: document.slug,
      name: document.name,
      document: jsonb(document),
      version: 1,
      changed_at: ctx.now,
    })
    .execute();
  return id;
}

/** Keeps a changed working document; answers the framework's new version. */
export async function updateDocument(
  ctx: Ctx,
  before: StoredFramework,
  document: FrameworkDocument,
): Promise<number> {
  const version = before.version + 1;
  await strategy(ctx)
    .updateTable('strategy.framework')
    .set({ document: jsonb(document), name: document.name, version, changed_at: ctx.now })
    .where('id', '=', before.id)
    .execute();
  return version;
}

/** Makes a document what everybody sees. */
export async function publishDocument(
  ctx: Ctx,
  given: { id: Id<'framework'>; document: FrameworkDocument; version: number },
): Promise<void> {
  await strategy(ctx)
    .updateTable('strategy.framework')
    .set({ published: jsonb(given.document), published_version: given.version, changed_at: ctx.now })
    .where('id', '=', given.id)
    .execute();
}

/** Takes a framework away with all that hangs on it; its kept versions go too. */
export async function deleteFramework(ctx: Ctx, id: Id<'framework'>): Promise<void> {
  await strategy(ctx).deleteFrom('strategy.framework').where('id', '=', id).execute();
}

type Row = {
  id: string;
  partnership_id: string;
  slug: string;
  name: string;
  document: unknown;
  published: unknown;
  version: number;
  published_version: number | null;
  changed_at: Date;
};

function stored(row: Row): StoredFramework {
  const at = row.changed_at.getTime();
  return {
    id: storedId<'framework'>(row.id),
    slug: row.slug,
    name: row.name,
    isLibrary: row.partnership_id === libraryPartnership,
    document: parsed(`${row.id} ${row.version} ${at}`, row.document),
    published:
      row.published === null
        ? undefined
        : parsed(`${row.id} published ${row.published_version} ${at}`, row.published),
    version: row.version,
    publishedVersion: row.published_version ?? undefined,
  };
}

/**
 * A document of one version never changes, so it is checked once and kept; the oldest go when there are many. When it was
 * changed belongs to its name: a version that was rolled back may be made again with other words.
 */
const checked = new Map<string, FrameworkDocument>();
const mostChecked = 100;

function parsed(key: string, raw: unknown): FrameworkDocument {
  const known = checked.get(key);
  if (known) return known;
  const document = frameworkDocument.parse(raw);
  checked.set(key, document);
  const oldest = checked.size > mostChecked ? checked.keys().next().value : undefined;
  if (oldest !== undefined) checked.delete(oldest);
  return document;
}

function strategy(ctx: Ctx) {
  return ctx.db.withTables<StrategyTables>();
}
