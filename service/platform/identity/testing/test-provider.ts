import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { Provider as Certified, type Configuration } from 'oidc-provider';
import type { Provider } from '../providers.ts';

/** What a test's provider says of whoever signs in there. */
export type Account = { sub: string; tid?: string; oid?: string; email?: string; amr?: readonly string[] };

/** A certified provider on this machine, at which whoever comes is signed in at once. */
export type TestProvider = {
  issuer: string;
  /** who sits at the browser from now on; nobody turns everyone back */
  account: Account | undefined;
  /** our settings for it */
  provider(key: string, more?: Partial<Provider>): Provider;
  /** goes there as a browser would, to where it leads back */
  visit(to: string): Promise<URL>;
  close(): Promise<void>;
};

export const back = 'https://thread.example.org/sign-in/back/';
const client = 'golden-thread';
const secret = 'a secret of a test, long enough';
const claims = ['sub', 'tid', 'oid', 'hd', 'amr', 'email'];

/** Opens a provider that is gone when the test ends. */
export async function testProvider(
  t: Pick<TestContext, 'after'>,
  parts: { keys?: readonly string[]; backTo?: string; more?: Configuration } = {},
): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${portOf(server)}`;
  const backTo = parts.backTo ?? back;
  const configuration = configurationOf(
    (parts.keys ?? ['council']).map((key) => `${backTo}${key}`),
    () => own.account,
  );
  const certified = new Certified(issuer, { ...configuration, ...parts.more });
  const answer = certified.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    const { account } = own;
    const result = account
      ? { login: { accountId: account.sub, ...(account.amr ? { amr: [...account.amr] } : {}) } }
      : { error: 'access_denied', error_description: 'they thought better of it' };
    void certified.interactionFinished(request, response, result);
  });
  const close = () =>
    new Promise<void>((resolve) => (server.closeAllConnections(), server.close(() => resolve())));
  t.after(close);
  const own: TestProvider = {
    issuer,
    account: { sub: 'ash' },
    provider: (key, more = {}) => ({ ...usual, key, name: `The ${key}`, issuer, ...more }),
    visit: (to) => visited(to, backTo),
    close,
  };
  return own;
}

const usual: Omit<Provider, 'key' | 'name' | 'issuer'> = {
  client,
  proof: { kind: 'secret', secret },
  scopes: ['openid'],
  subject: ['sub'],
  tenants: undefined,
  mustSay: {},
  askFor: {},
  confirmsIdentity: false,
  saysWhen: true,
  signOutThere: 'yes',
  signedWith: 'RS256',
};

function configurationOf(redirects: string[], account: () => Account | undefined): Configuration {
  return {
    clients: [
      {
        client_id: client,
        client_secret: secret,
        redirect_uris: redirects,
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    pkce: { required: () => false },
    conformIdTokenClaims: false,
    claims: { openid: claims },
    cookies: { keys: ['a key of a test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, id) => ({ accountId: id, claims: async () => ({ ...account(), sub: id }) }),
    loadExistingGrant: async ({ oidc: { client: asking, session, provider } }) => {
      const grant = new provider.Grant({ clientId: asking?.clientId, accountId: session?.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  };
}

/** Follows every redirect, keeping cookies, until one leads back to us. */
async function visited(to: string, backTo: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = new URL(to);
  for (let step = 0; step < 10; step += 1) {
    if (at.href.startsWith(backTo)) return at;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const eq = pair.indexOf('=');
      cookies.set(pair.slice(0, eq), pair.slice(eq + 1));
    }
    const location = answer.headers.get('location');
    if (location === null)
      throw new Error(`${at.pathname} answered ${answer.status}: ${await answer.text()}`);
    at = new URL(location, at);
  }
  throw new Error('it led in circles');
}

function portOf(server: Server): number {
  const place: AddressInfo | string | null = server.address();
  return typeof place === 'object' && place ? place.port : 0;
}
