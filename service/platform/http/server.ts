import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import Fastify, {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { DatabaseFault } from '../db/fault.ts';
import { logOptions, type LogLevel } from '../log/log-options.ts';
import { assetAt } from '../page/assets.ts';
import { errorStatus, errorTitle, type ErrorKind } from '../page/error-page.tsx';
import { wordsIn } from '../page/words/language.ts';
import type { SettleCounts } from '../together/count-rows.ts';
import { storeOver } from '../together/limits.ts';
import { RequestCounts } from '../together/request-counts.ts';
import { SentBefore, SentForms } from '../together/sent-forms.ts';
import { answerRequest, postedAgain, type Arrival } from './answer-request.tsx';
import { KeptPages } from './kept-pages.ts';
import { problemText, problemType, type Route } from './route.ts';
import { acceptsGzip } from './send.tsx';
import { bareErrorPage } from './bare-error-page.tsx';
import type { Ground } from './visit.ts';

/** A form of words is small; a file to import may be large and is streamed to disk. */
const mostFormBytes = 1024 * 1024;
const mostUploadBytes = 300 * 1024 * 1024;

export type ServerParts = Omit<Ground, 'kept' | 'sent'> & {
  routes: readonly Route[];
  log: LogLevel;
  requestsAMinute: number;
  /** tells other processes of this service how often an address asks; left out where there are none */
  settleCounts?: SettleCounts | undefined;
};

/** The web server with its guards round every page. It listens when it is told to. */
export async function makeServer(parts: ServerParts): Promise<FastifyInstance> {
  const ground: Ground = { ...parts, kept: new KeptPages(), sent: new SentForms() };
  const server = Fastify({
    logger: logOptions(parts.log),
    logController: new LogController({ disableRequestLogging: true }),
    // a secure origin means a proxy of ours in front; only then is its word on who asks believed
    trustProxy: parts.secure,
    genReqId: () => randomUUID().slice(0, 8),
    bodyLimit: mostFormBytes,
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (_error, request, reply) => void sendBare(parts, { request, reply }, 'notFound'),
    clientErrorHandler: answerNonsense,
  });
  await server.register(helmet, headers(parts.secure));
  await limitRequests(server, parts);
  await server.register(cookie);
  await server.register(formbody, { bodyLimit: mostFormBytes });
  await server.register(multipart, { limits: { fileSize: mostUploadBytes, files: 20, fields: 200 } });
  server.addHook('onResponse', async (request, reply) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
  server.addHook('onSend', async (request, reply) => void reply.header('x-request-id', request.id));
  addAssets(server, parts);
  for (const route of parts.routes) addRoute(server, { ground, route, parts });
  server.setNotFoundHandler((request, reply) => sendBare(parts, { request, reply }, 'notFound'));
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    const kind = errorKind(error);
    if (kind === 'fault' || kind === 'unavailable')
      request.log.error({ code: error.code, name: error.name, stack: ownLines(error) });
    return sendBare(parts, { request, reply }, kind);
  });
  return server;
}

/** Counts from the first request to the last. */
async function limitRequests(
  server: FastifyInstance,
  { requestsAMinute: max, settleCounts }: ServerParts,
): Promise<void> {
  const counts = new RequestCounts(() => new Date(), settleCounts);
  server.addHook('onReady', async () => counts.start());
  server.addHook('onClose', () => counts.stop());
  await server.register(rateLimit, { max, timeWindow: 60_000, store: storeOver(counts) });
}

/** What is not even a request (headers without end, a line of rubbish) gets a line of words and is let go. */
function answerNonsense(error: { code?: string }, socket: Socket) {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const status =
    error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const words = 'We could not read that request. If you typed the address, check it: it may be too long.';
  socket.end(
    `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: ${words.length}\r\n\r\n${words}`,
  );
}

type Added = { ground: Ground; route: Route; parts: ServerParts };

function addRoute(server: FastifyInstance, { ground, route, parts }: Added) {
  server.route({
    method: route.method,
    url: route.path,
    ...(route.uploads ? { bodyLimit: mostUploadBytes } : {}),
    ...(route.guessable || route.secretAddress ? seldom(parts) : {}),
    ...(route.secretAddress ? forSecretAddress : {}),
    ...(route.standsAlone ? standingAlone : {}),
    handler: (request, reply) => answerRequest(ground, route, { request, reply }),
  });
}

/** Words as many as somebody pastes reach the page, which says what is too long; and no page hears where they came from. */
const standingAlone = {
  bodyLimit: 8 * 1024 * 1024,
  onRequest: async (_request: FastifyRequest, reply: FastifyReply) =>
    void reply.header('referrer-policy', 'no-referrer'),
};

/** Guessing is slow there. */
function seldom({ requestsAMinute }: ServerParts) {
  return { config: { rateLimit: { max: Math.ceil(requestsAMinute / 20), timeWindow: 60_000 } } };
}

/** Whatever is answered there, an error too: the next page does not hear where the reader was. */
const forSecretAddress = {
  onRequest: async (_request: FastifyRequest, reply: FastifyReply) =>
    void reply.header('referrer-policy', 'no-referrer'),
};

function addAssets(server: FastifyInstance, parts: ServerParts) {
  server.get(
    '/assets/:hash/:name',
    (request: FastifyRequest<{ Params: { hash: string; name: string } }>, reply) => {
      const asset = assetAt(request.params.hash, request.params.name);
      if (!asset) return sendBare(parts, { request, reply }, 'notFound');
      void reply
        .type(asset.type)
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('vary', 'accept-encoding');
      if (!acceptsGzip(request.headers['accept-encoding'])) return reply.send(asset.body);
      return reply.header('content-encoding', 'gzip').send(asset.gzipped);
    },
  );
  server.get('/brand.css', (_request, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(`:root{--brand:${parts.partnership.brand.colour}}`),
  );
}

/** No script but our own files, no style but our own files, no frame, nothing from anywhere else. */
function headers(secure: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' as const },
    xFrameOptions: { action: 'deny' as const },
    crossOriginEmbedderPolicy: false,
  };
}

function errorKind(error: FastifyError): ErrorKind {
  if (error instanceof DatabaseFault) {
    if (error.code === 'disk-full') return 'full';
    return comesRight.has(error.code) ? 'unavailable' : 'fault';
  }
  if (error instanceof SentBefore) return 'sentBefore';
  if (error.code === 'ENOSPC') return 'full';
  if (error.statusCode === 413) return 'tooLarge';
  if (error.statusCode === 429) return 'tooMany';
  if (error.statusCode === 404) return 'notFound';
  if (error.statusCode !== undefined && error.statusCode < 500) return 'broken';
  return 'fault';
}

/** What the same request may well not meet a moment later. */
const comesRight: ReadonlySet<string> = new Set(['unavailable', 'timeout', 'serialization']);

/** Where the fault came from, without its message: a message can hold what a person typed. */
function ownLines(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .join('\n');
}

function sendBare(parts: ServerParts, { request, reply }: Arrival, kind: ErrorKind) {
  if (request.url.startsWith('/api/')) return sendProblem({ request, reply }, kind);
  const { html, status } = bareErrorPage({
    kind,
    brand: parts.partnership.brand,
    navigation: parts.navigation,
    reference: request.id,
    posted: request.method === 'POST',
    again: worthSendingAgain.has(kind) ? postedAgain(parts, { request, reply }) : undefined,
    numbers: parts.numbersToRing?.(),
    // an address that opens something by itself stands in no link
    path: /^\/(link|calendars|welcome)\//.test(request.url) ? '' : request.url,
  });
  return reply.status(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html);
}

/** What comes right by itself, or once somebody has made room. */
const worthSendingAgain: ReadonlySet<ErrorKind> = new Set<ErrorKind>([
  'unavailable',
  'full',
  'fault',
  'tooMany',
]);

/** What a program reads in the place of an error page. */
function sendProblem({ request, reply }: Arrival, kind: ErrorKind) {
  const words = wordsIn('en');
  const status = errorStatus[kind];
  const detail = `If you write to us about it, give this reference: ${request.id}.`;
  return reply
    .status(status)
    .type(problemType)
    .header('access-control-allow-origin', '*')
    .header('cache-control', 'no-store')
    .send(problemText(status, errorTitle(kind, words), detail));
}
