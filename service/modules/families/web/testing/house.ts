import { identify } from '#modules/accounts/index.ts';
import { csrfToken, newSecret } from '#platform/http/csrf.ts';
import { startSession } from '#platform/http/session/sessions.ts';
import { testService } from '#platform/http/testing.ts';
import { testFamilies, type TestFamilies } from '../../testing.ts';
import { familiesRoutes } from '../families-routes.ts';

/** The pages of the room over a test's own database, with the invented people to come in as. */
export async function house(t: Parameters<typeof testFamilies>[0]) {
  let families: TestFamilies | undefined;
  const service = await testService(t, familiesRoutes, {
    identify,
    clock: () => families?.now() ?? new Date('2026-11-23T10:00:00Z'),
  });
  const made = (families = await testFamilies(t, service.database));
  const come = async (key: string) => {
    const secret = newSecret();
    const personId = made.person(key);
    const actor = await service.asService((ctx) => identify(ctx, personId));
    const roles = actor?.kind === 'person' ? actor.roles : [];
    await service.asService((ctx) =>
      startSession(ctx, { personId, secret, way: 'passkey', browser: 'a test', roles }),
    );
    const send = async (method: 'GET' | 'POST', url: string, form?: Record<string, string>) => {
      const rest = form
        ? {
            payload: new URLSearchParams({ csrf: csrfToken(secret), ...form }).toString(),
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
          }
        : {};
      const answer = await service.server.inject({ method, url, cookies: { session: secret }, ...rest });
      return {
        status: answer.statusCode,
        headers: answer.headers,
        text: answer.body,
        bytes: answer.rawPayload,
        all: `${JSON.stringify(answer.headers)}${answer.body}`,
      };
    };
    return send;
  };
  return { service, families: made, come };
}
