import { compareDays, sayDay, type Day } from '#platform/kernel/day.ts';
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

type Dated = Pick<Organisation, 'from' | 'until'>;

/** Whether it stands on a day. Where nobody has said since when or until when, it does. */
export function standsOn({ from, until }: Dated, day: Day): boolean {
  return (from === undefined || compareDays(from, day) <= 0) && !isClosed({ until }, day);
}

/** Whether it is no more on a day. */
export function isClosed({ until }: Pick<Organisation, 'until'>, day: Day): boolean {
  return until !== undefined && compareDays(until, day) <= 0;
}

/** How it stands on a day, for people: "Charity", "Charity, from 4 September 2026", "Charity. Closed on 1 April 2027". */
export function sayStanding(organisation: Dated & Pick<Organisation, 'kind'>, day: Day): string {
  const kind = sayKind(organisation.kind);
  const { from, until } = organisation;
  if (until !== undefined && isClosed(organisation, day)) return `${kind}. Closed on ${sayDay(until)}`;
  if (from !== undefined && !standsOn(organisation, day)) return `${kind}, from ${sayDay(from)}`;
  return until === undefined ? kind : `${kind}. Closes on ${sayDay(until)}`;
}

/** A kind as a line begins with it. */
export function sayKind(kind: string): string {
  return kind.slice(0, 1).toLocaleUpperCase('en-GB') + kind.slice(1);
}
