import { lookup as lookUp } from 'node:dns';
import { Agent as HttpAgent, request as askHttp, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as askHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import { isPrivateAddress } from './private-address.ts';
import type { OutboundRefusal } from './refusals.ts';
import type { OutboundSettings } from './settings.ts';

export type Question = {
  address: URL;
  headers: Readonly<Record<string, string>>;
  settings: OutboundSettings;
  signal: AbortSignal;
};

/** Asks once, and follows redirects within the hosts that are set. The answer's body has not been read. */
export async function ask(question: Question): Promise<Outcome<IncomingMessage, OutboundRefusal>> {
  let { address } = question;
  const { host: asked } = address;
  for (let step = 0; step <= mostRedirects; step += 1) {
    const answered = await askOnce({ ...question, address }, asked);
    if (!answered.done) return answered;
    const { statusCode = 0, headers } = answered.value;
    if (!redirects.has(statusCode) || headers.location === undefined) return answered;
    answered.value.destroy();
    const next = URL.canParse(headers.location, address) ? new URL(headers.location, address) : undefined;
    if (!next) break;
    // from a protected line to an open one is another place, even on the same machine
    const isOpened = address.protocol === 'https:' && next.protocol !== 'https:';
    if (isOpened || !question.settings.hosts.has(next.host))
      return refuse({ reason: 'sent-elsewhere', host: asked, to: next.host });
    address = next;
  }
  return refuse({ reason: 'not-what-was-asked', host: asked, found: 'redirects that lead nowhere' });
}

const mostRedirects = 3;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

async function askOnce(
  { address, headers, settings, signal }: Question,
  host: string,
): Promise<Outcome<IncomingMessage, OutboundRefusal>> {
  const known = settings.hosts.get(address.host);
  if (!known || !/^https?:$/.test(address.protocol)) return refuse({ reason: 'host-not-set', host });
  const literal = address.hostname.replace(/^\[|\]$/g, '');
  if (!known.mayBePrivate && isIP(literal) && isPrivateAddress(literal))
    return refuse({ reason: 'private-address', host });
  return new Promise((resolve) => {
    const send = address.protocol === 'https:' ? askHttps : askHttp;
    const sent = send(address, {
      method: 'GET',
      headers: { ...headers, 'user-agent': settings.userAgent },
      agent: agentFor(address, settings.proxy),
      timeout: settings.silenceMs,
      signal,
      ...(known.mayBePrivate || settings.proxy !== undefined ? {} : { lookup: publicOnly }),
    });
    sent.once('timeout', () => sent.destroy(new TooLong()));
    sent.once('error', (fault) => resolve(refuse(refusalOf(fault, { host, signal }))));
    sent.once('response', (answer) => resolve(done(answer)));
    sent.end();
  });
}

/** A line of its own for each question, through the proxy where the network demands one. */
function agentFor({ protocol }: URL, proxy: string | undefined): HttpAgent | false {
  if (proxy === undefined) return false;
  return protocol === 'https:'
    ? new HttpsAgent({ proxyEnv: { HTTPS_PROXY: proxy } })
    : new HttpAgent({ proxyEnv: { HTTP_PROXY: proxy } });
}

/** An address was found, and it is of a private network. */
class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
  readonly code = 'private-address';
}

/** Nothing came for longer than one waits. */
export class TooLong extends Error {
  override readonly name = 'TooLong';
  readonly code = 'too-long';
}

/** Looks at the addresses that are really connected to, so that a name cannot change its mind in between. */
const publicOnly: LookupFunction = (hostname, options, answer) => {
  lookUp(hostname, { ...options, all: true }, (fault, found) => {
    if (fault) return answer(fault, '');
    if (found.some(({ address }) => isPrivateAddress(address))) return answer(new PrivateAddress(), '');
    const [first] = found;
    if (options.all) answer(null, found);
    else answer(null, first?.address ?? '', first?.family);
  });
};

/** What a broken line comes to. */
export function refusalOf(
  fault: unknown,
  { host, signal }: { host: string; signal: AbortSignal },
): OutboundRefusal {
  if (fault instanceof PrivateAddress) return { reason: 'private-address', host };
  if (fault instanceof TooLong) return { reason: 'took-too-long', host };
  if (signal.aborted) return { reason: signal.reason instanceof TooLong ? 'took-too-long' : 'stopped', host };
  return { reason: 'not-reachable', host };
}
