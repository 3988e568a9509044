import { type RawBuilder, sql } from 'kysely';

/** A value for a `jsonb` column; needed for arrays, which would otherwise be written as PostgreSQL arrays. */
export function jsonb<Value>(value: Value): RawBuilder<Value> {
  return sql<Value>`${JSON.stringify(value)}::jsonb`;
}
