import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { compareDays, type Day } from '#platform/kernel/day.ts';
import { idFrom } from '#platform/kernel/id.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { frontPart, type FrontPart } from '../../domain/packs/front-part.ts';
import type { PackVersion, Readers } from '../../domain/packs/pack-document.ts';
import { sinceMade } from '../../domain/packs/since-made.ts';
import type { PackLine } from '../../domain/packs/pack-line.ts';
import { keepBoards, readBoards } from '../../domain/permissions.ts';
import { allActions } from '../../store/actions.ts';
import { meetingByKey, meetingsById } from '../../store/meetings.ts';
import { membershipsOf } from '../../store/memberships.ts';
import { packById, packsOf } from '../../store/packs/packs.ts';

/** A pack as somebody reads it: as it was, and beside it what came since. */
export type PackRead = {
  line: PackLine;
  version: PackVersion;
  readers: Readers;
  front: FrontPart;
  madeOn: Day;
  isInvented: boolean;
  /** what came after it was made, a sentence each */
  since: readonly string[];
  mayPublish: boolean;
};

/**
 * A pack by its id, in the version that was asked for; whoever may not read a board's papers has the public one, and only
 * where it is published. Undefined where there is none for this person.
 */
export async function packRead(ctx: Ctx, id: string, asked: Readers): Promise<PackRead | undefined> {
  const known = idFrom<'pack'>(id);
  const pack = known && (await packById(ctx, known));
  const [meeting] = pack ? await meetingsById(ctx, [pack.meetingId]) : [];
  if (!pack || !meeting) return undefined;
  const reads = allowed(ctx.actor, readBoards);
  if (!reads && !pack.isPublished) return undefined;
  const readers: Readers = reads ? asked : 'public';
  const { document, ...line } = pack;
  const version = document[readers];
  const names = readers === 'members' ? 'shown' : 'hidden';
  return {
    line,
    version,
    readers,
    front: frontPart(version),
    madeOn: document.madeOn,
    isInvented: document.isInvented,
    since: sinceMade(version, await standsNow(ctx, meeting), { names }),
    mayPublish: allowed(ctx.actor, keepBoards),
  };
}

async function standsNow(ctx: Ctx, meeting: Meeting) {
  const seats = await membershipsOf(ctx, meeting.bodyId);
  const stays = new Set(
    seats
      .filter(({ until }) => until === undefined || compareDays(until, ctx.today) > 0)
      .map(({ name }) => name),
  );
  const left = seats.flatMap(({ name, until }): [string, Day][] =>
    until === undefined || stays.has(name) ? [] : [[name, until]],
  );
  const owners = new Map((await allActions(ctx)).map(({ number, owner }) => [number, owner.name]));
  return { meeting, owners, left: new Map(left) };
}

/** The packs of a meeting for somebody: all of them for those who read a board's papers, the published ones for everybody. */
export type PacksOfMeeting = {
  meeting: Meeting;
  packs: readonly PackLine[];
  mayMake: boolean;
  reads: boolean;
};

export async function packsOfMeeting(ctx: Ctx, key: string): Promise<PacksOfMeeting | undefined> {
  const meeting = await meetingByKey(ctx, key);
  if (!meeting) return undefined;
  const reads = allowed(ctx.actor, readBoards);
  const packs = (await packsOf(ctx, meeting.id)).filter(({ isPublished }) => reads || isPublished);
  return { meeting, packs, mayMake: allowed(ctx.actor, keepBoards), reads };
}
