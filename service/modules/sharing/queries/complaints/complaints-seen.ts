import { people } from '#modules/accounts/index.ts';
import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { complaintClock, type Complaint, type ComplaintClock } from '../../domain/complaints/complaint.ts';
import { touchComplaint } from '../../domain/complaints/touch-complaint.ts';
import { answerComplaints } from '../../domain/permissions.ts';
import { complaintById, complaints } from '../../store/complaints/complaints.ts';

export type ComplaintSeen = { complaint: Complaint; clock: ComplaintClock };

/** Complaints for those who answer them; none that is about whoever asks. */
export async function complaintsSeen(ctx: Ctx, which: 'open' | 'answered'): Promise<ComplaintSeen[]> {
  const found = await mine(ctx, which);
  for (const { id } of found) touchComplaint(ctx, id, { act: 'complaint-list-read', way: 'read' });
  return found.map((complaint) => ({ complaint, clock: complaintClock(complaint, ctx.today) }));
}

async function mine(ctx: Ctx, which: 'open' | 'answered'): Promise<Complaint[]> {
  if (!allowed(ctx.actor, answerComplaints)) return [];
  return (await complaints(ctx, which)).filter((complaint) => !isAboutReader(ctx, complaint));
}

function isAboutReader({ actor }: Ctx, { about }: Complaint): boolean {
  return actor.kind === 'person' && about.includes(actor.personId);
}

/** One complaint, with those whom it could be about. */
export async function complaintSeen(
  ctx: Ctx,
  id: string,
): Promise<(ComplaintSeen & { people: { id: string; name: string; job: string }[] }) | undefined> {
  if (!allowed(ctx.actor, answerComplaints)) return undefined;
  const complaint = await complaintById(ctx, id);
  if (!complaint || isAboutReader(ctx, complaint)) return undefined;
  touchComplaint(ctx, id, { act: 'complaint-read', way: 'read' });
  const everybody = (await people(ctx)).map(({ id: personId, name, job }) => ({ id: personId, name, job }));
  return { complaint, clock: complaintClock(complaint, ctx.today), people: everybody };
}

/** What waits: complaints that nobody acknowledged, and those without an answer; no name of anybody. */
export async function complaintsWait(
  ctx: Ctx,
): Promise<{ title: string; words: string; link: string; due?: Day }[]> {
  return (await mine(ctx, 'open')).map((complaint) => {
    const clock = complaintClock(complaint, ctx.today);
    const link = `/complaints/desk/${complaint.id}`;
    return clock.state === 'to-acknowledge' || clock.state === 'acknowledged-late-still'
      ? {
          title: `A complaint waits to be acknowledged: ${complaint.reference}`,
          words: 'Whoever complained hears within 30 days that it came, and sooner is kinder.',
          link,
          due: clock.dueOn,
        }
      : {
          title: `A complaint waits for an answer: ${complaint.reference}`,
          words: 'Somebody is waiting.',
          link,
        };
  });
}
