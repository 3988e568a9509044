import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';

/** A body that belongs to the partnership. It is dated, because bodies open, close, merge and are renamed. */
export type Organisation = {
  id: Id<'organisation'>;
  /** stable within the partnership: what a framework's file calls it */
  key: string;
  name: string;
  /** what sort of body it is, as the partnership says it: council, health, charity… */
  kind: string;
  /** undefined where nobody has said */
  from: Day | undefined;
  /** the first day on which it was no more */
  until: Day | undefined;
};
