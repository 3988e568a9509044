import { compareDays, type Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';

export const bodyKinds = ['board', 'subgroup', 'statutory', 'group'] as const;
export type BodyKind = (typeof bodyKinds)[number];

export const parts = ['chair', 'co-chair', 'member', 'deputy', 'adviser', 'secretary', 'observer'] as const;
export type Part = (typeof parts)[number];

/** A body that meets and decides. It is dated: bodies are set up, renamed, and folded into others. */
export type Body = {
  id: Id<'body'>;
  key: string;
  name: string;
  kind: BodyKind;
  /** '' for all stages of life */
  lifeStage: string;
  purpose: string;
  partOf: Id<'body'> | undefined;
  from: Day;
  /** the first day on which it was no more */
  until: Day | undefined;
  followedBy: Id<'body'> | undefined;
  quorum: Quorum;
  version: number;
};

/** How many who vote must be there, and from how many organisations. */
export type Quorum = { people: number; organisations: number };

/** Somebody's seat on a body, for an organisation, in a part, for a time. */
export type Membership = {
  id: Id<'membership'>;
  bodyId: Id<'body'>;
  personId: Id<'person'> | undefined;
  name: string;
  /** '' where they sit for nobody but themselves */
  organisationKey: string;
  part: Part;
  votes: boolean;
  email: string;
  from: Day;
  until: Day | undefined;
};

/** Whether something dated stands on a day; `until` is the first day on which it does not. */
export function standsOn({ from, until }: { from: Day; until: Day | undefined }, day: Day): boolean {
  return compareDays(from, day) <= 0 && (until === undefined || compareDays(day, until) < 0);
}

/**
 * Whether those who came may decide: enough people who vote, from enough organisations. A deputy who came in somebody's
 * place is counted as that seat.
 */
export function isQuorate(quorum: Quorum, present: readonly Pick<Membership, 'votes' | 'organisationKey'>[]) {
  const voting = present.filter(({ votes }) => votes);
  const organisations = new Set(
    voting.map(({ organisationKey }) => organisationKey).filter((key) => key !== ''),
  );
  return voting.length >= quorum.people && organisations.size >= quorum.organisations;
}
