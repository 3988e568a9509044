import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import type { WordsFor } from '#platform/kernel/outcome.ts';
import type { AskRefusal } from '../../actions/rights/ask.ts';
import type { DecideRefusal } from '../../actions/rights/decide.ts';
import type { GatherRefusal } from '../../actions/rights/gather.ts';
import type { ReleaseRefusal } from '../../actions/rights/release.ts';
import type { SignRefusal } from '../../actions/rights/sign.ts';
import type { HoldRefusal } from '../../actions/rights/take-step.ts';
import type { KeepBackReason, KeepReason, RemoveReason } from '../../domain/rights/answer.ts';
import type { SpanKind } from '../../domain/rights/personal-records.ts';
import type { Clock } from '../../domain/rights/rights-clock.ts';
import type {
  IdentityWay,
  RequestKind,
  RequestOutcome,
  SafeToWrite,
  WayToCome,
} from '../../domain/rights/rights-request.ts';
import type { StepRefusal } from '../../domain/rights/steps.ts';

export const kindWords: Readonly<Record<RequestKind, string>> = {
  see: 'To see what is held',
  correct: 'To put something right',
  delete: 'To delete something',
  stop: 'To stop a use of it',
};

export const cameWords: Readonly<Record<WayToCome, string>> = {
  form: 'by the form',
  'young-form': 'by the form for young people',
  letter: 'by letter',
  'in-person': 'in person',
  telephone: 'by telephone',
};

export const safeWords: Readonly<Record<SafeToWrite, string>> = {
  yes: 'It is safe to write there.',
  no: 'It is not safe to write there. Use the other way.',
  'not-said':
    'They did not say whether it is safe to write there: ask before you write anything of substance.',
};

export const identityWords: Readonly<Record<IdentityWay, string>> = {
  'known-worker': 'Somebody who works with them knows them, and spoke with them',
  documents: 'They showed papers, which were looked at and not copied',
  account: 'They came signed in with their own account',
  'by-what-they-know': 'They knew what only they would know',
};

export const outcomeWords: Readonly<Record<RequestOutcome, string>> = {
  given: 'Given, all of it',
  'partly-given': 'Given, with something taken out or kept back',
  corrected: 'Put right',
  'not-corrected': 'Not changed, for the reason given',
  deleted: 'Deleted',
  'not-deleted': 'Not deleted, for the reason given',
  stopped: 'Stopped',
  'not-stopped': 'Not stopped, for the reason given',
  'nothing-held': 'Nothing is held',
  'not-who-they-said': 'We could not be sure who asked',
  withdrawn: 'They took it back',
};

export const removeWords: Readonly<Record<RemoveReason, string>> = {
  'third-party-not-agreed': 'Take out: about somebody else, who has not agreed',
  'another-child': 'Take out: about another child',
  'safe-address': 'Take out: says where somebody is who must be safe',
  'serious-harm': 'Take out: could seriously harm somebody',
  'told-in-confidence': 'Take out: told in confidence',
};

export const keepWords: Readonly<Record<KeepReason, string>> = {
  professional: 'Leave in: acted in their work',
  'they-agreed': 'Leave in: they agreed',
  'reader-knows-already': 'Leave in: the reader said it or knows it',
  'is-the-reader': 'Leave in: it is the reader',
  nobody: 'Leave in: it is nobody',
};

export const keepBackChoices: Readonly<Record<KeepBackReason, string>> = {
  'serious-harm': 'It could seriously harm somebody’s health',
  'another-persons': 'It is another person’s, and cannot be told apart',
  'told-in-confidence': 'Somebody told it in confidence',
  'legal-advice': 'It is advice of a lawyer',
  'prevents-crime-work': 'It would stand in the way of stopping a crime',
};

export const spanKindWords: Readonly<Record<SpanKind, string>> = {
  'third-party': 'somebody else',
  professional: 'somebody at work',
  child: 'another child',
};

/** "Answer by 12 December 2026: 19 days left." */
export function sayClock(clock: Clock): string {
  const due = sayDay(clock.dueOn);
  switch (clock.state) {
    case 'answered':
      return clock.inTime ? 'Answered in time.' : `Answered after its day, ${due}.`;
    case 'late':
      return `Should have been answered by ${due}: ${clock.daysLate === 1 ? 'one day' : `${clock.daysLate} days`} late.`;
    case 'paused':
      return `The clock stands still since ${sayDay(clock.since)}: we wait ${clock.reason === 'identity' ? 'to be sure who asks' : 'for an answer to our question'}.`;
    case 'running':
      return `Answer by ${due}: ${clock.daysLeft === 0 ? 'today is the last day' : clock.daysLeft === 1 ? 'one day left' : `${clock.daysLeft} days left`}.`;
  }
}

export const askWords: WordsFor<AskRefusal> = {
  'not-allowed': () => 'This is for whoever answers requests',
  'email-unreadable': () => 'Enter an e-mail address such as name@example.org, or leave it empty',
  'no-way-to-answer': () => 'Tell us one way to reach you: an e-mail address, or another way',
  'received-later': () => 'Enter a day that has come already',
};

const holdWords: WordsFor<HoldRefusal> = {
  'not-allowed': () => 'This is for whoever answers requests',
  'request-missing': () => 'This request is not there any more',
  'changed-meanwhile': () =>
    'Somebody else changed this request while you had it open. It is shown as it stands now; what you typed is still in its box',
};

export const stepWords: WordsFor<HoldRefusal | StepRefusal> = {
  ...holdWords,
  'answered-already': () => 'This request was answered already',
  'waits-already': () => 'We wait for an answer of theirs already',
  'waits-for-nothing': () => 'The clock does not stand still',
  'words-missing': () => 'Write the words: they are kept, and told where they must be',
  'extended-already': () => 'More time was taken already',
  'too-late-to-extend': () => 'More time can be taken only within the month itself',
  'identity-not-proved': () => 'First say how you know who asks',
  'outcome-unfitting': () => 'Choose how it was answered',
  'given-by-release-only': () => 'What is held leaves only after two people signed for it',
};

export const gatherWords: WordsFor<GatherRefusal> = {
  ...holdWords,
  'answered-already': () => 'This request was answered already',
  'identity-not-proved': () => 'First say how you know who asks: nothing is gathered before',
  'nobody-linked': () => 'First find whom in our records this is about',
};

export const decideWords: WordsFor<DecideRefusal> = {
  ...holdWords,
  'answered-already': () => 'This request was answered already',
  'nothing-chosen': () => 'Choose what becomes of these words',
  'words-not-there': () => 'These words do not stand in this text: copy them just as they are',
};

export const signWords: WordsFor<SignRefusal> = {
  ...holdWords,
  'answered-already': () => 'This request was answered already',
  'not-to-be-given': () => 'Nothing is given for this kind of request',
  'identity-not-proved': () => 'First say how you know who asks',
  'not-gathered': () => 'First gather what is held',
  'still-undecided': ({ count }) =>
    count === 1
      ? 'One stretch of words is not decided yet'
      : `${count} stretches of words are not decided yet`,
  'harm-not-tested': () => 'First write down whether giving it could seriously harm somebody',
  'harm-says-otherwise': () =>
    'What is written down about harm and what is kept back for it do not fit together',
  'signed-by-you': () => 'You signed this already: the second signature is somebody else’s',
  'signed-by-two': () => 'Two people signed already',
};

export const releaseWords: WordsFor<ReleaseRefusal> = {
  ...signWords,
  'not-signed-by-two': () => 'Two people must sign just what leaves. Something changed since they did',
};

/** "3 December 2026" */
export function sayInstant(at: Date): string {
  return sayDay(dayInEngland(at));
}
