/** What a sender reads when something was done, in sentences that say nothing about any child. */
export const kindAnswers = [
  'Thank you. We read every word, and somebody is doing something about it now.',
  'Thank you. The people whose work it is to keep children safe know about it now.',
  'Thank you. You did the right thing. We cannot say more, because it is private, but it was acted on.',
  'Thank you for telling us. We looked into it with care. If it happens again, or you are still worried, tell us again.',
  'Thank you for telling us. We could not find out enough to act. If you can tell us more, please tell us again, or ring.',
] as const;
