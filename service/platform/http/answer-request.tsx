import type { FastifyReply, FastifyRequest } from 'fastify';
import { allowed } from '../access/policy.ts';
import type { Who } from '../db/transactions.ts';
import type { Actor } from '../kernel/context.ts';
import { languageFrom } from '../page/words/language.ts';
import { addressOf, originOf } from './address.ts';
import { browserOf, type Browser } from './browser.ts';
import { browserDigest, csrfHolds, csrfToken } from './csrf.ts';
import { readBody } from './read-body.ts';
import type { Answer, PageRequest, Route } from './route.ts';
import { sendAnswer, sendError } from './send.tsx';
import { pressOf } from './sent-forms.ts';
import { endSession, openSession, startSession, touchSession } from './sessions.ts';
import type { Ground, Visit } from './visit.ts';

/** One request as it came in, and the way back to who asked. */
export type Arrival = { request: FastifyRequest; reply: FastifyReply };

/** One request from the browser to its answer: who asks, may they, is the form ours, what does the page say. */
export async function answerRequest(ground: Ground, route: Route, arrival: Arrival) {
  const { request, reply } = arrival;
  const browser = browserOf(request, reply, ground.secure);
  const actor = await actorFor(ground, route, browser);
  const visit = visitOf({ ground, route, request, reply, browser, actor });
  if (!addressOf(request)) return sendError(visit, 'notFound');
  if (!allowed(actor, route.policy)) return turnAway(visit);
  if (route.method === 'GET') return sendAnswer(visit, await route.answer(visit.page));

  const body = await readBody(request, ground.uploadFolder, route.mostFileBytes);
  try {
    const own = fromOurOwnPage(request, browser, body.posted['csrf']?.[0]);
    if (!own && route.standsAlone && route.policy === 'everyone' && !fromAnotherSite(request)) {
      const asVisitor = visitOf({ ground, route, request, reply, browser, actor: { kind: 'visitor' } });
      const page = { ...asVisitor.page, posted: body.posted, uploads: body.uploads };
      return await sendAnswer({ ...asVisitor, page }, await route.answer(page));
    }
    if (!own) return await sendError(visit, 'stale');
    const page = { ...visit.page, posted: body.posted, uploads: body.uploads };
    return await sendAnswer({ ...visit, page }, await answerForm(visit, page));
  } finally {
    await body.clear();
  }
}

/** Who asks. A page that must stand by itself is answered as to a visitor where that cannot be found out. */
async function actorFor(ground: Ground, route: Route, browser: Browser): Promise<Actor> {
  const visitor: Actor = { kind: 'visitor' };
  if (route.openly) return visitor;
  if (!route.standsAlone) return whoAsks(ground, browser);
  return whoAsks(ground, browser).catch(() => visitor);
}

/** For a person at work, the same press of a button sent twice happens once; signing in must set its cookie each time. */
function answerForm({ ground, route, browser, actor }: Visit, page: PageRequest): Promise<Answer> {
  if (actor.kind !== 'person') return route.answer(page);
  return ground.sent.answerOnce(pressOf(browser.secret(), page.path, page), () => route.answer(page));
}

async function whoAsks(ground: Ground, browser: Browser): Promise<Actor> {
  const visitor: Actor = { kind: 'visitor' };
  if (!browser.hasSecret()) return visitor;
  const secret = browser.secret();
  const who: Who = { actor: visitor, partnershipId: ground.partnership.id };
  const found = await ground.transactions.inTransaction(who, 'read', async (ctx) => {
    const session = await openSession(ctx, secret);
    if (!session) return undefined;
    return { session, actor: await ground.identify(ctx, session.personId) };
  });
  if (found?.session.lastSeenIsStale)
    await ground.transactions.inTransaction(who, 'write', (ctx) => touchSession(ctx, secret));
  return found?.actor ?? visitor;
}

function visitOf(parts: Omit<Visit, 'page'>): Visit {
  const { ground, route, request, browser, actor } = parts;
  const who: Who = { actor, partnershipId: ground.partnership.id, correlation: String(request.id) };
  const page: PageRequest = {
    ...(addressOf(request) ?? { params: {}, query: new URLSearchParams(), path: '/' }),
    posted: {},
    uploads: [],
    actor,
    partnershipId: ground.partnership.id,
    brand: ground.partnership.brand,
    origin: ground.origin ?? originOf(request),
    language: languageFrom(route.openly ? undefined : browser.language),
    get csrf() {
      return csrfToken(browser.secret());
    },
    get browser() {
      return browserDigest(browser.secret());
    },
    now: ground.clock(),
    read: (work) => ground.transactions.inTransaction(who, 'read', work),
    write: (work) => ground.transactions.inTransaction(who, 'write', work),
    look: (work) => ground.transactions.inTransaction(who, 'write', work),
    signIn: (personId) =>
      ground.transactions.inTransaction(who, 'write', (ctx) => startSession(ctx, personId, browser.renew())),
    signOut: async () => {
      await ground.transactions.inTransaction(who, 'write', (ctx) => endSession(ctx, browser.secret()));
      browser.renew();
    },
  };
  return { ...parts, page };
}

/**
 * A visitor is asked to sign in, or told that the form stood open too long: their session may have ended while they
 * wrote. A person without the right meets the page of a thing that is not there.
 */
function turnAway(visit: Visit) {
  if (visit.actor.kind !== 'visitor') return sendError(visit, 'notFound');
  if (visit.route.method === 'POST') return sendError(visit, 'stale');
  return visit.reply.redirect(`/sign-in?next=${encodeURIComponent(visit.request.url)}`, 303);
}

/** The browser says where the form came from where it can, and the form holds a token that only our page could know. */
function fromOurOwnPage(request: FastifyRequest, browser: Browser, token: string | undefined): boolean {
  if (fromAnotherSite(request)) return false;
  return browser.hasSecret() && token !== undefined && csrfHolds(browser.secret(), token);
}

function fromAnotherSite(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}
