import { addDays, compareDays, type Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { daysBetween } from '../rights/rights-clock.ts';
import type { SafeToWrite, WayToCome } from '../rights/rights-request.ts';

export const complaintOutcomes = ['upheld', 'partly-upheld', 'not-upheld', 'withdrawn'] as const;
export type ComplaintOutcome = (typeof complaintOutcomes)[number];

export type Complaint = {
  id: Id<'complaint'>;
  reference: string;
  came: WayToCome;
  receivedOn: Day;
  /** '' where they did not say */
  name: string;
  email: string;
  otherWay: string;
  safeToWrite: SafeToWrite;
  /** whose own account shows the answer: only where they chose that */
  madeBy: Id<'person'> | undefined;
  words: string;
  /** what they would like to happen */
  wish: string;
  /** of those who can sign in: they never see it */
  about: readonly string[];
  acknowledged: { on: Day; how: string; byName: string } | undefined;
  progress: string;
  answer: { outcome: ComplaintOutcome; words: string; on: Day; byName: string } | undefined;
  version: number;
};

/** Data Protection Act 2018, section 164A: whoever complains hears within 30 days that it came. */
const daysToAcknowledge = 30;

export type ComplaintClock =
  | { state: 'to-acknowledge'; dueOn: Day; daysLeft: number }
  | { state: 'acknowledged-late-still'; dueOn: Day; daysLate: number }
  /** heard; an answer follows without undue delay, and they are told how it goes */
  | { state: 'being-looked-into'; days: number }
  | { state: 'answered'; acknowledgedInTime: boolean };

/** How the clock of a complaint stands: the last day of acknowledging it is the thirtieth after the day on which it came. */
export function complaintClock(
  { receivedOn, acknowledged, answer }: Pick<Complaint, 'receivedOn' | 'acknowledged' | 'answer'>,
  today: Day,
): ComplaintClock {
  const dueOn = addDays(receivedOn, daysToAcknowledge);
  if (answer)
    return {
      state: 'answered',
      acknowledgedInTime: acknowledged !== undefined && compareDays(acknowledged.on, dueOn) <= 0,
    };
  if (acknowledged) return { state: 'being-looked-into', days: daysBetween(receivedOn, today) };
  const daysLeft = daysBetween(today, dueOn);
  return daysLeft < 0
    ? { state: 'acknowledged-late-still', dueOn, daysLate: -daysLeft }
    : { state: 'to-acknowledge', dueOn, daysLeft };
}

export type ComplaintStep =
  | { step: 'acknowledge'; how: string }
  | { step: 'progress'; words: string }
  | { step: 'answer'; outcome: ComplaintOutcome; words: string };

export type ComplaintRefusal =
  | { reason: 'answered-already' }
  | { reason: 'acknowledged-already' }
  | { reason: 'not-acknowledged' }
  | { reason: 'words-missing'; field: string };

/** A complaint after a step. */
export function complaintAfter(
  complaint: Complaint,
  step: ComplaintStep,
  { today, byName }: { today: Day; byName: string },
): Outcome<Complaint, ComplaintRefusal> {
  if (complaint.answer) return refuse({ reason: 'answered-already' });
  switch (step.step) {
    case 'acknowledge':
      if (complaint.acknowledged) return refuse({ reason: 'acknowledged-already' });
      if (step.how.trim() === '') return refuse({ reason: 'words-missing', field: 'how' });
      return done({ ...complaint, acknowledged: { on: today, how: step.how, byName } });
    case 'progress':
      return step.words.trim() === ''
        ? refuse({ reason: 'words-missing', field: 'progress' })
        : done({ ...complaint, progress: step.words });
    case 'answer':
      if (!complaint.acknowledged) return refuse({ reason: 'not-acknowledged' });
      if (step.words.trim() === '') return refuse({ reason: 'words-missing', field: 'answerWords' });
      return done({
        ...complaint,
        answer: { outcome: step.outcome, words: step.words, on: today, byName },
      });
  }
}

/**
 * Whom words seem to be about, among those who answer complaints: whoever is named in full or by their last name. They do
 * not see it; that may keep one from somebody whom it is not about, and never shows one to somebody whom it is about.
 */
export function seemsAbout(words: string, people: readonly { id: string; name: string }[]): string[] {
  const said = ` ${words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return people
    .filter(({ name }) =>
      name
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((part) => part.length > 2)
        .some((part) => said.includes(` ${part} `)),
    )
    .map(({ id }) => id);
}
