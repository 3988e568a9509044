import type { Purpose } from '#platform/access/purposes.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { coversWay, versionOn, type Agreement } from '../agreements/agreement.ts';
import type { ItemGroup } from '../law/item-groups.ts';
import { isOverdue, isOwed, waitsForSignOff, type Disclosure, type Subject } from './disclosure.ts';

export const crossingWays = ['grant', 'export', 'message', 'match'] as const;
/** How something passes from one body to another: access, a file, a message, or the answer of a match. */
export type CrossingWay = (typeof crossingWays)[number];

/** Something that is about to pass from one body to another. */
export type CrossingAsked = {
  way: CrossingWay;
  subject: Subject;
  from: Id<'organisation'>;
  /** undefined where it goes to a body outside the partnership, such as a court */
  to: Id<'organisation'> | undefined;
  purpose: Purpose;
  items: readonly ItemGroup[];
};

export type CrossingRefusal =
  | { reason: 'no-disclosure' }
  | { reason: 'decided-not-to-share' }
  | { reason: 'record-owed' }
  | { reason: 'not-signed-off' }
  | { reason: 'compelled-is-no-feed' }
  | { reason: 'used-already' }
  | { reason: 'about-somebody-else' }
  | { reason: 'other-body' }
  | { reason: 'other-purpose' }
  | { reason: 'more-than-decided'; item: ItemGroup }
  | { reason: 'consent-withdrawn' }
  | { reason: 'agreement-over' }
  | { reason: 'more-than-agreed'; item: ItemGroup }
  /** lasting access rests on an agreement between the two bodies, never on a single share */
  | { reason: 'grant-needs-agreement' }
  | { reason: 'no-longer-compatible' };

export type AroundCrossing = {
  now: Date;
  today: Day;
  /** the agreement that the disclosure rests on */
  agreement: Agreement | undefined;
  /** what crossed on it before */
  crossedBefore: number;
  compatible: boolean;
};

/** Why nothing may cross on a disclosure now; undefined where it may. */
export function whyNotCross(
  disclosure: Disclosure,
  asked: CrossingAsked,
  around: AroundCrossing,
): CrossingRefusal | undefined {
  if (disclosure.outcome === 'not-shared') return { reason: 'decided-not-to-share' };
  if (isOverdue(disclosure, around.now)) return { reason: 'record-owed' };
  return (
    outsideIt(disclosure, asked) ??
    demandSpent(disclosure, asked, around) ??
    groundGone(disclosure, asked, around)
  );
}

function outsideIt(disclosure: Disclosure, asked: CrossingAsked): CrossingRefusal | undefined {
  const { subject, from, to, purpose, items } = disclosure;
  if (subject.kind !== asked.subject.kind || subject.id !== asked.subject.id)
    return { reason: 'about-somebody-else' };
  if (from !== asked.from || to.organisationId !== asked.to) return { reason: 'other-body' };
  if (purpose !== asked.purpose) return { reason: 'other-purpose' };
  // what an emergency gave is written down with its record
  const beyond = isOwed(disclosure) ? undefined : asked.items.find((item) => !items.includes(item));
  return beyond && { reason: 'more-than-decided', item: beyond };
}

function demandSpent(
  disclosure: Disclosure,
  { way }: CrossingAsked,
  { crossedBefore }: AroundCrossing,
): CrossingRefusal | undefined {
  if (disclosure.manner !== 'compelled') return undefined;
  if (waitsForSignOff(disclosure)) return { reason: 'not-signed-off' };
  if (way !== 'export' && way !== 'message') return { reason: 'compelled-is-no-feed' };
  return crossedBefore > 0 ? { reason: 'used-already' } : undefined;
}

function groundGone(
  disclosure: Disclosure,
  { way, items, from, to, purpose }: CrossingAsked,
  { agreement, today, compatible }: AroundCrossing,
): CrossingRefusal | undefined {
  if (disclosure.basis === 'consent' && disclosure.consent?.withdrawn !== undefined)
    return { reason: 'consent-withdrawn' };
  if (disclosure.manner === 'considered' && !compatible) return { reason: 'no-longer-compatible' };
  if (disclosure.agreementVersionId === undefined)
    return way === 'grant' ? { reason: 'grant-needs-agreement' } : undefined;
  const version = agreement && versionOn(agreement, today);
  if (!version || to === undefined || !coversWay(version, { from, to, purpose }))
    return { reason: 'agreement-over' };
  const beyond = items.find((item) => !version.items.includes(item));
  return beyond && { reason: 'more-than-agreed', item: beyond };
}
