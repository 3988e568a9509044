import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { identify } from '#modules/accounts/index.ts';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Fact } from '#platform/kernel/context.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { FrameworkDocument } from '../domain/framework-document.ts';
import { editStrategy } from '../domain/permissions.ts';
import { lockOwnFramework, type StoredFramework } from '../store/frameworks.ts';
import { keepFramework } from './keep-framework.ts';

/** Why an edit was not even looked at: a framework of the library, of another partnership, or none at all. */
export type NotOwn = NotAllowed | { reason: 'framework-missing' };

/** Somebody saved the same words first. Nothing is lost: theirs stand, and the page still holds mine. */
export type ChangedMeanwhile<Theirs> = {
  reason: 'changed-meanwhile';
  theirs: Theirs;
  /** what the page must say that it has seen, so that saving again is a decision */
  seen: string;
  by: string | undefined;
  at: Date | undefined;
};

/** What an edit makes of a framework. */
export type OwnEdit<Value> = {
  document: FrameworkDocument;
  /** keys of the elements whose own words changed */
  changed?: readonly string[];
  /** strategy.…, in the past tense */
  fact: string;
  details?: NonNullable<Fact['details']>;
  value: Value;
};

/**
 * One edit of one of the partnership's own frameworks, with nobody else at it meanwhile: permission, lock, the edit, the
 * record. An edit that changes nothing writes nothing.
 */
export async function editOwnFramework<Value, Refusal extends { reason: string }>(
  ctx: Ctx,
  slug: string,
  edit: (framework: StoredFramework) => Promise<Outcome<OwnEdit<Value>, Refusal>>,
): Promise<Outcome<Value, Refusal | NotOwn>> {
  const held = await holdOwnFramework(ctx, slug);
  if (!held.done) return held;
  const before = held.value;
  const edited = await edit(before);
  if (!edited.done) return edited;
  const { document, changed = [], fact, details = {}, value } = edited.value;
  if (isDeepStrictEqual(before.document, document)) return done(value);
  await keepFramework(ctx, before, { document, changed });
  await ctx.record({ type: fact, subject: { kind: 'framework', id: before.id }, details });
  return done(value);
}

/** The partnership's own framework, locked, for a person who may edit it. */
export async function holdOwnFramework(ctx: Ctx, slug: string): Promise<Outcome<StoredFramework, NotOwn>> {
  if (!allowed(ctx.actor, editStrategy)) return refuse({ reason: 'not-allowed' });
  const framework = await lockOwnFramework(ctx, slug);
  return framework && !framework.isLibrary ? done(framework) : refuse({ reason: 'framework-missing' });
}

/** A mark of some fields as they stood when a page was opened: it differs where they were changed since. */
export function asSeen(fields: unknown): string {
  return createHash('sha256').update(JSON.stringify(fields)).digest('base64url').slice(0, 22);
}

/** The name of whoever saved; undefined where they have left, or where it was no person. */
export async function nameOf(ctx: Ctx, personId: Id<'person'> | undefined): Promise<string | undefined> {
  const actor = personId && (await identify(ctx, personId));
  return actor?.kind === 'person' ? actor.name : undefined;
}
