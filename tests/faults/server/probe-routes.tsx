import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { page, pageMadeOnce, redirectTo, type PageContent, type Route } from '#platform/http/route.ts';
import { type Id, storedId } from '#platform/kernel/id.ts';
import type { Handler } from '#platform/outbox/outbox.ts';

export const probePartnership: Id<'partnership'> = storedId('00000000-0000-7000-8000-0000000000b1');

/** Told to another process, and noted as a fact of its own: so that what came of it can be counted. */
export const probeHandler: Handler = {
  name: 'probe.echo',
  types: ['probe.effect'],
  handle: (ctx, fact) => ctx.record({ type: 'probe.echo', subject: fact.subject }),
};

/**
 * POST /effect makes one fact true, POST /pair two in two transactions, /slow-effect holds its transaction open.
 * GET /count/:what says how often something became true: /lags may read from the copy, /kept is a page that is kept.
 */
export function probeRoutes(sleepAsOwner: () => Promise<unknown>): readonly Route[] {
  return [
    effect('/effect', 0),
    effect('/slow-effect', 0.3),
    {
      method: 'POST',
      path: '/pair',
      policy: 'everyone',
      async answer(request) {
        const what = request.posted['what']?.[0] ?? '';
        await request.write((ctx) => record(ctx, what, 0));
        await request.write((ctx) => record(ctx, what, 0));
        return redirectTo(`/count/${what}`, `Done ${ctxFree()}.`);
      },
    },
    {
      method: 'POST',
      path: '/sign-in',
      policy: 'everyone',
      async answer(request) {
        const person = await request.write(async (ctx) => ctx.newId<'person'>());
        await request.session.start(person, { way: 'passkey' });
        return redirectTo('/inside');
      },
    },
    inside,
    counted('/count/:what', {}),
    counted('/lags/:what', { mayLag: true }),
    {
      method: 'GET',
      path: '/kept/:what',
      policy: 'everyone',
      mayLag: true,
      async answer(request) {
        const what = request.params['what'] ?? '';
        const count = await request.read((ctx) => countOf(ctx, what));
        return pageMadeOnce(`${what} ${count}`, async () =>
          content(`${await request.read((ctx) => countOf(ctx, what))}`),
        );
      },
    },
    {
      method: 'GET',
      path: '/sleep',
      policy: 'everyone',
      answer: async () => {
        await sleepAsOwner();
        return page(content('slept'));
      },
    },
  ];
}

const inside: Route = {
  method: 'GET',
  path: '/inside',
  policy: 'signed-in',
  answer: async () => page(content('inside')),
};

function effect(path: string, holdS: number): Route {
  return {
    method: 'POST',
    path,
    policy: 'everyone',
    async answer(request) {
      const what = request.posted['what']?.[0] ?? '';
      await request.write((ctx) => record(ctx, what, holdS));
      return redirectTo(`/count/${what}`, `Done ${ctxFree()}.`);
    },
  };
}

/** Another number each time that a form is worked, so that an answer shows which working it came from. */
function ctxFree(): number {
  return Math.floor(Math.random() * 1e12);
}

function counted(path: string, rest: Partial<Route>): Route {
  return {
    method: 'GET',
    path,
    policy: 'everyone',
    ...rest,
    async answer(request) {
      const count = await request.read((ctx) => countOf(ctx, request.params['what'] ?? ''));
      return page(content(`${count}`));
    },
  };
}

async function record(ctx: Ctx, what: string, holdS: number): Promise<void> {
  await ctx.record({ type: 'probe.effect', subject: { kind: 'probe', id: what } });
  if (holdS > 0) await sql`select pg_sleep(${holdS})`.execute(ctx.db);
}

async function countOf(ctx: Ctx, what: string): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*) from platform.fact where type = 'probe.effect' and subject_id = ${what}`.execute(ctx.db);
  return rows[0]?.count ?? -1;
}

function content(words: string): PageContent {
  return { title: 'Probe', body: <h1>{words}</h1> };
}
