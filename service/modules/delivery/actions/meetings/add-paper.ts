import { createHash } from 'node:crypto';
import { exemptGrounds } from '#reference/exempt-grounds.ts';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { checkPublishing, readPaper, type Paper, type PaperRefusal } from '../../domain/meetings/paper.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { meetingByKey } from '../../store/meetings.ts';
import { addPaper as keepPaper, paperById, withdraw } from '../../store/meetings/papers.ts';

export type PaperGiven = {
  meetingKey: string;
  title: string;
  fileName: string;
  content: Uint8Array;
  publish: 'publish' | 'exempt';
  /** the key of a ground of the law; '' where it is published */
  groundKey: string;
};

export type AddPaperRefusal = NotAllowed | PaperRefusal | { reason: 'meeting-missing' };

/** Adds a paper to a meeting. What could do something by itself when it is opened is refused. */
export async function addPaper(ctx: Ctx, given: PaperGiven): Promise<Outcome<Paper, AddPaperRefusal>> {
  if (!allowed(ctx.actor, keepBoards)) return refuse({ reason: 'not-allowed' });
  const meeting = await meetingByKey(ctx, given.meetingKey);
  if (!meeting) return refuse({ reason: 'meeting-missing' });
  const title = given.title.trim();
  if (title === '') return refuse({ reason: 'paper-title-missing' });
  const publishing = checkPublishing({ publish: given.publish, ground: sayGround(given.groundKey) });
  if (!publishing.done) return publishing;
  const read = readPaper(given.fileName, given.content);
  if (!read.done) return read;
  const paper: Paper = {
    ...read.value,
    id: ctx.newId(),
    meetingId: meeting.id,
    itemId: undefined,
    title,
    bytes: given.content.length,
    sha256: createHash('sha256').update(given.content).digest('hex'),
    publishing: publishing.value,
    withdrawn: undefined,
  };
  await keepPaper(ctx, paper, given.content);
  await ctx.record({
    type: 'delivery.paper-added',
    subject: { kind: 'paper', id: paper.id },
    details: { meeting: meeting.key, publish: given.publish, bytes: paper.bytes },
  });
  return done(paper);
}

/** A ground as it is kept with what it withholds: in plain words, and where the law says so. '' for a key that is none. */
export function sayGround(key: string): string {
  const ground = exemptGrounds().find((one) => one.key === key);
  return ground ? `${ground.says} (${ground.law})` : '';
}

export type WithdrawRefusal =
  | NotAllowed
  | { reason: 'paper-gone' }
  | { reason: 'withdrawn-already' }
  | { reason: 'reason-missing' };

/** Withdraws a paper, with a reason that stays in its place. */
export async function withdrawPaper(
  ctx: Ctx,
  given: { id: Id<'paper'>; because: string },
): Promise<Outcome<Paper, WithdrawRefusal>> {
  if (!allowed(ctx.actor, keepBoards)) return refuse({ reason: 'not-allowed' });
  const paper = await paperById(ctx, given.id);
  if (!paper) return refuse({ reason: 'paper-gone' });
  if (paper.withdrawn) return refuse({ reason: 'withdrawn-already' });
  const because = given.because.trim();
  if (because === '') return refuse({ reason: 'reason-missing' });
  await withdraw(ctx, given.id, because);
  await ctx.record({ type: 'delivery.paper-withdrawn', subject: { kind: 'paper', id: given.id } });
  return done({ ...paper, withdrawn: { at: ctx.now, because } });
}
