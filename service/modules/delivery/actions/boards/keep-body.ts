import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Body } from '../../domain/body.ts';
import {
  checkBody,
  endBody as ended,
  keyOfName,
  type BodyRefusal,
  type BodyWords,
  type EndBodyRefusal,
} from '../../domain/boards/new-body.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { allBodies, bodyByKey, keepBody, lockBody } from '../../store/bodies.ts';

/** Sets up a body. Its key is made of its name, unless one is given. */
export async function setUpBody(
  ctx: Ctx,
  words: BodyWords & { key?: string },
): Promise<Outcome<Body, NotAllowed | BodyRefusal>> {
  if (!allowed(ctx.actor, keepBoards)) return refuse({ reason: 'not-allowed' });
  const checked = checkBody(words);
  if (!checked.done) return checked;
  const taken = new Set((await allBodies(ctx)).map(({ key }) => key));
  const key = keyOfName(words.key ?? checked.value.name, taken);
  const body: Body = {
    ...wordsOnly(checked.value),
    id: ctx.newId<'body'>(),
    key,
    until: undefined,
    followedBy: undefined,
    version: 1,
  };
  await keepBody(ctx, body);
  await ctx.record({
    type: 'delivery.body-set-up',
    subject: { kind: 'body', id: body.id },
    details: { key },
  });
  return done(body);
}

export type ChangeBodyRefusal =
  | NotAllowed
  | BodyRefusal
  | { reason: 'body-missing' }
  | { reason: 'changed-meanwhile'; theirs: Body };

/** Changes what is written of a body, unless somebody changed it first. */
export async function changeBody(
  ctx: Ctx,
  given: { key: string; seen: number; words: BodyWords },
): Promise<Outcome<Body, ChangeBodyRefusal>> {
  if (!allowed(ctx.actor, keepBoards)) return refuse({ reason: 'not-allowed' });
  const before = await lockBody(ctx, given.key);
  if (!before) return refuse({ reason: 'body-missing' });
  if (before.version !== given.seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  const checked = checkBody(given.words);
  if (!checked.done) return checked;
  const body: Body = { ...before, ...wordsOnly(checked.value), version: before.version + 1 };
  await keepBody(ctx, body);
  await ctx.record({
    type: 'delivery.body-changed',
    subject: { kind: 'body', id: body.id },
    details: { key: body.key },
  });
  return done(body);
}

export type EndingRefusal =
  | NotAllowed
  | EndBodyRefusal
  | { reason: 'body-missing' }
  | { reason: 'changed-meanwhile'; theirs: Body };

/** Ends a body on a day, and says what follows it. */
export async function endBody(
  ctx: Ctx,
  given: { key: string; seen: number; on: Day; followedBy: string | undefined },
): Promise<Outcome<Body, EndingRefusal>> {
  if (!allowed(ctx.actor, keepBoards)) return refuse({ reason: 'not-allowed' });
  const before = await lockBody(ctx, given.key);
  if (!before) return refuse({ reason: 'body-missing' });
  if (before.version !== given.seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  const followedBy = given.followedBy === undefined ? undefined : await bodyByKey(ctx, given.followedBy);
  if (given.followedBy !== undefined && !followedBy) return refuse({ reason: 'follower-wrong' });
  const body = ended(before, { on: given.on, followedBy });
  if (!body.done) return body;
  await keepBody(ctx, body.value);
  await ctx.record({
    type: 'delivery.body-ended',
    subject: { kind: 'body', id: before.id },
    details: { key: before.key, on: given.on, followedBy: given.followedBy ?? null },
  });
  return body;
}

function wordsOnly({ name, kind, lifeStage, purpose, from, quorum, partOf }: BodyWords): BodyWords {
  return { name, kind, lifeStage, purpose, from, quorum, partOf };
}
