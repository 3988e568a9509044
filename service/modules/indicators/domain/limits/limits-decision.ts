import type { Day } from '#platform/kernel/day.ts';
import { sayDay } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { saySpeaker, type Speaker } from '../report/speaker.ts';

/**
 * What somebody may decide about the limits of a process chart: that they are worked anew from a period on, or that they
 * are held, made of the figures up to a period and still after it.
 */
export const limitsDeeds = ['anew', 'held'] as const;

export type LimitsDeed = (typeof limitsDeeds)[number];

/** The period that a decision names, by its days, and as a person reads it. */
export type PeriodDecided = { start: Day; end: Day; kind: string; words: string };

/** A decision about the limits of one measure in one area, and whether it was taken back. Neither is ever changed. */
export type LimitsDecision = {
  id: Id<'limits-decision'>;
  measure: string;
  areaCode: string;
  deed: LimitsDeed;
  period: PeriodDecided;
  reason: string;
  by: Speaker;
  on: Day;
  takenBack: { reason: string; by: Speaker; on: Day } | undefined;
};

/** All that was ever decided about one series, in the order of deciding. */
export type LimitsWritten = {
  /** counts on with every decision: what a page has seen */
  turn: number;
  /** who decided last, or took something back */
  lastBy: Speaker | undefined;
  decisions: readonly LimitsDecision[];
};

/** Where nobody has decided anything. */
export const nothingDecided: LimitsWritten = { turn: 0, lastBy: undefined, decisions: [] };

/** Those that were not taken back. */
export function standingOf({ decisions }: LimitsWritten): readonly LimitsDecision[] {
  return decisions.filter(({ takenBack }) => !takenBack);
}

const deedWords: { readonly [Deed in LimitsDeed]: (period: string) => string } = {
  anew: (period) => `Limits are worked anew from ${period} on`,
  held: (period) => `Limits are made of the figures up to ${period}, and held still after`,
};

/** "Limits are worked anew from Sep 2025 on" */
export function sayDeed({ deed, period }: Pick<LimitsDecision, 'deed' | 'period'>): string {
  return deedWords[deed](period.words);
}

/** The whole decision: what, why, who and when. */
export function sayDecision(decision: LimitsDecision): string {
  return `${sayDeed(decision)}: “${decision.reason}” Decided by ${saySpeaker(decision.by)}, ${sayDay(decision.on)}.`;
}

/** How it ended, where it was taken back. */
export function sayTakenBack({ takenBack }: LimitsDecision): string | undefined {
  return (
    takenBack && `Taken back by ${saySpeaker(takenBack.by)}, ${sayDay(takenBack.on)}: “${takenBack.reason}”`
  );
}
