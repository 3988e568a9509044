import type { Day } from './day.ts';
import type { Id } from './id.ts';

/** Who acts: a visitor who has not signed in, a person, or the service itself (a job, the command line). */
export type Actor =
  | { kind: 'visitor' }
  | {
      kind: 'person';
      personId: Id<'person'>;
      name: string;
      roles: readonly string[];
      /** the body they come from; absent where nobody has said */
      organisationId?: Id<'organisation'>;
      /** when they last proved who they are, since they came in; absent where they only chose who to be */
      provedAt?: Date;
    }
  | { kind: 'service'; name: string };

/** Something that happened, told to whoever listens; written in the transaction that made it true. */
export type Fact = {
  /** module.past-tense, as in `strategy.element-changed` */
  type: string;
  /** the kind and id of what it happened to */
  subject: { kind: string; id: string };
  /** small and free of personal data: ids, counts, days */
  details?: Readonly<Record<string, string | number | boolean | null>>;
};

/**
 * One read or write of personal data, as the audit keeps it: who did what to whose data, by what relationship and for
 * what purpose, and never a word of what was read or written.
 */
export type Touch = {
  /** module.past-tense, as in `families.record-read` */
  act: string;
  way: 'read' | 'written' | 'disclosed' | 'refused' | 'deleted';
  /** whose data: the kind and id of the child or person */
  subject: { kind: string; id: string };
  /** by what relationship, as the access rules name it; `none` where there is none */
  relationship: string;
  /** a code of platform/access/purposes.ts */
  purpose: string;
  /** the thing touched, where it is more than the subject's record as a whole */
  part?: { kind: string; id: string };
  /** values that may have to be proved later: only a keyed digest of each is kept */
  values?: Readonly<Record<string, string>>;
};

/** All that an action or a query may lean on, for one person in one transaction. `Db` is typed by platform/db. */
export type Context<Db> = {
  readonly db: Db;
  readonly actor: Actor;
  readonly partnershipId: Id<'partnership'>;
  readonly now: Date;
  readonly today: Day;
  /** a fresh id, made from the context's own time and randomness */
  newId<Kind extends string>(): Id<Kind>;
  record(fact: Fact): Promise<void>;
  /**
   * Notes a read or write of personal data. It is written down at the end of the same transaction, which fails where
   * that cannot be done; so a transaction that only reads the database cannot read personal data.
   */
  audit(touch: Touch): void;
};

/** Under what name an act is written down. */
export function nameOfActor(actor: Actor): string {
  if (actor.kind === 'person') return actor.name;
  return actor.kind === 'visitor' ? 'a visitor' : 'the service itself';
}
