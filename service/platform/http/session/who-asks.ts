import type { Who } from '../../db/transactions.ts';
import type { Actor } from '../../kernel/context.ts';
import type { Browser } from '../browser.ts';
import { endSession, openSession, renewSession, touchSession, type Session } from './sessions.ts';
import type { Ground } from '../visit.ts';

/** Who asks, and by which session; a visitor has none. */
export type Asking = { actor: Actor; session: Session | undefined };

const visitor: Actor = { kind: 'visitor' };

/**
 * Who sits at this browser. What their account may do is asked anew each time, so that whoever has left is a visitor from
 * their next request on. Roles that were given since the secret was made open nothing until the browser has a new one,
 * which it gets with the next page that it only looks at: a form sent in between still holds the old secret.
 */
export async function whoAsks(ground: Ground, browser: Browser, way: 'looks' | 'sends'): Promise<Asking> {
  if (!browser.hasSecret()) return { actor: visitor, session: undefined };
  const secret = browser.secret();
  const who: Who = { actor: visitor, partnershipId: ground.partnership.id };
  const found = await ground.transactions.inTransaction(who, 'read', async (ctx) => {
    const session = await openSession(ctx, secret);
    return session && { session, actor: await ground.identify(ctx, session.personId) };
  });
  const write = (work: Parameters<typeof ground.transactions.inTransaction<void>>[2]) =>
    ground.transactions.inTransaction(who, 'write', work);
  if (!found) return { actor: visitor, session: undefined };
  const { session, actor } = found;
  if (actor?.kind !== 'person') {
    await write((ctx) => endSession(ctx, secret));
    return { actor: visitor, session: undefined };
  }
  const { provedAt } = session;
  const proof = provedAt ? { provedAt } : {};
  const isRise = actor.roles.some((role) => !session.roles.includes(role));
  if (isRise && way === 'sends') {
    const roles = actor.roles.filter((role) => session.roles.includes(role));
    return { actor: { ...actor, ...proof, roles }, session };
  }
  if (isRise) {
    const after = browser.renew();
    await write((ctx) => renewSession(ctx, { before: secret, after, roles: actor.roles }));
  } else if (session.lastSeenIsStale) await write((ctx) => touchSession(ctx, secret));
  return { actor: { ...actor, ...proof }, session };
}
