export { keepSharing, recordSharing } from './domain/permissions.ts';
export type {
  DataSubject,
  Disposed,
  EndedAsked,
  EndedRecord,
  Found,
  HeldFact,
  KnownPerson,
  Opening,
  PersonalRecords,
  RecordClass,
  Span,
  SpanKind,
  Told,
} from './domain/rights/personal-records.ts';
export { changeAgreement, writeAgreement } from './actions/agreements/write-agreement.ts';
export { endAgreement, signAgreement } from './actions/agreements/sign-agreement.ts';
export { inDateAgreement, type InDateAgreement } from './queries/agreements/in-date-agreement.ts';
export type { Agreement, AgreementVersion, AgreementWords, Way } from './domain/agreements/agreement.ts';
export { crossing, type CrossingGiven } from './actions/disclosures/crossing.ts';
export {
  recordDisclosure,
  recordEmergency,
  type Recording,
} from './actions/disclosures/record-disclosure.ts';
export { shareNow, type SharingNow } from './actions/disclosures/share-now.ts';
export { signOff } from './actions/disclosures/sign-off.ts';
export { withdrawConsent } from './actions/disclosures/withdraw-consent.ts';
export { mayUseFor } from './queries/disclosures/around-disclosure.ts';
export { whyItEnded } from './queries/disclosures/still-holds.ts';
export type { Disclosure, DisclosureWords } from './domain/disclosures/disclosure.ts';
export type { CrossingAsked, CrossingRefusal } from './domain/disclosures/may-cross.ts';
export type { ReachedSubject, SharingSubjects } from './domain/sharing-subjects.ts';
