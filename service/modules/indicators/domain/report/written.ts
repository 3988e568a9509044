import type { Day } from '#platform/kernel/day.ts';

/** Something that people write together: its version counts on with every change, so that nobody writes over words unread. */
export type Written = {
  version: number;
  changedBy: string;
  changedOn: Day;
};

/** What a page has seen of something that nobody has written yet. */
export const neverWritten = 0;

/** Somebody saved the same thing first. Nothing is lost: theirs stands, and the page still holds mine. */
export type ChangedMeanwhile<Theirs> = { reason: 'changed-meanwhile'; theirs: Theirs };
