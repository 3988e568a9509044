import { organisations } from '#modules/accounts/index.ts';
import { allowed } from '#platform/access/policy.ts';
import type { Purpose } from '#platform/access/purposes.ts';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Ground } from '../../domain/agreements/agreement.ts';
import { dutyBinds, powersOn, type LegalPower } from '../../domain/law/legal-powers.ts';
import type { ItemGroup } from '../../domain/law/item-groups.ts';
import { keepSharing } from '../../domain/permissions.ts';
import type { ReachedSubject, SharingSubjects } from '../sharing-subjects.ts';
import { sharingSetting } from '../../store/register/setting.ts';
import { inDateAgreement } from '../agreements/in-date-agreement.ts';

export type Body = { id: string; name: string };

/** The first question of a record: about whom, between which bodies. */
export type RecordingChoices = {
  mine: readonly Pick<ReachedSubject, 'id' | 'title'>[];
  bodies: readonly Body[];
  /** the body this person gives for, where it is certain */
  own: Body | undefined;
};

export async function recordingChoices(ctx: Ctx, subjects: SharingSubjects): Promise<RecordingChoices> {
  const { actor } = ctx;
  const bodies = (await organisations(ctx)).map(({ id, name }) => ({ id, name }));
  const organisationId = actor.kind === 'person' ? actor.organisationId : undefined;
  const own = bodies.find(({ id }) => id === organisationId);
  return { mine: await subjects.mine(ctx), bodies, own: allowed(actor, keepSharing) ? undefined : own };
}

/** What an agreement in force says already, so that nobody has to say it again. */
export type Agreed = {
  number: number;
  title: string;
  items: readonly ItemGroup[];
  ground: Ground | undefined;
};

export type RecordingAround = {
  deciderName: string;
  powers: readonly LegalPower[];
  dutyBinds: boolean;
  agreed: Agreed | undefined;
};

type Between = {
  from: Id<'organisation'> | undefined;
  to: Id<'organisation'> | undefined;
  purpose: Purpose | undefined;
};

/** What stands beside the questions of a record: who decides, which powers are open, which agreement covers it. */
export async function recordingAround(ctx: Ctx, { from, to, purpose }: Between): Promise<RecordingAround> {
  const { dutyBeginsOn } = await sharingSetting(ctx);
  const found = from && to && purpose ? await inDateAgreement(ctx, { from, to, purpose }) : undefined;
  const party = found?.version.parties.find(({ organisationId }) => organisationId === from);
  return {
    deciderName: nameOfActor(ctx.actor),
    powers: powersOn(ctx.today, dutyBeginsOn),
    dutyBinds: dutyBinds(ctx.today, dutyBeginsOn),
    agreed: found && {
      number: found.agreement.number,
      title: found.version.title,
      items: found.version.items,
      ground: party?.grounds.find((ground) => ground.purpose === purpose),
    },
  };
}
