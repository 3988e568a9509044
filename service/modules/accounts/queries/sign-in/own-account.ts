import type { Ctx } from '#platform/db/database.ts';
import type { Person } from '../../domain/person.ts';
import type { WaysIn } from '../../domain/sign-in/ways-in.ts';
import { personById } from '../../store/people.ts';
import { waysInOf } from './ways-in.ts';

/** Whoever asks, and the ways in which they sign in. */
export async function ownAccount(ctx: Ctx): Promise<{ person: Person; ways: WaysIn } | undefined> {
  if (ctx.actor.kind !== 'person') return undefined;
  const person = await personById(ctx, ctx.actor.personId);
  return person && { person, ways: await waysInOf(ctx, person.id) };
}
