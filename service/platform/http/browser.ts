import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { browserKind } from './session/browser-kind.ts';
import { newSecret } from './csrf.ts';
import { sessionLimits } from './session/session-limits.ts';

/** What a browser carries between requests. Over https the names bind the cookies to this one host. */
export type Browser = {
  /** the session's secret, or this visitor's own where nobody is signed in; made when first needed */
  secret(): string;
  hasSecret(): boolean;
  /** a fresh secret, so that what was known before sign-in opens nothing after it */
  renew(): string;
  /** whether this very answer gives the browser something to carry, as signing in does */
  gives(): boolean;
  language: string | undefined;
  setLanguage(language: string): void;
  /** whether the page before left a notice that has not been read yet */
  hasNotice(): boolean;
  /** the notice left by the page before, read once */
  takeNotice(): string | undefined;
  leaveNotice(notice: string): void;
  /** tells this browser from others when somebody signs in with it again; lasts longer than a session */
  known(): string;
  /** what it holds while its person is at another site, to come back with */
  onTheWay: string | undefined;
  holdOnTheWay(text: string): void;
  letGoOfWay(): void;
  /** "Firefox on Windows" */
  kind: string;
};

/** Reads and writes the cookies of one request. */
export function browserOf(request: FastifyRequest, reply: FastifyReply, secure: boolean): Browser {
  const name = (plain: string) => (secure ? `__Host-${plain}` : plain);
  const options = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const;
  let secret = request.cookies[name('session')];
  let gives = false;
  const give = (cookie: string, value: string, rest: { maxAge?: number } = {}): void => {
    gives = true;
    void reply.setCookie(name(cookie), value, { ...options, ...rest });
  };
  const renew = () => {
    secret = newSecret();
    give('session', secret);
    return secret;
  };
  return {
    secret: () => secret ?? renew(),
    hasSecret: () => secret !== undefined,
    renew,
    gives: () => gives,
    language: request.cookies[name('language')],
    setLanguage: (language) => give('language', language, { maxAge: 31_536_000 }),
    hasNotice: () => Boolean(request.cookies[name('notice')]),
    takeNotice: () => {
      const notice = request.cookies[name('notice')];
      if (notice) void reply.clearCookie(name('notice'), options);
      return notice;
    },
    leaveNotice: (notice) => give('notice', notice.slice(0, 300), { maxAge: 60 }),
    known: () => {
      const known = request.cookies[name('known')] ?? newSecret();
      give('known', known, { maxAge: knownSeconds });
      return known;
    },
    onTheWay: request.cookies[name('way')],
    holdOnTheWay: (text) => give('way', text, { maxAge: wayMinutes * 60 }),
    letGoOfWay: () => void reply.clearCookie(name('way'), options),
    kind: browserKind(request.headers['user-agent']),
  };
}

const knownSeconds = sessionLimits.browserKnownDays * 86_400;
/** As long as somebody may take to prove elsewhere who they are. */
const wayMinutes = 15;
