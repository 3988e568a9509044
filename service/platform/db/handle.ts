import type { Kysely } from 'kysely';
import type { Context } from '../kernel/context.ts';
import type { Id } from '../kernel/id.ts';

/** The query builder inside one transaction. A store names its own tables: `ctx.db.withTables<StrategyTables>()`. */
export type Db = Kysely<Record<never, never>>;

/** The context of an action or a query, with its database. */
export type Ctx = Context<Db>;

/** For whom a transaction runs: row-level security, and the SQL that needs the time, read nothing else. */
export type Scope = {
  partnershipId: Id<'partnership'> | null;
  personId: string | null;
  /** nobody in particular may do what a person or the service itself may */
  actorKind: 'visitor' | 'person' | 'service';
  now: Date;
  access: 'read' | 'write';
};
