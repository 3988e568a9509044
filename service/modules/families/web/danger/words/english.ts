/**
 * The words of the pages that anybody reads who is afraid for somebody: short sentences, words that a nine-year-old
 * reads. Another language holds the same keys.
 */
export const english = {
  language: 'en-GB',
  title: 'Is somebody not safe?',
  lead: 'You can ring now. You do not need to be sure.',
  leave: 'Leave this page now',
  leaveHint: 'It goes to a page about the weather.',
  emergency: 'Is somebody hurt, or could they be soon?',
  ring: 'Ring',
  emergencySays: 'It is free, day and night. Ask for the police or an ambulance.',
  silent: 'If it is not safe to speak, ring 999 from a mobile and stay quiet. When a voice asks, press',
  silentRest: 'Then the police know that it is real. On a phone with a wire, stay on the line.',
  deaf: 'If you cannot hear or speak on the phone, use',
  ours: 'The people here who keep children safe',
  oursSays: 'Tell them what you saw or heard. They will ask you what they need to know.',
  openNow: 'Open now',
  closedNow: 'For nights, weekends and holidays',
  noneOfOurs: 'We do not have their number here yet. Ring 101, or the NSPCC below.',
  children: 'If you are a child or a teenager',
  adults: 'If you are a grown-up',
  hard: 'If it is hard for you to go on',
  orWrite: 'Or',
  onTheWeb: 'on the web',
  byEmail: 'by e-mail',
  tell: 'Tell us in writing',
  tellSays: 'Do this if it can wait a little. If it cannot wait, ring.',
  tellAnybody: 'I want to tell you something',
  tellAnybodySays: 'For anybody. You do not have to say who you are.',
  tellChild: 'I am a child or a teenager',
  tellChildSays: 'It can be about you, or about somebody else.',
  tellWork: 'I work with children',
  tellWorkSays: 'For schools, nurseries, health, clubs and charities.',
  nobodyReads: 'You cannot write to us here yet: nobody is there to read it. Please ring.',
  toldBefore: 'Did you tell us before?',
  toldBeforeSays: 'See if it was read, and what came of it',
  thresholds: 'When does a child get help from social workers?',
  thresholdsSays:
    'The council, the police and the health service have agreed on it together. We keep to their words:',
  howWeKnow: 'How we know these numbers',
  checked: 'checked on',
} as const;

/** The same keys as English, each a sentence of its own. */
export type DangerWords = { readonly [Key in keyof typeof english]: string };
