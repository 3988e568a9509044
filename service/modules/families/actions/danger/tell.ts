import { organisationsById } from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Told } from '../../domain/danger/concern.ts';
import { pressKey, receiptDigests, receiptOf } from './receipt.ts';
import { addConcern } from '../../store/danger/concerns.ts';
import { isFrontDoorRead } from '../../store/danger/front-doors.ts';

/** Nobody is named to read what is told: it would lie there unseen, so it is not taken in. */
export type TellRefusal = { reason: 'nobody-reads' };

/**
 * Takes in what somebody tells. Anybody may. They get a receipt, and can read nothing back: the same press sent again is
 * the same concern, and has the same receipt.
 */
export async function tell(
  ctx: Ctx,
  { told, showing }: { told: Told; showing: string },
): Promise<Outcome<{ receipt: string }, TellRefusal>> {
  if (!(await isFrontDoorRead(ctx))) return refuse({ reason: 'nobody-reads' });
  const { partnershipId, actor } = ctx;
  const press = { partnershipId, showing, told };
  const receipt = receiptOf(press);
  const id = ctx.newId<'concern'>();
  // only the form for people at work carries a name by itself: whoever chose another may have had a reason
  const sender = told.way === 'at-work' && actor.kind === 'person' ? actor : undefined;
  const isNew = await addConcern(ctx, {
    id,
    press: pressKey(press),
    told: sender ? await inTheirName(ctx, told, sender) : told,
    senderId: sender?.personId ?? null,
    settingId: sender?.organisationId ?? null,
    receipt: receiptDigests(partnershipId, receipt),
  });
  if (!isNew) return done({ receipt });
  ctx.audit({
    act: 'families.concern-told',
    way: 'written',
    subject: { kind: 'concern', id },
    relationship: 'sender',
    purpose: 'safeguarding',
  });
  await ctx.record({ type: 'families.concern-told', subject: { kind: 'concern', id } });
  return done({ receipt });
}

type Sender = Extract<Actor, { kind: 'person' }>;

/** Who tells, as whoever reads it sees them, where they were signed in. */
async function inTheirName(ctx: Ctx, told: Told, { name, organisationId }: Sender): Promise<Told> {
  const [body] = organisationId ? await organisationsById(ctx, [organisationId]) : [];
  return { ...told, sender: told.sender || name, setting: told.setting || (body?.name ?? '') };
}
