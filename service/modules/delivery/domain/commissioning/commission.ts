import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { ElementName } from '#platform/kernel/subject.ts';

export const commissionSteps = ['need', 'options', 'decision', 'service', 'outcome', 'ended'] as const;
export type CommissionStep = (typeof commissionSteps)[number];

export const verdicts = ['go-on', 'change', 'stop'] as const;
export type Verdict = (typeof verdicts)[number];

/** A service that partners buy or change together, from the need to what it came to. */
export type Commission = {
  id: Id<'commission'>;
  /** in the address: somebody-to-talk-to */
  key: string;
  title: string;
  element: ElementName;
  step: CommissionStep;
  need: string;
  /** `source:code`; '' where no number tells it */
  needMeasureId: string;
  needSource: string;
  /** what would happen without it */
  anyway: string;
  /** what the case asks of whoever decides */
  ask: string;
  /** keys of organisations */
  partners: readonly string[];
  ownerName: string;
  decisionId: Id<'decision'> | undefined;
  service: { name: string; provider: string; from: Day | undefined; until: Day | undefined };
  /** what was before and what is now, in words */
  outcome: string;
  outcomeMeasureId: string;
  verdict: Verdict | undefined;
  verdictReason: string;
  version: number;
};

/** One way to meet the need. */
export type CommissionOption = {
  id: Id<'commission-option'>;
  commissionId: Id<'commission'>;
  place: number;
  title: string;
  words: string;
  oneOffPounds: number | undefined;
  yearlyPounds: number | undefined;
  benefit: {
    words: string;
    /** pounds a year, the least and the most that may come; both or neither */
    low: number | undefined;
    high: number | undefined;
    source: string;
    assumptions: string;
  };
  risks: string;
  whatChildrenSay: string;
  chosen: boolean;
  version: number;
};

/** That somebody took it one step on, and why. */
export type StepTaken = {
  id: Id<'commission-step'>;
  before: CommissionStep;
  after: CommissionStep;
  words: string;
  saidAt: Date;
  saidByName: string;
};
