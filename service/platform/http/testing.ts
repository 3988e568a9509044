import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { JSDOM } from 'jsdom';
import type { Role } from '../access/policy.ts';
import { testAudit } from '../audit/testing.ts';
import type { Ctx, Database } from '../db/database.ts';
import { testDatabase } from '../db/testing.ts';
import { transactions, type Transactions } from '../db/transactions.ts';
import { writeFact } from '../outbox/outbox.ts';
import type { Actor } from '../kernel/context.ts';
import { storedId, type Id } from '../kernel/id.ts';
import type { Route } from './route.ts';
import { makeServer, type ServerParts } from './server.ts';
import { csrfToken, newSecret } from './csrf.ts';
import { startSession, type WayIn } from './session/sessions.ts';

/** The partnership of a test. */
export const ownPartnership: Id<'partnership'> = storedId('01900000-0000-7000-8000-0000000000aa');

/** A browser that keeps its cookies and can fill in a form, without a window. */
export type TestBrowser = {
  get(path: string): Promise<TestPage>;
  /** posts a form with its token; `answers` may hold several values of a name */
  post(path: string, answers?: Readonly<Record<string, string | readonly string[]>>): Promise<TestPage>;
  /** posts exactly what is given, token or none */
  postRaw(path: string, body: string, headers?: Readonly<Record<string, string>>): Promise<TestPage>;
  /** the cookies it holds now, to copy them or to change them */
  cookies: Map<string, string>;
};

export type TestPage = {
  status: number;
  headers: LightMyRequestResponse['headers'];
  text: string;
  bytes: Buffer;
  document: Document;
};

export type TestService = {
  server: FastifyInstance;
  database: Database;
  transactions: Transactions;
  visitor(): TestBrowser;
  /** a person with these roles, already signed in */
  signedIn(...roles: readonly Role[]): Promise<TestBrowser>;
  /** the same, having proved just now that it is they */
  signedInWithProof(...roles: readonly Role[]): Promise<TestBrowser>;
  /** acts as the service itself */
  asService<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>;
};

const brand = { name: 'Test Partnership', shortName: 'Test', colour: '#265b3c', invented: true };

/** A whole web server over a test's own database, with the routes given. Nothing listens on the network. */
export async function testService(
  t: Pick<TestContext, 'after'>,
  routes: readonly Route[],
  parts: Partial<
    Pick<ServerParts, 'requestsAMinute' | 'secure' | 'clock' | 'identify' | 'origin' | 'navigation'>
  > = {},
): Promise<TestService> {
  const database = await testDatabase(t);
  const clock = parts.clock ?? (() => new Date());
  const record = async (ctx: Parameters<typeof writeFact>[0], fact: Parameters<typeof writeFact>[1]) =>
    void (await writeFact(ctx, fact));
  const act = transactions({ database, clock, random: randomBytes, record, audit: testAudit });
  const people = new Map<string, Actor>();
  const server = await makeServer({
    routes,
    navigation: [],
    transactions: act,
    partnership: { id: ownPartnership, brand },
    identify: async (_ctx, personId) => people.get(personId),
    secure: false,
    uploadFolder: join(tmpdir(), `goldenthread-test-${randomBytes(6).toString('hex')}`),
    log: 'silent',
    requestsAMinute: 100_000,
    ...parts,
    clock,
  });
  t.after(() => server.close());
  const service: Actor = { kind: 'service', name: 'test' };
  const asService = <T>(work: (ctx: Ctx) => Promise<T>) =>
    act.inTransaction({ actor: service, partnershipId: ownPartnership }, 'write', work);
  const signedInBy = async (way: WayIn, roles: readonly Role[]) => {
    const secret = newSecret();
    await asService(async (ctx) => {
      const personId = ctx.newId<'person'>();
      people.set(personId, { kind: 'person', personId, name: 'Ash Tester', roles });
      await startSession(ctx, { personId, secret, way, browser: 'a test', roles });
    });
    return browserOf(server, secret);
  };
  return {
    server,
    database,
    transactions: act,
    visitor: () => browserOf(server, newSecret()),
    asService,
    signedIn: (...roles) => signedInBy('chosen', roles),
    signedInWithProof: (...roles) => signedInBy('passkey', roles),
  };
}

function browserOf(server: FastifyInstance, secret: string): TestBrowser {
  const cookies = new Map([['session', secret]]);
  const send = async (method: 'GET' | 'POST', path: string, rest: object): Promise<TestPage> => {
    const answer = await server.inject({ method, url: path, cookies: Object.fromEntries(cookies), ...rest });
    for (const { name, value, maxAge } of answer.cookies)
      if (maxAge === 0 || value === '') cookies.delete(name);
      else cookies.set(name, value);
    let read: Document | undefined;
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      bytes: answer.rawPayload,
      // made only where a test reads it: most of the time of a request goes into it
      get document() {
        return (read ??= new JSDOM(answer.body).window.document);
      },
    };
  };
  const postRaw: TestBrowser['postRaw'] = (path, body, headers = {}) =>
    send('POST', path, {
      payload: body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  return {
    cookies,
    get: (path) => send('GET', path, {}),
    postRaw,
    post: (path, answers = {}) => {
      const form = new URLSearchParams({ csrf: csrfToken(cookies.get('session') ?? '') });
      for (const [name, value] of Object.entries(answers))
        for (const one of typeof value === 'string' ? [value] : value) form.append(name, one);
      return postRaw(path, form.toString());
    },
  };
}
