import { people, type Person as Account } from '#modules/accounts/index.ts';
import { allowed, type NotAllowed, type Role } from '#platform/access/policy.ts';
import { provedToAct } from '#platform/access/proof.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { idFrom, type Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { englishBankHolidays } from '#reference/bank-holidays.ts';
import { askBeyond, reviewGlass } from '../../domain/permissions.ts';
import {
  checkOpening,
  glassUntil,
  workingDaysToReview,
  type Glass,
  type GlassCategory,
  type GlassRefusal,
} from '../../domain/glass/glass.ts';
import { holds } from '../../domain/standing/standing.ts';
import { workingDaysAfter } from '../../domain/record/working-days.ts';
import { addGlass, isProtected } from '../../store/glass/glasses.ts';
import { addStanding, standingsOf, standingsRound } from '../../store/standing/standings.ts';
import { tellOfGlass } from './tell-of-glass.ts';

export type OpenGlassRefusal =
  | NotAllowed
  | GlassRefusal
  /** there is no such record, or none that can be opened like this: the two look alike */
  | { reason: 'record-missing' }
  /** nobody knows from which body they come */
  | { reason: 'own-body-unknown' }
  /** there is somebody else to tell, always */
  | { reason: 'nobody-to-tell' };

type Person = Extract<Actor, { kind: 'person' }>;
type Given = { childId: string; category: GlassCategory | undefined; reason: string };

/**
 * Opens a protected record in an emergency, for three hours and only to read. It needs no standing and no agreement; it
 * needs a fresh proof of who asks and a reason, and the lead worker and the governance lead hear of it in the same moment.
 */
export async function openGlass(ctx: Ctx, given: Given): Promise<Outcome<Glass, OpenGlassRefusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !allowed(actor, askBeyond)) return refuse({ reason: 'not-allowed' });
  const checked = checkOpening({ ...given, hasProof: provedToAct(actor, ctx.now) });
  if (!checked.done) return checked;
  const { organisationId } = actor;
  if (organisationId === undefined) return refuse({ reason: 'own-body-unknown' });
  const childId = idFrom<'child'>(given.childId);
  if (!childId || !(await isProtected(ctx, childId)) || (await stands(ctx, childId, actor)))
    return refuse({ reason: 'record-missing' });
  const everybody = await people(ctx);
  const governance = everybody.filter(
    ({ id, roles }) => id !== actor.personId && allowedTo(roles, reviewGlass.roles),
  );
  if (governance.length === 0) return refuse({ reason: 'nobody-to-tell' });
  const standingId = await standThroughGlass(ctx, { childId, actor, organisationId, ...checked.value });
  const leads = (await standingsRound(ctx, childId)).filter(({ kind }) => kind === 'lead-worker');
  const told = everybody.filter(
    (one) => governance.includes(one) || leads.some(({ personId }) => personId === one.id),
  );
  const glass = glassOf(ctx, { childId, standingId, actor, ...checked.value, told });
  await addGlass(ctx, glass);
  await tellOfGlass(ctx, glass, told);
  return done(glass);
}

type Opened = Given & { actor: Person; category: GlassCategory; childId: Id<'child'> };

function glassOf(
  ctx: Ctx,
  { actor, told, ...opened }: Opened & { standingId: Id<'standing'>; told: readonly Account[] },
): Glass {
  return {
    ...opened,
    id: ctx.newId<'glass'>(),
    personId: actor.personId,
    personName: actor.name,
    openedAt: ctx.now,
    until: glassUntil(ctx.now),
    endedAt: undefined,
    toldTo: told.map(({ id }) => id),
    reviewDueOn: workingDaysAfter(ctx.today, workingDaysToReview, (day) =>
      englishBankHolidays().days.has(day),
    ),
    review: undefined,
  };
}

async function stands(ctx: Ctx, childId: Id<'child'>, { personId }: Person): Promise<boolean> {
  return (await standingsOf(ctx, childId, personId)).some((standing) => holds(standing, ctx.now));
}

async function standThroughGlass(
  ctx: Ctx,
  { childId, actor, organisationId, reason }: Opened & { organisationId: Id<'organisation'> },
): Promise<Id<'standing'>> {
  const id = ctx.newId<'standing'>();
  await addStanding(ctx, {
    id,
    childId,
    personId: actor.personId,
    kind: 'glass',
    organisationId,
    agreementId: undefined,
    purpose: 'safeguarding',
    because: reason,
    isShownToFamily: false,
    from: ctx.now,
    until: glassUntil(ctx.now),
    endedAt: undefined,
  });
  return id;
}

function allowedTo(held: readonly Role[], open: readonly Role[]): boolean {
  return open.some((role) => held.includes(role));
}
