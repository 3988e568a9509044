import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';

export const planStates = ['draft', 'agreed', 'closed'] as const;
export type PlanState = (typeof planStates)[number];

/** What a partnership sets out to do in one year under a strategy of several. */
export type Plan = {
  id: Id<'plan'>;
  /** in the address: 2026-27 */
  key: string;
  title: string;
  frameworkSlug: string;
  from: Day;
  /** its last day */
  until: Day;
  state: PlanState;
  follows: Id<'plan'> | undefined;
  agreedOn: Day | undefined;
  agreedBy: Id<'decision'> | undefined;
  version: number;
};

/** An element of the strategy that matters most this year, and why now. */
export type Priority = {
  id: Id<'priority'>;
  planId: Id<'plan'>;
  elementKey: string;
  title: string;
  why: string;
  place: number;
  carriedFrom: Id<'priority'> | undefined;
  version: number;
};
