import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { howManyWays, type KindOfWay } from '../../domain/sign-in/ways-in.ts';
import { waysInOf } from '../../queries/sign-in/ways-in.ts';
import { removeAppCode } from '../../store/sign-in/app-codes.ts';
import { removeIdentity } from '../../store/sign-in/identities.ts';
import { removePasskey } from '../../store/sign-in/passkeys.ts';
import { tellPerson } from './tell-person.ts';

export type RemovalRefusal = { reason: 'last-way-in' } | { reason: 'no-such-way' };

const called: { readonly [Kind in KindOfWay]: string } = {
  identity: 'A single sign-on',
  passkey: 'A passkey',
  'app-code': 'The app that shows codes',
};

/** Takes one of the own ways in away; not the last one, which would shut its person out. */
export async function removeWayIn(
  ctx: Ctx,
  { kind, id }: { kind: KindOfWay; id: string },
): Promise<Outcome<undefined, RemovalRefusal>> {
  if (ctx.actor.kind !== 'person') return refuse({ reason: 'no-such-way' });
  const { personId } = ctx.actor;
  if (howManyWays(await waysInOf(ctx, personId)) <= 1) return refuse({ reason: 'last-way-in' });
  const gone =
    kind === 'app-code'
      ? await removeAppCode(ctx, personId)
      : await (kind === 'passkey' ? removePasskey : removeIdentity)(ctx, { personId, id });
  if (!gone) return refuse({ reason: 'no-such-way' });
  await ctx.record({
    type: 'accounts.way-in-removed',
    subject: { kind: 'person', id: personId },
    details: { way: kind },
  });
  await tellPerson(ctx, personId, { what: 'way-removed', way: called[kind] });
  return done(undefined);
}
