import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import { purposesOf, type Level } from '#platform/access/record-policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { askBeyond } from '../../domain/permissions.ts';
import { addChild } from '../../store/record/children.ts';
import { addStanding } from '../../store/standing/standings.ts';

/** What a record is opened with: whom it is about, why, who answers for it and who leads. */
export type RecordToOpen = {
  givenNames: string;
  familyName: string;
  knownAs: string;
  bornOn: Day | undefined;
  dueOn: Day | undefined;
  level: Level;
  ownerOrganisationId: Id<'organisation'>;
  settingOrganisationId: Id<'organisation'> | undefined;
  settingIsSafe: boolean;
  /** a record is opened for a reason, and never because a child is there */
  because: string;
  leadPersonId: Id<'person'>;
};

export type OpenRecordRefusal =
  | NotAllowed
  | { reason: 'name-missing' }
  | { reason: 'because-missing' }
  /** one of them is known, or the record is about nobody */
  | { reason: 'day-missing' };

/** Opens a record, with its lead worker. A person opens one that they lead themselves. */
export async function openRecord(
  ctx: Ctx,
  given: RecordToOpen,
): Promise<Outcome<Id<'child'>, OpenRecordRefusal>> {
  const { actor } = ctx;
  if (!allowed(actor, askBeyond)) return refuse({ reason: 'not-allowed' });
  if (actor.kind === 'person' && actor.personId !== given.leadPersonId)
    return refuse({ reason: 'not-allowed' });
  const words = trimmed(given);
  if (words.givenNames === '' || words.familyName === '') return refuse({ reason: 'name-missing' });
  if (words.because === '') return refuse({ reason: 'because-missing' });
  if (words.bornOn === undefined && words.dueOn === undefined) return refuse({ reason: 'day-missing' });
  const id = ctx.newId<'child'>();
  await addChild(ctx, { ...words, id, openedBecause: words.because, version: 1 });
  await leadFromToday(ctx, id, words);
  await ctx.record({ type: 'families.record-opened', subject: { kind: 'child', id } });
  return done(id);
}

async function leadFromToday(ctx: Ctx, childId: Id<'child'>, words: RecordToOpen): Promise<void> {
  const [purpose = 'direct-help'] = purposesOf('lead-worker');
  await addStanding(ctx, {
    id: ctx.newId<'standing'>(),
    childId,
    personId: words.leadPersonId,
    kind: 'lead-worker',
    organisationId: words.ownerOrganisationId,
    agreementId: undefined,
    purpose,
    because: words.because,
    isShownToFamily: true,
    from: ctx.now,
    until: undefined,
    endedAt: undefined,
  });
  ctx.audit({
    act: 'families.record-opened',
    way: 'written',
    subject: { kind: 'child', id: childId },
    relationship: 'lead-worker',
    purpose,
    values: { reason: words.because },
  });
}

function trimmed(given: RecordToOpen): RecordToOpen {
  return {
    ...given,
    givenNames: given.givenNames.trim(),
    familyName: given.familyName.trim(),
    knownAs: given.knownAs.trim(),
    because: given.because.trim(),
  };
}
