import type { FastifyReply, FastifyRequest } from 'fastify';
import { allowed } from '../access/policy.ts';
import { provedToAct, provedToSee } from '../access/proof.ts';
import type { Who } from '../db/transactions.ts';
import type { Posted } from '../forms/fields.ts';
import { languageFrom } from '../page/words/language.ts';
import { addressOf, originOf } from './address.ts';
import { answerForm } from './answer-form.ts';
import { browserOf, type Browser } from './browser.ts';
import { browserDigest, csrfHolds, csrfToken } from './csrf.ts';
import { postedIn, readBody } from './read-body.ts';
import { readingOf } from './reading.ts';
import { page as showPage, type PageRequest, type Route } from './route.ts';
import { requestSession } from './session/request-session.ts';
import { sendAnswer, sendError } from './send.tsx';
import { provePath, staleProofPage } from './session/stale-proof.tsx';
import type { Ground, Visit } from './visit.ts';
import { whoAsks, type Asking } from './session/who-asks.ts';

/** One request as it came in, and the way back to who asked. */
export type Arrival = { request: FastifyRequest; reply: FastifyReply };

/** One request from the browser to its answer: who asks, may they, is the form ours, what does the page say. */
export async function answerRequest(ground: Ground, route: Route, arrival: Arrival) {
  const { request, reply } = arrival;
  const browser = browserOf(request, reply, ground.secure);
  const asking = await askingOn(ground, route, browser);
  const visit = visitOf({ ground, route, request, reply, browser, ...asking });
  if (!addressOf(request)) return sendError(visit, 'notFound');
  if (!allowed(asking.actor, route.policy)) return turnAway(visit);
  if (route.method === 'GET' && route.freshProof && !provedToSee(asking.actor, ground.clock()))
    return reply.redirect(provePath(visit.page), 303);
  if (route.method === 'GET') return sendAnswer(visit, await route.answer(visit.page));

  const body = await readBody(request, ground.uploadFolder, route.mostFileBytes);
  try {
    const own = fromOurOwnPage(request, browser, body.posted['csrf']?.[0]);
    if (!own && route.standsAlone && route.policy === 'everyone' && !fromAnotherSite(request)) {
      const asVisitor = visitOf({ ground, route, request, reply, browser, ...asVisitorOnly });
      const page = { ...asVisitor.page, posted: body.posted, uploads: body.uploads };
      return await sendAnswer({ ...asVisitor, page }, await route.answer(page));
    }
    if (!own) return await sendError(visit, 'stale');
    const page = { ...visit.page, posted: body.posted, uploads: body.uploads };
    if (asking.actor.kind === 'person' && route.freshProof && !provedToAct(asking.actor, ground.clock()))
      return await sendAnswer(
        { ...visit, page },
        showPage(staleProofPage(page, route.standsOn?.(page.params)), 403),
      );
    return await sendAnswer({ ...visit, page }, await answerForm(visit, page));
  } finally {
    await body.clear();
  }
}

/** Who asks. A page that must stand by itself is answered as to a visitor where that cannot be found out. */
async function askingOn(ground: Ground, route: Route, browser: Browser): Promise<Asking> {
  if (route.openly) return asVisitorOnly;
  const asking = whoAsks(ground, browser, route.method === 'GET' ? 'looks' : 'sends');
  return route.standsAlone ? asking.catch(() => asVisitorOnly) : asking;
}

const asVisitorOnly: Asking = { actor: { kind: 'visitor' }, session: undefined };

function visitOf({ session, ...parts }: Omit<Visit, 'page'> & Asking): Visit {
  const { ground, route, request, browser, actor } = parts;
  const who: Who = { actor, partnershipId: ground.partnership.id, correlation: request.id };
  const { read, readsCopy } = readingOf(parts, who);
  const write: PageRequest['write'] = (work) => ground.transactions.inTransaction(who, 'write', work);
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
    read,
    get readsCopy() {
      return readsCopy();
    },
    write,
    look: write,
    session: requestSession({ browser, session, identify: ground.identify, read, write }),
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

/** The answers of a form of ours that could not be worked, for the page that says so; never what another site sent. */
export function postedAgain(
  { secure }: Pick<Ground, 'secure'>,
  { request, reply }: Arrival,
): Posted | undefined {
  if (request.method !== 'POST' || request.isMultipart()) return undefined;
  const posted = postedIn(request);
  return fromOurOwnPage(request, browserOf(request, reply, secure), posted['csrf']?.[0]) ? posted : undefined;
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
