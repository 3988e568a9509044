import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { approveDisposal } from '../../domain/permissions.ts';
import {
  approvalsNeeded,
  approvedBy,
  digestOfDeleted,
  toGo,
  type Disposal,
} from '../../domain/retention/disposal.ts';
import { isHeld } from '../../domain/retention/retention-rule.ts';
import type { PersonalRecords } from '../../domain/rights/personal-records.ts';
import {
  addApproval,
  keepDone,
  keepTurnedBack,
  lockDisposal,
  setVersion,
  strikeItem,
} from '../../store/retention/disposals.ts';
import { allHolds } from '../../store/retention/rules-and-holds.ts';

type Seen = { id: string; seen: number };

export type ListRefusal =
  | NotAllowed
  | { reason: 'list-missing' }
  | { reason: 'list-over' }
  | { reason: 'changed-meanwhile' };

async function hold(ctx: Ctx, { id, seen }: Seen): Promise<Outcome<Disposal, ListRefusal>> {
  if (!allowed(ctx.actor, approveDisposal)) return refuse({ reason: 'not-allowed' });
  const list = await lockDisposal(ctx, id);
  if (!list) return refuse({ reason: 'list-missing' });
  if (list.state !== 'waiting') return refuse({ reason: 'list-over' });
  return list.version === seen ? done(list) : refuse({ reason: 'changed-meanwhile' });
}

export type StrikeRefusal = ListRefusal | { reason: 'reason-missing' } | { reason: 'not-on-list' };

/** Strikes a record from a list, with the reason. Whoever approved before approved another list. */
export async function strikeOut(
  ctx: Ctx,
  given: Seen & { recordId: string; because: string },
): Promise<Outcome<undefined, StrikeRefusal>> {
  const held = await hold(ctx, given);
  if (!held.done) return held;
  if (given.because.trim() === '') return refuse({ reason: 'reason-missing' });
  const kept = { because: given.because, byName: nameOfActor(ctx.actor) };
  if (!(await strikeItem(ctx, given, kept))) return refuse({ reason: 'not-on-list' });
  await setVersion(ctx, given.id, given.seen + 1);
  touchList(ctx, given.id, 'disposal-record-struck-out');
  return done(undefined);
}

/** Turns a whole list back, with the reason: nothing of it is deleted. */
export async function turnBack(
  ctx: Ctx,
  given: Seen & { why: string },
): Promise<Outcome<undefined, StrikeRefusal>> {
  const held = await hold(ctx, given);
  if (!held.done) return held;
  if (given.why.trim() === '') return refuse({ reason: 'reason-missing' });
  await keepTurnedBack(ctx, given.id, { why: given.why, byName: nameOfActor(ctx.actor) });
  touchList(ctx, given.id, 'disposal-turned-back');
  return done(undefined);
}

export type ApproveRefusal = ListRefusal | { reason: 'approved-by-you' } | { reason: 'room-missing' };

/** What an approval came to: it waits for somebody else, or everything on the list is gone. */
export type Approved = { state: 'waits' } | { state: 'done'; records: number };

/**
 * Approves a list as it stands. With the last approval that it needs everything on it is deleted, in the same transaction
 * as its certificate; what is held by then stays.
 */
export async function approveList(
  ctx: Ctx,
  given: Seen & { records: readonly PersonalRecords<Ctx>[] },
): Promise<Outcome<Approved, ApproveRefusal>> {
  const held = await hold(ctx, given);
  if (!held.done) return held;
  const { actor } = ctx;
  if (actor.kind !== 'person') return refuse({ reason: 'not-allowed' });
  const list = held.value;
  const mine = { personId: actor.personId, name: actor.name, ofVersion: list.version };
  if (
    list.approvals.some(({ personId, ofVersion }) => personId === mine.personId && ofVersion === list.version)
  )
    return refuse({ reason: 'approved-by-you' });
  const room = given.records.find(({ classes }) => classes.some(({ key }) => key === list.class));
  if (!room) return refuse({ reason: 'room-missing' });
  await addApproval(ctx, list.id, mine);
  touchList(ctx, list.id, 'disposal-approved');
  const approvals = [...list.approvals, { ...mine, at: ctx.now }];
  if (approvedBy({ approvals, version: list.version }) < approvalsNeeded(list))
    return done({ state: 'waits' });
  return done({ state: 'done', records: await carryOut(ctx, list, room) });
}

async function carryOut(ctx: Ctx, list: Disposal, room: PersonalRecords<Ctx>): Promise<number> {
  const holds = await allHolds(ctx);
  const going = toGo(list).filter(({ subject }) => !isHeld({ class: list.class, subject }, holds, ctx.today));
  const ids = going.map(({ recordId }) => recordId);
  const disposed = await room.dispose(ctx, { class: list.class, ids });
  await keepDone(ctx, list.id, {
    doneAt: ctx.now,
    records: ids.length,
    rows: disposed.rows,
    files: disposed.files.length,
    digest: digestOfDeleted(list.class, ids),
    paths: disposed.files,
  });
  const kind = list.class.replaceAll('.', '-');
  for (const { recordId } of going)
    ctx.audit({
      act: 'sharing.record-destroyed',
      way: 'deleted',
      subject: { kind, id: recordId },
      relationship: 'none',
      purpose: 'record-keeping',
      part: { kind: 'disposal', id: list.id },
    });
  await ctx.record({
    type: 'sharing.records-destroyed',
    subject: { kind: 'disposal', id: list.id },
    details: { class: list.class, records: ids.length, rows: disposed.rows, files: disposed.files.length },
  });
  return ids.length;
}

function touchList(ctx: Ctx, id: string, act: string): void {
  ctx.audit({
    act: `sharing.${act}`,
    way: 'written',
    subject: { kind: 'disposal', id },
    relationship: 'retention-desk',
    purpose: 'record-keeping',
  });
}
