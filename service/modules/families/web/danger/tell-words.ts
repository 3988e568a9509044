import type { WayToTell } from '../../domain/danger/concern.ts';

/** What one of the three forms says. */
export type TellWords = {
  title: string;
  lead: string;
  happened: string;
  happenedHint: string;
  about: string;
  aboutHint: string;
  danger: string;
  sender: string;
  senderHint: string;
  setting: string;
  reach: string;
  reachHint: string;
};

/** Three forms with the same few questions, in the words of who answers them. Only what happened has to be told. */
export const tellWords: Readonly<Record<WayToTell, TellWords>> = {
  child: {
    title: 'Tell us',
    lead: 'You did well to come here. It is not your fault. You can tell us as much or as little as you like.',
    happened: 'What happened?',
    happenedHint: 'Write it in your own way. Spelling does not matter.',
    about: 'Who is it about?',
    aboutHint: 'It can be you. You can leave this out.',
    danger: 'Is somebody in danger right now?',
    sender: 'What can we call you?',
    senderHint: 'You do not have to say.',
    setting: 'Which school do you go to?',
    reach: 'How can we talk to you?',
    reachHint: 'You do not have to say. It can be a phone number, or somebody at school whom you like.',
  },
  anybody: {
    title: 'Tell us that somebody is not safe',
    lead: 'You do not need to be sure. You do not have to say who you are.',
    happened: 'What did you see, hear or feel?',
    happenedHint: 'Say it in your own words. Say when and where it was, if you know.',
    about: 'Who is it about, as far as you know?',
    aboutHint: 'A name, an age, a street, a school: whatever you know. You can leave this out.',
    danger: 'Is somebody in danger right now?',
    sender: 'Who are you?',
    senderHint: 'You do not have to say. It can help: a parent, a neighbour, a name.',
    setting: '',
    reach: 'How can we reach you?',
    reachHint: 'You do not have to say. A phone number or an e-mail address.',
  },
  'at-work': {
    title: 'Tell us, as somebody who works with children',
    lead: 'Follow your own setting’s rules as well: tell your safeguarding lead today. This does not replace that.',
    happened: 'What happened?',
    happenedHint:
      'What you saw and heard, and the child’s own words. Say what is fact and what is your view.',
    about: 'Who is it about, as far as you know?',
    aboutHint: 'Name, age, school or address: whatever you know.',
    danger: 'Is somebody in danger right now?',
    sender: 'Your name, and what you do',
    senderHint: '',
    setting: 'Your school or service',
    reach: 'How can we reach you?',
    reachHint: 'A phone number that is answered today.',
  },
};

/** The answers about danger, the same in each form. */
export const dangerAnswers = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'not-known', text: 'I do not know' },
] as const;

/** The answers about reaching somebody. */
export const safeAnswers = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No, somebody could see or hear it' },
] as const;
