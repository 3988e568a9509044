import type { Ctx } from '#platform/db/database.ts';
import { libraryPartnership } from '#platform/db/library.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import type { FrameworkDocument } from '../domain/framework-document.ts';
import { documentTies } from '../domain/thread.ts';
import type { StrategyTables } from './tables.generated.ts';

/** An element of a framework, and something that another room holds. */
export type StoredTie = {
  id: Id<'tie'>;
  frameworkId: Id<'framework'>;
  elementKey: string;
  subjectKind: string;
  subjectId: string;
  role: string;
  note: string | undefined;
  origin: 'document' | 'thread';
};

/** Every tie of some elements of one framework, in the order in which they were made. */
export async function tiesOfElements(
  ctx: Ctx,
  frameworkId: Id<'framework'>,
  keys: readonly string[],
): Promise<StoredTie[]> {
  if (keys.length === 0) return [];
  const rows = await strategy(ctx)
    .selectFrom('strategy.tie')
    .selectAll()
    .where('framework_id', '=', frameworkId)
    .where('element_key', 'in', [...keys])
    .orderBy('made_at')
    .orderBy('subject_kind')
    .orderBy('subject_id')
    .execute();
  return rows.map(tie);
}

/** Every tie of one subject, in whichever framework. */
export async function tiesOfSubject(ctx: Ctx, kind: string, id: string): Promise<StoredTie[]> {
  const rows = await strategy(ctx)
    .selectFrom('strategy.tie')
    .selectAll()
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .orderBy('made_at')
    .orderBy('element_key')
    .orderBy('role')
    .execute();
  return rows.map(tie);
}

/** Ties a subject to an element by hand; tying it twice changes nothing. */
export async function insertTie(
  ctx: Ctx,
  given: {
    frameworkId: Id<'framework'>;
    elementKey: string;
    subjectKind: string;
    subjectId: string;
    role: string;
  },
): Promise<void> {
  await strategy(ctx)
    .insertInto('strategy.tie')
    .values({
      id: ctx.newId<'tie'>(),
      partnership_id: ctx.partnershipId,
      framework_id: given.frameworkId,
      element_key: given.elementKey,
      subject_kind: given.subjectKind,
      subject_id: given.subjectId,
      role: given.role,
      origin: 'thread',
      made_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes a tie made by hand away. */
export async function deleteTie(ctx: Ctx, id: Id<'tie'>): Promise<void> {
  await strategy(ctx)
    .deleteFrom('strategy.tie')
    .where('id', '=', id)
    .where('origin', '=', 'thread')
    .execute();
}

/**
 * Draws the ties to measures and organisations anew from the documents given (what is being worked on, and what everybody sees), and drops
 * every tie of an element that stands in neither.
 */
export async function keepTies(
  ctx: Ctx,
  frameworkId: Id<'framework'>,
  documents: readonly FrameworkDocument[],
): Promise<void> {
  const db = strategy(ctx);
  const keys = [...new Set(documents.flatMap(({ elements }) => elements.map(({ key }) => key)))];
  await db
    .deleteFrom('strategy.tie')
    .where('framework_id', '=', frameworkId)
    .where((of) =>
      keys.length > 0
        ? of.or([of('origin', '=', 'document'), of('element_key', 'not in', keys)])
        : of.val(true),
    )
    .execute();
  const isLibrary = ctx.partnershipId === libraryPartnership;
  const rows = documents.flatMap((document) =>
    documentTies(document, { isLibrary }).map((held) => ({
      id: ctx.newId<'tie'>(),
      partnership_id: ctx.partnershipId,
      framework_id: frameworkId,
      element_key: held.elementKey,
      subject_kind: held.subjectKind,
      subject_id: held.subjectId,
      role: held.role,
      note: held.note ?? null,
      origin: 'document',
      made_at: ctx.now,
    })),
  );
  if (rows.length > 0)
    await db
      .insertInto('strategy.tie')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

type Row = {
  id: string;
  framework_id: string;
  element_key: string;
  subject_kind: string;
  subject_id: string;
  role: string;
  note: string | null;
  origin: string;
};

function tie(row: Row): StoredTie {
  return {
    id: storedId<'tie'>(row.id),
    frameworkId: storedId<'framework'>(row.framework_id),
    elementKey: row.element_key,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    role: row.role,
    note: row.note ?? undefined,
    origin: row.origin === 'document' ? 'document' : 'thread',
  };
}

function strategy(ctx: Ctx) {
  return ctx.db.withTables<StrategyTables>();
}
