import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { tables } from '../delivery-tables.ts';

/** A late action, in as few words as an agenda needs. */
export type LateAction = {
  id: Id<'action'>;
  number: number;
  title: string;
  due: Day | undefined;
  ownerOrganisation: string;
  element: { frameworkSlug: string; elementKey: string };
  decisionId: Id<'decision'> | undefined;
};

/**
 * Every action that its day has passed or that is said to be late, the longest late first; not those of a plan that is
 * a draft, which nobody has promised. See `isLate`.
 */
export async function lateActions(ctx: Ctx): Promise<LateAction[]> {
  const rows = await tables(ctx)
    .selectFrom('delivery.action')
    .select(['id', 'number', 'title', 'due_on', 'owner_organisation'])
    .select(['framework_slug', 'element_key', 'decision_id'])
    .where('partnership_id', '=', ctx.partnershipId)
    .where('state', 'not in', ['done', 'stopped', 'paused'])
    .where(({ eb, or }) => or([eb('due_on', '<', ctx.today), eb('state', '=', 'late')]))
    .where(
      sql<boolean>`(plan_id is null or plan_id <> all (array(select id from delivery.plan where state = 'draft')))`,
    )
    .orderBy(sql`due_on asc nulls last`)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    id: storedId(row.id),
    number: row.number,
    title: row.title,
    due: row.due_on ?? undefined,
    ownerOrganisation: row.owner_organisation,
    element: { frameworkSlug: row.framework_slug, elementKey: row.element_key },
    decisionId: row.decision_id === null ? undefined : storedId(row.decision_id),
  }));
}

/** What some actions hold up: by the id of what is waited for, the numbers of what waits and is not over. */
export async function heldUpBy(
  ctx: Ctx,
  ids: readonly Id<'action'>[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(ctx)
    .selectFrom('delivery.action_waits_for')
    .innerJoin('delivery.action', 'delivery.action.id', 'delivery.action_waits_for.action_id')
    .select(['waits_for', 'number'])
    .where('delivery.action_waits_for.partnership_id', '=', ctx.partnershipId)
    .where(sql<boolean>`waits_for = any(${[...ids]}::uuid[])`)
    .where('state', 'not in', ['done', 'stopped'])
    .orderBy('number')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.waits_for)].map(([id, held]) => [
      id,
      held.map(({ number }) => number),
    ]),
  );
}

/** A finding that is open and whose day has come. */
export type DueFinding = {
  id: Id<'finding'>;
  number: number;
  title: string;
  due: Day;
  element: { frameworkSlug: string; elementKey: string };
};

/** What was found, is not closed, and was to be mended by a day, the earliest first. */
export async function findingsDue(ctx: Ctx, by: Day): Promise<DueFinding[]> {
  const rows = await tables(ctx)
    .selectFrom('delivery.finding')
    .select(['id', 'number', 'title', 'due_on', 'framework_slug', 'element_key'])
    .where('partnership_id', '=', ctx.partnershipId)
    .where('state', '!=', 'closed')
    .where('due_on', '<=', by)
    .orderBy('due_on')
    .orderBy('number')
    .execute();
  return rows.flatMap((row) =>
    row.due_on === null
      ? []
      : [
          {
            id: storedId<'finding'>(row.id),
            number: row.number,
            title: row.title,
            due: row.due_on,
            element: { frameworkSlug: row.framework_slug, elementKey: row.element_key },
          },
        ],
  );
}

/** Which owners named by a strategy a body stands for on a day. */
export async function ownersOf(
  ctx: Ctx,
  { bodyId, on }: { bodyId: Id<'body'>; on: Day },
): Promise<{ frameworkSlug: string; ownerKey: string }[]> {
  const rows = await tables(ctx)
    .selectFrom('delivery.body_ownership')
    .select(['framework_slug', 'owner_key'])
    .where('partnership_id', '=', ctx.partnershipId)
    .where('body_id', '=', bodyId)
    .where('from_on', '<=', on)
    .where(({ eb, or }) => or([eb('until_on', 'is', null), eb('until_on', '>', on)]))
    .execute();
  return rows.map((row) => ({ frameworkSlug: row.framework_slug, ownerKey: row.owner_key }));
}
