import { allowed } from '#platform/access/policy.ts';
import { redirectTo, type Answer, type PageRequest } from '#platform/http/route.ts';
import type { Id } from '#platform/kernel/id.ts';
import { noteSignIn } from '../../actions/sign-in/note-sign-in.ts';
import { ownPath } from '../../domain/sign-in/own-path.ts';
import { identify } from '../../queries/identify.ts';

type CameIn = {
  personId: Id<'person'>;
  way: 'chosen' | 'single-sign-on' | 'passkey' | 'letter-and-code';
  next: string;
  carried?: string;
};

/** Somebody has proved who they are: their session begins, and they go where they wanted to be. */
export async function cameIn(
  request: PageRequest,
  { personId, way, next, carried }: CameIn,
): Promise<Answer> {
  const { isNewHere } = await request.session.start(personId, {
    way,
    ...(carried === undefined ? {} : { carried }),
  });
  const actor = await request.write(async (ctx) => {
    if (way !== 'chosen')
      await noteSignIn(ctx, { personId, way, isNewHere, browser: request.session.browser });
    return identify(ctx, personId);
  });
  return redirectTo(ownPath(next) ?? (actor && allowed(actor, 'at-work') ? '/work' : '/account'));
}
