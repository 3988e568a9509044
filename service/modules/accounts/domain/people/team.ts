import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';

/** People of one body who work together. Being in a team opens nothing by itself. */
export type Team = {
  id: Id<'team'>;
  organisationId: Id<'organisation'>;
  name: string;
  from: Day;
  until: Day | undefined;
  /** whoever leads it first, then by name */
  members: readonly TeamMember[];
};

export type TeamMember = { personId: Id<'person'>; name: string; job: string; leads: boolean };
