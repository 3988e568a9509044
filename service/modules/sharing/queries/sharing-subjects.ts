import type { Ctx } from '#platform/db/database.ts';

/** A child whom this person may reach: how they are named to this person, and by what relationship. */
export type ReachedSubject = { id: string; title: string; relationship: string };

/**
 * Whom sharing can be about: given by whoever holds children's records, so that this room need not know them. It answers
 * as the person who asks may see, and writes what it shows of a child into the audit.
 */
export type SharingSubjects = {
  /** the children this person works with, by name */
  mine(ctx: Ctx): Promise<readonly Pick<ReachedSubject, 'id' | 'title'>[]>;
  /** one child; undefined where there is none, or none for this person */
  reach(ctx: Ctx, id: string): Promise<ReachedSubject | undefined>;
};
