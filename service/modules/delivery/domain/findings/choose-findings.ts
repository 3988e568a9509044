import { compareDays, type Day } from '#platform/kernel/day.ts';
import type { Finding, FindingKind } from '../finding.ts';
import { isLateFinding } from './finding-course.ts';

export const standings = ['open', 'late', 'ready', 'closed'] as const;
export type FindingStanding = (typeof standings)[number];

/** Which findings somebody wants to see; undefined where they want all. */
export type FindingsAsked = {
  kind: FindingKind | undefined;
  standing: FindingStanding | undefined;
  /** key of the organisation that answers for it */
  organisation: string | undefined;
  /** key of the element it hangs on */
  element: string | undefined;
};

/** Those asked for: what is not closed first, by its day, and without a day by how long it is known; then what is closed. */
export function chooseFindings(findings: readonly Finding[], asked: FindingsAsked, today: Day): Finding[] {
  return findings.filter((finding) => fits(finding, asked, today)).toSorted(byUrgency);
}

function fits(finding: Finding, asked: FindingsAsked, today: Day): boolean {
  const { kind, standing, organisation, element } = asked;
  if (kind !== undefined && finding.kind !== kind) return false;
  if (organisation !== undefined && finding.owner.organisationKey !== organisation) return false;
  if (element !== undefined && finding.element.elementKey !== element) return false;
  if (standing === undefined) return true;
  return standing === 'late' ? isLateFinding(finding, today) : finding.state === standing;
}

function byUrgency(a: Finding, b: Finding): number {
  if (a.closed !== undefined && b.closed !== undefined) return compareDays(b.closed.on, a.closed.on);
  if (a.closed !== undefined || b.closed !== undefined) return a.closed === undefined ? -1 : 1;
  if (a.due !== undefined && b.due !== undefined && a.due !== b.due) return compareDays(a.due, b.due);
  if ((a.due === undefined) !== (b.due === undefined)) return a.due === undefined ? 1 : -1;
  return compareDays(a.foundOn, b.foundOn);
}
