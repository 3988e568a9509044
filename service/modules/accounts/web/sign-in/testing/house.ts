import type { TestContext } from 'node:test';
import type { Role } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { testService, type TestBrowser, type TestService } from '#platform/http/testing.ts';
import type { Keys } from '#platform/keys/keys.ts';
import type { Provider } from '#platform/identity/providers.ts';
import { codeAt } from '#platform/identity/app-codes.ts';
import { openSingleSignOn } from '#platform/identity/single-sign-on.ts';
import { testKeys } from '#platform/keys/testing.ts';
import type { Id } from '#platform/kernel/id.ts';
import { browserDigest } from '#platform/http/csrf.ts';
import { notFound } from '#platform/http/route.ts';
import { addAppCode } from '../../../actions/sign-in/app-codes.ts';
import { signInLinkPath, writeSignInLetters } from '../../../actions/sign-in/ask-for-letter.ts';
import { enrol } from '../../../actions/sign-in/enrol.ts';
import { setUpPartnership } from '../../../actions/set-up-partnership.ts';
import { identify } from '../../../queries/identify.ts';
import { people } from '../../../queries/people.ts';
import { signInRoutes } from '../sign-in-routes.ts';

export const origin = 'https://thread.example.org';

const everybody: readonly (readonly [string, string, readonly Role[]])[] = [
  ['ash', 'Ash Tester', ['analyst']],
  ['bo', 'Bo Tester', ['practitioner']],
  ['cy', 'Cy Tester', ['young-person']],
];

/** A service in earnest, with three people who were invited: no demonstration, a clock that a test moves. */
export async function house(t: TestContext, providers: readonly Provider[] = [], demonstration = false) {
  let now = new Date('2026-11-23T09:00:00Z');
  const keys = testKeys();
  const tools = { keys, sso: openSingleSignOn(providers), demonstration, origin };
  const home = { method: 'GET' as const, path: '/work', policy: 'at-work' as const };
  const service = await testService(
    t,
    [...signInRoutes(tools), { ...home, answer: async () => notFound() }],
    { clock: () => now, identify, origin },
  );
  await service.asService(everybodyIsHere);
  const found = await service.asService(people);
  const idOf = (key: string): Id<'person'> => {
    const person = found.find((one) => one.key === key);
    if (!person) throw new Error(`nobody is ${key}`);
    return person.id;
  };
  const after = (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000));
  return {
    service,
    tools,
    idOf,
    after,
    at: () => now,
    /** a browser in which somebody was invited and proved it */
    invited: (key: string) => invited(service, { personId: idOf(key) }),
    /** gives somebody an app, and answers with what it shows */
    async withApp(key: string) {
      const secret = new Uint8Array(Buffer.from(key.padEnd(20, '.')));
      const personId = idOf(key);
      await service.asService((ctx) =>
        addAppCode(ctx, { keys, personId, secret, code: codeAt(secret, now) }),
      );
      after(1);
      return { shows: () => codeAt(secret, now) };
    },
    /** has the letters written that were asked for; answers with the addresses and what stands in each */
    letters: () => lettersWritten(service, keys),
  };
}

async function everybodyIsHere(ctx: Ctx): Promise<void> {
  await setUpPartnership(ctx, {
    partnership: {
      slug: 'test',
      name: 'Test Partnership',
      shortName: 'Test',
      brandColour: '#265b3c',
      isInvented: true,
    },
    people: everybody.map(([key, name, roles]) => ({
      key,
      name,
      job: 'Tester',
      roles,
      email: `${key}@test.example`,
    })),
  });
}

export type House = Awaited<ReturnType<typeof house>>;
type Service = TestService;

async function invited(service: Service, { personId }: { personId: Id<'person'> }): Promise<TestBrowser> {
  const browser = service.visitor();
  const own = browserDigest(browser.cookies.get('session') ?? '');
  await service.asService((ctx) => enrol(ctx, { personId, browser: own }));
  return browser;
}

type Letters = {
  'platform.letter': { to_address: string; subject: string; parts: unknown; written_at: Date };
};

async function lettersWritten(service: Service, keys: Keys) {
  return service.asService(async (ctx) => {
    const handler = writeSignInLetters(keys);
    const facts = await ctx.db
      .withTables<{ 'platform.fact': { type: string; subject_id: string } }>()
      .selectFrom('platform.fact')
      .select('subject_id')
      .where('type', '=', 'accounts.sign-in-letter-asked')
      .execute();
    if (!('handle' in handler)) throw new Error('it writes outside a transaction');
    for (const { subject_id: id } of facts)
      await handler.handle(ctx, {
        id: ctx.newId<'fact'>(),
        type: 'accounts.sign-in-letter-asked',
        subject: { kind: 'letter-ask', id },
        details: {},
        personId: null,
        happenedAt: ctx.now,
      });
    const rows = await ctx.db.withTables<Letters>().selectFrom('platform.letter').selectAll().execute();
    const written: { to: string; subject: string; says: string; path: string | undefined }[] = [];
    for (const row of rows) {
      const says = JSON.stringify(row.parts);
      const linkId = /"linkId":\s*"([^"]+)"/.exec(says)?.[1];
      const path = linkId === undefined ? undefined : await signInLinkPath(ctx, linkId);
      written.push({ to: row.to_address, subject: row.subject, says, path });
    }
    return written;
  });
}
