export { readOwnAnswers, recordSharing } from './domain/permissions.ts';
export type {
  HeldFact,
  KnownPerson,
  PersonalRecords,
  RecordClass,
  Span,
} from './domain/rights/personal-records.ts';
export { writeAgreement } from './actions/agreements/write-agreement.ts';
export { endAgreement, signAgreement } from './actions/agreements/sign-agreement.ts';
export { inDateAgreement, type InDateAgreement } from './queries/agreements/in-date-agreement.ts';
export { whenItEnded } from './queries/agreements/when-it-ended.ts';
export type { AgreementWords } from './domain/agreements/agreement.ts';
export { crossing } from './actions/disclosures/crossing.ts';
export { recordDisclosure, type RecordDisclosureRefusal } from './actions/disclosures/record-disclosure.ts';
export { shareNow } from './actions/disclosures/share-now.ts';
export type { DisclosureWords } from './domain/disclosures/disclosure.ts';
export type { Missing } from './domain/disclosures/missing.ts';
export { itemGroupFacts, type ItemGroup } from './domain/law/item-groups.ts';
export { whyItEnded } from './queries/disclosures/still-holds.ts';
export type { SharingSubjects } from './queries/sharing-subjects.ts';
export { decideCompatibility } from './actions/register/decide-compatibility.ts';
export { sayRecordOwner } from './actions/register/say-record-owner.ts';
export type { RecordOwnerWords } from './domain/register/record-owners.ts';
export { accessHistory } from './queries/records/access-history.ts';
export { accountRecords } from './queries/records/account-records.ts';
export { postRecords } from './queries/records/post-records.ts';
export { sharingRecords } from './queries/records/sharing-records.ts';
export { ask } from './actions/rights/ask.ts';
export { complain, takeComplaintStep } from './actions/complaints/complain.ts';
export { answerForms } from './domain/rights/answer-forms.ts';
export { gather } from './actions/rights/gather.ts';
export { decide } from './actions/rights/decide.ts';
export { release } from './actions/rights/release.ts';
export { sign } from './actions/rights/sign.ts';
export { sayWhom, takeStep } from './actions/rights/take-step.ts';
export { onePackage } from './domain/rights/one-package.ts';
export { gatheredSeen } from './queries/rights/requests-seen.ts';
export { adoptRule } from './actions/retention/adopt-rule.ts';
export { makeDisposalLists, makeDisposalListsNightly } from './actions/retention/make-lists.ts';
