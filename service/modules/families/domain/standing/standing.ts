import { relationships, type Relationship } from '#platform/access/record-policy.ts';
import type { Id } from '#platform/kernel/id.ts';

/** The ways in which somebody can stand to a child. */
export const standingKinds = relationships;

/** How somebody stands to a child: from when, until when, for which body, for what. */
export type Standing = {
  id: Id<'standing'>;
  childId: Id<'child'>;
  personId: Id<'person'>;
  kind: Relationship;
  /** for which body; undefined of a child or parent, who stand for themselves */
  organisationId: Id<'organisation'> | undefined;
  agreementId: Id<'agreement'> | undefined;
  /** the line of the sharing ledger by which somebody of another body stands here */
  disclosureId?: Id<'disclosure'> | undefined;
  purpose: string;
  because: string;
  isShownToFamily: boolean;
  from: Date;
  until: Date | undefined;
  endedAt: Date | undefined;
};

/** Whether a standing holds at an instant. One that was ended never does, whatever the clock says. */
export function holds(
  { from, until, endedAt }: Pick<Standing, 'from' | 'until' | 'endedAt'>,
  at: Date,
): boolean {
  return endedAt === undefined && from <= at && (until === undefined || at < until);
}

/** The same standings, those that open most first. */
export function inOrder<Standing extends { kind: Relationship }>(standings: readonly Standing[]): Standing[] {
  const rank = ({ kind }: Standing): number => relationships.indexOf(kind);
  return standings.toSorted((a, b) => rank(a) - rank(b));
}

/** For people: what each way of standing is called. */
export const standingWords: Readonly<Record<Relationship, string>> = {
  'lead-worker': 'lead worker',
  'team-around': 'in the team around the family',
  supervisor: 'supervises the lead worker',
  'setting-lead': 'safeguarding lead of the school or service',
  named: 'named on the list',
  glass: 'opened the record in an emergency',
  'subject-access': 'answers a request for what is held',
  'the-child': 'whose record it is',
  parent: 'parent or carer',
};
