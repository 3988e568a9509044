/**
 * For what personal data may be read, written or shared: a closed list. What is not here cannot be asked for; there is
 * no code for immigration, for debt or for marketing, and none is to be added without a decision record.
 */
export const purposes = [
  'direct-help',
  'safeguarding',
  'supervision',
  'quality-review',
  'subject-rights',
  'complaint',
  'compelled-by-law',
  'record-keeping',
] as const;

export type Purpose = (typeof purposes)[number];

/** What each purpose means, in words for the family that reads who looked and why. */
export const purposeWords: Readonly<Record<Purpose, string>> = {
  'direct-help': 'to help this child or family',
  safeguarding: 'to keep a child safe',
  supervision: 'to support and check the work of whoever helps',
  'quality-review': 'to see whether the help was good',
  'subject-rights': 'because somebody asked what is held about them, or asked to put it right',
  complaint: 'to answer a complaint',
  'compelled-by-law': 'because a court or a law demanded it',
  'record-keeping': 'to keep, correct or delete records as the rules say',
};
