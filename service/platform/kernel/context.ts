import type { Day } from './day.ts';
import type { Id } from './id.ts';

/** Who acts: a visitor who has not signed in, a person, or the service itself (a job, the command line). */
export type Actor =
  | { kind: 'visitor' }
  | { kind: 'person'; personId: Id<'person'>; name: string; roles: readonly string[] }
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
};

/** Under what name an act is written down. */
export function nameOfActor(actor: Actor): string {
  if (actor.kind === 'person') return actor.name;
  return actor.kind === 'visitor' ? 'a visitor' : 'the service itself';
}
