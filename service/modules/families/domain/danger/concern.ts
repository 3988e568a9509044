import type { Id } from '#platform/kernel/id.ts';

/** By which form somebody told: the one for anybody, the one for children, the one for people at work. */
export const waysToTell = ['anybody', 'child', 'at-work'] as const;
export type WayToTell = (typeof waysToTell)[number];

/** Whether somebody is in danger now, in the sender's own answer. */
export const dangers = ['yes', 'no', 'not-known'] as const;
export type Danger = (typeof dangers)[number];

/** How many letters one box takes; what is longer is shown again, and nothing of it is cut. */
export const mostTold = { happened: 20_000, line: 300 } as const;

/** What somebody tells. Only what happened must be there. */
export type Told = {
  way: WayToTell;
  happened: string;
  about: string;
  danger: Danger;
  /** who tells, as they call themselves */
  sender: string;
  /** the school or service, in the sender's words */
  setting: string;
  reach: string;
  reachIsSafe: 'yes' | 'no' | 'not-said';
};

/** What a reader did. */
export const acts = ['rang', 'social-care', 'police', 'early-help', 'setting', 'no-further'] as const;
export type Act = (typeof acts)[number];

export type StepKind = 'read' | 'acted' | 'answered' | 'handed' | 'linked';

/** One thing that became of a concern. */
export type ConcernStep = {
  nth: number;
  kind: StepKind;
  act: Act | undefined;
  words: string;
  toPerson: string | undefined;
  toName: string;
  childId: Id<'child'> | undefined;
  saidAt: Date;
  saidByName: string;
};

/** A concern without a word of what was told: what a list shows. */
export type ConcernInList = {
  id: Id<'concern'>;
  way: WayToTell;
  danger: Danger;
  toldAt: Date;
  settingId: string | undefined;
  readAt: Date | undefined;
  actedAt: Date | undefined;
  handedTo: string;
  handedToPerson: string | undefined;
};

/** A concern whole, for whoever reads it. */
export type Concern = Told & {
  id: Id<'concern'>;
  toldAt: Date;
  senderId: string | undefined;
  settingId: string | undefined;
  steps: readonly ConcernStep[];
};
