import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import type { ElementName } from '#platform/kernel/subject.ts';
import { actionStates, type Action } from '../domain/action.ts';
import { changedNow, tables } from './delivery-tables.ts';
import type { DeliveryTables } from './tables.generated.ts';

const stateOf = z.enum(actionStates);

type Row = Selectable<DeliveryTables['delivery.action']>;

/** Every action, by number. */
export async function allActions(ctx: Ctx): Promise<Action[]> {
  const rows = await ours(ctx).orderBy('number').execute();
  return rows.map(actionOf);
}

/** The actions of a plan, by number. */
export async function actionsOfPlan(ctx: Ctx, planId: Id<'plan'>): Promise<Action[]> {
  const rows = await ours(ctx).where('plan_id', '=', planId).orderBy('number').execute();
  return rows.map(actionOf);
}

/** The actions of several plans at once, by number. */
export async function actionsOfPlans(ctx: Ctx, planIds: readonly Id<'plan'>[]): Promise<Action[]> {
  const rows = await ours(ctx)
    .where(sql<boolean>`plan_id = any(${[...planIds]}::uuid[])`)
    .orderBy('number')
    .execute();
  return rows.map(actionOf);
}

/** Some actions by their ids, in no order; an id that is none is left out. */
export async function actionsById(ctx: Ctx, ids: readonly string[]): Promise<Action[]> {
  if (ids.length === 0) return [];
  const rows = await ours(ctx)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map(actionOf);
}

export async function actionByNumber(ctx: Ctx, number: number): Promise<Action | undefined> {
  const row = await ours(ctx).where('number', '=', number).executeTakeFirst();
  return row && actionOf(row);
}

/** One, held against every other writer until the transaction ends. */
export async function lockAction(ctx: Ctx, number: number): Promise<Action | undefined> {
  const row = await ours(ctx).where('number', '=', number).forUpdate().executeTakeFirst();
  return row && actionOf(row);
}

/** The actions that came from any of these decisions, by number. */
export async function actionsOfDecisions(ctx: Ctx, ids: readonly Id<'decision'>[]): Promise<Action[]> {
  if (ids.length === 0) return [];
  const rows = await ours(ctx)
    .where(sql<boolean>`decision_id = any(${[...ids]}::uuid[])`)
    .orderBy('number')
    .execute();
  return rows.map(actionOf);
}

/** The actions that answer any of these findings, by number. */
export async function actionsOfFindings(ctx: Ctx, ids: readonly Id<'finding'>[]): Promise<Action[]> {
  if (ids.length === 0) return [];
  const rows = await ours(ctx)
    .where(sql<boolean>`finding_id = any(${[...ids]}::uuid[])`)
    .orderBy('number')
    .execute();
  return rows.map(actionOf);
}

/** Those that serve an element, by number. */
export async function actionsUnder(ctx: Ctx, element: ElementName): Promise<Action[]> {
  const rows = await ours(ctx)
    .where('framework_slug', '=', element.frameworkSlug)
    .where('element_key', '=', element.elementKey)
    .orderBy('number')
    .execute();
  return rows.map(actionOf);
}

/** Keeps an action in place of the one of its id. */
export async function keepAction(ctx: Ctx, action: Action): Promise<void> {
  const row = { ...rowOf(action), ...changedNow(ctx) };
  await tables(ctx)
    .insertInto('delivery.action')
    .values({ id: action.id, partnership_id: ctx.partnershipId, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

function ours(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('delivery.action')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

function rowOf(action: Action) {
  const { owner, element, theirPlan } = action;
  return {
    number: action.number,
    plan_id: action.planId ?? null,
    priority_id: action.priorityId ?? null,
    framework_slug: element.frameworkSlug,
    element_key: element.elementKey,
    title: action.title,
    what: action.what,
    owner_person_id: owner.personId ?? null,
    owner_name: owner.name,
    owner_email: owner.email,
    owner_organisation: owner.organisationKey,
    start_on: action.start ?? null,
    due_on: action.due ?? null,
    state: action.state,
    reason: action.reason,
    done_on: action.doneOn ?? null,
    measure_id: action.measureId,
    expected_for: action.expectedFor,
    expected_effect: action.expectedEffect,
    one_off_pounds: action.oneOffPounds ?? null,
    yearly_pounds: action.yearlyPounds ?? null,
    resources: action.resources,
    equality_note: action.equalityNote,
    child_impact_note: action.childImpactNote,
    poverty_note: action.povertyNote,
    decision_id: action.decisionId ?? null,
    finding_id: action.findingId ?? null,
    carried_from: action.carriedFrom ?? null,
    their_plan_title: theirPlan.title,
    their_plan_link: theirPlan.link,
    version: action.version,
  };
}

function actionOf(row: Row): Action {
  return {
    ...tiesOf(row),
    id: storedId(row.id),
    number: row.number,
    element: { frameworkSlug: row.framework_slug, elementKey: row.element_key },
    title: row.title,
    what: row.what,
    start: row.start_on ?? undefined,
    due: row.due_on ?? undefined,
    state: stateOf.parse(row.state),
    reason: row.reason,
    doneOn: row.done_on ?? undefined,
    measureId: row.measure_id,
    expectedFor: row.expected_for,
    expectedEffect: row.expected_effect,
    oneOffPounds: row.one_off_pounds ?? undefined,
    yearlyPounds: row.yearly_pounds ?? undefined,
    resources: row.resources,
    equalityNote: row.equality_note,
    childImpactNote: row.child_impact_note,
    povertyNote: row.poverty_note,
    theirPlan: { title: row.their_plan_title, link: row.their_plan_link },
    version: row.version,
  };
}

/** What an action hangs on: its plan, its owner, and where it came from. */
function tiesOf(row: Row) {
  return {
    planId: row.plan_id === null ? undefined : storedId<'plan'>(row.plan_id),
    priorityId: row.priority_id === null ? undefined : storedId<'priority'>(row.priority_id),
    decisionId: row.decision_id === null ? undefined : storedId<'decision'>(row.decision_id),
    findingId: row.finding_id === null ? undefined : storedId<'finding'>(row.finding_id),
    carriedFrom: row.carried_from === null ? undefined : storedId<'action'>(row.carried_from),
    owner: {
      personId: row.owner_person_id === null ? undefined : storedId<'person'>(row.owner_person_id),
      name: row.owner_name,
      email: row.owner_email,
      organisationKey: row.owner_organisation,
    },
  };
}
