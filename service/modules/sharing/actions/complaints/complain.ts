import { people } from '#modules/accounts/index.ts';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor, type Touch } from '#platform/kernel/context.ts';
import { compareDays, type Day } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { addressFrom } from '#platform/links/link.ts';
import { writeLetter } from '#platform/mail/letters.ts';
import {
  complaintAfter,
  seemsAbout,
  type Complaint,
  type ComplaintRefusal,
  type ComplaintStep,
} from '../../domain/complaints/complaint.ts';
import { touchComplaint } from '../../domain/complaints/touch-complaint.ts';
import { answerComplaints } from '../../domain/permissions.ts';
import { ownAccount } from '../../domain/rights/own-account.ts';
import { referenceOf } from '../../domain/rights/rights-request.ts';
import { addAbout, addComplaint, keepComplaint, lockComplaint } from '../../store/complaints/complaints.ts';

export type Complained = Pick<
  Complaint,
  'came' | 'name' | 'email' | 'otherWay' | 'safeToWrite' | 'words' | 'wish'
> & {
  /** of a letter: the day on which it came; else today */
  receivedOn: Day | undefined;
  /** people, among those who answer complaints, whom they said it is about */
  about: readonly string[];
  /** they came signed in, said that it is they, and want to read the answer in their own account */
  fromOwnAccount?: true;
};

export type ComplainRefusal = NotAllowed | { reason: 'email-unreadable' } | { reason: 'received-later' };

/** Takes in what somebody is unhappy with. A name and a way to be reached may be missing: it is looked into all the same. */
export async function complain(ctx: Ctx, given: Complained): Promise<Outcome<Complaint, ComplainRefusal>> {
  const byForm = given.came === 'form' || given.came === 'young-form';
  if (!byForm && !allowed(ctx.actor, answerComplaints)) return refuse({ reason: 'not-allowed' });
  const email = given.email === '' ? '' : addressFrom(given.email);
  if (email === undefined) return refuse({ reason: 'email-unreadable' });
  const receivedOn = byForm ? ctx.today : (given.receivedOn ?? ctx.today);
  if (compareDays(receivedOn, ctx.today) > 0) return refuse({ reason: 'received-later' });
  const answerers = await whoAnswers(ctx);
  const known = given.about.filter((id) => answerers.some((person) => person.id === id));
  const id = ctx.newId<'complaint'>();
  const { fromOwnAccount, ...told } = given;
  const madeBy = fromOwnAccount ? ownAccount(ctx.actor) : undefined;
  const complaint: Complaint = {
    ...told,
    madeBy,
    name: told.name === '' && madeBy !== undefined ? nameOfActor(ctx.actor) : told.name,
    id,
    reference: referenceOf('CO', id),
    receivedOn,
    email,
    about: [...new Set([...known, ...seemsAbout(`${given.words} ${given.wish}`, answerers)])],
    acknowledged: undefined,
    progress: '',
    answer: undefined,
    version: 1,
  };
  await addComplaint(ctx, complaint);
  touchComplaint(ctx, id, { act: 'complaint-made', way: 'written' });
  await ctx.record({ type: 'sharing.complaint-made', subject: { kind: 'complaint', id }, details: {} });
  return done(complaint);
}

/** Everybody who answers complaints: whoever one is about is not among those who see it. */
export async function whoAnswers(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  return (await people(ctx))
    .filter(({ roles }) => roles.some((role) => answerComplaints.roles.includes(role)))
    .map(({ id, name }) => ({ id, name }));
}

export type TakeComplaintRefusal =
  | NotAllowed
  | { reason: 'complaint-missing' }
  | { reason: 'changed-meanwhile'; theirs: Complaint }
  | ComplaintRefusal;

type Seen = { id: string; seen: number };

async function hold(ctx: Ctx, { id, seen }: Seen): Promise<Outcome<Complaint, TakeComplaintRefusal>> {
  if (!allowed(ctx.actor, answerComplaints)) return refuse({ reason: 'not-allowed' });
  const complaint = await lockComplaint(ctx, id);
  if (!complaint) return refuse({ reason: 'complaint-missing' });
  if (ctx.actor.kind === 'person' && complaint.about.includes(ctx.actor.personId))
    return refuse({ reason: 'complaint-missing' });
  if (complaint.version !== seen) return refuse({ reason: 'changed-meanwhile', theirs: complaint });
  return done(complaint);
}

/** Takes one step with a complaint; who complained is told of it, where that is safe. */
export async function takeComplaintStep(
  ctx: Ctx,
  given: Seen & { step: ComplaintStep },
): Promise<Outcome<Complaint, TakeComplaintRefusal>> {
  const held = await hold(ctx, given);
  if (!held.done) return held;
  const after = complaintAfter(held.value, given.step, {
    today: ctx.today,
    byName: nameOfActor(ctx.actor),
  });
  if (!after.done) return after;
  const kept = await keptAfter(ctx, after.value, `complaint-${given.step.step}`);
  await tell(ctx, kept, given.step);
  return done(kept);
}

/** Says whom a complaint is about; whoever says so of themselves does not see it any more. */
export async function sayComplaintAbout(
  ctx: Ctx,
  given: Seen & { people: readonly string[] },
): Promise<Outcome<Complaint, TakeComplaintRefusal>> {
  const held = await hold(ctx, given);
  if (!held.done) return held;
  const known = new Set<string>((await people(ctx)).map(({ id }) => id));
  // the row is kept first: after the next line whoever acts may not see it any more
  const kept = await keptAfter(ctx, held.value, 'complaint-about-said');
  await addAbout(
    ctx,
    given.id,
    given.people.filter((id) => known.has(id)),
  );
  return done(kept);
}

async function keptAfter(ctx: Ctx, complaint: Complaint, act: Touch['act']): Promise<Complaint> {
  const kept = { ...complaint, version: complaint.version + 1 };
  await keepComplaint(ctx, kept);
  touchComplaint(ctx, complaint.id, { act, way: 'written' });
  await ctx.record({
    type: 'sharing.complaint-step-taken',
    subject: { kind: 'complaint', id: complaint.id },
    details: { step: act },
  });
  return kept;
}

async function tell(ctx: Ctx, { id, email, safeToWrite, reference, answer }: Complaint, step: ComplaintStep) {
  if (email === '' || safeToWrite === 'no') return;
  const words =
    step.step === 'acknowledge'
      ? 'We have your message, and a person is looking into it. We write to you again, with an answer.'
      : step.step === 'progress'
        ? step.words
        : (answer?.words ?? '');
  await writeLetter(ctx, {
    key: `complaint-${step.step}:${id}:${ctx.now.getTime()}`,
    to: email,
    subject: step.step === 'answer' ? 'Our answer to your message' : 'About your message',
    askedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : undefined,
    parts: [
      { kind: 'words', text: `This is about your message ${reference}.` },
      { kind: 'words', text: words },
      ...(step.step === 'answer' ? [{ kind: 'words' as const, text: whomNext }] : []),
    ],
  });
}

/** Who looks again, for whoever is not happy with an answer. */
const whomNext =
  'If you are not happy with this answer: about how your information is used, the Information Commissioner looks at it (ico.org.uk, 0303 123 1113); about how a council treated you, the Local Government and Social Care Ombudsman does (lgo.org.uk, 0300 061 0614). Both cost nothing. Children can ask for somebody to help them complain.';
