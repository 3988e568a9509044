import type { z } from 'zod';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Posted } from './fields.ts';

/** What is wrong with one answer, in words that say how to mend it. */
export type FieldError = { field: string; message: string };

/** The answers did not fit; they are kept, so that the page can show them again. */
export type FormRefusal = { reason: 'not-valid'; errors: readonly FieldError[] };

/** Reads a posted form: unknown in, typed out, or an error for each field (the first one of each). */
export function readForm<Schema extends z.ZodObject>(
  schema: Schema,
  posted: Posted,
): Outcome<z.output<Schema>, FormRefusal> {
  const read = schema.safeParse(posted);
  if (read.success) return done(read.data);
  const errors = new Map<string, string>();
  for (const issue of read.error.issues) {
    const field = String(issue.path[0] ?? '');
    if (!errors.has(field)) errors.set(field, issue.message);
  }
  return refuse({ reason: 'not-valid', errors: [...errors].map(([field, message]) => ({ field, message })) });
}

/** The one answer of a name as it was typed, or what stood there before. */
export function kept(posted: Posted | undefined, field: string, before = ''): string {
  return posted ? (posted[field]?.[0] ?? '') : before;
}

/** All answers of a name as they were ticked, or what stood there before. */
export function keptAll(
  posted: Posted | undefined,
  field: string,
  before: readonly string[] = [],
): readonly string[] {
  return posted ? (posted[field] ?? []) : before;
}

/** The message of one field, for the component that shows it. */
export function errorOf(errors: readonly FieldError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message;
}
