import type { Ctx } from '#platform/db/database.ts';
import { digestOf } from '#platform/identity/digest.ts';
import type { Person } from '../../domain/person.ts';
import { personById } from '../../store/people.ts';
import * as enrolments from '../../store/sign-in/enrolments.ts';
import * as letters from '../../store/sign-in/sign-in-letters.ts';

/** The person who was invited and chooses, in this browser, how to sign in from now on. */
export async function enrolling(ctx: Ctx, browser: string): Promise<Person | undefined> {
  const personId = await enrolments.enrolling(ctx, browser);
  return personId && personById(ctx, personId);
}

/** The letter that this link came in, where it can still be used. */
export async function letterOfToken(ctx: Ctx, token: string): Promise<{ id: string } | undefined> {
  return /^[\w-]{43}$/.test(token)
    ? letters.letterOfToken(ctx, digestOf('sign-in letter', token))
    : undefined;
}
