import { sayDay } from '#platform/kernel/day.ts';
import type { WordsFor } from '#platform/kernel/outcome.ts';
import type { ComplainRefusal, TakeComplaintRefusal } from '../../actions/complaints/complain.ts';
import type { ComplaintClock, ComplaintOutcome } from '../../domain/complaints/complaint.ts';

export const outcomeWords: Readonly<Record<ComplaintOutcome, string>> = {
  upheld: 'They are right, and it is put right',
  'partly-upheld': 'They are right in part',
  'not-upheld': 'We do not agree, for the reason given',
  withdrawn: 'They took it back',
};

export const complainWords: WordsFor<ComplainRefusal> = {
  'not-allowed': () => 'This is for whoever answers complaints',
  'email-unreadable': () => 'Enter an e-mail address such as name@example.org, or leave it empty',
  'received-later': () => 'Enter a day that has come already',
};

export const stepWords: WordsFor<TakeComplaintRefusal> = {
  'not-allowed': () => 'This is for whoever answers complaints',
  'complaint-missing': () => 'This complaint is not there any more',
  'changed-meanwhile': () =>
    'Somebody else changed this while you had it open. It is shown as it stands now; what you typed is still in its box',
  'answered-already': () => 'This complaint was answered already',
  'acknowledged-already': () => 'They were told already that it came',
  'not-acknowledged': () => 'First tell them that it came',
  'words-missing': () => 'Write the words',
};

export function sayComplaintClock(clock: ComplaintClock): string {
  switch (clock.state) {
    case 'to-acknowledge':
      return `Tell them by ${sayDay(clock.dueOn)} that it came: ${clock.daysLeft === 1 ? 'one day' : `${clock.daysLeft} days`} left.`;
    case 'acknowledged-late-still':
      return `They should have heard by ${sayDay(clock.dueOn)}: ${clock.daysLate === 1 ? 'one day' : `${clock.daysLate} days`} late.`;
    case 'being-looked-into':
      return `They know that it came. They have waited ${clock.days === 1 ? 'one day' : `${clock.days} days`} for an answer.`;
    case 'answered':
      return clock.acknowledgedInTime ? 'Answered.' : 'Answered, but they heard too late that it came.';
  }
}
