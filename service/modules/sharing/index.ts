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
