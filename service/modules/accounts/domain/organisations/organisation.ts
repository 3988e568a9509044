import { compareDays, sayDay, type Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';

/** A body that belongs to the partnership. It is dated, because bodies open, close, merge and are renamed. */
export type Organisation = {
  id: Id<'organisation'>;
  /** stable within the partnership, whatever it is called later: what a framework's file calls it */
  key: string;
  /** what it is called today */
  name: string;
  /** what sort of body it is, as the partnership says it: council, health, charity… */
  kind: string;
  /** undefined where nobody has said */
  from: Day | undefined;
  /** the first day on which it was no more */
  until: Day | undefined;
  /** which body went on with its work, where one did */
  mergedInto: { key: string; name: string } | undefined;
};

/** What a body was called from a day on; the first name has no such day. */
export type OrganisationName = { name: string; from: Day | undefined };

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
export function sayStanding(
  organisation: Dated & Pick<Organisation, 'kind' | 'mergedInto'>,
  day: Day,
): string {
  const kind = sayKind(organisation.kind);
  const { from, until, mergedInto } = organisation;
  const into = mergedInto ? `, part of ${mergedInto.name} since` : '';
  if (until !== undefined && isClosed(organisation, day)) return `${kind}. Closed on ${sayDay(until)}${into}`;
  if (from !== undefined && !standsOn(organisation, day)) return `${kind}, from ${sayDay(from)}`;
  if (until === undefined) return kind;
  return `${kind}. Closes on ${sayDay(until)}${mergedInto ? ` and joins ${mergedInto.name}` : ''}`;
}

/** A kind as a line begins with it. */
export function sayKind(kind: string): string {
  return kind.slice(0, 1).toLocaleUpperCase('en-GB') + kind.slice(1);
}

/** A key for a body of this name; other bodies' keys are never taken. */
export function keyFor(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  const base = plain === '' ? 'body' : plain;
  let key = base;
  for (let number = 2; taken.has(key); number += 1) key = `${base}-${number}`;
  return key;
}
