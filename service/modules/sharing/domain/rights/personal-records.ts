import type { Day } from '#platform/kernel/day.ts';

/**
 * One room's side of people's rights: what personal data it holds, how it is handed to the person it is about, and how
 * it is deleted when its time has come. Every room that keeps personal data gives one and is listed as
 * `personalRecords` in service/app.ts; rights and retention know no room by name.
 *
 * To give one, in a room that may ask `sharing` (families, danger), export from the room's index.ts:
 *
 *     export const personalRecordsOfFamilies: PersonalRecords<Ctx> = {
 *       room: 'families',
 *       classes: [{ key: 'families.entry', title: 'What was written about a child', … }],
 *       find, letIn, peopleAround, gather, ended, dispose,
 *     };
 *
 * Everything runs in the caller's transaction and as whoever acts. The rights desk notes the reading and the deletion in
 * the audit; a room that notes its own reads as well does no harm.
 */
export type PersonalRecords<Ctx> = {
  /** the room's name, as in `families` */
  room: string;
  /** every kind of record it keeps about people: each table with personal data belongs to one */
  classes: readonly RecordClass[];
  /** whom of its own people somebody might be, by what they told; at most 20, and none on a mere likeness of one word */
  find?(ctx: Ctx, told: Told): Promise<readonly Found[]>;
  /**
   * Lets one officer read what is held about a subject, to answer a request, until a day (families: a row in standing of
   * kind subject-access). Called before `gather`. False where the subject is not known here.
   */
  letIn?(ctx: Ctx, opening: Opening): Promise<boolean>;
  /** ends what `letIn` began, when the request is answered */
  letOut?(ctx: Ctx, opening: Pick<Opening, 'subject' | 'personId'>): Promise<void>;
  /** every name by which the records know the subject and those around them: from these mentions are proposed */
  peopleAround?(ctx: Ctx, subject: DataSubject): Promise<readonly KnownPerson[]>;
  /**
   * Everything held about the subject, complete: whether pleasant or not, also what is contested, withdrawn or closed,
   * also files by their names and words. Nothing of anybody else's record. Empty where the room does not know them.
   */
  gather(ctx: Ctx, subject: DataSubject): Promise<readonly HeldFact[]>;
  /**
   * The records of a class whose trigger came on this day or earlier, whatever rule asks: rules and holds are applied by
   * retention, exactly. A record whose trigger has not come yet (a family that is not closed) is never named.
   */
  ended(ctx: Ctx, asked: EndedAsked): Promise<readonly EndedRecord[]>;
  /**
   * Deletes records for good, with all that hangs on them: rows in every table, search indexes, kept exports. Files are
   * named in the answer and deleted after the transaction. One that is gone already is passed over.
   */
  dispose(ctx: Ctx, asked: { class: string; ids: readonly string[] }): Promise<Disposed>;
};

/**
 * Somebody about whom something is held: a child's record, somebody with an account (`person`), or whoever wrote to us
 * from an e-mail address (`address`, the id is the address in small letters). A room answers for the kinds it knows.
 */
export type DataSubject = { kind: 'child' | 'person' | 'address'; id: string };

/** What somebody told of whom they ask about. */
export type Told = { name: string; bornOn: Day | undefined; email: string | undefined };

/** Somebody whom the room knows, in words by which an officer tells them from another of the same name. */
export type Found = { subject: DataSubject; title: string; about: string };

export type Opening = {
  subject: DataSubject;
  /** the officer */
  personId: string;
  /** the request, for the audit */
  requestId: string;
  until: Date;
};

/** A record class: what a rule of retention is made for. */
export type RecordClass = {
  /** room.singular, as in `families.entry`: never renamed while a rule names it */
  key: string;
  /** for people: "Letters that went out by e-mail" */
  title: string;
  /** what it holds, in a sentence */
  holds: string;
  /** the events from which a period can run, in the words of a rule */
  triggers: readonly Trigger[];
  /** whether its records are children's: two people approve their deletion */
  ofChildren: boolean;
  /** the tables in which it stands, as `schema.table`; a guard holds the lists to the migrated database */
  tables: readonly string[];
};

export type Trigger = {
  /** as in `closed`, `born`, `written` */
  key: string;
  /** completes "kept for six years after": "the letter was written" */
  words: string;
};

/** What stands on a field about other people. */
export type SpanKind =
  /** a parent, a neighbour, a friend: taken out unless a person decides otherwise */
  | 'third-party'
  /** somebody who acted in their work: normally stays */
  | 'professional'
  /** another child: taken out unless a person decides otherwise */
  | 'child';

/** A stretch of a fact's text that is about somebody else: UTF-16 positions, as `text.slice(from, to)`. */
export type Span = {
  from: number;
  to: number;
  /** who that is, for the officer: "her brother", "the neighbour who rang" */
  who: string;
  kind: SpanKind;
};

/** One thing that is held, in words that the person it is about can read. */
export type HeldFact = {
  /** its id within its class, the same each time */
  id: string;
  class: string;
  /** what it is: "A visit at home" */
  title: string;
  /** all of it, in words, times and names included */
  text: string;
  /** whose words these are: "Ash Tester, lead worker", "you", "the service itself" */
  whose: string;
  /** where it came from: "told at school", "typed into the form" */
  source: string;
  /** the day it is of; it stands on that day in the story */
  on: Day;
  /** which part of the record it belongs to: "Strengths", "Who looked" */
  fieldGroup: string;
  /** what in `text` is about others, as far as the room knows; more is proposed from names and patterns */
  spans: readonly Span[];
};

/** A name that the records know. */
export type KnownPerson = {
  /** as written in full; parts of it are looked for too */
  name: string;
  /** short names, names before, what the family calls them */
  alsoCalled: readonly string[];
  /** `own` is the subject: never proposed */
  kind: SpanKind | 'own';
  /** who that is, for the officer */
  who: string;
};

export type EndedAsked = { class: string; trigger: string; onOrBefore: Day };

/** A record whose period runs: retention adds the period and looks for holds. */
export type EndedRecord = {
  id: string;
  /** whose data it is: a hold on a subject keeps all of theirs */
  subject: { kind: string; id: string };
  /** for the list that a person approves; it goes when the record goes */
  title: string;
  triggeredOn: Day;
};

/** What was deleted. Paths are as the room keeps them; whoever disposes deletes them once the rows are gone. */
export type Disposed = { records: number; rows: number; files: readonly string[] };
