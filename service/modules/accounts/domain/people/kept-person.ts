import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';

/** Somebody as whoever looks after their way in sees them, in whatever state. */
export type KeptPerson = {
  id: Id<'person'>;
  name: string;
  job: string;
  organisation: string;
  organisationId: Id<'organisation'> | undefined;
  email: string | undefined;
  standing: 'invited' | 'here' | 'left';
  /** of a parent or a young person: who introduced them */
  introducedBy: Id<'person'> | undefined;
  lastCameOn: Day | undefined;
  left: { on: Day; why: string; byName: string } | undefined;
};

/** Why somebody leaves. */
export const leavingReasons = {
  'new-job': 'They have another job',
  'other-body': 'They work for another body now',
  'no-need': 'They need it no more',
  'not-used': 'They did not come for a long time',
  'at-risk': 'Something is wrong: their access must end now',
} as const;

export type LeavingReason = keyof typeof leavingReasons;

/** After how many days without coming somebody is put on the list of those who may need it no more. */
export const quietDays = 90;
