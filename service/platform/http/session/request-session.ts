import type { Ctx } from '../../db/database.ts';
import type { Actor } from '../../kernel/context.ts';
import type { Id } from '../../kernel/id.ts';
import type { Browser } from '../browser.ts';
import {
  endSession,
  endSessionsOf,
  noteBrowser,
  renewSession,
  sessionsOf,
  startSession,
  type Session,
  type WayIn,
} from './sessions.ts';

/** One of a person's own sessions, as they see it. */
export type OwnSession = Pick<Session, 'handle' | 'way' | 'browser' | 'startedAt' | 'seenAt'> & {
  isThisOne: boolean;
};

/** How a browser is signed in, and what its person may do about that. */
export type RequestSession = {
  /** of this browser; undefined where nobody is signed in */
  own: Session | undefined;
  /** "Firefox on Windows" */
  browser: string;
  /** Starts a session for a person; only sign-in calls it. Tells whether they never signed in with this browser before. */
  start(personId: Id<'person'>, how: { way: WayIn; carried?: string }): Promise<{ isNewHere: boolean }>;
  /** notes that they proved just now that it is they */
  proved(): Promise<void>;
  end(): Promise<void>;
  list(): Promise<readonly OwnSession[]>;
  endOne(handle: string): Promise<void>;
  /** signs out everywhere but here */
  endOthers(): Promise<void>;
  /** what the browser holds while its person is at another site */
  onTheWay: string | undefined;
  holdOnTheWay(text: string): void;
  letGoOfWay(): void;
};

type Parts = {
  browser: Browser;
  session: Session | undefined;
  identify: (ctx: Ctx, personId: Id<'person'>) => Promise<Actor | undefined>;
  read: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>;
  write: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>;
};

/** What a page may do about the session of whoever asks for it. */
export function requestSession({ browser, session, identify, read, write }: Parts): RequestSession {
  const personId = session?.personId;
  return {
    own: session,
    browser: browser.kind,
    start: (who, how) => {
      const before = browser.hasSecret() ? browser.secret() : undefined;
      const secret = browser.renew();
      const known = browser.known();
      return write(async (ctx) => {
        const actor = await identify(ctx, who);
        const roles = actor?.kind === 'person' ? actor.roles : [];
        if (before !== undefined) await endSession(ctx, before);
        await startSession(ctx, { personId: who, secret, roles, browser: browser.kind, ...how });
        return noteBrowser(ctx, { personId: who, known, browser: browser.kind });
      });
    },
    async proved() {
      const before = browser.secret();
      await write((ctx) => renewSession(ctx, { before, after: browser.renew(), proved: true }));
    },
    async end() {
      await write((ctx) => endSession(ctx, browser.secret()));
      browser.renew();
    },
    list: async () =>
      (personId === undefined ? [] : await read((ctx) => sessionsOf(ctx, personId))).map((one) => ({
        ...one,
        isThisOne: one.handle === session?.handle,
      })),
    async endOne(handle) {
      if (personId !== undefined) await write((ctx) => endSessionsOf(ctx, { personId, handle }));
    },
    async endOthers() {
      const but = browser.secret();
      if (personId !== undefined) await write((ctx) => endSessionsOf(ctx, { personId, but }));
    },
    ...onTheWayOf(browser),
  };
}

function onTheWayOf(browser: Browser): Pick<RequestSession, 'onTheWay' | 'holdOnTheWay' | 'letGoOfWay'> {
  const { onTheWay, holdOnTheWay, letGoOfWay } = browser;
  return { onTheWay, holdOnTheWay, letGoOfWay };
}
