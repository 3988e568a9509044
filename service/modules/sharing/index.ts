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
