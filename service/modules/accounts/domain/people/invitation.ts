import type { Id } from '#platform/kernel/id.ts';

export const invitationDays = 14;

export type InvitationState = 'waiting' | 'open' | 'expired' | 'accepted' | 'withdrawn' | 'replaced';

/** A way in that was offered to somebody. */
export type Invitation = {
  id: Id<'invitation'>;
  personId: Id<'person'>;
  /** again: to somebody who lost every way in, and was recognised */
  kind: 'colleague' | 'family' | 'again';
  /** undefined where it is handed over instead of sent */
  to: string | undefined;
  recognised: string;
  invitedBy: Id<'person'>;
  invitedByName: string;
  confirmedByName: string;
  madeAt: Date;
  expiresAt: Date;
  state: InvitationState;
};

/** How somebody can be recognised who lost every way in. */
export const waysOfRecognising = {
  'in-person': 'I met them, and know them',
  video: 'I saw them on a video call, and know them',
  'known-number': 'I rang them on a number that we had before',
  'their-lead': 'Their manager, whom I know, vouched for them in person',
} as const;

/** How somebody stands to a child whom a worker helps, in the words of the family. */
export const familyRelationships = {
  'young-person': 'The young person themselves',
  mother: 'Mother',
  father: 'Father',
  'step-parent': 'Step-parent',
  grandparent: 'Grandparent',
  guardian: 'Special guardian',
  'foster-carer': 'Foster carer',
  'other-carer': 'Another relative or carer',
} as const;

/** What was seen to know who somebody is. */
export const identitySeen = {
  'known-long': 'I have known them for three months or more, at home or at school',
  passport: 'Passport',
  'driving-licence': 'Driving licence',
  'birth-certificate': 'Birth certificate',
  'residence-document': 'Residence permit or identity card',
  'school-confirmed': 'Their school or college confirmed it in person',
} as const;

/** By what parental responsibility was seen. */
export const responsibilitySeen = {
  'birth-certificate': 'Named on the birth certificate',
  'court-order': 'A court order',
  'parental-agreement': 'A parental responsibility agreement',
  'guardianship-order': 'A special guardianship order',
  adoption: 'An adoption certificate',
  'not-held': 'They do not hold it: they may see only what is about themselves',
} as const;

/** Who checked, once, that somebody is who they say they are. */
export type IdentityCheck = {
  checkedByName: string;
  checkedOn: string;
  relationship: string;
  identitySeen: string;
  responsibilitySeen: string | undefined;
};
